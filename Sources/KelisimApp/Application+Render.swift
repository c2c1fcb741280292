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
    ///   - write: called with the HTML in UTF-8, in parts that follow each other.
    /// - Throws: ``Failure/refused(_:)`` when the file is not UTF-8 or breaks a limit,
    ///   ``Failure/impossible(_:)`` when it can't be read.
    public func render(
        _ path: String,
        plain: Bool,
        language tag: String?,
        write: ([UInt8]) throws(Failure) -> Void
    ) async throws(Failure) {
        let document = try await markdown(path)
        guard !plain else {
            try write(document.plainHTML())
            return
        }
        let text = await PolicyText.reading(document)
        let language = tag ?? Self.language(ofFile: path, ComparedText(text))
        // Two parts at a time, on two cores; of a text that is not long there is one.
        let count = document.source.count < 1 << 16 ? 1 : 8
        for index in stride(from: 0, to: count, by: 2) {
            async let next =
                index + 1 < count ? text.htmlPart(index + 1, of: count, language: language) : []
            try write(text.htmlPart(index, of: count, language: language))
            try write(await next)
        }
    }

    /// Reads and parses a Markdown file that need not be in the repository: only UTF-8 and the
    /// limits apply.
    private func markdown(_ path: String) async throws(Failure) -> MarkdownDocument {
        let bytes = try Self.readText(path)
        async let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        let document = Result { () throws(MarkdownLimits.Violation) in try MarkdownDocument(bytes) }
        guard await isUTF8 else {
            let problems = TextInspection.findings(in: bytes, of: path)
            throw .refused(problems.filter { $0.code == .invalidUTF8 })
        }
        switch document {
        case .success(let document): return document
        case .failure(let violation): throw .refused([violation.finding(in: bytes, of: path)])
        }
    }

    /// The language that the name of a file or else the letters of its text tell.
    static func language(ofFile path: String, _ text: ComparedText) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".").first ?? ""
        // Three letters are a language too, but more often a word: new.md, old.md.
        if stem.prefix(while: { $0 != "-" }).count == 2, let tag = Language(String(stem)) {
            return tag.tag
        }
        let sample = (0..<min(text.count, 20)).map { text.plainText(of: $0) }
        let letters = String(decoding: Array(sample.joined(separator: [0x20])), as: UTF8.self)
        return LanguageRule.language(of: letters)?.rawValue
    }
}
