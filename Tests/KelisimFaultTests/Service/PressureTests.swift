import Foundation
import KelisimTesting
import Testing

/// More than the real service can take.
@Suite(.serialized) struct PressureTests {
    /// As many descriptors as the system grants a process.
    private static let descriptors: Int = {
        var limit = rlimit()
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        return isKnown ? Int(clamping: limit.rlim_max) : 0
    }()

    @Test(.enabled(if: PressureTests.descriptors > 5500))
    func whatCanNotWaitIsToldSoAtOnce() async throws {
        let server = try PostgresServer()
        try server.start()
        var room = try ServiceRoom.postgres(server)
        let service = try await room.service()
        // Nobody is this standby, so nothing is durable until it is not waited for any more.
        try server.set("synchronous_standby_names", "nobody")
        let clients = try room.program("pressure", at: service.url, "5000")
        try await clients.wait { try clients.count("full") == 1 }
        try server.set("synchronous_standby_names", "")
        try await clients.waitUntilExit()
        #expect(clients.status == 0)
        try room.room.judge.hear(clients)
        #expect(room.room.judge.acknowledged.count == 5000)
        #expect(try await service.stop() == 0)
        try await room.judge()
    }

    private struct Crowd: Decodable {
        struct Times: Decodable {
            let median: Double
            let p99: Double
        }

        let alone: Times
        let crowded: Times
        let present: Int
    }

    /// `scripts/load` measures with more of them.
    @Test func aCrowdDoesNotKeepOthersWaiting() async throws {
        let room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let idle = min(2000, PressureTests.descriptors - 500)
        let crowd = try room.program(
            "crowd",
            at: service.url,
            "--idle",
            String(idle),
            "--slow",
            "200",
            "--seconds",
            "4",
            "--until-closed"
        )
        try await crowd.waitUntilExit(limit: .seconds(180))
        #expect(crowd.status == 0)
        let line = try #require(try crowd.output().last)
        let found = try JSONDecoder().decode(Crowd.self, from: Data(line.utf8))
        #expect(found.present == idle + 200)
        // A second would mean that somebody waits for the crowd.
        #expect(found.crowded.median < 1000)
        #expect(try await service.stop() == 0)
    }

    /// Whoever takes all connections leaves the descriptors that the registry and the log need.
    @Test func connectionsLeaveDescriptorsForTheRegistry() async throws {
        var room = try ServiceRoom.sqlite()
        let service = try await room.service(descriptors: 256)
        let crowd = try room.program("crush", at: service.url, "400")
        try await crowd.waitUntilExit()
        #expect(crowd.status == 0)
        #expect(try service.log().isEmpty)
        try room.room.judge.hear(crowd)
        #expect(try await service.stop() == 0)
        try await room.judge()
    }
}
