internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// What a page says about the text of an edition.
struct TextContexts {
    let contexts: PolicyContexts
    let item: PolicyOutline.Item
    /// The folder of the same page in another language.
    let target: (Language) -> String

    init(
        _ contexts: PolicyContexts,
        _ item: PolicyOutline.Item,
        target: @escaping (Language) -> String
    ) {
        self.contexts = contexts
        self.item = item
        self.target = target
    }

    private var language: Language { contexts.language }

    /// The text in the language of the page; nil when there is none.
    func group(_ shelf: TextShelf) throws(Failure) -> TemplateContext? {
        guard let published = item.published(in: language) else { return nil }
        let text = try shelf.text(of: item, in: language)
        let writer = ArticleWriter(
            text: text,
            language: language,
            twins: try twins(shelf),
            labels: contexts.model.theme.clauseLabels(in: language),
            notes: notes(language)
        )
        let title = item.publication.terms.title.wording(language)?.text
        let markdown = SitePath.markdown(item.number, contexts.policy.id, language)
        return [
            "article": .block(TemplateBlock(number: 0, bytes: notesAbove.utf8 + writer.article())),
            "contents": .markup(writer.contents()),
            "heading": .optional(text.tree.title == nil ? title : nil),
            "digest": .text(published.digest.hex),
            "markdown": .text(contexts.link(markdown)),
            "isOfficial": .flag(published.official),
            "notices": .markup(published.official ? "" : notices(about: language)),
            "prevailing": .optional(item.prevailing(over: language).map(link)),
            "parallels": .list(parallels()),
        ]
    }

    /// The text in the language of the page and that in `other`, side by side.
    func parallel(_ other: Language, _ shelf: TextShelf) throws(Failure) -> TemplateContext {
        let theme = contexts.model.theme
        let writer = ParallelWriter(
            first: .init(text: try shelf.text(of: item, in: language), language: language),
            second: .init(text: try shelf.text(of: item, in: other), language: other),
            labels: theme.clauseLabels(in: language),
            gap: theme.gap(in: language),
            notes: [notes(language), notes(other)]
        )
        let title = item.publication.terms.title.wording(language)?.text
        let sides = [language, other].compactMap(item.published)
        return [
            "heading": .optional(writer.first.text.tree.title == nil ? title : nil),
            "rows": .block(TemplateBlock(number: 0, bytes: writer.rows())),
            "notices": .markup(
                sides.first { !$0.official }.map { notices(about: $0.language) } ?? ""
            ),
            "sides": .list(
                sides.map { side in
                    link(side.language)
                        .merging([
                            "isOfficial": .flag(side.official), "digest": .text(side.digest.hex),
                        ])
                }
            ),
        ]
    }

    /// What a preview shows beside the clauses of the text in `other`, in the words of the page.
    private func notes(_ other: Language) -> [String: String] {
        guard let notes = contexts.model.notes, let text = item.edition.text(in: other) else {
            return [:]
        }
        return notes.markup(besideClausesOf: text.file, in: contexts.wording ?? .en)
    }

    /// What a preview shows above the text.
    private var notesAbove: String {
        guard let notes = contexts.model.notes, let text = item.edition.text(in: language) else {
            return ""
        }
        return notes.markup(above: text.file, of: item.edition, in: contexts.wording ?? .en)
    }

    private func twins(_ shelf: TextShelf) throws(Failure) -> [ArticleWriter.Twin] {
        var twins: [ArticleWriter.Twin] = []
        for other in item.languages where other != language {
            twins.append(
                ArticleWriter.Twin(
                    language: other,
                    name: contexts.model.theme.name(of: other),
                    tree: try shelf.text(of: item, in: other).tree,
                    href: contexts.link(target(other))
                )
            )
        }
        return twins
    }

    /// The pages that show the text beside another one; they are named when there are several.
    private func parallels() -> [TemplateContext] {
        let others = item.languages.filter { $0 != language }
        return others.map { other in
            let path = SitePath.parallel(item.number, contexts.policy.id, language, other)
            return [
                "lang": .text(other.tag),
                "name": .text(others.count > 1 ? contexts.model.theme.name(of: other) : ""),
                "href": .text(contexts.link(path)),
            ]
        }
    }

    /// The note above an unofficial text.
    private func notices(about unofficial: Language) -> String {
        contexts.model.notices(language, about: unofficial, item.officialLanguages) {
            contexts.link(target($0))
        }
    }

    private func link(_ language: Language) -> TemplateContext {
        [
            "lang": .text(language.tag),
            "name": .text(contexts.model.theme.name(of: language)),
            "href": .text(contexts.link(target(language))),
        ]
    }
}
