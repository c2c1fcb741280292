import Foundation
import Kelisim
import KelisimPostgres
import KelisimTesting
import Testing

@Suite(.serialized) struct PostgresCrashTests {
    private func room(_ server: PostgresServer, seed: UInt64 = 5) throws -> CrashRoom {
        let url = server.url(try server.createDatabase())
        return try CrashRoom(TemporaryFolder(), database: url, seed: seed) {
            try await PostgresRegistry(url)
        }
    }

    @Test func nothingAcknowledgedIsLostOrDoubled() async throws {
        let server = try PostgresServer.shared.get()
        var room = try room(server)
        for number in 0..<CrashRoom.rounds {
            try await room.round(number)
            try #require(room.judge.complaints.isEmpty, "round \(number)")
        }
        #expect(room.judge.acknowledged.count > CrashRoom.rounds)
    }

    /// Two processes record into one log; one of them is killed, the other goes on.
    @Test func killingOneOfTwoWritersLosesNothing() async throws {
        let server = try PostgresServer.shared.get()
        var room = try room(server, seed: 6)
        let first = try WriterProcess(room.arguments(["--count", "2000"]))
        let second = try WriterProcess(
            room.arguments(["--from", "100000", "--count", "300"])
        )
        try await first.waitForAcknowledgements(100)
        first.kill()
        try await second.waitUntilExit()
        #expect(second.status == 0)
        try room.judge.hear(first)
        try room.judge.hear(second)
        try await room.judgeRegistry()
        #expect(room.judge.complaints.isEmpty)
        #expect(try second.acknowledged().count == 300)
    }
}
