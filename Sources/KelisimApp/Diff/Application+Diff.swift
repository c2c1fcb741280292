internal import Foundation
public import Kelisim
internal import KelisimText

extension Application {
    /// Which texts are compared.
    public enum DiffChoice: Sendable {
        /// Two editions of a policy, drafts among them, by their numbers.
        case editions(policy: String, from: Int, to: Int)
        /// Two Markdown files, which need not be in a repository.
        case files(old: String, new: String)
    }

    /// Compares two texts.
    ///
    /// - Parameters:
    ///   - choice: the texts.
    ///   - tags: the language, or several in which editions are compared. Without it editions are compared in the authoritative language, where
    ///     all have equal force in that of messages, else in the first that both have; that of
    ///     files is told by the name, such as `kk.md`, or by the letters.
    /// - Returns: the texts and what changed.
    /// - Throws: ``Failure/refused(_:)`` when there is no such edition or language, when something
    ///   published was changed, and when a text is not UTF-8 or breaks a limit;
    ///   ``Failure/impossible(_:)`` when one can't be read.
    public func compare(
        _ choice: DiffChoice,
        languages tags: [String] = []
    ) async throws(Failure) -> Diff {
        switch choice {
        case .files(let old, let new):
            async let new = Self.side(new)
            let from = try Self.side(old).get()
            let to = try await new.get()
            let language = tags.first ?? Self.language(ofFile: to.file, to.text)
            return Diff(from, to, of: nil, language: language)
        case .editions(let policy, let from, let to):
            let policy = try self.policy(policy, in: try trustedRepository())
            let editions = [try policy.edition(numbered: from), try policy.edition(numbered: to)]
            var diffs: [Diff] = []
            for tag in tags.isEmpty ? [language(commonTo: editions)] : tags {
                let texts = [try editions[0].text(tagged: tag), try editions[1].text(tagged: tag)]
                async let new = Self.side(editions[1], texts[1])
                let old = try Self.side(editions[0], texts[0]).get()
                diffs.append(Diff(old, try await new.get(), of: policy, language: tag))
            }
            return Diff(diffs[0], others: Array(diffs.dropFirst()))
        }
    }

    /// The language in which editions are compared when nobody names one.
    private func language(commonTo editions: [Edition]) -> String {
        let common = editions[1].texts.map(\.language.tag)
            .filter { tag in editions[0].texts.contains { $0.language.tag == tag } }
        let authoritative = editions[1].terms?.authoritative.description
        let preferred = [authoritative, language.rawValue].compactMap(\.self)
        return preferred.first(where: common.contains) ?? common.first ?? language.rawValue
    }

    private static func side(_ path: String) -> Result<Diff.Side, Failure> {
        Result { () throws(Failure) in
            let text = try comparedText(try readText(path), of: path)
            return Diff.Side(file: path, edition: nil, text: text)
        }
    }

    private static func side(_ edition: Edition, _ text: Text) -> Result<Diff.Side, Failure> {
        Result { () throws(Failure) in
            let compared = try comparedText(text.bytes, of: text.file)
            return Diff.Side(file: text.file, edition: edition, text: compared)
        }
    }

    /// Reads the blocks of a text: only UTF-8 and the limits apply.
    private static func comparedText(
        _ bytes: [UInt8],
        of path: String
    ) throws(Failure) -> ComparedText {
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            let problems = TextInspection.findings(in: bytes, of: path)
            throw .refused(problems.filter { $0.code == .invalidUTF8 })
        }
        do throws(MarkdownLimits.Violation) {
            return try ComparedText(bytes)
        } catch {
            throw .refused([error.finding(in: bytes, of: path)])
        }
    }
}

extension Diff {
    init(_ from: Side, _ to: Side, of policy: Policy?, language: String?) {
        (self.from, self.to, self.policy, self.language) = (from, to, policy, language)
        comparison = TextComparison(from.text, to.text)
        others = []
    }

    fileprivate init(_ first: Diff, others: [Diff]) {
        (from, to, policy, language) = (first.from, first.to, first.policy, first.language)
        comparison = first.comparison
        self.others = others
    }
}
