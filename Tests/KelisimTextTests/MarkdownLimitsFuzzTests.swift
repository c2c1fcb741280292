import CCMark
import Foundation
import KelisimTesting
import KelisimText
import Testing

/// Looks for texts that pass the limits and still make libcmark slow.
///
/// `KELISIM_FUZZ_SECONDS` sets how long it looks (5), `KELISIM_FUZZ_SEED` where it starts.
@Suite struct MarkdownLimitsFuzzTests {
    @Test func acceptedTextsAreFast() {
        let environment = ProcessInfo.processInfo.environment
        let duration = environment["KELISIM_FUZZ_SECONDS"].flatMap(Double.init) ?? 5
        var seed = environment["KELISIM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        let end = ContinuousClock.now + .seconds(duration)
        var accepted = 0
        var worst = (rate: 0.0, seed: seed)
        let first = seed
        while ContinuousClock.now < end {
            defer { seed += 1 }
            var random = SeededGenerator(seed: seed)
            let text =
                random.below(4) == 0
                ? LimitsProbe.nestedText(&random) : LimitsProbe.hostileText(&random)
            guard MarkdownLimits.violation(in: text) == nil else { continue }
            accepted += 1
            let allowance = LimitsProbe.allowance(text.count, perMegabyte: 3)
            let seconds = LimitsProbe.seconds(text)
            let rate = seconds / Double(max(text.count, 10_000)) * 1e6
            if rate > worst.rate { worst = (rate, seed) }
            #expect(seconds <= allowance, "KELISIM_FUZZ_SEED=\(seed), \(text.count) bytes")
            let nesting = LimitsProbe.nesting(of: text)
            #expect(nesting <= MarkdownLimits.maximumNesting, "KELISIM_FUZZ_SEED=\(seed)")
        }
        print(
            "limits fuzz: \(seed - first) texts, \(accepted) accepted, slowest",
            String(format: "%.2f s/MB (seed %llu)", worst.rate, worst.seed)
        )
        #expect(accepted > 0)
    }
}

/// Texts that are hard on libcmark, and what they cost it.
enum LimitsProbe {
    // MARK: - libcmark

    /// The processor time libcmark takes to parse `text`, to render it and to free it.
    ///
    /// It is the better of two measurements when the first is slow.
    static func seconds(_ text: [UInt8]) -> Double {
        let first = secondsOnce(text)
        return first < 0.3 ? first : min(first, secondsOnce(text))
    }

    private static func secondsOnce(_ text: [UInt8]) -> Double {
        let start = processorTime()
        let document = parse(text)
        free(cmark_render_html(document, CMARK_OPT_DEFAULT))
        cmark_node_free(document)
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The time that a text of `count` bytes may take, and never less than 0.3 s.
    static func allowance(_ count: Int, perMegabyte seconds: Double) -> Double {
        max(0.3, Double(count) / 1e6 * seconds)
    }

    /// How many quotes and list items are inside one another in `text`.
    static func nesting(of text: [UInt8]) -> Int {
        let document = parse(text)
        defer { cmark_node_free(document) }
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        var depth = 0
        var deepest = 0
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { return deepest }
            let type = cmark_node_get_type(cmark_iter_get_node(iterator))
            guard type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM else { continue }
            depth += event == CMARK_EVENT_ENTER ? 1 : -1
            deepest = max(deepest, depth)
        }
    }

    private static func parse(_ text: [UInt8]) -> OpaquePointer? {
        text.withUnsafeBytes {
            cmark_parse_document(
                $0.baseAddress?.assumingMemoryBound(to: CChar.self),
                $0.count,
                CMARK_OPT_DEFAULT
            )
        }
    }

    // MARK: - Texts

    private static let fragments = [
        "[", "]", "(", ")", "<", ">", "!", "*", "_", "`", "&", "\\", "\"", "'", "a", "b", " ", "\n",
        "-", "#", ":", "/", "?", "![", "[a]", "](", "<a", "<!--", "-->", "<?", "?>", "<![CDATA[",
        "]]>", "<!A ", "\t", "1.", "1)", "=", "~", "|", ";", "**", "a:", "@", "  \n", "[]()",
        "[a]:",
        "[a]: u\n", "[a][b]", "![[]()", "x\n", "ы", "—", "\u{0}", "\r", "\r\n", "```", "~~~\n",
        "</a>", "<b>", "http://x", "--", "\\\\", "\\[", "\\]", "\\\"", "a=\"", "a='", "&amp;", "&#",
        "(<", "(b \"", "^", "\n\n", "=\n", "---\n", "> ", "- ", "+ ", "* ", "2. ", "`]`", "<pre>",
        "</pre>", "<div>\n", " b", "](b)", "\u{B}", "    ", "![`]`", "\n- ", "\n> ", "\n    >\n",
    ]

    /// What is hard on libcmark when it is repeated.
    private static let units = [
        "\n", ">\n", " \n", "\r\n", "- ", "> ", "* + ", "![", "[]()", "[a]", "![`]`", "a*",
        "![[]()", "`", "*a **a ", "2. ![\n", "]", "<b c=']'>",
    ]

    private static let leaves = [
        "a", "a\n", "", "```", "~~~", "<!--", "<div>", "<a>", "-->", "    code", "[a]: u",
        "[a]: u \"", "===", "---", "# a", "\\", "- - -", "-", "1.", "2. a", "\u{B}", "*a*",
    ]

