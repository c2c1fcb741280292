internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// Two texts and what changed between them.
public struct Diff: Sendable {
    /// One of the texts.
    struct Side: Sendable {
        /// The path of the file, as the reader would open it.
        let file: String
        /// The edition; nil for a file outside of the repository.
        let edition: Edition?
        /// What stands in the file.
        let text: ComparedText

        /// Whether it stands for no text at all.
        var isNothing: Bool { edition == nil && file.isEmpty }

        /// The digest of the exact bytes.
        var digest: Digest { Digest(of: Array(text.document.source)) }
    }

    /// The policy; nil for files outside of the repository.
    let policy: Policy?
    /// The old text.
    let from: Side
    /// The new text.
    let to: Side
    /// The tag of their language; nil where neither the reader nor the text tells.
    let language: String?
    /// What changed.
    let comparison: TextComparison

    /// The same editions in further languages, in the order in which they were asked for.
    let others: [Diff]

    /// Whether the texts differ, in any of the languages.
    public var hasChanges: Bool { !comparison.isEmpty || others.contains(where: \.hasChanges) }

    /// The paths of the texts.
    public var files: [String] { [from.file, to.file] + others.flatMap(\.files) }
}
