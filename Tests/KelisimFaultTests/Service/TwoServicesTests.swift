import Foundation
import Kelisim
import KelisimTesting
import Testing

/// Two real services on one PostgreSQL, behind nginx.
@Suite(.serialized) struct TwoServicesTests {
    @Test func killingOneOfTwoServicesLosesNothing() async throws {
        var room = try ServiceRoom.postgres(try PostgresServer.shared.get())
        let (first, second) = (try await room.service(), try await room.service())
        let nginx = try await NginxProcess(before: [first, second])
        let clients = try room.clients(at: nginx.url)
        for service in [first, second, first] {
            try await clients.waitForAcknowledgements(try clients.countAnswers() + 100)
            service.kill()
            // The other one goes on.
            let answered = try clients.countAnswers()
            try await clients.waitForAcknowledgements(answered + 100)
            #expect(try clients.countAnswers() >= answered + 100)
            try await service.start()
        }
        try await room.hear(clients, at: nginx.url)
        // nginx went to the other one, and left nobody without an answer.
        #expect(try clients.count("lost") == 0)
        #expect(try await first.stop() == 0)
        #expect(try await second.stop() == 0)
        try await room.judge()
    }

    @Test func restartingPostgreSQLLosesNothing() async throws {
        let server = try PostgresServer()
        try server.start()
        var room = try ServiceRoom.postgres(server)
        let (first, second) = (try await room.service(), try await room.service())
        let nginx = try await NginxProcess(before: [first, second])
        let clients = try room.clients(at: nginx.url)
        for stop in [server.stop, server.kill] {
            try await clients.waitForAcknowledgements(try clients.countAnswers() + 100)
            stop()
            let refusals = try clients.count("told 503 unavailable")
            try await clients.wait { try clients.count("told 503 unavailable") > refusals + 10 }
            #expect(try room.ask("/readyz", of: first.url).hasPrefix("503"))
            #expect(try room.ask("/healthz", of: first.url).hasPrefix("200"))
            try server.start()
        }
        let answered = try clients.countAnswers()
        try await clients.waitForAcknowledgements(answered + 100)
        #expect(try clients.countAnswers() >= answered + 100)
        for service in [first, second] {
            // Its log follows as soon as the last of its connections has tried again.
            try await clients.wait {
                try room.ask("/readyz", of: service.url).hasPrefix("200")
            }
            #expect(try room.ask("/readyz", of: service.url).hasPrefix("200"))
        }
        try await room.hear(clients, at: nginx.url)
        #expect(try await first.stop() == 0)
        #expect(try await second.stop() == 0)
        try await room.judge()
    }

    /// Whoever asks for a proof before a checkpoint covers it is told 503, and takes no service away from
    /// the others.
    @Test func oneCallThatHasToWaitTakesNoServiceAway() async throws {
        let room = try ServiceRoom.postgres(try PostgresServer.shared.get())
        let (first, second) = (try await room.service(), try await room.service())
        let nginx = try await NginxProcess(before: [first, second])
        let impatient = try room.program("impatient", at: nginx.url)
        try await impatient.waitUntilExit()
        #expect(impatient.status == 0)
        #expect(try await first.stop() == 0)
        #expect(try await second.stop() == 0)
    }
}
