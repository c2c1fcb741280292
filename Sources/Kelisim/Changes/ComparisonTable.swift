public import KelisimText

/// The comparison table by which Kazakh lawyers read changes (салыстырмалы кесте, сравнительная
/// таблица), ready to be drawn in any form: one language, or two side by side.
///
/// The columns are number, structural unit, for each language the two wordings, and the justification.
/// There is one row for each smallest unit that contains the whole of a change, with the whole unit
/// in both cells and the changed words in bold. Units that have the same words are left out, so a
/// change of marks or of structure alone is in the redline and not here; one of quotation marks or
/// dashes is here, and says so.
public struct ComparisonTable: Sendable {
    /// A line of a cell.
    public struct Paragraph: Hashable, Sendable {
        /// The language that it is written in, a BCP 47 tag; empty where nobody knows.
        public let language: String
        /// Its text.
        public let runs: [ComparisonRun]

        /// Makes a line of `runs`.
        public init(_ runs: [ComparisonRun], in language: String) {
            self.runs = runs
            self.language = language
        }

        /// The text without its bold.
        public var text: String { runs.map(\.text).joined() }
    }

    /// What a cell holds, line by line.
    public typealias Cell = [Paragraph]

    /// What the cells of a column hold, which decides how wide it is drawn.
    public enum ColumnKind: Hashable, Sendable {
        /// The number of the row.
        case number
        /// Which unit it is about; it heads the row.
        case unit
        /// The unit in one of the texts.
        case wording
        /// Why it was changed.
        case justification
    }

    /// A column.
    public struct Column: Hashable, Sendable {
        /// What its cells hold.
        public let kind: ColumnKind
        /// What stands above it.
        public let heading: Cell
    }

    /// What the table is called, in each of its languages.
    public let name: Cell
    /// The columns, in order.
    public let columns: [Column]
    /// The rows, each with a cell for every column.
    public let rows: [[Cell]]
    /// What is said when there is no row.
    public let nothing: Cell

    /// One language of a table.
    public struct Side: Sendable {
        /// The language of the texts, a BCP 47 tag; nil where nobody knows.
        public let language: Language?
        /// The name of the document, if it has one.
        public let title: String?
        let rows: ComparisonRows

        /// The side of the table that shows `comparison`, whose texts are in `language`.
        public init(_ comparison: TextComparison, in language: Language?, title: String? = nil) {
            self.language = language
            self.title = title
            rows = ComparisonRows(comparison)
        }
    }

    /// Makes the table of `sides`, which are one language or several to be shown side by side, in
    /// order.
    ///
    /// Headings and remarks are in the language of their side, and in English where that is neither
    /// Kazakh nor Russian.
    public init(
        _ sides: [Side],
        headings: ComparisonHeadings,
        justifications: Justifications = Justifications()
    ) {
        let drawers = sides.map { ComparisonSideDrawer($0, headings) }
        name = drawers.map(\.name)
        nothing = drawers.map(\.nothing)
        var columns = [
            // «№» needs no second language beside it.
            Column(kind: .number, heading: Array(drawers.map(\.numberHeading).prefix(1))),
            Column(kind: .unit, heading: drawers.map(\.unitHeading)),
        ]
        for drawer in drawers {
            columns.append(Column(kind: .wording, heading: [drawer.oldHeading]))
            columns.append(Column(kind: .wording, heading: [drawer.newHeading]))
        }
        columns.append(Column(kind: .justification, heading: drawers.map(\.justificationHeading)))
        self.columns = columns
        let keys = JustificationKeys(sides.map(\.rows))
        rows = AlignedRows(sides.map(\.rows)).rows.enumerated()
            .map { index, row in
                let number = Paragraph(
                    [ComparisonRun(String(index + 1))],
                    in: columns[0].heading.first?.language ?? ""
                )
                let present = zip(drawers, row)
                    .compactMap { drawer, row in row.map { (drawer, $0) } }
                let wordings = zip(drawers, row).flatMap { drawer, row in drawer.wordings(of: row) }
                return [[number], present.flatMap { $0.unit(of: $1) }] + wordings
                    + [
                        zip(drawers, row)
                            .flatMap { drawer, own -> Cell in
                                (own ?? present.first?.1)
                                    .map { drawer.justification(of: $0, justifications, keys) }
                                    ?? []
                            }
                    ]
            }
    }
}
