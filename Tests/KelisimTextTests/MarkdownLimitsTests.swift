import CCMark
import Foundation
import KelisimTesting
import KelisimText
import Testing

@Suite struct MarkdownLimitsTests {
    typealias Kind = MarkdownLimits.Violation.Kind

    // MARK: - Boundaries

    @Test func size() {
        let most = MarkdownLimits.maximumBytes
        #expect(MarkdownLimits.violation(in: []) == nil)
        #expect(MarkdownLimits.violation(in: Array(repeating: 97, count: most)) == nil)
        let violation = MarkdownLimits.violation(in: Array(repeating: 62, count: most + 1))
        #expect(violation?.kind == .size)
        #expect(violation?.limit == most)
        #expect(violation?.found == most + 1)
        #expect(violation?.offset == most)
    }

    @Test(arguments: [
        ">", "> ", ">\t", "  > ", "- ", "* ", "+ ", "-\t", "+   ", "1. ", "1)    ", "123456789. ",
        "7)\t",
    ])
    func nestingOnOneLine(_ marker: String) {
        expectNesting(String(repeating: marker, count: 64) + "x\n", 64)
        let refused = String(repeating: marker, count: 65) + "x\n"
        let offset = marker.utf8.count * 64 + marker.prefix { $0 == " " }.count
        expectViolation(refused, .nesting, limit: 64, found: 65, offset: offset)
        expectViolation("\u{FEFF}" + refused, .nesting, limit: 64, found: 65, offset: offset + 3)
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func nestingOfMixedMarkers(_ lineEnd: String) {
        let markers = ["> ", "- ", "1. ", ">", "* ", "7) ", "+\t", " > "]
        let nested = (0..<64).map { markers[$0 % 8] }.joined()
        let before = "a" + lineEnd + lineEnd
        expectNesting(before + nested + "x" + lineEnd, 64)
        let offset = before.utf8.count + nested.utf8.count
        expectViolation(before + nested + "> x", .nesting, limit: 64, found: 65, offset: offset)
    }

    @Test(arguments: ["\n", "\r", "\r\n", "\n\n", "\n \t\n"])
    func nestingOverManyLines(_ lineEnd: String) {
        for (marker, indent) in [("- ", "  "), ("*\t", "\t"), ("1)  ", "    "), ("> ", "> ")] {
            let lines = (0..<65).map { String(repeating: indent, count: $0) + marker + "a" }
            let accepted = lines[..<64].joined(separator: lineEnd) + lineEnd
            expectNesting(accepted, 64)
            let offset = accepted.utf8.count + 64 * indent.utf8.count
            let refused = accepted + lines[64]
            expectViolation(refused, .nesting, limit: 64, found: 65, offset: offset)
        }
    }

    @Test func nestingBehindLazyLines() {
        let quotes = String(repeating: "> ", count: 32)
        let items = String(repeating: "- ", count: 32)
        let indent = String(repeating: " ", count: 64)
        for between in ["lazy\n", "lazy\nlazy\n", ">\n", "> lazy\n"] {
            expectNesting(quotes + items + "a\n" + between + quotes + indent + "b\n", 64)
        }
        let lazy = quotes + items + "a\nlazy\n" + quotes + indent
        let offset = lazy.utf8.count
        expectViolation(lazy + "- b", .nesting, limit: 64, found: 65, offset: offset)
    }

    @Test func siblingsDoNotNest() {
        let list = (0..<500).map { "\($0 % 10). a\n   - b\n     > c\n\n" }.joined()
        expectNesting(list, 3)
        let widths = (1..<500).map { String(repeating: " ", count: $0 % 90) + "- a\n\n" }
        #expect(MarkdownLimits.violation(in: Array(widths.joined().utf8)) == nil)
        let breaks = ["- ", "* ", "-\t", "*", "-"].map { String(repeating: $0, count: 200) + "\n" }
        expectNesting(breaks.joined(separator: "\n"), 0)
        expectNesting("> 1. " + breaks.joined(separator: "\n> 2. "), 2)
    }

    @Test func brackets() {
        for bracket in ["[", "![", "[ ", "[a\nb", "`[` ", "\\\\["] {
            let accepted = String(repeating: bracket, count: 64)
            #expect(MarkdownLimits.violation(in: Array(accepted.utf8)) == nil)
            let offset = accepted.utf8.count + bracket.utf8.prefix { $0 != 0x5B }.count
            expectViolation(accepted + bracket, .brackets, limit: 64, found: 65, offset: offset)
            #expect(MarkdownLimits.violation(in: Array((accepted + "]" + bracket).utf8)) == nil)
            for end in ["\n\n", "\r\r", "\r\n\r\n", "\n- ", "\n> 1) ", "\n \t\n", "\n>\n"] {
                let blocks = Array((accepted + end + accepted).utf8)
                #expect(MarkdownLimits.violation(in: blocks) == nil)
            }
            for end in ["\n", "\r\n", "]]\n[[", "\n# ", "\n```\n", "\\]", "\n \\\n"] {
                #expect(MarkdownLimits.violation(in: Array((accepted + end + "[").utf8)) != nil)
            }
        }
        expectNesting(String(repeating: "\\[", count: 1_000), 0)
        expectNesting(String(repeating: "] [a](b) ![c](d \"e\") [f] ", count: 500), 0)
    }

    @Test func work() {
        let deep = String(repeating: "- ", count: 64) + "x"
        expectNesting(deep + String(repeating: "\n", count: 1_000), 64)
        // One line end ends the line, the others are blank lines of 256 steps.
        expectViolation(
            deep + String(repeating: "\n", count: 2_000),
            .work,
            limit: 64 * 4_096,
            found: 1_025 * 256,
            offset: deep.utf8.count + 1 + 1_024
        )
        // To libcmark the closing brackets are code, and every image stays open.
        let images = String(repeating: "![`]`", count: 500)
        expectNesting(images + String(repeating: "[]()", count: 200), 0)
        // The images cost 1 + … + 500 steps, every link 500.
        let text = images + String(repeating: "[]()", count: 1_000)
        let links = (64 * text.utf8.count - 125_250) / 500 + 1
        expectViolation(
            text,
            .work,
            limit: 64 * text.utf8.count,
            found: 125_250 + 500 * links,
            offset: images.utf8.count + 4 * links - 3
        )
    }

    // MARK: - Hostile texts

    @Test(arguments: [
        ("- ", 8_000, "x", "\n", 12_000), ("-\t", 8_000, "x", "\r\n", 8_000),
        ("* ", 60, "x", "\n", 40_000), ("+ ", 60, "x", " \n", 20_000),
        ("1. ", 60, "```\n", "\n", 40_000), ("1) ", 60, "<!--\n", "\r", 40_000),
        ("> - ", 30, "x\n", "> \n", 20_000), ("- > ", 30, "x\n", "\n", 20_000),
        ("> ", 63, "a\n", "a\n", 20_000), (">", 64, "", "*a*", 10_000),
        (">", 20_000, "", "a*", 10_000), ("- ", 64, "", "*a*", 10_000),
        ("", 0, "", "![[]()", 7_000), ("![", 20_000, "", "[]()", 5_000),
        ("![`]`", 6_000, "", "[]()", 5_000), ("![<a b=']'>", 4_000, "", "[]()", 5_000),
        ("![[]()\n\n", 100, "", "2. ![[]()\n", 4_000), ("[a]: u\n", 1, "\n", "![[a]", 8_000),
        ("[", 20_000, "", "]", 20_000), ("", 0, "", "[a](", 10_000),
        ("", 0, "", "[a](<b", 7_000), ("", 0, "", "[a](b \"c", 5_000),
        ("", 0, "", "[a](b()", 6_000), ("", 0, "", "*a **a ", 6_000),
        ("", 0, "", "a_*_*_*", 6_000), ("*", 20_000, "a", "*", 20_000),
        ("**a ", 8_000, "", "a** ", 8_000), ("a`", 5_000, "", "b``", 5_000),
        ("<", 20_000, "", "<a", 10_000), ("<!--", 5_000, "", "<!-- -", 3_000),
        ("<?", 10_000, "", "<?a", 5_000), ("<![CDATA[", 2_000, "", "<!A ", 5_000),
        ("<a b=\"", 4_000, "", "<a b=' c=\"", 3_000), ("&", 20_000, "", "&a;", 8_000),
        ("&#", 10_000, "", "1", 20_000), ("\\", 40_000, "", "\\!", 5_000),
        ("[a]: u\n", 4_000, "", "[a]", 8_000), ("a\n===\n", 4_000, "", "# a\n", 5_000),
        ("---\n", 5_000, "", "- - -\n", 4_000), ("]", 30_000, "", "[]", 10_000),
        ("<pre>\n", 2_000, "", "<div>\n\n", 4_000), (" ", 20_000, "", "\t", 20_000),
        ("a  \n", 5_000, "", "a\\\n", 5_000), ("```\n", 5_000, "", "~~~\n", 5_000),
        ("\u{0}", 20_000, "", "\r", 20_000), ("|a", 10_000, "\n", "|-", 10_000),
    ])
    func hostileTextsAreRefusedOrFast(
        _ start: String,
        _ starts: Int,
        _ middle: String,
        _ end: String,
        _ ends: Int
    ) {
        let parts = [
            String(repeating: start, count: starts), middle, String(repeating: end, count: ends),
        ]
        let text = Array(parts.joined().utf8)
        expectRefusedOrFast(text, "as it is")
        var random = SeededGenerator(seed: 1)
        let replacements = Array("-*+>1.)[]!(`\\<&_ \t\n\r\u{0}a".utf8)
        for seed in 0..<6 {
            var mutated = text
            let count = seed < 3 ? 1 : 1 << seed
            for _ in 0..<count {
                mutated[random.below(text.count)] = random.pick(replacements)
            }
            expectRefusedOrFast(mutated, "mutation \(seed)")
        }
    }

    @Test func nothingNestsDeeperInLibcmark() {
        let most = MarkdownLimits.maximumNesting
        var deep = 0
        for seed in 0..<1_000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var text = LimitsProbe.nestedText(&random)
            let levels = most + 1 - LimitsProbe.nesting(of: text)
            text = LimitsProbe.quoted(text, levels: max(0, levels))
            guard LimitsProbe.nesting(of: text) > most else { continue }
            deep += 1
            #expect(MarkdownLimits.violation(in: text)?.kind == .nesting, "seed \(seed)")
        }
        #expect(deep > 500)
    }

