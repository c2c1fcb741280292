import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct PolicyTimelineTests {
    private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

    private func entry(
        _ number: Int,
        _ published: Int64,
        _ effective: Int64,
        _ change: ChangeKind = .reconsent,
        cancelled: Int64? = nil
    ) -> Timeline.Entry {
        Timeline.Entry(
            number: number,
            publishedAt: at(published),
            effectiveAt: at(effective),
            change: change,
            cancelledAt: cancelled.map(at)
        )
    }

    @Test func beforeTheFirstThereIsNone() {
        let timeline = Timeline([entry(1, 10, 20)])
        #expect(timeline.inForce(at: at(19)) == nil)
        #expect(timeline.reconsent(at: at(19)) == nil)
        #expect(timeline.inForce(at: at(20)) == 1)
        #expect(timeline.state(of: 1, at: at(9)) == .draft)
        #expect(timeline.state(of: 1, at: at(10)) == .upcoming)
        #expect(timeline.state(of: 1, at: at(20)) == .inForce)
        #expect(timeline.state(of: 2, at: at(20)) == .draft)
    }

    @Test func editorialEditionBesideAnUpcomingOne() {
        // 2 is published for a later day; 3 mends a slip at once.
        let timeline = Timeline([
            entry(1, 10, 10), entry(2, 20, 50), entry(3, 30, 30, .editorial),
        ])
        #expect(timeline.order.map(\.number) == [1, 3, 2])
        #expect(timeline.inForce(at: at(40)) == 3)
        #expect(timeline.reconsent(at: at(40)) == 1)
        #expect(timeline.upcoming(at: at(40)) == [2])
        #expect(timeline.replaced(by: 3) == 1)
        #expect(timeline.replaced(by: 2) == 3)
        #expect(timeline.replaced(by: 1) == nil)
        #expect(timeline.inForce(at: at(50)) == 2)
        #expect(timeline.state(of: 3, at: at(50)) == .superseded)
    }

    @Test func sameInstantGoesByNumber() {
        let timeline = Timeline([entry(2, 11, 20), entry(1, 10, 20)])
        #expect(timeline.inForce(at: at(20)) == 2)
        #expect(timeline.state(of: 1, at: at(20)) == .superseded)
    }

    @Test func cancelledEditionNeverBinds() {
        let timeline = Timeline([entry(1, 10, 10), entry(2, 20, 50, cancelled: 30)])
        #expect(timeline.state(of: 2, at: at(29)) == .upcoming)
        #expect(timeline.upcoming(at: at(29)) == [2])
        #expect(timeline.state(of: 2, at: at(30)) == .cancelled)
        #expect(timeline.state(of: 2, at: at(60)) == .cancelled)
        #expect(timeline.inForce(at: at(60)) == 1)
        #expect(timeline.replaced(by: 2) == nil)
        #expect(timeline.nextChange(after: at(20)) == at(30))
        #expect(timeline.nextChange(after: at(30)) == nil)
    }

    @Test func repealEndsThePolicy() {
        let timeline = Timeline([entry(1, 10, 10)], repealedFrom: at(40))
        #expect(timeline.inForce(at: at(39)) == 1)
        #expect(timeline.inForce(at: at(40)) == nil)
        #expect(timeline.reconsent(at: at(40)) == nil)
        #expect(timeline.state(of: 1, at: at(40)) == .superseded)
        #expect(timeline.isRepealed(at: at(40)))
        #expect(timeline.nextChange(after: at(10)) == at(40))
        #expect(timeline.nextChange(after: at(40)) == nil)
    }

    @Test(arguments: 0..<300)
    func agreesWithTheObviousReference(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let reference = ReferenceTimeline.random(using: &random)
        let timeline = Timeline(
            reference.entries.shuffled(using: &random),
            repealedFrom: reference.repealedFrom
        )
        var changes: [Int64] = []
        for time in Int64(-1)...60 {
            let instant = at(time)
            #expect(timeline.inForce(at: instant) == reference.inForce(at: time))
            #expect(timeline.reconsent(at: instant) == reference.reconsent(at: time))
            for entry in reference.entries {
                #expect(
                    timeline.state(of: entry.number, at: instant)
                        == reference.state(of: entry.number, at: time)
                )
            }
            let upcoming = timeline.upcoming(at: instant)
            #expect(Set(upcoming) == reference.upcoming(at: time))
            if reference.picture(at: time) != reference.picture(at: time - 1) {
                changes.append(time)
            }
        }
        for time in Int64(-1)...60 {
            let next = timeline.nextChange(after: at(time))?.milliseconds
            #expect(next == changes.first { $0 > time })
        }
        for entry in reference.entries {
            #expect(timeline.replaced(by: entry.number) == reference.replaced(by: entry.number))
        }
    }
}

