import Foundation
import Testing

@testable import KelisimText

/// The conventions of the redline, one by one: Documentation/redline.md.
@Suite struct RedlineHTMLTests {
    private func redline(_ old: String, _ new: String) throws -> String {
        let comparison = TextComparison(
            try ComparedText(Array(old.utf8)),
            try ComparedText(Array(new.utf8))
        )
        let html = String(decoding: comparison.redlineHTML(language: nil), as: UTF8.self)
        let start = "<article class=\"text redline\">\n"
        try #require(html.hasPrefix(start) && html.hasSuffix("</article>\n"))
        return String(html.dropFirst(start.count).dropLast("</article>\n".count))
    }

    private static let long = "Пайдаланушы деректерін қорғау үшін жауапты тұлға тағайындалады"

    @Test func leavesEqualTextsUnmarked() throws {
        let text = "# Т\n\n1. a\n2. **b** `c`\n\n| x |\n|---|\n| y |\n"
        let html = try redline(text, text)
        #expect(!html.contains("data-"))
        #expect(!html.contains("<ins>") && !html.contains("<del>"))
    }

    @Test func marksWordsInsideMarks() throws {
        let html = try redline("**\(Self.long) бүгін**.", "**\(Self.long) ертең**.")
        #expect(
            html.contains(
                "<strong>\(Self.long) <del>бүгін</del><wbr><ins>ертең</ins></strong>.</p>"
            )
        )
    }

    @Test func marksWhatIsAddedAndRemoved() throws {
        let html = try redline("1. a\n", "1. a\n\n\(Self.long).\n")
        #expect(
            html.contains(
                "<p id=\"1-p-1\" class=\"added\" data-redline=\"new\"><ins>\(Self.long).</ins></p>"
            ) || html.contains("class=\"added\" data-redline=\"new\"><ins>\(Self.long).</ins></p>")
        )
        let back = try redline("1. a\n\n\(Self.long).\n", "1. a\n")
        #expect(back.contains("id=\"old-"))
        #expect(
            back.contains("class=\"removed\" data-redline=\"old\"><del>\(Self.long).</del></p>")
        )
    }

    @Test func showsMovedTextAtBothEndsWithoutMarkingIt() throws {
        let first = (1...4).map { "\($0)-қағида \(Self.long) \($0 * 17).\n\n" }
        let html = try redline(first.joined(), (first[1...] + first[..<1]).joined())
        #expect(html.contains("class=\"departed\" data-redline=\"old\">1-қағида"))
        #expect(html.contains("class=\"arrived\" data-redline=\"new\">1-қағида"))
        #expect(!html.contains("<ins>") && !html.contains("<del>"))
    }

    @Test func showsMarksThatOneTextHas() throws {
        let html = try redline("\(Self.long) бүгін.", "\(Self.long) **бүгін**.")
        #expect(
            html.contains("<strong class=\"mark-new\" data-redline=\"new\">бүгін</strong>.")
        )
        let back = try redline("\(Self.long) *бүгін*.", "\(Self.long) бүгін.")
        #expect(back.contains("<em class=\"mark-old\" data-redline=\"old\">бүгін</em>."))
    }

    @Test func showsWhereALinkLed() throws {
        let html = try redline("\(Self.long) [мұнда](/a).", "\(Self.long) [мұнда](/b 'т').")
        #expect(
            html.contains(
                "<a href=\"/b\" title=\"т\" class=\"mark-changed\" data-old-href=\"/a\" data-old-title=\"\">мұнда</a>"
            )
        )
    }

    @Test func keepsOneLinkAroundAWordThatIsGone() throws {
        let html = try redline("\(Self.long) [бір екі үш](/a).", "\(Self.long) [бір үш](/a).")
        #expect(html.components(separatedBy: "<a ").count == 2)
    }

    @Test func leavesOutScriptsAndRawHTML() throws {
        let html = try redline(
            "\(Self.long) [a](javascript:x) <b>",
            "\(Self.long) [c](javascript:x) <i>"
        )
        #expect(!html.contains("javascript") && !html.contains("<b>") && !html.contains("<i>"))
    }

    @Test func doesNotMarkWhiteSpaceAlone() throws {
        let html = try redline("\(Self.long)  және бүгін кешке.", "\(Self.long) және ертең кешке.")
        #expect(html.contains("<ins>ертең"))
        #expect(html.matches(of: /<(ins|del)>\s*<\//).isEmpty)
    }

    @Test func keepsPicturesWhole() throws {
        let html = try redline("\(Self.long) ![бір екі](a.png)", "\(Self.long) ![бір үш](a.png)")
        #expect(html.contains("<del><img src=\"a.png\" alt=\"бір екі\"></del>"))
        #expect(html.contains("<ins><img src=\"a.png\" alt=\"бір үш\"></ins>"))
        let link = try redline("\(Self.long).", "\(Self.long) ![сурет](https://x.kz/a.png).")
        #expect(link.contains("<a href=\"https://x.kz/a.png\"><ins>"))
    }

    @Test func showsTheNumbersOfListItems() throws {
        let rest = (2...6).map { "тармақ \($0) \(Self.long)" }
        let old = rest.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
        let new = (["\(Self.long) жаңадан қосылды"] + rest).enumerated()
            .map { "\($0.offset + 1). \($0.element)\n" }.joined()
        let html = try redline(old, new)
        #expect(html.contains("<span class=\"number\"><ins>1.</ins></span> <ins>"))
        #expect(html.contains("<span class=\"number\"><del>1.</del><ins>2.</ins></span> тармақ 2"))
        #expect(html.components(separatedBy: "<ol").count == 2)
    }

    @Test func marksRowsAndCellsOfTables() throws {
        let head = "| Атау | Мерзім |\n|---|---|\n"
        let html = try redline(
            "\(head)| бір | 10 күн |\n| екі | 20 күн |\n",
            "\(head)| бір | 15 күн |\n| үш | 30 күн бойы |\n| екі | 20 күн |\n"
        )
        #expect(html.contains("<del>10</del><wbr><ins>15</ins> күн</td>"))
        #expect(html.contains("<tr class=\"added\" data-redline=\"new\">\n<td><ins>үш</ins></td>"))
        #expect(html.contains("<tr>\n<td>екі</td>"))
    }

    @Test func showsTablesOfOtherColumnsWhole() throws {
        let html = try redline("| a |\n|---|\n| b |\n", "| a | c |\n|---|---|\n| b | d |\n")
        #expect(
            html.contains("<table id=\"old-preamble-1\" class=\"removed\" data-redline=\"old\">")
        )
        #expect(html.contains("<table id=\"preamble-1\" class=\"added\" data-redline=\"new\">"))
    }

    @Test func givesOldBlocksIdsOfTheirOwn() throws {
        // The heading's slug is what an old block would be called.
        let html = try redline("1.1. \(Self.long)\n", "## Old 1.1\n")
        for id in html.matches(of: /id="([^"]*)"/).map(\.output.1) {
            #expect(html.components(separatedBy: "id=\"\(id)\"").count == 2)
        }
    }
}
