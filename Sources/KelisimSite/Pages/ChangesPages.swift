internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// What an edition changed in the one that it replaced: the redline, and the comparison table, also as
/// files for spreadsheets.
struct ChangesPages: Sendable {
    let model: SiteModel
    let policy: PolicyFacts
    let item: PolicyOutline.Item
    /// The edition that it replaces or replaced.
    let before: PolicyOutline.Item
    /// What the page follows from.
    let key: ContentKey

    init(
        _ model: SiteModel,
        _ policy: PolicyFacts,
        _ item: PolicyOutline.Item,
        since before: PolicyOutline.Item,
        base: ContentKey
    ) {
        self.model = model
        self.policy = policy
        self.item = item
        self.before = before
        key = base.with(item.edition.justifications.digest?.hex)
    }

    /// The page in `language` and its files.
    func files(_ language: Language) -> [SiteFile] {
        let path = SitePath.changes(item.number, policy.id, language)
        let page = SiteFile(path + "index.html", key: key) { shelf throws(Failure) in
            try self.page(language, at: path, shelf)
        }
        return [page]
            + formats.map { format in
                let file = SitePath.table(item.number, policy.id, language, as: format.name)
                return SiteFile(file, key: key) { shelf throws(Failure) in
                    try format.make(try table(language, shelf))
                }
            }
    }

    /// A file that a spreadsheet can open.
    private struct Format {
        let name: String
        let make: WorkbookMaker
    }

    private var formats: [Format] {
        let csv = Format(name: "csv") { table in ComparisonTableCSV.bytes(of: table) }
        return (model.workbook.map { [Format(name: "xlsx", make: $0)] } ?? []) + [csv]
    }

    private func table(
        _ language: Language,
        _ shelf: TextShelf
    ) throws(Failure) -> ComparisonTable {
        let side = ComparisonTable.Side(
            try shelf.comparison(of: item, since: before, in: language),
            in: language,
            title: item.publication.terms.title.wording(language)?.text
        )
        return ComparisonTable(
            [side],
            headings: item.edition.publication == nil
                ? .draft : .editions(old: before.number, new: item.number),
            justifications: item.edition.justifications
        )
    }

    private func page(
        _ language: Language,
        at path: String,
        _ shelf: TextShelf
    ) throws(Failure) -> [UInt8] {
        let contexts = PolicyContexts(model, policy, language, at: path)
        let comparison = try shelf.comparison(of: item, since: before, in: language)
        let section = RedlineSection(
            comparison,
            language: language.tag,
            words: RedlineWords.words(in: language.tag),
            oneSided: try oneSided(language, shelf)
        )
        let table = ComparisonTableHTML(try table(language, shelf)).fragment()
        let files = comparison.isEmpty ? [] : formats
        return contexts.page(
            .changes,
            [
                "policy": .group(contexts.policy(of: item)),
                "edition": .group(contexts.edition(item)),
                "before": .group([
                    "name": .text(contexts.name(of: before.number)),
                    "href": .text(
                        contexts.link(SitePath.edition(before.number, policy.id, language))
                    ),
                ]),
                "redline": .block(TemplateBlock(number: 0, bytes: section.html())),
                "table": .block(TemplateBlock(number: 1, bytes: comparison.isEmpty ? [] : table)),
                "hasFiles": .flag(!files.isEmpty),
                "files": .list(
                    files.map { format in
                        let file = SitePath.table(item.number, policy.id, language, as: format.name)
                        return [
                            "name": .text(format.name.uppercased()),
                            "href": .text(contexts.link(file)),
                        ]
                    }
                ),
            ],
            alternates: item.comparedLanguages.map {
                ($0, SitePath.changes(item.number, policy.id, $0))
            },
            title: item.publication.terms.title.wording(language)?.text,
            isListed: item.isListed
        )
    }

    /// What changed in `language` alone, or everywhere but there.
    private func oneSided(
        _ language: Language,
        _ shelf: TextShelf
    ) throws(Failure) -> OneSidedNotes {
        var comparisons: [(language: Language, comparison: TextComparison)] = []
        for other in item.comparedLanguages {
            comparisons.append((other, try shelf.comparison(of: item, since: before, in: other)))
        }
        return OneSidedNotes(OneSidedChange.all(in: comparisons), seenFrom: language) {
            model.theme.name(of: $0)
        }
    }
}
