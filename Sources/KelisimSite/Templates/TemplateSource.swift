internal import Kelisim

/// The source of one template and its tags.
struct TemplateSource: Sendable {
    private static let ending = ".mustache"

    /// The name by which others include it: the path below `templates/` without `.mustache`.
    let name: String
    /// The file, as a reader would open it.
    let source: String
    /// The text.
    let text: String
    /// The tags, as a tree.
    let nodes: [TemplateNode]

    /// The template in `file`, or nil with the reasons in `findings`.
    static func read(_ file: ThemeFile, _ findings: inout [Finding]) -> TemplateSource? {
        guard file.path.hasSuffix(ending) else {
            findings.append(Finding(.siteFileIgnored, at: Place(file.source)))
            return nil
        }
        let text = String(validating: file.bytes, as: UTF8.self)
        if text == nil {
            findings.append(Finding(.siteTemplateEncoding, at: Place(file.source)))
        }
        var parser = TemplateParser(text ?? "", file: file.source)
        let nodes = parser.parse()
        findings += parser.findings
        // A template with errors is kept, so that those who include it are not blamed.
        return TemplateSource(
            name: String(file.path.dropFirst("templates/".count).dropLast(ending.count)),
            source: file.source,
            text: text ?? "",
            nodes: nodes
        )
    }
}