/// The rules of the timeline, written down one by one without a thought for speed.
private struct ReferenceTimeline {
    var entries: [Timeline.Entry] = []
    var repealedFrom: Instant?

    static func random(using random: inout SeededGenerator) -> ReferenceTimeline {
        var reference = ReferenceTimeline()
        var published: Int64 = 0
        for number in 1...Int.random(in: 1...7, using: &random) {
            published += Int64.random(in: 1...6, using: &random)
            let effective = published + [0, 0, 1, 5, 12][Int.random(in: 0..<5, using: &random)]
            let cancelled =
                effective > published && Int.random(in: 0..<4, using: &random) == 0
                ? Int64.random(in: published..<effective, using: &random) : nil
            let any = ChangeKind.allCases.randomElement(using: &random) ?? .notice
            let change = number == 1 ? .reconsent : any
            reference.entries.append(
                Timeline.Entry(
                    number: number,
                    publishedAt: Instant(milliseconds: published),
                    effectiveAt: Instant(milliseconds: effective),
                    change: change,
                    cancelledAt: cancelled.map { Instant(milliseconds: $0) }
                )
            )
        }
        if Bool.random(using: &random) {
            let last = reference.entries.map(\.effectiveAt.milliseconds).max() ?? 0
            reference.repealedFrom = Instant(
                milliseconds: last + Int64.random(in: 1...5, using: &random)
            )
        }
        return reference
    }

    func isRepealed(at time: Int64) -> Bool {
        guard let repealedFrom else { return false }
        return time >= repealedFrom.milliseconds
    }

    func inForce(at time: Int64) -> Int? {
        if isRepealed(at: time) { return nil }
        var best: Timeline.Entry?
        for entry in entries
        where entry.cancelledAt == nil && entry.effectiveAt.milliseconds <= time {
            if let current = best, entry.effectiveAt < current.effectiveAt { continue }
            best = entry
        }
        return best?.number
    }

    func reconsent(at time: Int64) -> Int? {
        var only = self
        only.entries.removeAll { $0.change != .reconsent }
        return only.inForce(at: time)
    }

    func state(of number: Int, at time: Int64) -> EditionState {
        let entry = entries[number - 1]
        if time < entry.publishedAt.milliseconds { return .draft }
        if let cancelled = entry.cancelledAt, time >= cancelled.milliseconds { return .cancelled }
        if time < entry.effectiveAt.milliseconds { return .upcoming }
        return inForce(at: time) == number ? .inForce : .superseded
    }

    func upcoming(at time: Int64) -> Set<Int> {
        Set(entries.map(\.number).filter { state(of: $0, at: time) == .upcoming })
    }

    func replaced(by number: Int) -> Int? {
        guard entries[number - 1].cancelledAt == nil else { return nil }
        let me = entries[number - 1]
        let before = entries.filter { other in
            other.cancelledAt == nil
                && (other.effectiveAt < me.effectiveAt
                    || other.effectiveAt == me.effectiveAt && other.number < me.number)
        }
        let latest = before.map(\.effectiveAt).max()
        return before.filter { $0.effectiveAt == latest }.map(\.number).max()
    }

    /// Everything that a page could show at `time`.
    func picture(at time: Int64) -> [String] {
        entries.map { "\(state(of: $0.number, at: time))" } + ["\(isRepealed(at: time))"]
    }
}
