internal import Foundation
public import Kelisim
internal import KelisimLog
public import KelisimText

extension Application {
    /// What `import` wrote and what it recognised.
    public struct Imported: Sendable {
        /// The path of the text.
        public let file: String
        /// The path of the edition's settings, which name the source.
        public let settings: String
        /// The text and what was recognised in it.
        public let text: TextImport
        /// Whether letters were composed (NFC), the one change to the characters.
        public let isComposed: Bool
        /// Whether the policy has no `policy.yaml` yet.
        public let needsPolicyFile: Bool
    }

    /// Turns the plain text or Markdown at `path` into the text of an edition in a language, and
    /// records its digest in `edition.yaml`.
    ///
    /// Every word and number of the source is in the result; where that can't be, nothing is
    /// written.
    public func importText(
        _ path: String,
        policy: PolicyID,
        edition: Int,
        language: Language
    ) throws(Failure) -> Imported {
        let bytes = try Self.readText(path)
        let problems = TextInspection.findings(in: bytes, of: path)
            .filter {
                ![.notNFC, .carriageReturn, .byteOrderMark].contains($0.code)
            }
        guard problems.isEmpty else { throw .refused(problems) }
        var source = String(decoding: bytes, as: UTF8.self)
        if source.unicodeScalars.first == "\u{FEFF}" { source.unicodeScalars.removeFirst() }
        let composed = source.precomposedStringWithCanonicalMapping
        let isMarkdown = [".md", ".markdown"].contains { path.hasSuffix($0) }
        let text = TextImport(composed, isMarkdown: isMarkdown)
        guard !text.markdown.isEmpty else {
            throw .refused([Finding(.nothingToImport, at: Place(path))])
        }
        try Self.compareWords(of: composed, isMarkdown: isMarkdown, with: text.markdown, path)
        let record = EditionSource(
            file: String(path.split(separator: "/").last ?? ""),
            digest: Digest(of: bytes)
        )
        let files = try writer.importText(
            Array(text.markdown.utf8),
            language: language,
            of: policy,
            edition: edition,
            source: record
        )
        return Imported(
            file: files.text,
            settings: files.settings,
            text: text,
            isComposed: !composed.utf8.elementsEqual(source.utf8),
            needsPolicyFile: !FileManager.default.fileExists(
                atPath: "\(settings.policies)/\(policy.slug)/policy.yaml"
            )
        )
    }

    /// The proof that nothing was lost: the words that a reader will see are those of the source.
    private static func compareWords(
        of source: String,
        isMarkdown: Bool,
        with markdown: String,
        _ path: String
    ) throws(Failure) {
        let actual = try words(shownBy: markdown, path)
        let expected = isMarkdown ? try words(shownBy: source, path) : TextImport.words(of: source)
        guard expected != actual else { return }
        let index = zip(expected, actual).enumerated().first { $1.0 != $1.1 }?.offset
        let place = index ?? min(expected.count, actual.count)
        throw .refused([
            Finding(
                .wordsLost,
                at: Place(path),
                [
                    "expected": expected[safe: place] ?? "—",
                    "actual": actual[safe: place] ?? "—",
                ]
            )
        ])
    }

    private static func words(
        shownBy markdown: String,
        _ path: String
    ) throws(Failure) -> [String] {
        do throws(MarkdownLimits.Violation) {
            return try PolicyText(Array(markdown.utf8)).words
        } catch {
            throw .refused([error.finding(in: Array(markdown.utf8), of: path)])
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
