import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("Texts that look like SQL")
struct HostileTextTests {
    private static let texts = [
        "'; DROP SCHEMA kelisim CASCADE; --", "\"; DELETE FROM kelisim.record; --", "\\'); \\x00",
        "$1, $2 :: bytea, E'\\\\000', {}, {\"a\",NULL}", "NULL", "", "\u{0}", "🙂\u{202E}ә\u{301}",
        String(repeating: "'", count: 100_000), "COPY x FROM PROGRAM 'id'; /* %s %n */ ?",
    ]

    @Test(arguments: texts)
    func areKeptAsTheyAre(_ text: String) async throws {
        try await Turnstile.shared.pass {
            let database = try TestDatabase()
            let registry = try await database.open()
            let room = RegistryRoom(registry, ManualClock(.now))
            _ = try await room.published()
            let context = DecisionContext(
                screen: text,
                statement: text,
                button: text,
                ip: text,
                userAgent: text,
                note: text
            )
            let evidence = Evidence(type: text, digest: nil, reference: text)
            let request = try room.request(
                evidence: evidence,
                context: context,
                recordedBy: text
            )
            let (decisions, _) = try await room.record([request], key: text, body: text)
            #expect(decisions[0].decision.context == context)
            #expect(try await room.record([request], key: text, body: text).isRepeat)
            let subject = try Subject("u-1")
            for submission in [
                Submission.key(text), .hold(subject, reason: text), .release(subject, reason: text),
            ] {
                _ = try await registry.submit(submission)
            }
            let entry = try await registry.entry(of: decisions[0].decision.id)
            #expect(entry?.record == .decision(decisions[0].decision))
            let records = try await registry.entries(in: 0..<10).compactMap(\.record)
            #expect(records.count == 5)
            guard case .key(text, _) = records[2], case .hold(let hold, _) = records[3]
            else { return #expect(Bool(false), "\(records)") }
            #expect(hold.reason == text)
            // The same key again is no news, also for a process that begins now.
            let other = try await database.open()
            _ = try await other.submit(.key(text))
            _ = try await other.submit(.erasure(subject, ground: text))
            #expect(try await other.head().size == 6)
            for registry in [registry, other] { await registry.close() }
        }
    }

    @Test(arguments: [
        "u.-~_", "-", "~", "NULL", "$1", "a..b--c", String(repeating: "x", count: 128),
    ])
    func subjectsAreNamesAndNothingElse(_ name: String) async throws {
        guard let subject = try? Subject(name) else { return }
        try await Turnstile.shared.pass {
            let registry = try await TestDatabase().open()
            let room = RegistryRoom(registry, ManualClock(.now))
            _ = try await room.published()
            let recorded = try await room.decide(try room.request(of: name))
            try await room.decide(try room.request(of: "u-1"))
            #expect(try await registry.history(of: subject).indices == [recorded.index])
            let rows = try await registry.entries(of: subject, from: 0, limit: 9)
            #expect(rows.map(\.index) == [recorded.index])
            #expect(
                try await registry.histories(after: nil, limit: 9).map(\.subject)
                    == [subject, try Subject("u-1")].sorted()
            )
            await registry.close()
        }
    }
}
