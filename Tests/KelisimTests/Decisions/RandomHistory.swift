import KelisimLog
import KelisimTesting
import KelisimText

@testable import Kelisim

/// Random policies and histories, as the facts that ``ReferenceStanding`` reasons about and as the
/// values that ``Standing`` is computed from.
struct RandomHistory {
    static let start: Int64 = 1_798_761_600_000
    static let quarter: Int64 = 6 * 3_600_000
    /// How many quarters of a day everything happens in.
    static let span = 240

    var generator: SeededGenerator
    private(set) var facts = ReferenceStanding()
    private(set) var shelf = Shelf()
    private(set) var policy: PolicyID

    /// Makes the policy number `seed`.
    init(seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        var published = try PublishedPolicy("policy-\(seed)")
        policy = published.id
        facts.offset = generator.pick([5, 5, 0])
        var items: [Shelf.Item] = []
        var (publishedAt, recordedAt) = (instant(in: 0..<10), RandomHistory.start)
        func shelve(_ recordedAt: Int64) {
            for file in published.files.dropFirst(items.count) {
                let instant = Instant(milliseconds: recordedAt)
                items.append(
                    Shelf.Item(index: UInt64(items.count), recordedAt: instant, file: file)
                )
            }
        }
        for number in 1...generator.pick([1, 2, 3, 3, 4, 5]) {
            let effectiveAt =
                publishedAt + generator.pick([0, 0, 1, 10, 20, 40, 80]) * RandomHistory.quarter
            var terms = PublishedPolicy.Terms()
            terms.change =
                number == 1
                ? .reconsent : generator.pick([.reconsent, .reconsent, .notice, .editorial])
            terms.acceptWithin = generator.pick([nil, 1, 9, 20, 30])
            terms.mandatory = generator.below(6) > 0
            terms.minimumMethod = generator.pick([.implied, .click, .click, .click, .signature])
            terms.guardianUnder = generator.pick([nil, 14, 14, 16, 18])
            terms.timeZone = facts.offset == 0 ? "UTC" : "Asia/Almaty"
            terms.languages = ["kk"]
            try published.publish(
                at: Instant(milliseconds: publishedAt),
                effectiveAt: Instant(milliseconds: effectiveAt),
                terms
            )
            recordedAt = max(
                recordedAt,
                publishedAt + generator.pick([-8, 0, 0, 0, 20]) * RandomHistory.quarter
            )
            shelve(recordedAt)
            var edition = ReferenceStanding.Edition(
                number: number,
                publishedAt: publishedAt,
                effectiveAt: effectiveAt,
                change: terms.change,
                acceptWithin: terms.acceptWithin,
                mandatory: terms.mandatory,
                minimum: terms.minimumMethod,
                guardianUnder: terms.guardianUnder,
                recordedAt: recordedAt
            )
            if effectiveAt > publishedAt, generator.below(4) == 0 {
                let quarters = Int((effectiveAt - publishedAt) / RandomHistory.quarter)
                let cancelledAt =
                    publishedAt + Int64(generator.below(quarters)) * RandomHistory.quarter
                try published.cancel(number, at: Instant(milliseconds: cancelledAt))
                recordedAt = max(recordedAt, cancelledAt)
                shelve(recordedAt)
                edition.cancelledAt = cancelledAt
                edition.cancellationRecordedAt = recordedAt
            }
            facts.editions.append(edition)
            publishedAt += 1 + Int64(generator.below(50)) * RandomHistory.quarter
        }
        if generator.below(4) == 0 {
            let repealedFrom = publishedAt + Int64(generator.below(60)) * RandomHistory.quarter
            try published.repeal(from: Instant(milliseconds: repealedFrom))
            recordedAt = max(recordedAt, publishedAt)
            shelve(recordedAt)
            facts.repealedFrom = repealedFrom
            facts.repealRecordedAt = recordedAt
        }
        shelf = Shelf(items)
    }

    /// An instant in the time in which everything happens.
    mutating func instant(in quarters: Range<Int>? = nil) -> Int64 {
        let range = quarters ?? 0..<RandomHistory.span
        let quarter = range.lowerBound + generator.below(range.count)
        return RandomHistory.start + Int64(quarter) * RandomHistory.quarter
    }

    /// An instant of interest: on the grid, or at or beside one at which something turns.
    mutating func question() -> Int64 {
        switch generator.below(4) {
        case 0: instant()
        case 1:
            // Soon after an edition has come into force.
            generator.pick(facts.editions).effectiveAt
                + Int64(generator.below(60)) * RandomHistory.quarter
        default: generator.pick(turns) + generator.pick([-1, 0, 0, 1])
        }
    }

    /// Every instant at which something may turn.
    var turns: [Int64] {
        let view = facts.view(at: .max, knownAt: .max)
        let editions = facts.editions.flatMap { edition in
            [edition.publishedAt, edition.effectiveAt, edition.cancelledAt, view?.end(of: edition)]
                .compactMap(\.self)
        }
        let days = facts.guardings.flatMap { guarding in
            guarding.reaches.values.compactMap { view?.midnight($0) }
                + [guarding.from, guarding.until].compactMap(\.self)
        }
        return editions + days + facts.deeds.map(\.occurredAt)
            + [facts.repealedFrom].compactMap(\.self)
    }

    // MARK: - Histories

