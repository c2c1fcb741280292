import Kelisim

/// Standing as domain.md words it, sentence by sentence: sets of editions and acts, quantified over,
/// without order, shortcuts or thought of speed.
struct ReferenceStanding {
    struct Edition: Hashable {
        let number: Int
        let publishedAt: Int64
        let effectiveAt: Int64
        let change: ChangeKind
        let acceptWithin: Int?
        let mandatory: Bool
        let minimum: Acceptance.Method
        let guardianUnder: Int?
        let recordedAt: Int64
        var cancelledAt: Int64?
        var cancellationRecordedAt: Int64?
    }

    struct Deed: Hashable {
        let index: UInt64
        let recordedAt: Int64
        let occurredAt: Int64
        let act: Act
        let method: DecisionMethod
        let edition: Int?
        let hasLanguage: Bool
        let guardianship: String?
    }

    struct Guarding: Hashable {
        let name: String
        let index: UInt64
        let recordedAt: Int64
        let from: Int64
        let until: Int64?
        /// Ages, and the days on which they are reached, counted from 1970-01-01.
        let reaches: [Int: Int64]
    }

    struct Answer: Hashable {
        var state = Standing.State.none
        var allowed = true
        var accepted: UInt64?
        var lastAccepted: UInt64?
        var required: Int?
        var acceptBy: Int64?
        var inForce: Int?
        var upcoming: [Int] = []
    }

    static let day: Int64 = 86_400_000

    var editions: [Edition] = []
    var repealedFrom: Int64?
    var repealRecordedAt: Int64?
    /// Hours that the policy's clocks are ahead of UTC.
    var offset: Int64 = 5
    var deeds: [Deed] = []
    var guardings: [Guarding] = []

    /// What an answer for `time`, as known at `known`, rests on; acts made behind `last` are not seen.
    func view(at time: Int64, knownAt known: Int64, actsUntil last: Int64? = nil) -> View? {
        let seen = editions.filter { $0.recordedAt <= known }
            .map { edition in
                var edition = edition
                if edition.cancellationRecordedAt.map({ known < $0 }) ?? false {
                    edition.cancelledAt = nil
                }
                return edition
            }
        guard !seen.isEmpty else { return nil }
        return View(
            time: time,
            offset: offset,
            editions: seen,
            repealedFrom: repealRecordedAt.map { $0 <= known } ?? false ? repealedFrom : nil,
            deeds: deeds.filter { $0.recordedAt <= known && $0.occurredAt <= last ?? time },
            guardings: guardings.filter { $0.recordedAt <= known }
        )
    }
}

extension ReferenceStanding {
    /// What is seen, at an instant.
    struct View {
        let time: Int64
        let offset: Int64
        let editions: [Edition]
        let repealedFrom: Int64?
        let deeds: [Deed]
        let guardings: [Guarding]

        // MARK: - Timeline

        func precedes(_ one: Edition, _ other: Edition) -> Bool {
            one.effectiveAt < other.effectiveAt
                || one.effectiveAt == other.effectiveAt && one.number < other.number
        }

        /// The editions on the timeline that have come into force.
        var arrived: [Edition] {
            editions.filter { $0.cancelledAt == nil && $0.effectiveAt <= time }
        }

        func last(of some: [Edition]) -> Edition? {
            some.first { one in some.allSatisfy { !precedes(one, $0) } }
        }

        var isRepealed: Bool { repealedFrom.map { $0 <= time } ?? false }

        /// F(T).
        var inForce: Edition? { isRepealed ? nil : last(of: arrived) }

        /// R(T).
        var reconsent: Edition? { last(of: arrived.filter { $0.change == .reconsent }) }

        /// Whether R(T) ≤ E ≤ F(T).
        func isAsked(_ number: Int?) -> Bool {
            arrived.contains { edition in
                edition.number == number
                    && (reconsent.map { !precedes(edition, $0) } ?? true)
            }
        }

        func isUpcoming(_ number: Int?, at instant: Int64) -> Bool {
            editions.contains { edition in
                edition.number == number && edition.publishedAt <= instant
                    && instant < edition.effectiveAt
                    && !(edition.cancelledAt.map { $0 <= instant } ?? false)
            }
        }

        // MARK: - Acts

        func isBefore(_ one: Deed, _ other: Deed) -> Bool {
            one.occurredAt < other.occurredAt
                || one.occurredAt == other.occurredAt && one.index < other.index
        }

        /// The acts that can have an effect at all.
        var acts: [Deed] {
            deeds.filter { deed in
                deed.act != .notified && deed.edition != nil
                    && (deed.method != .imported || deed.act != .accepted || deed.hasLanguage)
            }
        }

        func midnight(_ day: Int64) -> Int64 { day * ReferenceStanding.day - offset * 3_600_000 }

        func newest(_ name: String) -> Guarding? {
            let versions = guardings.filter { $0.name == name }
            return versions.first { one in versions.allSatisfy { $0.index <= one.index } }
        }

        func comingOfAge(_ guarding: Guarding) -> Int64? {
            guard let age = last(of: arrived)?.guardianUnder else { return nil }
            let stated = guarding.reaches.keys.filter { $0 >= age }
            return stated.min().flatMap { guarding.reaches[$0] }.map(midnight)
        }

        /// Whether an act was made by the subject, or by a guardian who counts.
        func counts(_ deed: Deed) -> Bool {
            guard let name = deed.guardianship else { return true }
            guard let guarding = newest(name) else { return false }
            let isInside =
                guarding.from <= deed.occurredAt
                && (guarding.until.map { deed.occurredAt < $0 } ?? true)
            return isInside && (comingOfAge(guarding).map { time < $0 } ?? true)
        }