    // MARK: - Ordinary texts

    @Test(arguments: [
        ("> > > дәйексөз\n>\n> мәтін\n\n", 500), ("| ![x](y) | [z](w) [1] |\n", 1_000),
        ("[сілтеме](https://a.kz/b?c=d&e) және [^1] ", 5_000), ("\t", 300),
        ("```\nif (a[i] > b[j]) { c[k] = '\\0'; }\n```\n", 5_000),
        ("«____» ______________ 20__ ж. ", 2_000), ("- [ ] іс\n- [x] іс\n", 5_000),
        ("- - - - - - - - - - - - - - - - - - - - - - - - -\n\n", 500), ("[1]: u 'v'\n", 5_000),
        ("* * *\n\n**маңызды** *сөз* ***өте*** a*b*c 2 * 3\n", 2_000),
        (">>>>>>> branch\n<<<<<<< HEAD\n=======\n", 500), ("[1]: https://a.kz\n---\n", 100),
        ("[![badge](https://a/b.svg)](https://c) ", 1_500), ("- [0; 1)\n", 1_000),
        ("1. a\n\n   - b\n\n     > c\n\n\n\n", 1_000), ("\n", 1_000_000), ("    [[[\n\n", 1_000),
    ])
    func acceptsOrdinaryTexts(_ part: String, _ count: Int) {
        let text = Array(String(repeating: part, count: count).utf8)
        #expect(MarkdownLimits.violation(in: text) == nil)
    }

