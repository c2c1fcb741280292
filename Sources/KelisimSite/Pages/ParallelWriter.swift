internal import Kelisim
internal import KelisimText

/// Writes two texts of one edition side by side, clause by clause.
///
/// They are read row by row, the first text before the second. The first text bears the anchors
/// and headings; what only the second has bears its own.
struct ParallelWriter {
    /// A text and its language.
    struct Side {
        let text: PolicyText
        let language: Language
    }

    let first: Side
    let second: Side
    /// How links of clauses are called in the language of the page, which is that of `first`.
    let labels: ClauseLabels?
    /// What is said in the place of what a text lacks, in the language of the page.
    let gap: String
    /// What a preview shows beside the clauses of each text, as phrasing content by their names.
    let notes: [[String: String]]

    /// The rows.
    func rows() -> [UInt8] {
        let links = ArticleWriter(
            text: first.text,
            language: first.language,
            twins: [],
            labels: labels
        )
        let left = first.text.htmlBlocks(tools: links.tools)
        let right = second.text.htmlBlocks(after: first.text.tree)
        let rows = ParallelRow.rows(
            (first.text.tree, left.blocks),
            (second.text.tree, right.blocks)
        )
        let size = left.bytes.count + right.bytes.count + rows.count * 128
        var html = HTMLBuffer(capacity: size)
        for row in rows { write(row, left.bytes, right.bytes, &html) }
        return html.bytes
    }

    private func write(
        _ row: ParallelRow,
        _ left: [UInt8],
        _ right: [UInt8],
        _ html: inout HTMLBuffer
    ) {
        let marks = notes(row.first, first, 0) + notes(row.second, second, 1)
        html.append("<div class=\"pair")
        if !marks.isEmpty { html.append(" marked") }
        html.append("\">\n")
        cell(first.language, row.first.map { left[$0.html] }, &html)
        cell(second.language, row.second.map { right[$0.html] }, &html)
        if !marks.isEmpty {
            html.append("<p class=\"remark\">")
            html.append(Array(marks.utf8)[...])
            html.append("</p>\n")
        }
        html.append("</div>\n")
    }

    /// The notes beside the clauses of a block.
    private func notes(_ block: HTMLBlocks.Block?, _ side: Side, _ index: Int) -> String {
        guard let block, !notes[index].isEmpty else { return "" }
        return block.clauses.compactMap { notes[index][side.text.tree.clauses[$0].id] }.joined()
    }

    private func cell(
        _ language: Language,
        _ content: ArraySlice<UInt8>?,
        _ html: inout HTMLBuffer
    ) {
        html.append("<div class=\"side\" lang=\"")
        html.escape(language.tag)
        html.append("\">\n")
        if let content {
            html.append(content)
        } else {
            html.append("<p class=\"gap\" lang=\"")
            html.escape(first.language.tag)
            html.append("\">")
            html.escape(gap)
            html.append("</p>\n")
        }
        html.append("</div>\n")
    }
}
