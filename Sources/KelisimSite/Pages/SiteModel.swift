public import Kelisim
internal import KelisimText

/// Makes the bytes of a workbook that holds a comparison table.
public typealias WorkbookMaker = @Sendable (ComparisonTable) throws(Failure) -> [UInt8]

/// Everything that the pages of a site are made from.
struct SiteModel: Sendable {
    let theme: Theme
    let baseURL: BaseURL
    /// The languages of the site; the first one has the root.
    let languages: [Language]
    /// The language of the root.
    let first: Language
    /// What a preview shows beside the clauses; nil on a site for everybody.
    let notes: ReviewNotes?
    /// Makes a workbook of a comparison table; nil where there are none.
    let workbook: WorkbookMaker?

    /// What every page follows from.
    let key: ContentKey

    init(
        theme: Theme,
        baseURL: BaseURL,
        languages: [Language],
        first: Language,
        notes: ReviewNotes? = nil,
        workbook: WorkbookMaker? = nil
    ) {
        self.theme = theme
        self.baseURL = baseURL
        self.languages = languages
        self.first = first
        self.notes = notes
        self.workbook = workbook
        key = ContentKey([
            theme.key.part, baseURL.text,
            languages.map(\.tag).joined(separator: " "), workbook == nil ? nil : "workbooks",
        ])
    }

    /// The page `page` in `language`.
    func render(_ page: SitePage, _ language: Language, _ context: TemplateContext) -> [UInt8] {
        theme.templates(in: language)?.render(page, context) ?? []
    }

    /// The note about an unofficial text on a page in `language`: in that language, in the text's
    /// own and in those that bind, whose pages `href` leads to.
    func notices(
        _ language: Language,
        about unofficial: Language,
        _ official: [Language],
        href: (Language) -> String
    ) -> String {
        let links = official.map { language -> TemplateContext in
            [
                "lang": .text(language.tag), "name": .text(theme.name(of: language)),
                "href": .text(href(language)),
            ]
        }
        let others = ([unofficial] + official).filter { $0 != language }
        return ([language] + others)
            .map { language in
                let context: TemplateContext = [
                    "lang": .text(language.tag), "official": .list(links),
                ]
                return String(decoding: render(.notice, language, context), as: UTF8.self)
            }
            .joined()
    }

    /// What every page has.
    ///
    /// - Parameters:
    ///   - title: the title of the page.
    ///   - language: its language.
    ///   - path: its folder.
    ///   - canonical: the folder of the page that search engines should take it for.
    ///   - alternates: the folders of the same page in all of its languages.
    ///   - announced: those that search engines are told of, where they are others.
    ///   - isListed: whether search engines should know the page.
    ///   - isAnywhere: whether it may be shown at any address, so that links begin at the root.
    /// - Returns: the names of `PageShape.frame` with their values.
    func frame(
        _ title: String,
        _ language: Language,
        at path: String,
        canonical: String? = nil,
        alternates: [(language: Language, path: String)],
        announced: [(language: Language, path: String)]? = nil,
        isListed: Bool = true,
        isAnywhere: Bool = false
    ) -> TemplateContext {
        let link = { isAnywhere ? baseURL.path + $0 : SitePath.link(from: path, to: $0) }
        let switches = languages.map { other -> TemplateContext in
            let target =
                alternates.first { $0.language == other }?.path
                ?? SitePath.index(other, first: first)
            return [
                "lang": .text(other.tag),
                "name": .text(theme.name(of: other)),
                "href": .text(link(target)),
                "isCurrent": .flag(other == language),
            ]
        }
        let links = Sitemap.alternates(isAnywhere ? [] : announced ?? alternates, first: first)
            .map { alternate -> TemplateContext in
                [
                    "lang": .text(alternate.name),
                    "href": .text(baseURL.address(of: alternate.path)),
                ]
            }
        return [
            "lang": .text(language.tag),
            "title": .text(title),
            "canonical": .text(isAnywhere ? "" : baseURL.address(of: canonical ?? path)),
            "root": .text(link("")),
            "home": .text(link(SitePath.index(language, first: first))),
            "alternates": .list(links),
            "isUnlisted": .flag(!isListed),
            "feed": .absent,
            "data": .markup(""),
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
