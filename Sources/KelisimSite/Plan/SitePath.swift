internal import Kelisim

/// Where the pages of a site lie: folders, each with a slash at its end, the root being empty.
///
/// All links between them are relative, so that a site can be read below any address, also from a
/// local server.
enum SitePath {
    /// The list of policies in `language`; the first language has the root.
    static func index(_ language: Language, first: Language) -> String {
        language == first ? "" : "\(language)/"
    }

    /// The edition in force.
    static func policy(_ policy: PolicyID, _ language: Language) -> String {
        "\(language)/\(policy)/"
    }

    /// Every edition with its dates.
    static func history(_ policy: PolicyID, _ language: Language) -> String {
        "\(language)/\(policy)/history/"
    }

    /// One edition, for ever.
    static func edition(_ number: Int, _ policy: PolicyID, _ language: Language) -> String {
        "\(language)/\(policy)/\(number)/"
    }

    /// The exact Markdown of an edition.
    static func markdown(_ number: Int, _ policy: PolicyID, _ language: Language) -> String {
        edition(number, policy, language) + "text.md"
    }

    /// What an edition changed in the one before it.
    static func changes(_ number: Int, _ policy: PolicyID, _ language: Language) -> String {
        edition(number, policy, language) + "changes/"
    }

    /// The comparison table of an edition as a file with the ending `format`.
    static func table(
        _ number: Int,
        _ policy: PolicyID,
        _ language: Language,
        as format: String
    ) -> String {
        changes(number, policy, language) + "\(policy)-\(number)-\(language).\(format)"
    }

    /// An edition as a single file, to print or to keep.
    static func kept(_ number: Int, _ policy: PolicyID, _ language: Language) -> String {
        edition(number, policy, language) + "\(policy)-\(language).html"
    }

    /// The news about a policy.
    static func feed(_ policy: PolicyID, _ language: Language) -> String {
        "\(language)/\(policy)/feed.xml"
    }

    /// An edition with its text in `language` beside that in `other`.
    static func parallel(
        _ number: Int,
        _ policy: PolicyID,
        _ language: Language,
        _ other: Language
    ) -> String {
        edition(number, policy, language) + "\(language)-\(other).html"
    }

    /// From the folder `page` up to the root: `../../`, or `./`.
    static func root(from page: String) -> String {
        let depth = page.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// The relative link from the folder `page` to `target`, a folder or file.
    static func link(from page: String, to target: String) -> String {
        let slash = UInt8(ascii: "/")
        let (here, there) = (Array(page.utf8), Array(target.utf8))
        var shared = 0
        for (index, (own, other)) in zip(here, there).enumerated() {
            guard own == other else { break }
            if own == slash { shared = index + 1 }
        }
        let up = here[shared...].count { $0 == slash }
        let link =
            String(repeating: "../", count: up) + String(decoding: there[shared...], as: UTF8.self)
        return link.isEmpty ? "./" : link
    }
}
