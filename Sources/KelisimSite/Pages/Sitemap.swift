internal import Kelisim
internal import KelisimText

/// `sitemap.xml`: the pages that search engines should know, each with its other languages
/// (sitemaps.org, protocol 0.9).
///
/// Left out is what would lead a searcher astray or is there twice: editions that no longer bind
/// or never did, whose pages ask not to be listed; the page of the edition in force by its number,
/// which names the policy's page as the original; files to keep; the page for wrong addresses.
struct Sitemap: Sendable {
    /// How much one file may hold.
    struct Limits {
        var pages: Int
        var bytes: Int

        /// What search engines take: 50,000 addresses and 50 MiB.
        static let standard = Limits(pages: 50_000, bytes: 50 << 20)
    }

    /// A page in all of its languages.
    struct Page: Sendable {
        /// The languages in order, with the folders of the page.
        let addresses: [(language: Language, path: String)]
        /// When it last changed, if that is known.
        let changed: Instant?
    }

    /// One `url` element.
    private struct Entry: Sendable {
        let page: Page
        /// Which of the page's addresses.
        let index: Int
    }

    private let baseURL: BaseURL
    private let first: Language
    private let entries: [Entry]
    private let parts: [Range<Int>]

    init(_ pages: [Page], baseURL: BaseURL, first: Language, limits: Limits = .standard) {
        self.baseURL = baseURL
        self.first = first
        entries = pages.flatMap { page in
            page.addresses.indices.map { Entry(page: page, index: $0) }
        }
        parts = Sitemap.parts(entries, baseURL, limits)
    }

    /// The files, which all follow from `key`: `sitemap.xml`, and those that it lists when one file
    /// cannot hold everything.
    func files(key: ContentKey) -> [SiteFile] {
        guard parts.count > 1 else {
            return [SiteFile("sitemap.xml", key: key) { _ in list(entries.indices) }]
        }
        let numbered = parts.enumerated()
            .map { index, part in
                SiteFile("sitemap-\(index + 1).xml", key: key) { _ in list(part) }
            }
        return numbered + [SiteFile("sitemap.xml", key: key) { _ in index() }]
    }

    /// Divides the entries into files; sizes are estimated, never too small.
    private static func parts(
        _ entries: [Entry],
        _ baseURL: BaseURL,
        _ limits: Limits
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var size = 0
        for (index, entry) in entries.enumerated() {
            let addresses = entry.page.addresses
            let paths = addresses.reduce(0) { $0 + $1.path.utf8.count + $1.language.tag.utf8.count }
            // Its own address, those of all languages, and that for all other readers.
            let own = 2 * paths + (addresses.count + 2) * (baseURL.text.utf8.count + 96)
            if index > start, index - start == limits.pages || size + own + 256 > limits.bytes {
                parts.append(start..<index)
                start = index
                size = 0
            }
            size += own
        }
        return parts + [start..<entries.count]
    }

    private func list(_ range: Range<Int>) -> [UInt8] {
        var xml = HTMLBuffer(capacity: 256 + range.count * 512)
        xml.append(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        )
        for entry in entries[range] { write(entry, &xml) }
        xml.append("</urlset>\n")
        return xml.bytes
    }

    private func write(_ entry: Entry, _ xml: inout HTMLBuffer) {
        let addresses = entry.page.addresses
        xml.append("<url><loc>")
        xml.escape(baseURL.address(of: addresses[entry.index].path))
        xml.append("</loc>")
        if let changed = entry.page.changed {
            xml.append("<lastmod>")
            xml.escape(changed.description)
            xml.append("</lastmod>")
        }
        for link in Sitemap.alternates(addresses, first: first) {
            xml.append("\n<xhtml:link rel=\"alternate\" hreflang=\"")
            xml.escape(link.name)
            xml.append("\" href=\"")
            xml.escape(baseURL.address(of: link.path))
            xml.append("\"/>")
        }
        xml.append("</url>\n")
    }

    private func index() -> [UInt8] {
        var xml = HTMLBuffer(capacity: 256 + parts.count * 128)
        xml.append(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """
        )
        for number in 1...parts.count {
            xml.append("<sitemap><loc>")
            xml.escape(baseURL.address(of: "sitemap-\(number).xml"))
            xml.append("</loc></sitemap>\n")
        }
        xml.append("</sitemapindex>\n")
        return xml.bytes
    }

    /// The `hreflang` links of a page: every language, itself included, and for all other readers
    /// the one in the site's first language; none when there is only one.
    static func alternates(
        _ addresses: [(language: Language, path: String)],
        first: Language
    ) -> [(name: String, path: String)] {
        guard addresses.count > 1 else { return [] }
        let others = addresses.first { $0.language == first } ?? addresses[0]
        return addresses.map { ($0.language.tag, $0.path) } + [("x-default", others.path)]
    }
}
