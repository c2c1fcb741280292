import Kelisim
import KelisimTesting
import Testing

/// The real service, killed over and over while clients use it.
@Suite(.serialized) struct ServiceCrashTests {
    @Test func nothingAnsweredFromSQLiteIsLostOrDoubled() async throws {
        var room = try ServiceRoom.sqlite()
        try await killed(&room)
    }

    @Test func nothingAnsweredFromPostgreSQLIsLostOrDoubled() async throws {
        var room = try ServiceRoom.postgres(try PostgresServer.shared.get())
        try await killed(&room)
    }

    /// Lets clients use a service that is killed in every round and started again at the same port.
    private func killed(_ room: inout ServiceRoom) async throws {
        var generator = SeededGenerator(seed: 23)
        let service = try await room.service()
        let clients = try room.clients(at: service.url)
        for number in 0..<CrashRoom.rounds {
            // Every fourth time it dies on its way up.
            if number % 4 == 3 {
                let time = Int.random(in: 1...300, using: &generator)
                try await Task.sleep(for: .milliseconds(time))
            } else {
                let answered = try clients.countAnswers()
                try await clients.waitForAcknowledgements(answered + 1, limit: .seconds(30))
                let time = Int.random(in: 1...200, using: &generator)
                try await Task.sleep(for: .milliseconds(time))
            }
            service.kill()
            if number % 4 == 2 { try service.begin() } else { try await service.start() }
        }
        try await room.hear(clients, at: service.url)
        #expect(try await service.stop() == 0)
        try await room.judge()
        #expect(room.room.judge.acknowledged.count > CrashRoom.rounds)
        #expect(room.room.judge.checkpoints.count > 1)
    }
}