    /// One to four repeated, nested or spliced groups of fragments, 20–100 kB together.
    static func hostileText(_ random: inout SeededGenerator) -> [UInt8] {
        var text = group(2, &random)
        let phases = 1 + random.below(4)
        let size = (20_000 + random.below(80_000)) / phases
        let depth = random.pick([0, 0, 0, 1 + random.below(64), 1 + random.below(5_000)])
        text += containers(depth, &random)
        for _ in 0..<phases {
            let isKnown = random.below(3) == 0
            let unit = isKnown ? random.pick(units) : group(1 + random.below(5), &random)
            let closing = random.below(3) == 0 ? group(1 + random.below(3), &random) : ""
            let width = max(1, unit.utf8.count + closing.utf8.count)
            let count = size / width
            text += String(repeating: unit, count: count)
            if random.below(2) == 0 { text += group(2, &random) }
            text += String(repeating: closing, count: count)
        }
        var bytes = Array(text.utf8)
        if random.below(8) == 0 {
            let middle = random.below(bytes.count)
            bytes = Array(bytes[middle...] + bytes[..<middle])
        }
        let mutations = random.below(2) * random.below(12)
        let alphabet = fragments.joined().utf8.map(\.self)
        for _ in 0..<mutations {
            bytes[random.below(bytes.count)] = random.pick(alphabet)
        }
        if random.below(6) == 0 {
            let marker = Array((random.pick(["> ", ">", "  ", "- ", "\t"])).utf8)
            bytes = bytes.split(separator: 10, omittingEmptySubsequences: false)
                .reduce(into: []) { $0 += marker + $1 + [10] }
        }
        return Array(bytes.prefix(150_000))
    }

    private static func group(_ count: Int, _ random: inout SeededGenerator) -> String {
        (0..<count).map { _ in random.pick(fragments) }.joined()
    }

    private static func containers(_ count: Int, _ random: inout SeededGenerator) -> String {
        let marker = random.pick(["> ", ">", "- ", "1. ", "> - ", "* + ", "-\t"])
        return String(repeating: marker, count: count)
    }

    /// Lines that continue the quotes and list items of the lines before and open further ones.
    ///
    /// Half of the texts are regular, the others have errors here and there.
    static func nestedText(_ random: inout SeededGenerator) -> [UInt8] {
        let isRegular = random.below(2) == 0
        let width = 1 + random.below(4)
        let markers =
            isRegular
            ? ["> ", random.pick(["-", "+", "1.", "1)"])]
            : ["> ", ">", "-", "*", "+", "1.", "12)", "123456789."]
        let quotes = isRegular ? ["> "] : [">", "> ", "> ", " > "]
        let growth = 1 + random.below(12)
        let lineEnd = random.pick(["\n", "\n", "\n", "\r", "\r\n"])
        // The width of an open item, or 0 for a quote.
        var open: [Int] = []
        var opening = random.below(2) * random.below(60)
        var text: [UInt8] = []
        for _ in 0..<(10 + random.below(80)) where text.count < 100_000 {
            if random.below(4) == 0 { open.removeLast(random.below(min(open.count, 6) + 1)) }
            var line = ""
            if isRegular || random.below(25) > 0 {
                for width in open {
                    let blanks = String(repeating: " ", count: width)
                    line += width == 0 ? random.pick(quotes) : blanks
                }
                for _ in 0..<(opening + random.below(growth)) {
                    let marker = random.pick(markers)
                    let offset = isRegular ? 0 : random.below(10) % 4
                    line += String(repeating: " ", count: offset) + marker
                    if marker.first == ">" {
                        open.append(0)
                    } else {
                        let gap = isRegular ? width : 1 + random.below(12) % 6
                        line += String(repeating: " ", count: gap)
                        open.append(offset + marker.utf8.count + (gap > 4 ? 1 : gap))
                    }
                }
            }
            opening = 0
            line += isRegular || random.below(3) > 0 ? "a" : random.pick(leaves)
            var bytes = Array(line.utf8)
            if !isRegular, random.below(20) == 0, !bytes.isEmpty {
                bytes[random.below(bytes.count)] = random.pick(Array(" \t>-*1.a\\`\n".utf8))
            }
            if random.below(6) == 0 { bytes = tabbed(bytes) }
            text += bytes + Array((random.below(5) == 0 ? lineEnd + lineEnd : lineEnd).utf8)
        }
        return text
    }

    /// `text` inside `levels` block quotes that keep its tab stops.
    static func quoted(_ text: [UInt8], levels: Int) -> [UInt8] {
        let marker = Array(String(repeating: "  > ", count: levels).utf8)
        return text.split(separator: 10, omittingEmptySubsequences: false)
            .reduce(into: []) { $0 += marker + $1 + [10] }
    }

    /// `line` with a tab in place of the spaces before every tab stop.
    private static func tabbed(_ line: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var spaces = 0
        for (column, byte) in line.enumerated() {
            result.append(byte)
            spaces = byte == 32 ? spaces + 1 : 0
            guard column % 4 == 3 else { continue }
            if spaces > 0 { result.replaceSubrange((result.count - spaces)..., with: [9]) }
            spaces = 0
        }
        return result
    }
}
