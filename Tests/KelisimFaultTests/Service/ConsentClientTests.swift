import Kelisim
import KelisimClient
import KelisimLog
import KelisimTesting
import Testing

/// The library for backends, against the real service.
@Suite(.serialized) struct ConsentClientTests {
    private let privacy: PolicyID
    private let kazakh: Language

    init() throws {
        privacy = try #require(PolicyID("privacy"))
        kazakh = try #require(Language("kk"))
    }

    private func failure(
        _ body: () async throws(ClientError) -> Void
    ) async -> ClientError? {
        do throws(ClientError) {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test func aBackendShowsDecidesAsksAndProves() async throws {
        let room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let client = ConsentClient(at: service.url + "/", key: room.key)
        let subject = try Subject("u-8f3")
        #expect(try await client.standing(of: subject, under: privacy).state == .due)

        let shown = try await client.presentation(of: privacy, in: kazakh)
        #expect(shown.html.contains("<h1"))
        let key = ConsentClient.newKey()
        let decision = NewDecision(.accepted, by: subject, shown: shown)
        let recorded = try await client.decide(decision, key: key)
        #expect(recorded.textDigest == shown.textDigest)
        #expect(recorded.standing.state == .current)
        #expect(try await client.decide(decision, key: key) == recorded)

        let standing = try await client.standing(of: subject, under: privacy)
        #expect(standing.allowed)
        #expect(standing.accepted?.decision == recorded.id)
        let earlier = try await client.standing(
            of: subject,
            under: privacy,
            at: Instant(milliseconds: recorded.occurredAt.milliseconds - 1),
            knownAt: recorded.recordedAt
        )
        #expect(earlier.accepted == nil)
        let other = try Subject("u-8f4")
        let all = try await client.standings(of: [other, subject], under: privacy)
        #expect(all.map(\.subject) == [other, subject])
        #expect(all.map(\.allowed) == [false, true])

        let published = try await room.run("log", "key")
        let vkey = try #require(VerifierKey(String(published.output.dropLast())))
        var verdict = ReceiptCheck.Verdict.pending
        for _ in 0..<200 where verdict == .pending {
            let receipt = try await client.receipt(of: recorded.id)
            verdict = ConsentClient.verify(receipt: receipt, by: vkey)
            try await Task.sleep(for: .milliseconds(20))
        }
        guard case .holds(_, let checkpoint, _, _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(checkpoint.size > recorded.index)
        #expect(try await service.stop() == 0)
    }

    @Test func aRefusalIsToldAsTheServiceSaysIt() async throws {
        let room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let client = ConsentClient(at: service.url, key: room.key)
        let decision = NewDecision(
            .accepted,
            by: try Subject("u-8f3"),
            policy: privacy,
            edition: 9,
            language: kazakh
        )
        let refusal = await failure { () async throws(ClientError) in
            _ = try await client.decide(decision)
        }
        guard case .refused(404, "unknown-edition", _, "/edition") = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        let stranger = ConsentClient(at: service.url, key: "unknown")
        let rejection = await failure { () async throws(ClientError) in
            _ = try await stranger.decide(decision)
        }
        guard case .refused(401, "unauthenticated", _, nil) = rejection else {
            Issue.record("\(String(describing: rejection))")
            return
        }
    }

    @Test func aDecisionIsRecordedOnceHoweverOftenTheServiceDies() async throws {
        var room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let address = service.url
        var client = ConsentClient(at: address, key: room.key)
        client.attempts = 9
        let recorded = try await withThrowingTaskGroup { group in
            for number in 0..<300 {
                group.addTask { [client, privacy, kazakh] in
                    let decision = NewDecision(
                        .accepted,
                        by: try Subject("u-\(number)"),
                        policy: privacy,
                        edition: 1,
                        language: kazakh
                    )
                    return try await client.decide(decision)
                }
            }
            for _ in 0..<3 {
                try await Task.sleep(for: .milliseconds(100))
                service.kill()
                try await service.start()
            }
            var all: [RecordedDecision] = []
            for try await decision in group { all.append(decision) }
            return all
        }
        #expect(Set(recorded.map(\.subject)).count == 300)
        #expect(Set(recorded.map(\.index)).count == 300)
        for decision in recorded {
            let standing = try await client.standing(of: decision.subject, under: privacy)
            #expect(standing.accepted?.decision == decision.id)
        }
        #expect(try await service.stop() == 0)
        try await room.judge()
    }

    @Test func aServiceWhoseDatabaseIsAwayIsAskedAgain() async throws {
        let server = try PostgresServer()
        try server.start()
        let room = try ServiceRoom.postgres(server)
        let service = try await room.service()
        var client = ConsentClient(at: service.url, key: room.key)
        let decision = NewDecision(
            .accepted,
            by: try Subject("u-8f3"),
            policy: privacy,
            edition: 1,
            language: kazakh
        )
        server.stop()
        client.attempts = 1
        let refusal = await failure { () async throws(ClientError) in
            _ = try await client.decide(decision)
        }
        guard case .refused(503, "unavailable", _, nil) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        client.attempts = 40
        async let recorded = client.decide(decision)
        try await Task.sleep(for: .milliseconds(300))
        try server.start()
        #expect(try await recorded.standing.allowed)
        #expect(try await service.stop() == 0)
    }

    @Test func whoCanNotBeReachedIsUnavailable() async throws {
        var client = ConsentClient(at: "http://127.0.0.1:1", key: "k")
        client.attempts = 2
        client.patience = .milliseconds(300)
        let subject = try Subject("u-8f3")
        let trouble = await failure { () async throws(ClientError) in
            _ = try await client.standing(of: subject, under: privacy)
        }
        guard case .unavailable = trouble else {
            Issue.record("\(String(describing: trouble))")
            return
        }
    }
}