    /// Makes another history under the policy.
    mutating func history() throws -> SubjectHistory {
        facts.deeds = []
        facts.guardings = []
        var records: [(recordedAt: Int64, make: (UInt64) throws -> Record)] = []
        let guardings = generator.pick([0, 0, 0, 1, 2])
        for number in 0..<guardings { records += guarding("gs-\(number)") }
        for _ in 0..<generator.pick([0, 1, 2, 3, 4, 6, 8]) { records.append(deed(guardings)) }
        // As the log has them: by time of recording.
        let order = records.indices.sorted { one, other in
            (records[one].recordedAt, one) < (records[other].recordedAt, other)
        }
        var history = SubjectHistory(subject: try Subject("u-1"))
        for (position, index) in order.enumerated() {
            let place = 100 + UInt64(position)
            let record = try records[index].make(place)
            guard history.add(record.bytes, at: place) else { throw Mistake.record }
            switch record {
            case .decision(let decision): facts.deeds.append(.init(decision, at: place))
            case .guardianship(let guardianship, let recordedAt):
                facts.guardings.append(.init(guardianship, recordedAt, at: place))
            default: break
            }
        }
        return history
    }

    enum Mistake: Error {
        case record, value
    }

    private mutating func guarding(
        _ name: String
    ) -> [(recordedAt: Int64, make: (UInt64) throws -> Record)] {
        let from = instant(in: 0..<80)
        var recordedAt = from + generator.pick([0, 0, 20, -10]) * RandomHistory.quarter
        var reaches: [Int: LocalDate] = [:]
        var day = Int(RandomHistory.start / ReferenceStanding.day) + generator.below(20) - 10
        for age in [14, 16, 18] {
            day += 1 + generator.below(40)
            if generator.below(5) > 0 { reaches[age] = LocalDate(dayNumber: day) }
        }
        var versions: [(recordedAt: Int64, make: (UInt64) throws -> Record)] = []
        for _ in 0..<generator.pick([1, 1, 2, 3]) {
            let end = from + Int64(1 + generator.below(120)) * RandomHistory.quarter
            let until = generator.below(2) == 0 ? nil : Instant(milliseconds: end)
            let (days, recorded) = (reaches, recordedAt)
            versions.append(
                (
                    recordedAt,
                    { _ in
                        guard let id = GuardianshipID(name) else { throw Mistake.value }
                        let guardianship = Guardianship(
                            id: id,
                            guardian: try Subject("guardian-of-\(name)"),
                            ward: try Subject("u-1"),
                            basis: .parent,
                            from: Instant(milliseconds: from),
                            until: until,
                            wardReaches: days
                        )
                        let instant = Instant(milliseconds: recorded)
                        return .guardianship(guardianship, recordedAt: instant)
                    }
                )
            )
            recordedAt += Int64(generator.below(40)) * RandomHistory.quarter
        }
        return versions
    }

    private mutating func deed(
        _ guardings: Int
    ) -> (recordedAt: Int64, make: (UInt64) throws -> Record) {
        let act = generator.pick(
            [
                .accepted, .accepted, .accepted, .accepted, .declined, .withdrawn, .withdrawn,
                .notified,
            ] as [Act]
        )
        let method = generator.pick(DecisionMethod.allCases.filter { $0.isPossible(for: act) })
        let occurredAt = instant(in: generator.pick([0..<RandomHistory.span, 0..<80]))
        let isLate = method == .paper || method == .imported
        let recordedAt =
            occurredAt + (isLate ? Int64(generator.below(60)) * RandomHistory.quarter : 0)
        let isUnknown = method == .imported && generator.below(3) == 0
        // Mostly what is in force or announced at that time, or else whatever there is.
        let then = facts.view(at: occurredAt, knownAt: .max)
        let any = 1 + generator.below(facts.editions.count)
        let shown = generator.pick([
            any, then?.inForce?.number, then?.inForce?.number, then?.answer.upcoming.first,
        ])
        let edition = isUnknown ? nil : shown ?? any
        let language = isUnknown || generator.below(8) == 0 ? nil : Language("kk")
        let number = guardings == 0 ? 0 : generator.below(guardings + 1)
        let policy = policy
        let random = generator.next()
        return (
            recordedAt,
            { _ in
                var names = SeededGenerator(seed: random)
                guard
                    let idempotency = Idempotency(
                        key: Array(repeating: 1, count: 16),
                        fingerprint: Array(repeating: 2, count: 16)
                    )
                else { throw Mistake.value }
                let actor =
                    try number == 0
                    ? nil
                    : GuardianshipID("gs-\(number - 1)")
                        .map {
                            Actor(id: try Subject("guardian-of-\($0.name)"), guardianship: $0)
                        }
                return .decision(
                    Decision(
                        id: DecisionID(at: Instant(milliseconds: recordedAt), using: &names),
                        recordedAt: Instant(milliseconds: recordedAt),
                        occurredAt: Instant(milliseconds: occurredAt),
                        subject: try Subject("u-1"),
                        actor: actor,
                        policy: policy,
                        edition: edition,
                        language: language,
                        textDigest: language.map { Digest(of: Array($0.tag.utf8)) },
                        htmlDigest: nil,
                        presentedAt: nil,
                        identification: .number,
                        act: act,
                        method: method,
                        evidence: nil,
                        context: DecisionContext(),
                        recordedBy: nil,
                        idempotency: idempotency
                    )
                )
            }
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
