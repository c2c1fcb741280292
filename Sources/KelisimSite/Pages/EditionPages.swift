internal import Kelisim
internal import KelisimText

/// The pages of one edition.
///
/// They are made from what is here and nothing else, so that ``key`` says whether one must be made
/// anew.
struct EditionPages: Sendable {
    let model: SiteModel
    let policy: PolicyFacts
    let item: PolicyOutline.Item
    /// The edition that it replaces or replaced.
    let replaced: PolicyOutline.Item?
    /// What the pages follow from.
    let key: ContentKey

    /// The pages of `item`; `base` is the key of the site and the policy.
    init(
        _ model: SiteModel,
        _ policy: PolicyFacts,
        _ item: PolicyOutline.Item,
        replaced: PolicyOutline.Item?,
        base: ContentKey
    ) {
        self.model = model
        self.policy = policy
        self.item = item
        self.replaced = replaced
        key = base.with(item.key)
    }

    /// The files in every language.
    func files() -> [SiteFile] {
        item.languages.flatMap { language -> [SiteFile] in
            let path = SitePath.edition(item.number, policy.id, language)
            var files = [
                SiteFile(path + "index.html", key: key) { shelf throws(Failure) in
                    try page(language, at: path, shelf)
                }
            ]
            let kept = SitePath.kept(item.number, policy.id, language)
            let keptKey = KeptFile.key(model, item, policy.id)
            files.append(
                SiteFile(kept, key: keptKey) { shelf throws(Failure) in
                    let file = KeptFile(
                        model: model,
                        item: item,
                        policy: policy.id,
                        language: language
                    )
                    return try file.bytes(PolicyContexts(model, policy, language, at: path), shelf)
                }
            )
            if let replaced, item.comparedLanguages.contains(language) {
                let changes = ChangesPages(model, policy, item, since: replaced, base: key)
                files += changes.files(language)
            }
            if let text = item.edition.text(in: language) {
                let markdown = SitePath.markdown(item.number, policy.id, language)
                files.append(
                    SiteFile(markdown, text.bytes, digest: text.digest, isPermanent: true)
                )
            }
            for other in item.languages where other != language {
                let file = SitePath.parallel(item.number, policy.id, language, other)
                files.append(
                    SiteFile(file, key: key) { shelf throws(Failure) in
                        try parallel(language, other, at: path, file, shelf)
                    }
                )
            }
            return files
        }
    }

    private func page(
        _ language: Language,
        at path: String,
        _ shelf: TextShelf
    ) throws(Failure) -> [UInt8] {
        let contexts = PolicyContexts(model, policy, language, at: path)
        let target = { SitePath.edition(item.number, policy.id, $0) }
        let text = TextContexts(contexts, item, target: target)
        return contexts.page(
            .edition,
            [
                "policy": .group(contexts.policy(of: item)),
                "edition": .group(contexts.edition(item)),
                "text": .optional(try text.group(shelf)),
            ],
            alternates: item.languages.map { ($0, target($0)) },
            title: title(language),
            // The policy's own page has the same text.
            original: item.state == .inForce
                ? item.languages.map { ($0, SitePath.policy(policy.id, $0)) } : nil,
            isListed: item.isListed,
            data: StructuredData(model: model, item: item, policy: policy.id).text(language)
        )
    }

    private func title(_ language: Language) -> String? {
        item.publication.terms.title.wording(language)?.text
    }

    /// The text in `language` beside that in `other`; the page lies at `file` in the folder `path`.
    private func parallel(
        _ language: Language,
        _ other: Language,
        at path: String,
        _ file: String,
        _ shelf: TextShelf
    ) throws(Failure) -> [UInt8] {
        let contexts = PolicyContexts(model, policy, language, at: path)
        let text = TextContexts(contexts, item) { SitePath.edition(item.number, policy.id, $0) }
        // In another language that one comes first, beside the same text as far as possible.
        let alternates = item.languages.map { first -> (Language, String) in
            let second = first == language ? other : language
            return (first, SitePath.parallel(item.number, policy.id, first, second))
        }
        return contexts.page(
            .parallel,
            [
                "policy": .group(contexts.policy(of: item)),
                "edition": .group(contexts.edition(item)),
                "parallel": .group(try text.parallel(other, shelf)),
            ],
            alternates: alternates,
            canonical: file,
            title: title(language),
            // Its texts have pages of their own.
            isListed: false
        )
    }
}
