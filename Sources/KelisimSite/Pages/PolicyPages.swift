internal import Kelisim
internal import KelisimText

/// The pages of one policy that change with any of its editions.
struct PolicyPages: Sendable {
    let model: SiteModel
    let policy: PolicyFacts
    let outline: PolicyOutline
    /// What the pages follow from.
    let key: ContentKey

    /// The pages of `outline`; `base` is the key of the site and the policy.
    init(
        _ model: SiteModel,
        _ policy: PolicyFacts,
        _ outline: PolicyOutline,
        base: ContentKey
    ) {
        self.model = model
        self.policy = policy
        self.outline = outline
        key = base.with(ContentKey(outline.items.map { $0.key.part }))
    }

    /// The files in every language.
    func files() -> [SiteFile] {
        outline.languages.flatMap { language -> [SiteFile] in
            let home = SitePath.policy(outline.id, language)
            let history = SitePath.history(outline.id, language)
            return [
                SiteFile(home + "index.html", key: key) { shelf throws(Failure) in
                    try current(language, at: home, shelf)
                },
                SiteFile(history + "index.html", key: key) { _ in
                    self.history(language, at: history)
                },
                SiteFile(SitePath.feed(outline.id, language), key: key) { shelf throws(Failure) in
                    let contexts = PolicyContexts(model, policy, language, at: home)
                    return try FeedFile(contexts: contexts, outline: outline).bytes(shelf)
                },
            ]
        }
    }

    /// The page of the edition in force.
    private func current(
        _ language: Language,
        at path: String,
        _ shelf: TextShelf
    ) throws(Failure) -> [UInt8] {
        let contexts = PolicyContexts(model, policy, language, at: path)
        let target = { SitePath.policy(outline.id, $0) }
        var text: TemplateContext?
        if let item = outline.inForce {
            text = try TextContexts(contexts, item, target: target).group(shelf)
        }
        let last =
            outline.inForce == nil ? outline.items.last { $0.state == .superseded } : nil
        return contexts.page(
            .policy,
            [
                "policy": .group(contexts.policy(of: newest)),
                "edition": .optional(outline.inForce.map(contexts.edition)),
                "text": .optional(text),
                "upcoming": .list(outline.upcoming.map(contexts.edition)),
                "last": .optional(last.map(contexts.edition)),
            ],
            alternates: outline.languages.map { ($0, target($0)) },
            data: outline.inForce.flatMap {
                StructuredData(model: model, item: $0, policy: outline.id).text(language)
            }
        )
    }

    /// The pages that search engines should know.
    var listed: [Sitemap.Page] {
        let own = [SitePath.policy, SitePath.history]
            .map { place in
                Sitemap.Page(
                    addresses: outline.languages.map { ($0, place(outline.id, $0)) },
                    changed: outline.changed
                )
            }
        return own
            + outline.items.filter(\.isListed)
            .flatMap { item in
                let editions = item.state == .inForce ? [] : item.languages
                let addresses = [
                    editions.map { ($0, SitePath.edition(item.number, outline.id, $0)) },
                    item.comparedLanguages
                        .map { ($0, SitePath.changes(item.number, outline.id, $0)) },
                ]
                return addresses.filter { !$0.isEmpty }
                    .map { Sitemap.Page(addresses: $0, changed: item.changed) }
            }
    }

    /// Every edition with its dates.
    private func history(_ language: Language, at path: String) -> [UInt8] {
        let contexts = PolicyContexts(model, policy, language, at: path)
        return contexts.page(
            .history,
            [
                "policy": .group(contexts.policy(of: newest)),
                "editions": .list(outline.items.reversed().map(contexts.listed)),
            ],
            alternates: outline.languages.map { ($0, SitePath.history(outline.id, $0)) }
        )
    }

    private var newest: PolicyOutline.Item { outline.newest }
}
