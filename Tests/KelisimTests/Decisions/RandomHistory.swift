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
    var facts = ReferenceStanding()
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
}