    @Test func acceptsOrdinaryLists() {
        let items = (0..<8).map { String(repeating: "  ", count: $0) + "- деңгей\n" }
        expectNesting(items.joined(), 8)
        let numbers = (0..<8).map { String(repeating: "   ", count: $0) + "1. деңгей\n\n" }
        expectNesting(numbers.joined() + String(repeating: "\n", count: 100_000), 8)
        expectNesting(String(repeating: " ", count: 300) + "- оң жақта\n", 0)
    }

    @Test func acceptsRealTexts() throws {
        let seed = try SharedFiles.seed().map { [Array($0.utf8)] } ?? []
        for text in try seed + SharedFiles.cases() {
            #expect(MarkdownLimits.violation(in: text) == nil)
            #expect(LimitsProbe.seconds(text) <= LimitsProbe.allowance(text.count, perMegabyte: 5))
        }
    }

    // MARK: - Expectations

    /// Expects that `text` is accepted, and that libcmark nests it `nesting` deep.
    private func expectNesting(
        _ text: String,
        _ nesting: Int,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(text.utf8)
        #expect(MarkdownLimits.violation(in: bytes) == nil, sourceLocation: location)
        #expect(LimitsProbe.nesting(of: bytes) == nesting, sourceLocation: location)
    }

    private func expectViolation(
        _ text: String,
        _ kind: Kind,
        limit: Int,
        found: Int,
        offset: Int,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let violation = MarkdownLimits.violation(in: Array(text.utf8))
        #expect(violation?.kind == kind, sourceLocation: location)
        #expect(violation?.limit == limit, sourceLocation: location)
        #expect(violation?.found == found, sourceLocation: location)
        #expect(violation?.offset == offset, sourceLocation: location)
    }

    private func expectRefusedOrFast(_ text: [UInt8], _ comment: Comment) {
        guard MarkdownLimits.violation(in: text) == nil else { return }
        let seconds = LimitsProbe.seconds(text)
        #expect(seconds <= LimitsProbe.allowance(text.count, perMegabyte: 5), comment)
    }
}
