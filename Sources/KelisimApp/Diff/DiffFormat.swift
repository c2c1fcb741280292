internal import Kelisim

/// The forms in which a comparison is shown.
public enum DiffFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// For programs.
    case json
    /// The redline as one page, to read, print or keep.
    case html
    /// Tracked changes, for people who live in a word processor.
    case docx

    private static let binary: Set<DiffFormat> = [.docx]

    /// Whether the result is no text.
    public var isBinary: Bool { Self.binary.contains(self) }

    /// Makes the bytes: the one place where a format meets what makes it.
    func make(
        _ diff: Diff,
        _ options: DiffOptions,
        _ application: Application
    ) throws(Failure) -> [UInt8] {
        switch self {
        case .text: Array(DiffReport(diff, options, in: application.language).text.utf8)
        case .json: Array((JSONText.make(DiffDocument(diff)) + "\n").utf8)
        case .html: diff.redline(application.language)
        case .docx: try application.trackedChanges(diff, options)
        }
    }
}
