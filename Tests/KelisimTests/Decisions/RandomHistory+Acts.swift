import KelisimLog
import KelisimTesting
import KelisimText

@testable import Kelisim

/// Random acts and guardianships under the policy.
extension RandomHistory {
    /// Something that is not what it was made to be.
    struct Mistake: Error {}

    /// Makes another history under the policy.
    mutating func history() throws -> SubjectHistory {
        facts.deeds = []
        facts.guardings = []
        let guardings = generator.pick([0, 0, 0, 1, 2])
        var records: [Record] = []
        for number in 0..<guardings { records += try guarding("gs-\(number)") }
        if generator.below(3) == 0 { records += try plot() }
        for _ in 0..<generator.pick([0, 1, 2, 3, 4, 6, 8]) {
            records.append(try deed(guardings))
        }
        // As the log has them: by time of recording.
        let order = records.indices.sorted { one, other in
            (records[one].recordedAt, one) < (records[other].recordedAt, other)
        }
        var history = SubjectHistory(subject: try Subject("u-1"))
        for (position, record) in order.enumerated() {
            let index = 100 + UInt64(position)
            guard history.add(records[record].bytes, at: index) else { throw Mistake() }
            switch records[record] {
            case .decision(let decision): facts.deeds.append(.init(decision, at: index))
            case .guardianship(let guardianship, let recordedAt):
                facts.guardings.append(.init(guardianship, recordedAt, at: index))
            default: break
            }
        }
        return history
    }

    private mutating func quarters(_ bound: Int) -> Int64 {
        Int64(generator.below(bound)) * RandomHistory.quarter
    }

    private static func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Mistake() }
        return value
    }

    /// The versions of a guardianship.
    private mutating func guarding(_ name: String) throws -> [Record] {
        let from = instant(in: 0..<80)
        var recordedAt = from + generator.pick([0, 0, 20, -10]) * RandomHistory.quarter
        var reaches: [Int: LocalDate] = [:]
        var day = Int(RandomHistory.start / ReferenceStanding.day) + generator.below(20) - 10
        for age in [14, 16, 18] {
            day += 1 + generator.below(40)
            if generator.below(5) > 0 { reaches[age] = LocalDate(dayNumber: day) }
        }
        var versions: [Record] = []
        for _ in 0..<generator.pick([1, 1, 2, 3]) {
            let end = from + RandomHistory.quarter + quarters(120)
            let guardianship = Guardianship(
                id: try RandomHistory.known(GuardianshipID(name)),
                guardian: try Subject("guardian-of-\(name)"),
                ward: try Subject("u-1"),
                basis: .parent,
                from: Instant(milliseconds: from),
                until: generator.below(2) == 0 ? nil : Instant(milliseconds: end),
                wardReaches: reaches
            )
            versions.append(
                .guardianship(guardianship, recordedAt: Instant(milliseconds: recordedAt))
            )
            recordedAt += quarters(40)
        }
        return versions
    }

    /// An agreement, and an answer to the edition behind it.
    private mutating func plot() throws -> [Record] {
        let place = generator.below(facts.editions.count)
        let first = facts.editions[place]
        let next = facts.editions[min(place + 1, facts.editions.count - 1)]
        let (act, method) = generator.pick([
            (Act.accepted, DecisionMethod.implied), (.accepted, .click), (.declined, .click),
            (.withdrawn, .click),
        ])
        return [
            try decision(.accepted, .click, of: first.number, at: first.effectiveAt + quarters(4)),
            try decision(act, method, of: next.number, at: next.publishedAt + quarters(20)),
        ]
    }

    private mutating func deed(_ guardings: Int) throws -> Record {
        let act = generator.pick(
            [
                .accepted, .accepted, .accepted, .accepted, .declined, .withdrawn, .withdrawn,
                .notified,
            ] as [Act]
        )
        let method = generator.pick(DecisionMethod.allCases.filter { $0.isPossible(for: act) })
        let occurredAt = instant(in: generator.pick([0..<RandomHistory.span, 0..<80]))
        // Mostly what is in force or announced at that time, or else whatever there is.
        let then = facts.view(at: occurredAt, knownAt: .max)
        let any = 1 + generator.below(facts.editions.count)
        let shown = generator.pick([
            any, then?.inForce?.number, then?.inForce?.number, then?.answer.upcoming.first,
        ])
        let isUnknown = method == .imported && generator.below(3) == 0
        let number = guardings == 0 ? 0 : generator.below(guardings + 1)
        return try decision(
            act,
            method,
            of: isUnknown ? nil : shown ?? any,
            at: occurredAt,
            by: number == 0 ? nil : "gs-\(number - 1)"
        )
    }

    private mutating func decision(
        _ act: Act,
        _ method: DecisionMethod,
        of edition: Int?,
        at occurredAt: Int64,
        by guardianship: String? = nil
    ) throws -> Record {
        let isLate = method == .paper || method == .imported
        let recordedAt = Instant(milliseconds: occurredAt + (isLate ? quarters(60) : 0))
        let hasLanguage = edition != nil && generator.below(8) > 0
        let mark = Array(repeating: 1 as UInt8, count: 16)
        let actor = try guardianship.map { name in
            Actor(
                id: try Subject("guardian-of-\(name)"),
                guardianship: try RandomHistory.known(GuardianshipID(name))
            )
        }
        return .decision(
            Decision(
                id: DecisionID(at: recordedAt, using: &generator),
                recordedAt: recordedAt,
                occurredAt: Instant(milliseconds: occurredAt),
                subject: try Subject("u-1"),
                actor: actor,
                policy: policy,
                edition: edition,
                language: hasLanguage ? Language("kk") : nil,
                textDigest: hasLanguage ? Digest(of: mark) : nil,
                htmlDigest: nil,
                presentedAt: nil,
                identification: edition == nil ? .unknown : .number,
                act: act,
                method: method,
                evidence: nil,
                context: DecisionContext(),
                recordedBy: nil,
                idempotency: try RandomHistory.known(Idempotency(key: mark, fingerprint: mark))
            )
        )
    }
}

extension ReferenceStanding.Deed {
    init(_ decision: Decision, at index: UInt64) {
        self.init(
            index: index,
            recordedAt: decision.recordedAt.milliseconds,
            occurredAt: decision.occurredAt.milliseconds,
            act: decision.act,
            method: decision.method,
            edition: decision.edition,
            hasLanguage: decision.language != nil,
            guardianship: decision.actor?.guardianship.name
        )
    }
}

extension ReferenceStanding.Guarding {
    init(_ guardianship: Guardianship, _ recordedAt: Instant, at index: UInt64) {
        self.init(
            name: guardianship.id.name,
            index: index,
            recordedAt: recordedAt.milliseconds,
            from: guardianship.from.milliseconds,
            until: guardianship.until?.milliseconds,
            reaches: guardianship.wardReaches.mapValues { Int64($0.dayNumber) }
        )
    }
}
