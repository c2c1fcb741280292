import KelisimTesting
import Testing

/// The real service, asked to end while it is used.
@Suite(.serialized) struct GracefulStopTests {
    /// A client that got no answer has nothing recorded, so what it sends again is new.
    @Test func whatWasRecordedWasAnswered() async throws {
        var room = try ServiceRoom.sqlite()
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
}
