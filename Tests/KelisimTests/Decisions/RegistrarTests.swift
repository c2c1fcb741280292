import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// What the conformance suite can't see: several submissions in one batch, and the largest.
@Suite struct RegistrarTests {
    private let now = RegistryRoom.morning

    /// A registrar with one edition taken up.
    private func registrar() throws -> Registrar {
        var policy = try PublishedPolicy()
        try policy.publish(at: now)
        var registrar = Registrar(shelf: Shelf(), size: 0, lastRecordedAt: nil, key: nil)
        _ = try registrar.settle(.publications(policy.files), at: now)
        return registrar
    }

    /// A registrar for the next batch, filled with what `last` left behind.
    private func next(_ last: Registrar) throws -> Registrar {
        Registrar(
            shelf: last.shelf,
            size: last.size,
            lastRecordedAt: last.lastRecordedAt,
            key: last.key,
            histories: last.histories,
            guardianships: last.guardianships,
            remembered: last.remembered
        )
    }

    private func request(
        _ act: Act = .accepted,
        of subject: String = "u-1"
    ) throws -> DecisionRequest {
        DecisionRequest(
            subject: try Subject(subject),
            act: act,
            method: .click,
            target: .edition(try #require(PolicyID("privacy")), 1, Language("kk"), nil)
        )
    }

    private func mark(_ key: UInt8, body: UInt8 = 0) throws -> Idempotency {
        let fingerprint = Array(repeating: body, count: 16)
        return try #require(
            Idempotency(key: Array(repeating: key, count: 16), fingerprint: fingerprint)
        )
    }

    private func guardianship(until: Instant? = nil) throws -> Guardianship {
        Guardianship(
            id: try #require(GuardianshipID("gs-1")),
            guardian: try Subject("g-1"),
            ward: try Subject("u-1"),
            basis: .parent,
            from: now,
            until: until,
            wardReaches: [14: try #require(LocalDate(iso: "2030-06-15"))]
        )
    }

    private func erased(_ answer: Answer) throws -> [UInt64] {
        guard case .erased(let indices) = answer else { throw Unexpected() }
        return indices
    }

    private struct Unexpected: Error {}

    @Test func aBatchErasesItsOwnRows() throws {
        var registrar = try next(try registrar())
        _ = try registrar.settle(.decisions([request()], try mark(1)), at: now)
        let answer = try registrar.settle(.erasure(Subject("u-1"), ground: ""), at: now)
        #expect(try erased(answer) == [1])
        #expect(registrar.erasures.isEmpty)
        #expect(registrar.entries.map { $0.entry.sealed == nil } == [true, false])
        #expect(registrar.entries.map(\.entry.index) == [1, 2])
        #expect(registrar.entries[0].remembers?.key == (try mark(1).key))
        #expect(throws: Refusal.gone) {
            try registrar.settle(.decisions([request()], try mark(1)), at: now)
        }
        #expect(try registrar.histories[Subject("u-1")]?.indices == [])
    }

