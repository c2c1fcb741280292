public import Kelisim
internal import KelisimText

/// A comparison table as HTML: a table with a caption, headings that say what they head, and the
/// language of every cell.
public struct ComparisonTableHTML {
    private let table: ComparisonTable

    /// Draws `table`.
    public init(_ table: ComparisonTable) {
        self.table = table
    }

    /// The table, to be put into a page; instead of an empty one a sentence that says so.
    public func fragment() -> [UInt8] {
        var html = HTMLBuffer(capacity: table.rows.count * 2048 + 1024)
        guard !table.rows.isEmpty else {
            for paragraph in table.nothing { write("p", paragraph, to: &html) }
            return html.bytes
        }
        // Where the table is wider than its page, a keyboard must be able to move it.
        html.append("<div class=\"comparison\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.escape(table.name.first?.text ?? "")
        html.append("\"")
        attribute(table.name.first?.language ?? "", to: &html)
        html.append(">\n<table class=\"comparison-table\">\n<caption>")
        lines(table.name, in: nil, to: &html)
        html.append("</caption>\n<thead>\n<tr>\n")
        for column in table.columns {
            write(column.heading, as: "th", .columnHeading(column.kind), to: &html)
        }
        html.append("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            html.append("<tr>\n")
            for (column, cell) in zip(table.columns, row) {
                let isHeading = column.kind == .unit
                write(
                    cell,
                    as: isHeading ? "th" : "td",
                    isHeading ? .rowHeading : .cell(column.kind),
                    to: &html
                )
            }
            html.append("</tr>\n")
        }
        html.append("</tbody>\n</table>\n</div>\n")
        return html.bytes
    }

    /// The table as a document that needs nothing else.
    public func document() -> [UInt8] {
        var html = HTMLBuffer(capacity: table.rows.count * 2048 + 4096)
        html.append("<!DOCTYPE html>\n<html lang=\"")
        html.escape(table.name.first?.language ?? "")
        html.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.append("<title>")
        html.escape(table.name.map(\.text).joined(separator: " / "))
        html.append("</title>\n")
        html.append(ArraySlice(ComparisonTableStyle.markup.utf8))
        html.append("</head>\n<body>\n<main>\n")
        html.append(fragment()[...])
        html.append("</main>\n</body>\n</html>\n")
        return html.bytes
    }

    // MARK: - Cells

    private enum Role {
        case columnHeading(ComparisonTable.ColumnKind)
        case rowHeading
        case cell(ComparisonTable.ColumnKind)
    }

    private func write(
        _ cell: ComparisonTable.Cell,
        as element: StaticString,
        _ role: Role,
        to html: inout HTMLBuffer
    ) {
        html.append("<")
        html.append(element)
        switch role {
        case .columnHeading(let kind):
            html.append(" scope=\"col\"")
            name(kind, to: &html)
        case .rowHeading:
            html.append(" scope=\"row\"")
            name(.unit, to: &html)
        case .cell(let kind): name(kind, to: &html)
        }
        let language = cell.first?.language ?? table.name.first?.language ?? ""
        attribute(language, to: &html)
        html.append(">")
        lines(cell, in: language, to: &html)
        html.append("</")
        html.append(element)
        html.append(">\n")
    }

    private func name(_ kind: ComparisonTable.ColumnKind, to html: inout HTMLBuffer) {
        html.append(" class=\"")
        switch kind {
        case .number: html.append("number")
        case .unit: html.append("unit")
        case .wording: html.append("wording")
        case .justification: html.append("justification")
        }
        html.append("\"")
    }

    /// A single line as it is, several as blocks; those in another language than `language` say so.
    private func lines(
        _ cell: ComparisonTable.Cell,
        in language: String?,
        to html: inout HTMLBuffer
    ) {
        for paragraph in cell {
            html.append("<span class=\"line\"")
            if paragraph.language != language { attribute(paragraph.language, to: &html) }
            html.append(">")
            runs(paragraph, to: &html)
            html.append("</span>")
        }
    }

    private func write(
        _ element: StaticString,
        _ paragraph: ComparisonTable.Paragraph,
        to html: inout HTMLBuffer
    ) {
        html.append("<")
        html.append(element)
        html.append(" class=\"comparison-table-empty\"")
        attribute(paragraph.language, to: &html)
        html.append(">")
        runs(paragraph, to: &html)
        html.append("</")
        html.append(element)
        html.append(">\n")
    }

    private func runs(_ paragraph: ComparisonTable.Paragraph, to html: inout HTMLBuffer) {
        for run in paragraph.runs {
            if run.isBold { html.append("<b>") }
            html.escape(run.text)
            if run.isBold { html.append("</b>") }
        }
    }

    private func attribute(_ language: String, to html: inout HTMLBuffer) {
        html.append(" lang=\"")
        html.escape(language)
        html.append("\"")
    }
}
