internal import Kelisim
internal import KelisimText

/// What a status banner says about when an edition binds.
enum ForceSentence {
    /// A whole sentence, or nil when there is none in `language` or the edition never bound.
    ///
    /// It binds from `start` on and up to `end`, if that is known.
    static func text(
        _ state: EditionState,
        from start: Instant,
        to end: Instant?,
        clock: LocalClock,
        in language: WordingLanguage?
    ) -> String? {
        guard let language else { return nil }
        let first = clock.day(beginningAt: start)
        let moment = clock.moment(start)
        let words: String? =
            switch state {
            case .upcoming:
                first.map { ForceWording.comesIntoForce(on: $0, in: language) }
                    ?? moment.map { ForceWording.comesIntoForce(at: $0, in: language) }
            case .inForce:
                first.map { ForceWording.inForce(since: $0, in: language) }
                    ?? moment.map { ForceWording.cameIntoForce(at: $0, in: language) }
            case .superseded: past(first, end, clock, language)
            case .draft, .cancelled: nil
            }
        return words.map(sentence)
    }

    /// From when to when, for an edition that bound for other than whole days; nil when it never
    /// bound.
    static func period(
        from start: Instant,
        to end: Instant?,
        clock: LocalClock,
        in language: WordingLanguage?
    ) -> String? {
        guard let end, start < end else { return nil }
        if let language, let first = clock.moment(start), let last = clock.moment(end) {
            return ForceWording.period(from: first, until: last, in: language)
        }
        return "\(clock.words(start, in: nil)) – \(clock.words(end, in: nil))"
    }

    private static func past(
        _ first: LocalDate?,
        _ end: Instant?,
        _ clock: LocalClock,
        _ language: WordingLanguage
    ) -> String? {
        guard let first, let end, clock.day(beginningAt: end) != nil,
            let last = clock.day(before: end), first <= last
        else { return nil }
        return ForceWording.wasInForce(from: first, through: last, in: language)
    }

    private static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst() + "."
    }
}