    @Test func aBatchErasesRowsOfBeforeAndItsOwn() throws {
        var first = try registrar()
        _ = try first.settle(.decisions([request(), request(of: "u-2")], try mark(1)), at: now)
        var second = try next(first)
        _ = try second.settle(.decisions([request(.withdrawn)], try mark(2)), at: now)
        let answer = try second.settle(.erasure(Subject("u-1"), ground: ""), at: now)
        #expect(try erased(answer) == [1, 3])
        #expect(second.erasures.map(\.indices) == [[1]])
        #expect(second.erasures.map(\.subject.id) == ["u-1"])
        #expect(second.entries.map { $0.entry.sealed == nil } == [true, false])
        for key in [1, 2] as [UInt8] {
            #expect(throws: Refusal.gone) {
                try second.settle(.decisions([request()], try mark(key)), at: now)
            }
        }
        // And may begin anew in the same batch.
        let again = try second.settle(.decisions([request()], try mark(3)), at: now)
        guard case .decisions(let decisions, isRepeat: false) = again else { throw Unexpected() }
        #expect(decisions[0].index == 5)
        #expect(decisions[0].standing.state == .current)
    }

    @Test func aGuardianshipErasedInABatchCanBeRegisteredInIt() throws {
        var registrar = try next(try registrar())
        _ = try registrar.settle(.guardianship(guardianship()), at: now)
        _ = try registrar.settle(.erasure(Subject("u-1"), ground: ""), at: now)
        let answer = try registrar.settle(.guardianship(guardianship()), at: now)
        guard case .guardianship(_, isNew: true) = answer else { throw Unexpected() }
        #expect(registrar.entries.map { $0.entry.sealed == nil } == [true, false, false])
        #expect(try registrar.histories[Subject("u-1")]?.guardianships.count == 1)
    }

    @Test func aKeyIsRememberedInsideABatch() throws {
        var registrar = try next(try registrar())
        for isRepeat in [false, true, true] {
            let answer = try registrar.settle(.decisions([request()], try mark(1)), at: now)
            guard case .decisions(let decisions, isRepeat) = answer else { throw Unexpected() }
            #expect(decisions.map(\.index) == [1])
        }
        #expect(throws: Refusal.idempotencyKeyReused) {
            try registrar.settle(.decisions([request()], try mark(1, body: 9)), at: now)
        }
        #expect(registrar.entries.count == 1)
        #expect(registrar.entries[0].remembers?.count == 1)
    }

    @Test func aRefusedSubmissionLeavesTheBatchAsItWas() throws {
        var registrar = try next(try registrar())
        _ = try registrar.settle(.decisions([request()], try mark(1)), at: now)
        let (size, last) = (registrar.size, registrar.lastRecordedAt)
        let histories = registrar.histories
        let later = Instant(milliseconds: now.milliseconds + 9)
        let unknown = DecisionRequest(
            subject: try Subject("u-1"),
            act: .accepted,
            method: .click,
            target: .edition(try #require(PolicyID("terms")), 1, Language("kk"), nil)
        )
        #expect(throws: Refusal.self) {
            try registrar.settle(
                .decisions([request(.withdrawn), request(of: "u-2"), unknown], try mark(2)),
                at: later
            )
        }
        #expect(registrar.size == size)
        #expect(registrar.lastRecordedAt == last)
        #expect(registrar.histories == histories)
        #expect(registrar.entries.map(\.entry.index) == [1])
        let answer = try registrar.settle(.decisions([request()], try mark(2)), at: now)
        guard case .decisions(let decisions, isRepeat: false) = answer else { throw Unexpected() }
        #expect(decisions.map(\.index) == [2])
    }

    @Test func theFirstOfSeveralDecisionsRemembersTheKey() throws {
        var registrar = try next(try registrar())
        let requests = try ["u-1", "u-2", "u-3"].map { try request(of: $0) }
        _ = try registrar.settle(.decisions(requests, try mark(1)), at: now)
        #expect(registrar.entries.map { $0.remembers?.count } == [3, nil, nil])
    }

    @Test func anErasureThatOneLeafCanNotHoldHasSeveral() throws {
        var registrar = try registrar()
        let count = Erasure.capacity * 2 + 1
        var history = SubjectHistory(subject: try Subject("u-1"))
        let hold = Hold(subject: history.subject, step: .released, reason: "")
        for index in 0..<UInt64(count) { history.add(.hold(hold, recordedAt: now), at: index * 3) }
        registrar = Registrar(
            shelf: registrar.shelf,
            size: UInt64(count) * 3,
            lastRecordedAt: now,
            key: nil,
            histories: [history.subject: history]
        )
        let answer = try registrar.settle(.erasure(history.subject, ground: "asked"), at: now)
        #expect(try erased(answer) == history.indices)
        #expect(registrar.erasures.map(\.indices) == [history.indices])
        let leaves = registrar.entries.compactMap { Leaf($0.entry.leaf) }
        #expect(leaves.map { $0.erased?.count } == [Erasure.capacity, Erasure.capacity, 1])
        #expect(leaves.flatMap { $0.erased ?? [] } == history.indices)
        #expect(registrar.entries.allSatisfy { $0.entry.leaf.count <= 65_535 })
    }

    @Test func theClockMayGoBack() throws {
        var registrar = try next(try registrar())
        let early = Instant(milliseconds: now.milliseconds - 5000)
        let answer = try registrar.settle(.decisions([request()], try mark(1)), at: early)
        guard case .decisions(let decisions, _) = answer else { throw Unexpected() }
        #expect(decisions[0].decision.recordedAt == now)
        #expect(decisions[0].decision.occurredAt == now)
        #expect("\(decisions[0].decision.id)".hasPrefix("01a2ce8b-d400-7"))
    }
}
