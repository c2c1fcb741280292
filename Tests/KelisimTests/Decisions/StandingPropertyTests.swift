import KelisimTesting
import Testing

@testable import Kelisim

/// Standing against ``ReferenceStanding``, over random policies, histories, T and K.
@Suite struct StandingPropertyTests {
    @Test func standingIsWhatTheRulesSay() throws {
        var tally: [String: Int] = [:]
        for seed in 1...160 as ClosedRange<UInt64> {
            var random = try RandomHistory(seed: seed)
            for _ in 0..<30 {
                let history = try random.history()
                for _ in 0..<3 {
                    let time = random.question()
                    let known = random.generator.below(3) == 0 ? random.question() : .max
                    compare(&random, history, time, known, &tally)
                }
            }
        }
        for tag in StandingPropertyTests.tags {
            #expect(tally[tag, default: 0] >= 15, "\(tag)")
        }
    }

    /// What must have happened for the comparison to mean something.
    private static let tags =
        Standing.State.allCases.map { "state \($0)" } + [
            "valid for ever", "valid until a publication", "valid until a cancellation",
            "valid until an edition comes into force", "valid until acceptBy",
            "valid until coming of age", "valid until repeal", "satisfied by an early acceptance",
            "satisfied by an edition before the one in force", "satisfied by a guardian",
            "satisfied by implied use", "an implied acceptance is silenced",
            "an implied acceptance is heard again", "a guardian's act is outlived",
            "a guardian's act lies outside", "declined and allowed", "withdrawn and in time",
            "a withdrawal of an upcoming edition", "something insufficient is shown",
            "the last acceptance is not the one that stands", "history only", "repealed",
            "a cancelled edition was accepted", "not known yet",
        ]

    private func compare(
        _ random: inout RandomHistory,
        _ history: SubjectHistory,
        _ time: Int64,
        _ known: Int64,
        _ tally: inout [String: Int]
    ) {
        let standing = Standing(
            of: history,
            under: random.policy,
            on: random.shelf,
            at: Instant(milliseconds: time),
            within: Horizon(knownAt: Instant(milliseconds: known))
        )
        let facts = random.facts
        guard let view = facts.view(at: time, knownAt: known) else {
            #expect(standing == nil)
            tally["not known yet", default: 0] += 1
            return
        }
        let answer = view.answer
        guard let standing else {
            Issue.record("no standing")
            return
        }
        guard standing.answer(history) == answer else {
            Issue.record(
                "at \(time), known \(known): \(standing.answer(history)) is not \(answer) by \(facts)"
            )
            return
        }
        let end = standing.validUntil?.milliseconds
        let turns = Set(random.turns).sorted()
        var probes = turns.flatMap { [$0 - 1, $0, $0 + 1] }
        probes += (0..<5)
            .map { _ in
                random.generator.pick(turns + [time]) + Int64(random.generator.below(9_000_000))
            }
        for probe in probes where probe > time && probe < end ?? .max {
            let then = facts.view(at: probe, knownAt: known, actsUntil: time)?.answer
            guard then == answer else {
                Issue.record(
                    "at \(time), known \(known): changed at \(probe), before \(String(describing: end)), by \(facts)"
                )
                return
            }
        }
        if let end {
            let then = facts.view(at: end, knownAt: known, actsUntil: time)?.answer
            #expect(end > time && then != answer, "nothing changes at \(end) by \(facts)")
        }
        count(view, answer, end, facts, &tally)
    }

    private func count(
        _ view: ReferenceStanding.View,
        _ answer: ReferenceStanding.Answer,
        _ end: Int64?,
        _ facts: ReferenceStanding,
        _ tally: inout [String: Int]
    ) {
        func tell(_ tag: String, when condition: Bool = true) {
            if condition { tally[tag, default: 0] += 1 }
        }
        tell("state \(answer.state)")
        tell("valid for ever", when: end == nil)
        if let end {
            let editions = view.editions
            tell("valid until a publication", when: editions.contains { $0.publishedAt == end })
            tell("valid until a cancellation", when: editions.contains { $0.cancelledAt == end })
            tell(
                "valid until an edition comes into force",
                when: editions.contains { $0.effectiveAt == end }
            )
            tell("valid until acceptBy", when: answer.acceptBy == end)
            tell(
                "valid until coming of age",
                when: view.guardings.contains { $0.reaches.values.map(view.midnight).contains(end) }
            )
            tell("valid until repeal", when: view.repealedFrom == end)
        }
        tell("repealed", when: view.isRepealed)
        let accepted = view.accepted
        let edition = view.editions.first { $0.number == accepted?.edition }
        if answer.state == .current, let accepted, let edition {
            tell(
                "satisfied by an early acceptance",
                when: accepted.occurredAt < edition.effectiveAt
            )
            tell(
                "satisfied by an edition before the one in force",
                when: edition.number != answer.inForce
            )
            tell("satisfied by a guardian", when: accepted.guardianship != nil)
            tell("satisfied by implied use", when: accepted.method == .implied)
        }
        let counted = view.counted
        tell(
            "an implied acceptance is silenced",
            when: counted.contains { view.isSilenced($0, among: counted) }
        )
        tell(
            "an implied acceptance is heard again",
            when: view.heard.contains { deed in
                deed.method == .implied
                    && view.heard.contains { $0.act != .accepted && view.isBefore(deed, $0) }
            }
        )
        for deed in view.acts {
            guard let name = deed.guardianship, let guarding = view.newest(name) else { continue }
            let isInside =
                guarding.from <= deed.occurredAt
                && (guarding.until.map { deed.occurredAt < $0 } ?? true)
            tell("a guardian's act is outlived", when: isInside && !view.counts(deed))
            tell("a guardian's act lies outside", when: !isInside)
        }
        tell(
            "declined and allowed",
            when: answer.state == .declined && answer.allowed && answer.acceptBy != nil
        )
        tell(
            "withdrawn and in time",
            when: answer.state == .withdrawn && (answer.acceptBy.map { view.time < $0 } ?? false)
        )
        tell(
            "a withdrawal of an upcoming edition",
            when: counted.contains { deed in
                deed.act == .withdrawn && view.isUpcoming(deed.edition, at: deed.occurredAt)
            }
        )
        tell(
            "something insufficient is shown",
            when: accepted != nil
                && view.inForce.map { !view.isEnough(accepted?.method ?? .click, for: $0) } ?? false
        )
        tell(
            "the last acceptance is not the one that stands",
            when: answer.accepted != answer.lastAccepted
        )
        tell(
            "history only",
            when: view.deeds.contains { $0.act == .accepted && !view.acts.contains($0) }
        )
        tell(
            "a cancelled edition was accepted",
            when: view.acts.contains { deed in
                view.editions.contains { $0.number == deed.edition && $0.cancelledAt != nil }
            }
        )
    }
}

extension Standing {
    /// What ``ReferenceStanding`` says, too.
    fileprivate func answer(_ history: SubjectHistory) -> ReferenceStanding.Answer {
        func index(_ accepted: Accepted?) -> UInt64? {
            history.acts.first { $0.decision == accepted?.decision }?.index
        }
        return ReferenceStanding.Answer(
            state: state,
            allowed: allowed,
            accepted: index(accepted),
            lastAccepted: index(lastAccepted),
            required: required?.edition,
            acceptBy: required?.acceptBy?.milliseconds,
            inForce: inForce,
            upcoming: upcoming
        )
    }
}
