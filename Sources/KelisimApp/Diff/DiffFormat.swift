internal import Kelisim
internal import KelisimSheet
internal import KelisimSite

/// The forms in which a comparison is shown.
public enum DiffFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// For programs.
    case json
    /// The redline as one page, to read, print or keep.
    case html
    /// The comparison table as a page.
    case tableHTML = "table-html"
    /// The comparison table for a spreadsheet, as plain text.
    case tableCSV = "table-csv"
    /// The comparison table for a spreadsheet, changed words in bold.
    case tableXLSX = "table-xlsx"
    /// Tracked changes, for people who live in a word processor.
    case docx

    private static let binary: Set<DiffFormat> = [.docx, .tableXLSX]
    private static let tables: Set<DiffFormat> = [.tableHTML, .tableCSV, .tableXLSX]

    /// Whether the result is no text.
    public var isBinary: Bool { Self.binary.contains(self) }

    /// Whether it shows several languages side by side.
    public var isMultilingual: Bool { Self.tables.contains(self) }

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
        case .tableHTML: ComparisonTableHTML(diff.table).document()
        case .tableCSV: ComparisonTableCSV.bytes(of: diff.table)
        case .tableXLSX: try ComparisonSheet.bytes(of: diff.table)
        case .docx: try application.trackedChanges(diff, options)
        }
    }
}
