import Foundation
import Testing

@testable import KelisimText

/// The semantic HTML of whole texts and of single clauses.
@Suite struct PolicyHTMLTests {
    private func html(_ source: String, language: String? = nil) throws -> String {
        let text = try PolicyText(Array(source.utf8))
        return String(decoding: text.html(language: language), as: UTF8.self)
    }

    private func body(_ source: String) throws -> String {
        let html = try html(source)
        return String(
            html.dropFirst("<article class=\"text\">\n".count).dropLast("</article>\n".count)
        )
    }

    @Test func wholeText() throws {
        let source = """
            # Саясат

            Кіріспе (бұдан әрі – Сайт).

            ## 1. Жалпы

            1.1. *Мәтін* 1.2-тармақта:

            * бір;
            * екі.

            1.2. «Дерек» – мәлімет.

            ### 2-бөлім

            ## Қорытынды
            """
        #expect(
            try html(source, language: "kk") == """
                <article class="text" lang="kk">
                <h1 id="title">Саясат</h1>
                <p id="preamble-1">Кіріспе (бұдан әрі – <dfn>Сайт</dfn>).</p>
                <h2 id="1"><span class="number">1.</span> Жалпы</h2>
                <p id="1.1" class="clause d1"><span class="number">1.1.</span> <em>Мәтін</em> \
                <a class="reference" href="#1.2" title="«Дерек» – мәлімет.">1.2</a>-тармақта:</p>
                <ul>
                <li id="1.1-item-1">бір;</li>
                <li id="1.1-item-2">екі.</li>
                </ul>
                <p id="1.2" class="clause d1"><span class="number">1.2.</span> \
                «<dfn>Дерек</dfn>» – мәлімет.</p>
                <h3 id="2"><span class="number">2-бөлім</span></h3>
                <h2 id="h-1"><span id="qorytyndy"></span>Қорытынды</h2>
                </article>

                """
        )
    }

    @Test(arguments: [
        ("4. а\n1. ә", ["4.", "1."]), ("1) а\n2) ә", ["1)", "2)"]),
        ("7. а\n\n   ә\n7. б", ["7.", "7."]),
        ("2-1) а", ["2-1)"]), ("а) а", ["а)"]), ("1.1 Мәтін", ["1.1"]), ("1\\. а", ["1."]),
        ("**1.1.** Мәтін", ["1.1."]), ("> 3. а", ["3."]), ("- 1. а\n  5. ә", ["1.", "5."]),
    ]) func numbersArePrintedAsTyped(_ source: String, _ numbers: [String]) throws {
        let found = try html(source).matches(of: /<span class="number">(.*?)<\/span>/).map(\.1)
        #expect(found.map(String.init) == numbers)
    }

    @Test(arguments: [
        ("[а](javascript:x)", "<p id=\"preamble-1\">а</p>\n"),
        ("[а](JavaScript:x \"т\")", "<p id=\"preamble-1\">а</p>\n"),
        ("[а](/u \"т<\")", "<p id=\"preamble-1\"><a href=\"/u\" title=\"т&lt;\">а</a></p>\n"),
        ("<https://a.kz>", "<p id=\"preamble-1\"><a href=\"https://a.kz\">https://a.kz</a></p>\n"),
        ("![а](https://a.kz/b)", "<p id=\"preamble-1\"><a href=\"https://a.kz/b\">а</a></p>\n"),
        ("![а](//a.kz/b)", "<p id=\"preamble-1\"><a href=\"//a.kz/b\">а</a></p>\n"),
        ("![а](data:image/png;x)", "<p id=\"preamble-1\"><a href=\"data:image/png;x\">а</a></p>\n"),
        ("![а](javascript:x)", "<p id=\"preamble-1\">а</p>\n"),
        ("[<http://a.kz>](/u)", "<p id=\"preamble-1\"><a href=\"/u\">http://a.kz</a></p>\n"),
        ("[![а](http://b)](/u)", "<p id=\"preamble-1\"><a href=\"/u\">а</a></p>\n"),
        (
            "![*а* \"](b.png 'т')",
            "<p id=\"preamble-1\"><img src=\"b.png\" alt=\"а &quot;\" title=\"т\"></p>\n"
        ),
        ("а <b>ә</b>", "<p id=\"preamble-1\">а ә</p>\n"),
        ("<div onclick=x>\nа", "<div id=\"preamble-1\"></div>\n"),
        ("а  \nә\nб", "<p id=\"preamble-1\">а<br>\nә\nб</p>\n"),
        ("```\n<а>\n```", "<pre id=\"preamble-1\"><code>&lt;а&gt;\n</code></pre>\n"),
        ("***", "<hr id=\"preamble-1\">\n"),
        ("> а", "<blockquote>\n<p id=\"preamble-1\">а</p>\n</blockquote>\n"),
        (
            "5.2. а [п. 5.2](/u)",
            """
            <p id="5.2" class="clause d0"><span class="number">5.2.</span> а <a href="/u">п. 5.2</a></p>

            """
        ),
        (
            "- а\n\n  ә\n- ***",
            """
            <ul>
            <li id="preamble-item-1">
            <p>а</p>
            <p id="preamble-item-1-p-1">ә</p>
            </li>
            <li id="preamble-item-2">
            <hr>
            </li>
            </ul>

            """
        ),
        (
            "- - а\n- ## ә",
            """
            <ul>
            <li>
            <ul>
            <li id="preamble-item-1">а</li>
            </ul>
            </li>
            <li id="preamble-item-2">
            <h3>ә</h3>
            </li>
            </ul>

            """
        ),
    ]) func blocksAndLinks(_ source: String, _ expected: String) throws {
        #expect(try body(source) == expected)
    }

    @Test func sectionsAreTheOnlySecondLevel() throws {
        let found = try html("# А\n\n# 1. Ә\n\n## 1.1. Б\n\n> ## В\n\n- # Г\n\n# 2. Ғ\n\n###### Д")
            .matches(of: /<h(\d)/).compactMap { Int($0.1) }
        #expect(found == [1, 2, 3, 3, 3, 2, 6])
    }

    @Test func toolsStandBehindHeadingsAndInParagraphs() throws {
        let text = try PolicyText(Array("## 1. А\n\n1.1. Ә\n\n- Б\n\n- В\n\n> Г".utf8))
        let html = text.html(language: nil) { position, html in
            html.append("{")
            html.append(position)
            html.append("}")
        }
        let found = String(decoding: html, as: UTF8.self).matches(of: /(<\/h2>\n|.)\{(\d)\}/)
        #expect(found.map { "\($0.1)\($0.2)" } == ["</h2>\n0", "Ә1", "Г4"])
    }

    // MARK: - Single clauses

    @Test func oneClause() throws {
        let source = """
            ## 1. А

            1.1. Ә:

            1. Б
            2. В

               Г

            > Ғ
            >
            > Д

            1.2. Е
            """
        let text = try PolicyText(Array(source.utf8))
        func html(_ id: String) throws -> String {
            String(decoding: text.html(of: try #require(text.tree.position(of: id))), as: UTF8.self)
        }
        let item =
            "<li id=\"1.1-item-2\">\n<p><span class=\"number\">2.</span> В</p>\n"
            + "<p id=\"1.1-item-2-p-1\">Г</p>\n</li>\n"
        #expect(try html("1.1-item-2") == "<ul class=\"points\">\n\(item)</ul>\n")
        #expect(try html("1.1-item-2-p-1") == "<p id=\"1.1-item-2-p-1\">Г</p>\n")
        #expect(try html("1.1-p-1") == "<p id=\"1.1-p-1\">Ғ</p>\n")
        #expect(try html("1.1").hasPrefix("<p id=\"1.1\""))
        #expect(try html("1.1").hasSuffix("<p id=\"1.1-p-2\">Д</p>\n</blockquote>\n"))
        #expect(try html("1").contains("Е"))
        #expect(try !html("1.2").contains("Д"))
    }

    @Test func everyClauseOfTheSeed() throws {
        guard let seed = try SharedFiles.seedPolicy() else { return }
        for (position, clause) in seed.tree.clauses.enumerated() {
            let html = String(decoding: seed.html(of: position), as: UTF8.self)
            #expect(html.contains(" id=\"\(clause.id)\""))
            #expect(words(html).contains(words(in: seed.plainText(of: position))))
        }
    }

    // MARK: - Properties

    /// The text of `html` without tags and white space.
    private func words(_ html: String) -> [UInt8] {
        var text: [UInt8] = []
        var isTag = false
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { text.append(byte) }
            if byte == UInt8(ascii: ">") { isTag = false }
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text.replace(entity.utf8, with: sign.utf8)
        }
        return text.filter { $0 > 0x20 }
    }

    private func words(in text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }

    @Test(arguments: 1...4) func generatedTextsAreWhole(_ seed: UInt64) throws {
        let odd = GeneratedMarkdown(seed: seed, longest: 40).prefix(200)
        let legal = GeneratedMarkdown(seed: seed, pieces: GeneratedMarkdown.legal, longest: 40)
        for source in Array(odd) + Array(legal.prefix(200)) {
            guard let document = try? MarkdownDocument(source) else { continue }
            let text = PolicyText(document)
            let html = String(decoding: text.html(language: "kk"), as: UTF8.self)
            let name = String(decoding: source, as: UTF8.self).debugDescription
            let anchors = html.matches(of: /<[^>]* id="([^"]*)"/).map { String($0.1) }
            try #require(Set(anchors).count == anchors.count, "\(name)")
            let names = text.tree.clauses.map(\.id) + text.tree.clauses.compactMap(\.slug)
            try #require(Set(anchors) == Set(names), "\(name)")
            try requireBalance(html, name)
            var rest = words(html)[...]
            for (position, clause) in text.tree.clauses.enumerated()
            where !hasOtherText(clause.node, document) {
                let own = words(in: text.plainText(of: position))
                guard !own.isEmpty else { continue }
                let range = try #require(rest.firstRange(of: own), "\(name) \(clause.id)")
                rest = rest[range.upperBound...]
            }
        }
    }

    /// Whether the HTML of the block is not its plain text: tables, raw HTML, pictures.
    private func hasOtherText(_ block: Int, _ document: MarkdownDocument) -> Bool {
        let node = document.nodes[block]
        return node.kind == .htmlBlock || node.kind == .thematicBreak
            || document.tables[block] != nil
            || (block..<Int(node.end)).contains { document.nodes[$0].kind == .image }
    }

    /// Every element is closed where it must be.
    private func requireBalance(_ html: String, _ name: String) throws {
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/)
        where !["br", "hr", "img"].contains(tag.2) {
            if tag.1.isEmpty {
                open.append(tag.2)
            } else {
                try #require(open.popLast() == tag.2, "\(name)")
            }
        }
        try #require(open.isEmpty, "\(name)")
    }

    /// Analysis must not trap on anything that is UTF-8.
    @Test(arguments: 1...4) func survivesRandomText(_ seed: UInt64) {
        let signs = (0...127).compactMap { Unicode.Scalar($0) }.map { String(Character($0)) }
        let others = [
            "ә", "Қ", "«", "»", "№", "§", "–", "\u{A0}", "\u{202F}", "\u{301}", "😀", "5.", "\n\n",
        ]
        for source in GeneratedMarkdown(seed: seed, pieces: signs + others, longest: 400)
            .prefix(300)
        {
            guard let document = try? MarkdownDocument(source) else { continue }
            let text = PolicyText(document)
            #expect(!text.html(language: nil).isEmpty)
            for position in text.tree.clauses.indices {
                _ = text.html(of: position)
                _ = text.markdown(of: position)
                _ = text.openingWords(of: position)
                _ = text.listMark(of: position)
                _ = text.innerLabels(of: position)
            }
        }
    }
}

struct PolicyHTMLPartsTests {
    @Test func partsJoinedAreTheWhole() async throws {
        var documents = GeneratedMarkdown(seed: 11, pieces: GeneratedMarkdown.legal)
        for _ in 0..<100 {
            guard let source = documents.next(),
                let document = try? MarkdownDocument(source)
            else { continue }
            let text = PolicyText(document)
            let read = await PolicyText.reading(document)
            #expect(read.references == text.references)
            #expect(read.definitions == text.definitions)
            let whole = text.html(language: "kk")
            for count in [1, 2, 3, 8] {
                let parts = (0..<count).map { text.htmlPart($0, of: count, language: "kk") }
                #expect(parts.flatMap(\.self) == whole)
            }
        }
    }
}
