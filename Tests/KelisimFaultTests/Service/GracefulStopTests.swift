import KelisimTesting
import Testing

/// The real service, asked to end while it is used.
@Suite(.serialized) struct GracefulStopTests {
    @Test func whatSQLiteRecordedWasAnswered() async throws {
        try await stopped(try ServiceRoom.sqlite())
    }

    @Test func whatPostgreSQLRecordedWasAnswered() async throws {
        try await stopped(try ServiceRoom.postgres(try PostgresServer.shared.get()))
    }

    /// A client that got no answer has nothing recorded, so what it sends again is new.
    private func stopped(_ room: ServiceRoom) async throws {
        var room = room
        let service = try await room.service()
        let clients = try room.clients(at: service.url)
        for _ in 0..<4 {
            try await clients.waitForAcknowledgements(try clients.countAnswers() + 50)
            #expect(try await service.stop() == 0)
            try await service.start()
        }
        try await room.hear(clients, at: service.url)
        let repeated = try clients.output()
            .filter { $0.hasPrefix("ack ") && $0.split(separator: " ")[5] == "200" }
        #expect(repeated.isEmpty)
        #expect(try await service.stop() == 0)
        try await room.judge()
    }

    @Test func whatWasBegunIsAnswered() async throws {
        var room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let clients = try room.program("stopping", at: service.url, of: service)
        try await clients.waitUntilExit()
        #expect(clients.status == 0)
        #expect(try await service.waitForEnd() == 0)
        try room.room.judge.hear(clients)
        #expect(room.room.judge.acknowledged.count == 20)
        try await room.judge()
    }

    @Test func itEndsAlsoWhenItsDatabaseIsAway() async throws {
        let server = try PostgresServer()
        try server.start()
        let room = try ServiceRoom.postgres(server)
        let service = try await room.service()
        let clients = try room.clients(at: service.url)
        try await clients.waitForAcknowledgements(10)
        server.kill()
        try await clients.wait { try clients.count("told 503") > 0 }
        #expect(try await service.stop() == 0)
        clients.kill()
    }
}
