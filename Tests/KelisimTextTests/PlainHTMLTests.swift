import CCMark
import Foundation
import Testing

@testable import KelisimText

/// `plainHTML()` is made from our tree; libcmark's own renderer is the oracle.
@Suite struct PlainHTMLTests {
    private func libcmark(_ source: [UInt8]) throws -> String {
        let html = source.withUnsafeBytes { bytes in
            cmark_markdown_to_html(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                bytes.count,
                CMARK_OPT_DEFAULT
            )
        }
        let text = try #require(html)
        defer { free(text) }
        return String(cString: text)
    }

    private func plain(_ source: [UInt8]) throws -> String {
        String(decoding: try MarkdownDocument(source).plainHTML(), as: UTF8.self)
    }

    @Test(arguments: 1...4) func equalsLibcmarkOnGeneratedTexts(_ seed: UInt64) throws {
        var compared = 0
        for source in GeneratedMarkdown(seed: seed).prefix(1000) {
            guard let document = try? MarkdownDocument(source) else { continue }
            let html = String(decoding: document.plainHTML(), as: UTF8.self)
            let expected = try libcmark(source)
            try #require(
                html == expected,
                "\(String(decoding: source, as: UTF8.self).debugDescription)"
            )
            compared += 1
        }
        #expect(compared > 900)
    }

    @Test func equalsLibcmarkOnGeneratedPolicies() throws {
        for source in GeneratedMarkdown(seed: 9, pieces: GeneratedMarkdown.legal).prefix(500) {
            try #require(try plain(source) == libcmark(source))
        }
    }

    @Test func equalsLibcmarkOnTheSeedAndTheCases() throws {
        let seed = try SharedFiles.seed().map { [Array($0.utf8)] } ?? []
        for source in try seed + SharedFiles.cases() {
            try #require(try plain(source) == libcmark(source))
        }
    }

    @Test(arguments: [
        "", "\n", "a", "a\n", "a\r\nb\rc", "a\0b", "\t- a\n\n\tb", "4. x\n1. y", "2013. жыл",
        "<b>x</b>\n\n<div>\n*a*\n</div>", "[a](javascript:x) ![b](data:text/html;x)",
        "![*a* `b` <i>c\nd](//host/x.png 'т\"')", "[a](</u v> (t))", "| a |\n|---|\n| b |",
        "```a&b \"c\" d\nx\n```\n", "1) a\n2) b\n\n   c", "a  \nb\\\nc", "&lt;&#0;&nGt;&x;",
    ]) func equalsLibcmark(_ text: String) throws {
        #expect(try plain(Array(text.utf8)) == libcmark(Array(text.utf8)))
    }
}
