public import Kelisim
internal import KelisimLog

/// How a site looks: templates, strings and static files, checked and ready for rendering.
///
/// The built-in one is ``builtIn()``. A folder replaces it wholly: `templates/*.mustache`,
/// `strings/LANGUAGE.yaml` (a flat mapping of keys to texts), `static/` (any files) and, where it
/// is wanted, `site.yaml` (``ThemeSettings``).
public struct Theme: Sendable {
    /// What a careful site builder would mend; never an error.
    public let findings: [Finding]
    /// The languages that there are strings in, by tag.
    public let languages: [Language]

    /// The files that are copied as they are, by path.
    let staticFiles: [ThemeFile]
    /// The order of policies and languages.
    let settings: ThemeSettings
    /// The folder of the strings, for messages.
    let stringsFolder: String
    /// What everything that is rendered follows from.
    let key: ContentKey

    private let strings: [Language: ThemeStrings]
    private let clauseLabels: [Language: ClauseLabels]
    private let templates: [Language: TemplateLibrary]

    /// Reads the look that `files` make up; `root` is the folder that messages name.
    ///
    /// - Throws: ``Failure/refused(_:)`` with everything that is wrong.
    init(_ files: [ThemeFile], root: String) throws(Failure) {
        var sources: [TemplateSource] = []
        var strings: [ThemeStrings] = []
        var settings = ThemeSettings()
        var findings: [Finding] = []
        for file in files {
            if file.path.hasPrefix("templates/") {
                sources += TemplateSource.read(file, &findings).map { [$0] } ?? []
            } else if file.path.hasPrefix("strings/") {
                strings += ThemeStrings.read(file, &findings).map { [$0] } ?? []
            } else if file.path == ThemeSettings.file {
                settings = ThemeSettings(file, &findings)
            } else if !file.path.hasPrefix("static/") {
                findings.append(Finding(.siteFileIgnored, at: Place(file.source)))
            }
        }
        for (language, place) in settings.languages
        where !strings.contains(where: { $0.language == language }) {
            findings.append(Finding(.siteLanguageUnknown, at: place, ["language": language.tag]))
        }
        var check = TemplateCheck(sources, strings: strings, root: root)
        check.run()
        findings += check.findings
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .refused(Theme.sorted(errors)) }
        var templates: [Language: TemplateLibrary] = [:]
        for table in strings {
            do {
                templates[table.language] = try TemplateLibrary(sources, strings: table)
            } catch {
                throw .refused([error.finding])
            }
        }
        self.settings = settings
        self.findings = Theme.sorted(findings)
        self.templates = templates
        languages = strings.map(\.language).sorted { $0.tag < $1.tag }
        self.strings = Dictionary(strings.map { ($0.language, $0) }) { first, _ in first }
        clauseLabels = self.strings.mapValues(ClauseLabels.init)
        staticFiles = files.filter { $0.path.hasPrefix("static/") }
        stringsFolder = "\(root)/strings"
        key = ContentKey(
            files.sorted { $0.path < $1.path }.flatMap { [$0.path, Digest(of: $0.bytes).hex] }
        )
    }

    /// How `language` calls itself.
    func name(of language: Language) -> String { strings[language]?.name ?? language.tag }

    /// The labels of clauses in `language`; nil when there are no strings in it.
    func clauseLabels(in language: Language) -> ClauseLabels? { clauseLabels[language] }

    /// What `language` says of a part that the text beside it has and this one lacks.
    func gap(in language: Language) -> String {
        strings[language]?.texts[ThemeStrings.gapKey] ?? ""
    }

    /// The templates with the strings of `language`; nil when there are no such strings.
    func templates(in language: Language) -> TemplateLibrary? { templates[language] }

    private static func sorted(_ findings: [Finding]) -> [Finding] {
        Array(Set(findings)).sorted()
    }
}
