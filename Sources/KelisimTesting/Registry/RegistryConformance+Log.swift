internal import Kelisim
internal import KelisimLog
internal import Testing

/// The contract of the protocol: the order of the log, and how it is read.
extension RegistryConformance {
    static let log: [Case] = [
        Case("anEmptyRegistryHoldsNothing") { room in
            let registry = room.registry
            let nobody = try Subject("u-1")
            #expect(try await registry.head() == LogHead(frontier: .init(), lastRecordedAt: nil))
            #expect(try await registry.shelf().items.isEmpty)
            #expect(try await registry.entries(in: 0..<10).isEmpty)
            #expect(try await registry.entries(of: nobody, from: 0, limit: 10).isEmpty)
            #expect(try await registry.histories(after: nil, limit: 10).isEmpty)
            #expect(try await registry.history(of: nobody) == SubjectHistory(subject: nobody))
            #expect(try await registry.guardianships(by: nobody).isEmpty)
        },
        Case("indicesAreContiguousFromZero") { room in
            _ = try await room.published()
            for number in 1...20 { try await room.decide(of: "u-\(number)") }
            #expect(try await room.rows().map(\.index) == Array(0...20))
            #expect(try await room.registry.head().size == 21)
        },
        Case("recordedAtNeverDecreasesThoughTheClockGoesBack") { room in
            _ = try await room.published()
            var recorded: [Instant] = []
            for minutes in [1, -2, 0, -1440, 0, 5000] {
                room.wait(minutes: minutes)
                recorded.append(try await room.decide().decision.recordedAt)
            }
            #expect(recorded == recorded.sorted())
            #expect(recorded[0] == recorded[4])
            #expect(
                try await room.rows().compactMap(\.record?.recordedAt).suffix(6) == recorded[...]
            )
            #expect(try await room.registry.head().lastRecordedAt == recorded.last)
        },
        Case("whatWasAnsweredIsReadAtOnce") { room in
            _ = try await room.published()
            let recorded = try await room.decide()
            let subject = recorded.decision.subject
            let history = try await room.registry.history(of: subject)
            #expect(history.acts == [StandingAct(recorded.decision, index: recorded.index)])
            let entry = try await room.registry.entry(of: recorded.decision.id)
            #expect(entry?.index == recorded.index)
            #expect(entry?.record == .decision(recorded.decision))
            #expect(entry?.leafHash == recorded.leafHash)
            let entries = try await room.registry.entries(of: subject, from: 0, limit: 9)
            #expect(entries == [entry].compactMap(\.self))
            #expect(try await room.standing() == recorded.standing)
        },
        Case("rowsOnceAddedNeverChange") { room in
            var policy = try await room.published()
            try await room.decide()
            let actor = try await room.register(room.guardianship(ward: "u-2"))
            let before = try await room.rows()
            room.wait(minutes: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            try await room.decide(.withdrawn)
            try await room.decide(of: "u-2", edition: 2, by: actor)
            let ended = try room.guardianship(
                ward: "u-2",
                from: RegistryRoom.morning,
                until: room.later(days: 9)
            )
            try await room.register(ended)
            let after = try await room.rows()
            #expect(after.count == before.count + 4)
            #expect(Array(after.prefix(before.count)) == before)
        },
        Case("aRefusalChangesNothing") { room in
            _ = try await room.published()
            let rows = try await room.rows()
            let refusal = try await room.refusal(of: room.request(edition: 2))
            #expect(refusal?.code == "unknown-edition")
            #expect(try await room.rows() == rows)
        },
        Case("theHeadIsTheTreeOverAllLeaves") { room in
            _ = try await room.published()
            for number in 1...37 { try await room.decide(of: "u-\(number)") }
            try await room.erase("u-5")
            var frontier = MerkleFrontier()
            for entry in try await room.rows() { frontier.append(leafHash: entry.leafHash) }
            #expect(try await room.registry.head().frontier == frontier)
        },
        Case("rowsAreReadAsFarAsThereAreAny") { room in
            _ = try await room.published()
            for _ in 1...5 { try await room.decide() }
            let rows = try await room.rows()
            let registry = room.registry
            #expect(try await registry.entries(in: 0..<UInt64.max) == rows)
            #expect(try await registry.entries(in: 2..<4) == Array(rows[2..<4]))
            #expect(try await registry.entries(in: 4..<4000) == Array(rows[4...]))
            #expect(try await registry.entries(in: 3..<3).isEmpty)
            #expect(try await registry.entries(in: 6..<7).isEmpty)
            #expect(try await registry.entries(in: UInt64.max - 1..<UInt64.max).isEmpty)
        },
        Case("theRowsOfASubjectAreReadInPages") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship(ward: "u-1"))
            for _ in 1...3 {
                try await room.decide(by: actor)
                try await room.decide(of: "u-2")
            }
            _ = try await room.registry.submit(.hold(Subject("u-1"), reason: "case 7"))
            let subject = try Subject("u-1")
            let registry = room.registry
            let all = try await registry.entries(of: subject, from: 0, limit: 100)
            #expect(all.map(\.index) == [1, 2, 4, 6, 8])
            #expect(try await room.rows().filter { all.map(\.index).contains($0.index) } == all)
            let page = try await registry.entries(of: subject, from: 2, limit: 2)
            #expect(page.map(\.index) == [2, 4])
            let next = try await registry.entries(of: subject, from: 5, limit: 2)
            #expect(next.map(\.index) == [6, 8])
            #expect(try await registry.entries(of: subject, from: 9, limit: 2).isEmpty)
            #expect(try await registry.history(of: subject).indices == all.map(\.index))
            let other = try await registry.entries(of: try Subject("g-1"), from: 0, limit: 9)
            #expect(other.isEmpty)
        },
        Case("everyHistoryIsReadOnceAndInOneOrder") { room in
            _ = try await room.published()
            let names = ["b", "a", "B", "_", "~", "-", ".", "10", "9", "aa", "a-", "a~", "Z", "zz"]
            for name in names { try await room.decide(of: name) }
            var read: [String] = []
            var last: Subject?
            for _ in names {
                let page = try await room.registry.histories(after: last, limit: 4)
                #expect(page.count <= 4)
                for history in page {
                    #expect(try await room.registry.history(of: history.subject) == history)
                }
                guard let end = page.last else { break }
                read += page.map(\.subject.id)
                last = end.subject
            }
            #expect(Set(read) == Set(names))
            #expect(read.count == names.count)
            // One that was erased is a place all the same.
            let place = try Subject(read[5])
            _ = try await room.registry.submit(.erasure(place, ground: "сұрау бойынша"))
            let behind = try await room.registry.histories(after: place, limit: names.count)
            #expect(behind.map(\.subject.id) == Array(read[6...]))
        },
        Case("severalHistoriesAreReadAtOneGo") { room in
            _ = try await room.published()
            for name in ["u-1", "u-2", "u-1"] { try await room.decide(of: name) }
            let subjects = try ["u-2", "u-9", "u-1", "u-2"].map { try Subject($0) }
            let histories = try await room.registry.histories(of: subjects)
            #expect(histories.map(\.subject) == subjects)
            #expect(histories.map(\.indices) == [[2], [], [1, 3], [2]])
            #expect(try await room.registry.histories(of: []).isEmpty)
        },
        Case("anUnknownDecisionHasNoRow") { room in
            _ = try await room.published()
            try await room.decide()
            let unknown = DecisionID(bytes: Array(repeating: 7, count: 16))
            for id in [unknown].compactMap(\.self) {
                #expect(try await room.registry.entry(of: id) == nil)
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
        Case("aKeyThatSignsTheLogIsRecordedOnce") { room in
            for line in ["a+1+AA", "a+1+AA", "b+2+BB", "b+2+BB", "a+1+AA"] {
                guard case .key = try await room.registry.submit(.key(line)) else {
                    throw RegistryRoom.Unexpected(line)
                }
            }
            let now = room.now
            #expect(
                try await room.rows().map(\.record)
                    == ["a+1+AA", "b+2+BB", "a+1+AA"].map { .key($0, recordedAt: now) }
            )
        },
    ]
}
