internal import Kelisim
internal import KelisimLog
internal import Testing

/// Erasure and legal holds.
extension RegistryConformance {
    static let erasure: [Case] = [
        Case("erasureDestroysRecordsAndNothingElse") { room in
            _ = try await room.published()
            let first = try await room.decide()
            try await room.decide(of: "u-2")
            try await room.decide(.withdrawn)
            let before = try await room.rows()
            room.wait(minutes: 1)
            #expect(try await room.erase() == [1, 3])
            let after = try await room.rows()
            #expect(after.prefix(4).map(\.leaf) == before.map(\.leaf))
            #expect(after.map { $0.sealed == nil } == [false, true, false, true, false])
            #expect(after[0] == before[0])
            #expect(after[2] == before[2])
            let registry = room.registry
            let subject = first.decision.subject
            #expect(try await registry.entry(of: first.decision.id) == nil)
            #expect(try await registry.history(of: subject) == SubjectHistory(subject: subject))
            #expect(try await registry.entries(of: subject, from: 0, limit: 9).isEmpty)
            let histories = try await registry.histories(after: nil, limit: 9)
            #expect(histories.map(\.subject.id) == ["u-2"])
        },
        Case("anErasureSaysWhereAndNeverWhose") { room in
            _ = try await room.published()
            try await room.decide()
            try await room.erase()
            let row = try #require(try await room.rows().last)
            #expect(Leaf(row.leaf)?.erased == [1])
            let erasure = Erasure(indices: [1], ground: "asked on 2027-02-03")
            #expect(row.record == .erasure(erasure, recordedAt: room.now))
            #expect(row.record?.subject == nil)
        },
        Case("whatIsNotHeldIsNotErased") { room in
            _ = try await room.published()
            #expect(try await room.erase().isEmpty)
            try await room.decide()
            #expect(try await room.erase() == [1])
            #expect(try await room.erase().isEmpty)
            #expect(try await room.registry.head().size == 3)
        },
        Case("aLateRetryOfAnErasedKeyIsGone") { room in
            _ = try await room.published()
            let requests = try [room.request(of: "u-1"), room.request(of: "u-2")]
            _ = try await room.record(requests, key: "both")
            _ = try await room.record([requests[1]], key: "other")
            try await room.erase()
            for body in ["{}", "another"] {
                await #expect(throws: RegistryError.refused(.gone)) {
                    try await room.record(requests, key: "both", body: body)
                }
            }
            #expect(try await room.record([requests[1]], key: "other").isRepeat)
            #expect(try await room.registry.head().size == 5)
        },
        Case("whoWasErasedMayBeginAnew") { room in
            _ = try await room.published()
            try await room.decide(.declined)
            try await room.register(room.guardianship())
            try await room.erase()
            #expect(try await room.state() == .due)
            let recorded = try await room.decide()
            #expect(recorded.standing.state == .current)
            let history = try await room.registry.history(of: recorded.decision.subject)
            #expect(history.indices == [recorded.index])
            #expect(try await room.erase() == [recorded.index])
        },
        Case("erasingAWardErasesItsGuardianships") { room in
            let start = room.now
            let guardianship = try room.guardianship()
            try await room.register(guardianship)
            try await room.register(room.guardianship(until: room.later(days: 1)))
            try await room.register(room.guardianship("gs-2", ward: "u-2"))
            #expect(try await room.erase() == [0, 1])
            let registry = room.registry
            #expect(try await registry.versions(of: guardianship.id).isEmpty)
            let listed = try await registry.guardianships(by: guardianship.guardian)
            #expect(listed.map(\.id.name) == ["gs-2"])
            // Its name is free again.
            try await room.register(room.guardianship(guardian: "g-9", from: start))
            #expect(try await registry.versions(of: guardianship.id).count == 1)
        },
        Case("aGuardiansIdentifierStaysInTheRowsOfTheWard") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            let recorded = try await room.decide(by: actor)
            try await room.decide(of: actor.id.id)
            #expect(try await room.erase(actor.id.id) == [3])
            let row = try await room.registry.entry(of: recorded.decision.id)
            #expect(row?.record == .decision(recorded.decision))
            #expect(try await room.state() == .current)
        },
        Case("aHoldForbidsErasureAndTheRefusalIsRecorded") { room in
            _ = try await room.published()
            let subject = try await room.decide().decision.subject
            let registry = room.registry
            let now = room.now
            guard case .hold("case 7") = try await registry.submit(.hold(subject, reason: "case 7"))
            else { throw RegistryRoom.Unexpected("no hold") }
            #expect(try await registry.history(of: subject).holdReason == "case 7")
            let before = try await room.rows()
            let answer = try await registry.submit(.erasure(subject, ground: "asked"))
            guard case .erasureRefused("case 7") = answer else {
                throw RegistryRoom.Unexpected(answer)
            }
            let rows = try await room.rows()
            #expect(Array(rows.dropLast()) == before)
            let refusal = Hold(subject: subject, step: .refusedErasure, reason: "asked")
            #expect(rows.last?.record == .hold(refusal, recordedAt: now))
            #expect(try await registry.history(of: subject).holdReason == "case 7")
            guard case .hold(nil) = try await registry.submit(.release(subject, reason: "closed"))
            else { throw RegistryRoom.Unexpected("still on hold") }
            #expect(try await room.erase() == [1, 2, 3, 4])
        },
        Case("aHoldIsRecordedWhenItChanges") { room in
            let subject = try Subject("u-1")
            let now = room.now
            for submission in [
                Submission.release(subject, reason: "none was on"),
                .hold(subject, reason: "case 7"), .hold(subject, reason: "case 7"),
                .hold(subject, reason: "case 8"), .release(subject, reason: "closed"),
                .release(subject, reason: "again"),
            ] {
                _ = try await room.registry.submit(submission)
            }
            let steps = [
                Hold(subject: subject, step: .placed, reason: "case 7"),
                Hold(subject: subject, step: .placed, reason: "case 8"),
                Hold(subject: subject, step: .released, reason: "closed"),
            ]
            #expect(
                try await room.rows().map(\.record) == steps.map { .hold($0, recordedAt: now) }
            )
            #expect(try await room.registry.history(of: subject).holdReason == nil)
        },
        Case("aHoldForbidsNothingButErasure") { room in
            _ = try await room.published()
            _ = try await room.registry.submit(.hold(Subject("u-1"), reason: "case 7"))
            try await room.decide()
            #expect(try await room.decide(.withdrawn).standing.state == .withdrawn)
            try await room.decide(of: "u-2")
            #expect(try await room.erase("u-2").count == 1)
        },
    ]
}
