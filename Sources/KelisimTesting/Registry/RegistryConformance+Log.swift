internal import Kelisim
internal import KelisimLog
internal import Testing

/// The order of the log, and how it is read.
extension RegistryConformance {
    static let log: [Case] = [
        Case("anEmptyRegistryHoldsNothing") { room in
            let registry = room.registry
            #expect(try await registry.head() == LogHead(frontier: .init(), lastRecordedAt: nil))
            #expect(try await registry.shelf().items.isEmpty)
            #expect(try await registry.entries(in: 0..<10).isEmpty)
            #expect(try await registry.histories(after: nil, limit: 10).isEmpty)
            let history = try await registry.history(of: try Subject("u-1"))
            #expect(history == SubjectHistory(subject: try Subject("u-1")))
        },
        Case("indicesAreContiguousFromZero") { room in
            _ = try await room.published()
            for number in 1...20 {
                try await room.decide(try room.request(of: "u-\(number)"))
            }
            let rows = try await room.rows()
            #expect(rows.map(\.index) == Array(0...20))
            #expect(try await room.registry.head().size == 21)
        },
        Case("recordedAtNeverDecreasesThoughTheClockGoesBack") { room in
            _ = try await room.published()
            var recorded: [Instant] = []
            for step: Int64 in [5000, -90_000, 10, -86_400_000, 0, 172_800_000] {
                room.clock.advance(by: step)
                recorded.append(try await room.decide(try room.request()).decision.recordedAt)
            }
            #expect(recorded == recorded.sorted())
            #expect(try await room.rows().compactMap(\.record?.recordedAt).count == 7)
            #expect(try await room.registry.head().lastRecordedAt == recorded.last)
        },
        Case("whatWasAnsweredIsReadAtOnce") { room in
            _ = try await room.published()
            let recorded = try await room.decide(try room.request())
            let history = try await room.registry.history(of: try Subject("u-1"))
            #expect(history.acts.map(\.decision) == [recorded.decision.id])
            let entry = try await room.registry.entry(of: recorded.decision.id)
            #expect(entry?.index == recorded.index)
            #expect(entry?.record == .decision(recorded.decision))
            #expect(entry?.leafHash == recorded.leafHash)
            #expect(
                try await room.registry.entries(of: try Subject("u-1"), from: 0, limit: 9) == [
                    entry
                ]
            )
            #expect(try await room.standing() == recorded.standing)
        },
        Case("aRefusalChangesNothing") { room in
            _ = try await room.published()
            let rows = try await room.rows()
            #expect(
                try await room.refusal(of: try room.request(edition: 2))?.code == "unknown-edition"
            )
            #expect(try await room.rows() == rows)
        },
        Case("aRepeatGivesTheFirstAnswer") { room in
            _ = try await room.published()
            let request = try room.request()
            let first = try await room.record([request], key: "k")
            room.clock.advance(by: RegistryRoom.minute)
            try await room.decide(try room.request(.withdrawn))
            let second = try await room.record([request], key: "k")
            #expect(!first.isRepeat)
            #expect(second.isRepeat)
            #expect(second.decisions == first.decisions)
            #expect(try await room.registry.head().size == 3)
        },
        Case("aKeyWithAnotherBodyIsRefused") { room in
            _ = try await room.published()
            _ = try await room.record([try room.request()], key: "k", body: "a")
            await #expect(throws: RegistryError.refused(.idempotencyKeyReused)) {
                try await room.record([try room.request()], key: "k", body: "b")
            }
        },
        Case("secretsNeverChange") { room in
            let salt = try await room.registry.secret(.idempotencySalt)
            let key = try await room.registry.secret(.presentationKey)
            #expect(salt.bytes.count == 32)
            #expect(key.bytes.count == 32)
            #expect(salt != key)
            _ = try await room.published()
            #expect(try await room.registry.secret(.idempotencySalt) == salt)
            #expect(try await room.registry.secret(.presentationKey) == key)
        },
        Case("manySubmittersGetContiguousRows") { room in
            _ = try await room.published()
            let indices = try await withThrowingTaskGroup(of: UInt64.self) { group in
                for number in 1...200 {
                    group.addTask {
                        try await room.decide(try room.request(of: "u-\(number)")).index
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(indices.sorted() == Array(1...200))
            #expect(try await room.rows().map(\.index) == Array(0...200))
        },
        Case("aKeySubmittedManyTimesAtOnceIsRecordedOnce") { room in
            _ = try await room.published()
            let answers = try await withThrowingTaskGroup(of: [Answer.Recorded].self) { group in
                for _ in 1...50 {
                    group.addTask {
                        try await room.record([try room.request()], key: "k").decisions
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers).count == 1)
            #expect(try await room.registry.head().size == 2)
        },
    ]
}