        var counted: [Deed] { acts.filter(counts) }

        func isExplicit(_ deed: Deed) -> Bool {
            deed.act == .accepted && deed.method != .implied
        }

        /// Whether an implied acceptance neither counts nor is shown, going by the acts `some`.
        func isSilenced(_ deed: Deed, among some: [Deed]) -> Bool {
            guard deed.act == .accepted, deed.method == .implied else { return false }
            let refusals = some.filter { $0.act != .accepted }
            let isVisit = refusals.contains { refusal in
                isBefore(refusal, deed)
                    && !some.contains {
                        isExplicit($0) && isBefore(refusal, $0) && isBefore($0, deed)
                    }
            }
            let isRefusedSince = refusals.contains { refusal in
                !some.contains { isExplicit($0) && isBefore(refusal, $0) }
            }
            return isVisit || isRefusedSince
        }

        func isEnded(_ deed: Deed) -> Bool {
            counted.contains { withdrawal in
                withdrawal.act == .withdrawn && isBefore(deed, withdrawal)
                    && (!isUpcoming(withdrawal.edition, at: withdrawal.occurredAt)
                        || withdrawal.edition == deed.edition)
            }
        }

        /// The acts that count and are heard.
        var heard: [Deed] { counted.filter { !isSilenced($0, among: counted) } }

        /// The acceptances that stand.
        var standing: [Deed] { heard.filter { $0.act == .accepted && !isEnded($0) } }

        func rank(_ method: DecisionMethod) -> Int {
            switch method {
            case .implied: 1
            case .click, .paper, .imported: 2
            case .signature: 3
            default: 0
            }
        }

        func isEnough(_ method: DecisionMethod, for edition: Edition) -> Bool {
            switch edition.minimum {
            case .implied: rank(method) >= 1
            case .click: rank(method) >= 2
            case .signature: rank(method) >= 3
            }
        }

        // MARK: - Answer

        var isSatisfied: Bool {
            guard let inForce else { return false }
            return standing.contains { acceptance in
                isAsked(acceptance.edition) && isEnough(acceptance.method, for: inForce)
                    && !heard.contains { refusal in
                        refusal.act == .declined && isAsked(refusal.edition)
                            && isBefore(acceptance, refusal)
                    }
            }
        }

        var isLastAWithdrawal: Bool {
            heard.contains { one in
                one.act == .withdrawn && !heard.contains { isBefore(one, $0) }
            }
        }

        var isLastAskedARefusal: Bool {
            heard.contains { one in
                one.act == .declined && isAsked(one.edition)
                    && !heard.contains { isAsked($0.edition) && isBefore(one, $0) }
            }
        }

        /// `effectiveAt` and the days of grace, in full days behind that day.
        func end(of edition: Edition) -> Int64? {
            edition.acceptWithin.map { days in
                let local = edition.effectiveAt + offset * 3_600_000
                let today = (local - ((local % day) + day) % day) / day
                return midnight(today + Int64(days) + 1)
            }
        }

        private var day: Int64 { ReferenceStanding.day }

        var acceptBy: Int64? {
            let agreed = arrived.filter { edition in
                standing.contains {
                    $0.edition == edition.number && isEnough($0.method, for: edition)
                }
            }
            guard let last = last(of: agreed) else { return nil }
            let later = arrived.filter { $0.change == .reconsent && precedes(last, $0) }
            let first = later.first { one in later.allSatisfy { !precedes($0, one) } }
            return first.flatMap(end)
        }

        /// Whether `one` is shown rather than `other`.
        func isShownBefore(_ one: Deed, _ other: Deed, under terms: Edition) -> Bool {
            let (enough, otherEnough) = (
                isEnough(one.method, for: terms), isEnough(other.method, for: terms)
            )
            if enough != otherEnough { return enough }
            if one.edition != other.edition {
                let first = arrived.first { $0.number == one.edition }
                let second = arrived.first { $0.number == other.edition }
                guard let first, let second else { return false }
                return precedes(second, first)
            }
            if rank(one.method) != rank(other.method) {
                return rank(one.method) > rank(other.method)
            }
            return isBefore(other, one)
        }

        var accepted: Deed? {
            guard let inForce else { return nil }
            let possible = standing.filter { deed in
                arrived.contains { $0.number == deed.edition }
            }
            return possible.first { one in
                possible.allSatisfy { one == $0 || isShownBefore(one, $0, under: inForce) }
            }
        }

        var lastAccepted: Deed? {
            let shown = acts.filter { deed in
                deed.act == .accepted
                    && (!isSilenced(deed, among: acts) || heard.contains(deed))
            }
            return shown.first { one in shown.allSatisfy { !isBefore(one, $0) } }
        }

        var answer: Answer {
            var answer = Answer()
            answer.lastAccepted = lastAccepted?.index
            answer.upcoming = editions.filter { isUpcoming($0.number, at: time) }
                .sorted { precedes($0, $1) }.map(\.number)
            guard let inForce else { return answer }
            answer.inForce = inForce.number
            answer.accepted = accepted?.index
            if isSatisfied {
                answer.state = .current
                return answer
            }
            answer.required = inForce.number
            answer.acceptBy = acceptBy
            let isInTime = acceptBy.map { time < $0 } ?? false
            if isLastAWithdrawal {
                answer.state = .withdrawn
            } else if isLastAskedARefusal {
                answer.state = .declined
            } else if !inForce.mandatory {
                answer.state = .unanswered
            } else if acceptBy != nil, !isInTime {
                answer.state = .overdue
            } else {
                answer.state = .due
            }
            answer.allowed = !inForce.mandatory || isInTime && answer.state != .withdrawn
            return answer
        }
    }
}
