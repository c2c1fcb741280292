internal import Kelisim

/// The strings of a look in one language.
struct ThemeStrings: Sendable {
    /// The string by which a language calls itself in links to its pages.
    static let nameKey = "language-name"
    /// The string for what is missing from the text beside another one.
    static let gapKey = "parallel-gap"
    /// The strings that Kelisim uses by itself, whatever the templates use.
    static let ownKeys = [nameKey, gapKey] + ClauseLabels.keys

    /// The language.
    let language: Language
    /// The file, as a reader would open it.
    let source: String
    /// The texts by key.
    let texts: [String: String]
    /// Where each key stands.
    let places: [String: Place]

    /// How the language calls itself.
    var name: String { texts[ThemeStrings.nameKey] ?? language.tag }

    /// The strings in `file`, or nil with the reasons in `findings`.
    static func read(_ file: ThemeFile, _ findings: inout [Finding]) -> ThemeStrings? {
        let stem = file.name.hasSuffix(".yaml") ? String(file.name.dropLast(5)) : ""
        guard file.path == "strings/\(file.name)", let language = Language(stem) else {
            findings.append(Finding(.siteFileIgnored, at: Place(file.source)))
            return nil
        }
        let (value, problems) = YAMLDocument.read(file.bytes, of: file.source)
        findings += problems
        guard let value else { return nil }
        var reader = YAMLReader()
        let members = reader.members(value) ?? []
        let texts = reader.strings(value)
        findings += reader.findings
        guard let texts else { return nil }
        return ThemeStrings(
            language: language,
            source: file.source,
            texts: texts,
            places: Dictionary(members.map { ($0.key, $0.place) }) { first, _ in first }
        )
    }
}
