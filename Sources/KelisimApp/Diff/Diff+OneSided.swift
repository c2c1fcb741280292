internal import Kelisim
internal import KelisimSite
internal import KelisimText

extension Diff {
    /// What changed in one of the editions' languages only, as the text that is compared sees it.
    ///
    /// - Parameter name: what a language is called.
    /// - Returns: nothing for files, which have no other language.
    func oneSided(name: (Language) -> String) -> OneSidedNotes {
        guard let old = from.edition, let new = to.edition,
            let language = language.flatMap({ Language($0) })
        else { return OneSidedNotes() }
        let comparisons = new.texts.compactMap { text -> (Language, TextComparison)? in
            if text.language == language { return (language, comparison) }
            guard let before = old.text(in: text.language),
                let first = try? ComparedText(before.bytes),
                let second = try? ComparedText(text.bytes)
            else { return nil }
            return (text.language, TextComparison(first, second))
        }
        let changes = OneSidedChange.all(
            in: comparisons.map { (language: $0.0, comparison: $0.1) }
        )
        return OneSidedNotes(changes, seenFrom: language, name: name)
    }
}
