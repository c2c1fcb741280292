internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// The pages of one policy.
struct PolicyPages: Sendable {
    let model: SiteModel
    let outline: PolicyOutline

    /// The page of the edition in force, in every language.
    func current() throws(Failure) -> [SiteFile] {
        let texts: EditionTexts?
        if let item = outline.inForce { texts = try EditionTexts(item) } else { texts = nil }
        return outline.languages.map { language in
            let path = SitePath.policy(outline.id, language)
            let contexts = PolicyContexts(model, outline, language, at: path)
            let alternates = outline.languages.map { ($0, SitePath.policy(outline.id, $0)) }
            let last =
                outline.inForce == nil
                ? outline.items.last { $0.state == .superseded } : nil
            let context: TemplateContext = [
                "policy": .group(contexts.policy()),
                "edition": .optional(outline.inForce.map(contexts.edition)),
                "text": .optional(
                    outline.inForce.flatMap { item in
                        texts.flatMap {
                            text(
                                $0,
                                of: item,
                                contexts,
                                target: { SitePath.policy(outline.id, $0) }
                            )
                        }
                    }
                ),
                "upcoming": .list(outline.upcoming.map(contexts.edition)),
                "last": .optional(last.map(contexts.edition)),
            ]
            return page(.policy, contexts, context, alternates: alternates)
        }
    }

    /// The page of `item` and its exact Markdown, in every language.
    func edition(_ item: PolicyOutline.Item) throws(Failure) -> [SiteFile] {
        let texts = try EditionTexts(item)
        let target = { SitePath.edition(item.number, outline.id, $0) }
        let alternates = texts.readings.map { ($0.language, target($0.language)) }
        return texts.readings.flatMap { reading in
            let language = reading.language
            let contexts = PolicyContexts(model, outline, language, at: target(language))
            let current = item.state == .inForce ? nil : outline.inForce
            let edition = contexts.edition(item)
            let context: TemplateContext = [
                "policy": .group(contexts.policy()),
                "edition": .group(edition),
                "text": .optional(text(texts, of: item, contexts, target: target)),
                "current": .optional(current.map(contexts.edition)),
            ]
            let markdown = SitePath.markdown(item.number, outline.id, language)
            return [
                page(
                    .edition,
                    contexts,
                    context,
                    alternates: alternates,
                    title: item.publication.terms.title.wording(language)?.text
                ),
                SiteFile(markdown, reading.bytes, digest: reading.published.digest),
            ]
        }
    }

    /// The history in `language`.
    func history(_ language: Language) -> SiteFile {
        let path = SitePath.history(outline.id, language)
        let contexts = PolicyContexts(model, outline, language, at: path)
        let context: TemplateContext = [
            "policy": .group(contexts.policy()),
            "editions": .list(outline.items.reversed().map(contexts.edition)),
        ]
        let alternates = outline.languages.map { ($0, SitePath.history(outline.id, $0)) }
        return page(.history, contexts, context, alternates: alternates)
    }

    private func page(
        _ page: SitePage,
        _ contexts: PolicyContexts,
        _ context: TemplateContext,
        alternates: [(Language, String)],
        title: String? = nil
    ) -> SiteFile {
        let language = contexts.language
        let title = title ?? outline.title.wording(language)?.text ?? outline.id.slug
        let frame = model.frame(
            title,
            language,
            at: contexts.path,
            alternates: alternates.map { (language: $0.0, path: $0.1) }
        )
        let bytes = model.render(page, language, frame.merging(context))
        return SiteFile(contexts.path + "index.html", bytes)
    }

    /// What a page learns about the text of `item`; nil when there is none in its language.
    ///
    /// The same page in another language lies in the folder that `target` names.
    private func text(
        _ texts: EditionTexts,
        of item: PolicyOutline.Item,
        _ contexts: PolicyContexts,
        target: (Language) -> String
    ) -> TemplateContext? {
        guard let reading = texts.reading(contexts.language) else { return nil }
        let twins = texts.readings.filter { $0.language != reading.language }
            .map { other in
                ArticleWriter.Twin(
                    language: other.language,
                    name: model.theme.name(of: other.language),
                    tree: other.text.tree,
                    href: contexts.link(target(other.language))
                )
            }
        let writer = ArticleWriter(text: reading.text, language: reading.language, twins: twins)
        let title = item.publication.terms.title.wording(reading.language)?.text
        return [
            "article": .markup(writer.article()),
            "contents": .markup(writer.contents()),
            "heading": .optional(reading.text.tree.title == nil ? title : nil),
            "digest": .text(reading.published.digest.hex),
            "markdown": .text(
                contexts.link(SitePath.markdown(item.number, outline.id, reading.language))
            ),
            "isOfficial": .flag(reading.published.official),
            "notices": .markup(reading.published.official ? "" : notices(item, contexts, target)),
            "prevailing": .optional(prevailing(item, reading, contexts, target)),
        ]
    }

    /// The note above an unofficial text, in its language and in those that bind.
    private func notices(
        _ item: PolicyOutline.Item,
        _ contexts: PolicyContexts,
        _ target: (Language) -> String
    ) -> String {
        let official = item.officialLanguages
        let links = official.map { link($0, contexts, target) }
        return ([contexts.language] + official)
            .map { language in
                let context: TemplateContext = [
                    "lang": .text(language.tag), "official": .list(links),
                ]
                return String(decoding: model.render(.notice, language, context), as: UTF8.self)
            }
            .joined()
    }

    /// The text that prevails over this one, when both are official.
    private func prevailing(
        _ item: PolicyOutline.Item,
        _ reading: EditionTexts.Reading,
        _ contexts: PolicyContexts,
        _ target: (Language) -> String
    ) -> TemplateContext? {
        guard reading.published.official,
            case .language(let language) = item.publication.terms.authoritative,
            language != reading.language, item.languages.contains(language)
        else { return nil }
        return link(language, contexts, target)
    }

    private func link(
        _ language: Language,
        _ contexts: PolicyContexts,
        _ target: (Language) -> String
    ) -> TemplateContext {
        [
            "lang": .text(language.tag),
            "name": .text(model.theme.name(of: language)),
            "href": .text(contexts.link(target(language))),
        ]
    }
}
