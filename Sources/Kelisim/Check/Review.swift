/// Reads every text of a repository as a careful reviewer would.
public enum Review {
    /// A rule about one text.
    typealias TextRule = @Sendable (ReviewedText) -> [Finding]

    private static let textRules: [TextRule] = [
        NumberingRules.findings, ListRules.findings, PunctuationRules.findings,
        ReferenceRules.findings, CharacterRules.findings, DateLineRules.findings,
        WordingRules.findings,
    ]

    /// What is wrong, or may be, in the texts of `repository`, in order.
    ///
    /// In a published text nothing can be changed any more; there every finding is a warning.
    public static func findings(in repository: Repository) -> [Finding] {
        repository.policies.flatMap { findings(in: $0) }.sorted()
    }

    /// Everything that is wrong with `repository`, or may be, with drafts judged as if published at
    /// `instant`, but for the warnings that authors let stand.
    public static func outcome(of repository: Repository, at instant: Instant) -> ReviewOutcome {
        ReviewOutcome(
            repository.findings(at: instant) + repository.renderingFindings()
                + findings(in: repository),
            accepting: repository.policies.flatMap(\.editions)
        )
    }

    static func findings(in policy: Policy) -> [Finding] {
        let texts = policy.editions.flatMap { edition in edition.texts.map { (edition, $0) } }
        // Each text by itself takes nearly all of the time.
        let reviews = Parallel.map(texts.count) { index in
            let text = ReviewedText(texts[index].1, of: texts[index].0)
            return (text: text, found: text.map { text in textRules.flatMap { $0(text) } } ?? [])
        }
        var rest = reviews[...]
        var read: [Int: [ReviewedText]] = [:]
        var alone: [Int: [Finding]] = [:]
        for edition in policy.editions {
            let own = rest.prefix(edition.texts.count)
            rest = rest.dropFirst(edition.texts.count)
            read[edition.number] = own.compactMap(\.text)
            alone[edition.number] = own.flatMap(\.found)
        }
        return
            Parallel.map(policy.editions.count) { [read, alone] index -> [Finding] in
                let edition = policy.editions[index]
                let texts = read[edition.number] ?? []
                var found = alone[edition.number] ?? []
                found += ParityRules.findings(texts, edition) + CharacterRules.findings(in: edition)
                let basis = edition.terms?.basedOn.flatMap { read[$0] } ?? []
                for text in texts {
                    guard let old = basis.first(where: { $0.language == text.language }) else {
                        continue
                    }
                    found += ReferenceRules.drift(in: text, since: old)
                }
                if let basis = policy.replaced(by: edition)?.number, let old = read[basis] {
                    let revision = EditionRevision(texts, of: edition, since: basis, old)
                    found += revision.oneSided + revision.notEditorial
                }
                found += JustificationRules.findings(in: edition, of: policy)
                guard edition.publication != nil else { return found }
                return found.map {
                    Finding(
                        $0.code,
                        at: $0.place,
                        $0.arguments,
                        related: $0.related,
                        severity: .warning
                    )
                }
            }
            .flatMap(\.self)
    }
}
