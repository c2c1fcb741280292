internal import KelisimText

/// What an edition changes of the one that it replaces, language by language.
struct EditionRevision {
    /// One language's text before and now, and the comparison of the two.
    struct Pair {
        let old: ReviewedText
        let new: ReviewedText
        let comparison: TextComparison
    }

    let edition: Edition
    /// The number of the edition that is compared with.
    let basis: Int
    /// The languages that both editions have.
    let pairs: [Pair]

    /// Compares `texts`, those of `edition`, with `old`, those of the edition `basis`.
    init(_ texts: [ReviewedText], of edition: Edition, since basis: Int, _ old: [ReviewedText]) {
        self.edition = edition
        self.basis = basis
        pairs = texts.compactMap { new in
            guard let old = old.first(where: { $0.language == new.language }) else { return nil }
            return Pair(
                old: old,
                new: new,
                comparison: TextComparison(
                    ComparedText(old.content),
                    ComparedText(new.content)
                )
            )
        }
    }

    // MARK: - One language only

    /// Clauses that were reworded in one language only.
    var oneSided: [Finding] {
        OneSidedChange.all(in: pairs.map { ($0.new.language, $0.comparison) })
            .compactMap { change in
                guard let changed = text(in: change.changed),
                    let untouched = text(in: change.untouched)
                else { return nil }
                return Finding(
                    .changedInOneLanguage,
                    at: untouched.place(ofClause: change.untouchedBlock),
                    [
                        "clause": untouched.name(change.untouchedBlock),
                        "language": change.untouched.tag, "other": change.changed.tag,
                        "edition": String(basis),
                    ],
                    related: [changed.place(ofClause: change.changedBlock)]
                )
            }
    }

    private func text(in language: Language) -> ReviewedText? {
        pairs.first { $0.new.language == language }?.new
    }
}
