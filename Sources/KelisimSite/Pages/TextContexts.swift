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
        let writer = ArticleWriter(text: text, language: language, twins: try twins(shelf))
        let title = item.publication.terms.title.wording(language)?.text
        let markdown = SitePath.markdown(item.number, contexts.policy.id, language)
        return [
            "article": .markup(writer.article()),
            "contents": .markup(writer.contents()),
            "heading": .optional(text.tree.title == nil ? title : nil),
            "digest": .text(published.digest.hex),
            "markdown": .text(contexts.link(markdown)),
            "isOfficial": .flag(published.official),
            "notices": .markup(
                published.official
                    ? ""
                    : contexts.model.notices(language, item.officialLanguages) {
                        contexts.link(target($0))
                    }
            ),
            "prevailing": .optional(item.prevailing(over: language).map(link)),
        ]
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

    private func link(_ language: Language) -> TemplateContext {
        [
            "lang": .text(language.tag),
            "name": .text(contexts.model.theme.name(of: language)),
            "href": .text(contexts.link(target(language))),
        ]
    }
}
