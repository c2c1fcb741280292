internal import Kelisim
internal import Testing

/// Requests that come again, batches, and legacy decisions.
extension RegistryConformance {
    static let idempotency: [Case] = [
        Case("aRepeatGivesTheFirstAnswer") { room in
            var policy = try await room.published()
            let first = try await room.record([room.request()], key: "k")
            #expect(!first.isRepeat)
            #expect(first.decisions[0].standing.state == .current)
            try await room.decide(.withdrawn)
            room.wait(minutes: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            let second = try await room.record([room.request()], key: "k")
            #expect(second.isRepeat)
            #expect(second.decisions == first.decisions)
            #expect(try await room.registry.head().size == 4)
        },
        Case("aKeyWithAnotherBodyIsRefused") { room in
            _ = try await room.published()
            _ = try await room.record([room.request()], key: "k", body: "a")
            await #expect(throws: RegistryError.refused(.idempotencyKeyReused)) {
                try await room.record([room.request()], key: "k", body: "b")
            }
            #expect(try await room.registry.head().size == 2)
        },
        Case("theSameKeyOfAnotherCallerIsAnotherKey") { room in
            _ = try await room.published()
            let salt = try await room.registry.secret(.idempotencySalt)
            for caller in ["app-1", "app-2"] {
                let mark = Idempotency(key: "k", caller: caller, body: [], salt: salt)
                let answer = try await room.registry.submit(.decisions([room.request()], mark))
                guard case .decisions(_, isRepeat: false) = answer else {
                    throw RegistryRoom.Unexpected(answer)
                }
            }
            #expect(try await room.registry.head().size == 3)
        },
        Case("refusedRequestsAreNotRemembered") { room in
            var policy = try await room.published()
            await #expect(throws: RegistryError.self) {
                try await room.record([room.request(edition: 2)], key: "k")
            }
            try policy.publish(at: room.now)
            try await room.take(policy)
            let later = try await room.record([room.request(edition: 2)], key: "k")
            #expect(!later.isRepeat)
        },
        Case("ofABatchAllAreRecordedOrNone") { room in
            _ = try await room.published()
            let before = try await room.rows()
            let requests = try [
                room.request(of: "u-1"), room.request(of: "u-2"),
                room.request(of: "u-1", edition: 9),
            ]
            await #expect(throws: RegistryError.refused(.unknownEdition(requests[0].policy, 9))) {
                try await room.record(requests, key: "k")
            }
            #expect(try await room.rows() == before)
            #expect(try await room.registry.histories(after: nil, limit: 9).isEmpty)
            #expect(try await room.record(Array(requests.prefix(2)), key: "k").decisions.count == 2)
        },
        Case("theDecisionsOfABatchSeeThoseBeforeThem") { room in
            _ = try await room.published()
            let requests = try [
                room.request(), room.request(.withdrawn, edition: nil, language: nil),
                room.request(),
            ]
            let first = try await room.record(requests, key: "k")
            #expect(first.decisions.map(\.index) == [1, 2, 3])
            #expect(first.decisions.map(\.decision.edition) == [1, 1, 1])
            #expect(first.decisions.map(\.standing.state) == [.current, .withdrawn, .current])
            let again = try await room.record(requests, key: "k")
            #expect(again.isRepeat)
            #expect(again.decisions == first.decisions)
        },
        Case("aLegacyDecisionIsTakenOverOnceAndDoesNotHoldUpOthers") { room in
            _ = try await room.published()
            let instant = room.now
            room.wait(days: 3)
            let salt = try await room.registry.secret(.idempotencySalt)
            func mark(_ line: Int) -> Idempotency {
                Idempotency(key: "line \(line)", caller: "import", body: [], salt: salt)
            }
            let lines = try [
                (room.request(.accepted, .imported, of: "u-1", at: instant), mark(1)),
                (room.request(.accepted, .imported, of: "u-2", edition: 8, at: instant), mark(2)),
                (room.request(.accepted, .imported, of: "u-3", at: instant), mark(3)),
                (room.request(.accepted, .imported, of: "u-3", at: instant), mark(3)),
            ]
            for expected in [[1, nil, 2, 0], [0, nil, 0, 0]] as [[UInt64?]] {
                let answer = try await room.registry.submit(
                    .legacy(lines.map { Submission.Legacy(request: $0, mark: $1) })
                )
                guard case .legacy(let outcomes) = answer else {
                    throw RegistryRoom.Unexpected(answer)
                }
                let places: [UInt64?] = outcomes.map { outcome in
                    switch outcome {
                    case .recorded(let index): index
                    case .known: 0
                    case .refused: nil
                    }
                }
                #expect(places == expected)
            }
            #expect(try await room.registry.head().size == 3)
            #expect(try await room.state(of: "u-1") == .current)
            #expect(try await room.state(of: "u-3") == .current)
        },
    ]
}
