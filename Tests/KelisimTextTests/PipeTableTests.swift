import Testing

@testable import KelisimText

/// Pipe tables, which libcmark does not know.
@Suite struct PipeTableTests {
    private func html(_ source: String) throws -> String {
        String(decoding: try PolicyText(Array(source.utf8)).html(language: nil), as: UTF8.self)
    }

    /// The cells of the first table, row by row, as the source has them.
    private func cells(_ source: String) throws -> [[String]] {
        let document = try MarkdownDocument(Array(source.utf8))
        let table = try #require(document.tables.values.first)
        return table.rows.map { row in
            row.map { document.string(document.nodes[document.cellNodes[$0]].source) }
        }
    }

    @Test(arguments: [
        ("| а | б |\n|---|---|\n| в | г |", [["а", "б"], ["в", "г"]]),
        ("а | б\n-|:-\nв | г", [["а", "б"], ["в", "г"]]),
        ("|а|б|\r\n|-|-|\r\n|в||", [["а", "б"], ["в", ""]]),
        ("  | а |\n   |---|  \n |б|", [["а"], ["б"]]),
        ("> | а |\n> |---|\n> | б |", [["а"], ["б"]]),
        ("- | а |\n  |---|\n  | б |", [["а"], ["б"]]),
        ("| а\\|ә | б |\n|---|---|", [["а\\|ә", "б"]]),
        ("| а | б |\n|---|---|\n| в |\n| г | ғ | д |", [["а", "б"], ["в"], ["г", "ғ", "д"]]),
    ]) func cellsStandInTheSource(_ source: String, _ expected: [[String]]) throws {
        #expect(try cells(source) == expected)
    }

    @Test(arguments: [
        "| а | б |\n|---|", "| а |", "| а |\n| б |", "| а |\nб\n|---|", "| а |\n|-x-|",
        "    | а |\n    |---|", "```\n| а |\n|---|\n```", "а\n\n|---|", "| а |\n\n|---|",
    ]) func noTable(_ source: String) throws {
        #expect(try MarkdownDocument(Array(source.utf8)).tables.isEmpty)
    }

    @Test func headerAlignmentAndRowsOfOtherLengths() throws {
        let source = """
            | Cookie | Мерзімі | *Мақсаты* | Т |
            |:--|:-:|--:|---|
            | a\\|b | 1 < 2 |
            | `c\\|d` | **30 күн** | [сілтеме](/u) | x | y |
            """
        #expect(
            try html(source) == """
                <article class="text">
                <table id="preamble-1">
                <thead>
                <tr>
                <th scope="col" class="align-start">Cookie</th>
                <th scope="col" class="align-center">Мерзімі</th>
                <th scope="col" class="align-end"><em>Мақсаты</em></th>
                <th scope="col">Т</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-start">a|b</td>
                <td class="align-center">1 &lt; 2</td>
                <td colspan="2"></td>
                </tr>
                <tr>
                <td class="align-start"><code>c|d</code></td>
                <td class="align-center"><strong>30 күн</strong></td>
                <td class="align-end"><a href="/u">сілтеме</a></td>
                <td>x</td>
                <td>y</td>
                </tr>
                </tbody>
                </table>
                </article>

                """
        )
    }

    @Test func cellsAreInlineContentOnly() throws {
        let source =
            "| # а | - б | 1. в |\n|---|---|---|\n| > г | *д | ***  |\n| е* |  | <b>ж</b> |"
        let html = try html(source)
        for text in ["# а", "- б", "1. в", "&gt; г", "*д", "***", "е*"] {
            #expect(html.contains(">\(text)</t"), "\(text)")
        }
        #expect(!html.contains("<b>"))
    }

    @Test func referencesAndTermsInCellsAreMarked() throws {
        let source = "5.2. Мәтін\n\n| Негіз | Т |\n|---|---|\n| п. 5.2 | *5.2*-тармақ (далее – Т) |"
        let html = try html(source)
        let link = "<a class=\"reference\" href=\"#5.2\" title=\"Мәтін\">5.2</a>"
        #expect(html.contains("<td>п. \(link)</td>"))
        #expect(html.contains("<em>\(link)</em>-тармақ (далее – <dfn>Т</dfn>)"))
    }

    @Test func plainHTMLAndPlainTextKnowNoTable() throws {
        let text = try PolicyText(Array("| а |\n|---|\n| б |".utf8))
        #expect(text.plainText(of: 0) == "| а | |---| | б |")
        let plain = String(decoding: text.document.plainHTML(), as: UTF8.self)
        #expect(plain == "<p>| а |\n|---|\n| б |</p>\n")
        #expect(text.document.documentEnd < text.document.nodes.count)
    }

    /// A wide header and many short rows must not multiply.
    @Test func shortRowsCostNothing() throws {
        let wide =
            String(repeating: "|a", count: 2000) + "\n" + String(repeating: "|-", count: 2000)
        let source = wide + "\n" + String(repeating: "|x\n", count: 2000)
        let document = try MarkdownDocument(Array(source.utf8))
        #expect(document.cellNodes.count == 4000)
    }
}
