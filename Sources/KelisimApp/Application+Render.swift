public import Kelisim
internal import KelisimText

extension Application {
    /// The HTML of the Markdown file at `path`: the fragment with anchors and links or, plain,
    /// exactly what libcmark makes of it in safe mode.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - plain: whether to write libcmark's own HTML.
    ///   - tag: the language of the text; without it the name of the file, such as `kk.md`, and
    ///     then its letters decide.
    /// - Returns: the HTML in UTF-8.
    /// - Throws: ``Failure/refused(_:)`` when the file is not UTF-8 or breaks a limit,
    ///   ``Failure/impossible(_:)`` when it can't be read.
    public func render(
        _ path: String,
        plain: Bool,
        language tag: String?
    ) throws(Failure) -> [UInt8] {
        let document = try markdown(path)
        guard !plain else { return document.plainHTML() }
        let text = PolicyText(document)
        return text.html(language: tag ?? Self.language(ofFile: path, text))
    }

    /// Reads and parses a Markdown file that need not be in the repository: only UTF-8 and the
    /// limits apply.
    private func markdown(_ path: String) throws(Failure) -> MarkdownDocument {
        let bytes = try Self.readText(path)
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            let problems = TextInspection.findings(in: bytes, of: path)
            throw .refused(problems.filter { $0.code == .invalidUTF8 })
        }
        do throws(MarkdownLimits.Violation) {
            return try MarkdownDocument(bytes)
        } catch {
            throw .refused([error.finding(in: bytes, of: path)])
        }
    }

    private static func language(ofFile path: String, _ text: PolicyText) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".").first ?? ""
        // Three letters are a language too, but more often a word: new.md, old.md.
        if stem.prefix(while: { $0 != "-" }).count == 2, let tag = Language(String(stem)) {
            return tag.tag
        }
        let sample = text.tree.clauses.indices.prefix(20).map { text.plainText(of: $0) }
        return LanguageRule.language(of: sample.joined(separator: " "))?.rawValue
    }
}
