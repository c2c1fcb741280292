internal import Kelisim

/// The lists of policies.
struct IndexPages: Sendable {
    let model: SiteModel
    /// The policies with what their pages have in common.
    let policies: [(facts: PolicyFacts, outline: PolicyOutline)]
    /// What the pages follow from.
    let key: ContentKey

    /// The list in every language; that of the first is at the root, and once more in the folder
    /// of its language, for those who shorten an address.
    func files() -> [SiteFile] {
        model.languages.flatMap { language -> [SiteFile] in
            let own = SitePath.index(language, first: model.first)
            let paths = own.isEmpty ? ["", "\(language)/"] : [own]
            return paths.map { path in
                SiteFile(path + "index.html", key: key) { _ in
                    page(language, at: path, canonical: own)
                }
            }
        }
    }

    /// The page that search engines should know.
    var listed: Sitemap.Page {
        Sitemap.Page(
            addresses: model.languages.map { ($0, SitePath.index($0, first: model.first)) },
            changed: policies.map(\.outline.changed).max()
        )
    }

    private func page(_ language: Language, at path: String, canonical: String) -> [UInt8] {
        let listed = policies.map { facts, outline -> TemplateContext in
            let contexts = PolicyContexts(model, facts, language, at: path)
            return contexts.policy(of: outline.newest)
                .merging([
                    "edition": .optional(outline.inForce.map(contexts.edition)),
                    "upcoming": .list(outline.upcoming.map(contexts.edition)),
                ])
        }
        let alternates = model.languages.map { other in
            (language: other, path: SitePath.index(other, first: model.first))
        }
        let frame = model.frame(
            "",
            language,
            at: path,
            canonical: canonical,
            alternates: alternates
        )
        return model.render(.index, language, frame.merging(["policies": .list(listed)]))
    }
}
