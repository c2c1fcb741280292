internal import Kelisim
internal import KelisimText

/// Everything that the pages of a site are made from.
struct SiteModel: Sendable {
    let theme: Theme
    let baseURL: BaseURL
    /// The languages of the site; the first one has the root.
    let languages: [Language]
    /// The language of the root.
    let first: Language
    /// What a preview shows beside the clauses; nil on a site for everybody.
    var notes: ReviewNotes?

    /// What every page follows from.
    var key: ContentKey {
        ContentKey([
            theme.key.part, baseURL.text,
            languages.map(\.tag).joined(separator: " "),
        ])
    }

    /// The page `page` in `language`.
    func render(_ page: SitePage, _ language: Language, _ context: TemplateContext) -> [UInt8] {
        theme.templates(in: language)?.render(page, context) ?? []
    }

    /// What every page has.
    ///
    /// The page lies in the folder `path`, or is a copy of the one in `canonical`; `alternates` are
    /// the folders of the same page in all of its languages.
    func frame(
        _ title: String,
        _ language: Language,
        at path: String,
        canonical: String? = nil,
        alternates: [(language: Language, path: String)]
    ) -> TemplateContext {
        let root = SitePath.root(from: path)
        let switches = languages.map { other -> TemplateContext in
            let target =
                alternates.first { $0.language == other }?.path
                ?? SitePath.index(other, first: first)
            return [
                "lang": .text(other.tag),
                "name": .text(theme.name(of: other)),
                "href": .text(SitePath.link(from: path, to: target)),
                "isCurrent": .flag(other == language),
            ]
        }
        let links = alternates.map { alternate -> TemplateContext in
            [
                "lang": .text(alternate.language.tag),
                "href": .text(baseURL.address(of: alternate.path)),
            ]
        }
        return [
            "lang": .text(language.tag),
            "title": .text(title),
            "canonical": .text(baseURL.address(of: canonical ?? path)),
            "root": .text(root),
            "home": .text(SitePath.link(from: path, to: SitePath.index(language, first: first))),
            "alternates": .list(links.count > 1 ? links : []),
            "languages": .list(switches.count > 1 ? switches : []),
        ]
    }
}

extension LocalizedText {
    /// The wording in `language`, or else the first there is, with its language.
    func wording(_ language: Language) -> (language: Language, text: String)? {
        let entry = entries.first { $0.language == language } ?? entries.first
        return entry.map { ($0.language, $0.text) }
    }
}
