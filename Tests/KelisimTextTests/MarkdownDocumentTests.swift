import Foundation
import KelisimTesting
import Testing

@testable import KelisimText

/// The tree and the places of its nodes in the source.
@Suite struct MarkdownDocumentTests {
    /// The kinds of nodes that bear a literal with a place of its own.
    private func texts(_ source: String) throws -> [(text: String, source: String)] {
        let document = try MarkdownDocument(Array(source.utf8))
        return document.nodes.filter { $0.kind == .text || $0.kind == .code }
            .map { node in
                (document.string(node.literal), document.string(node.source))
            }
    }

    @Test(arguments: [
        ("a *b* c", ["a ", "b", " c"]),
        ("- a\n  b\n- c\n\n  d", ["a", "b", "c", "d"]),
        ("> a *b*\nc **d** e\n> f", ["a ", "b", "c ", "d", " e", "f"]),
        ("  a\n    b *c* d\n", ["a", "b ", "c", " d"]),
        ("1. > - a\n   > b `c` d", ["a", "b ", "c", " d"]),
        ("`a` ``b`c``\n  `d` e", ["a", " ", "b`c", "d", " e"]),
        ("[a *b*](/u 't') c\n  [d](/u) e", ["a ", "b", " c", "d", " e"]),
        ("## **1.** Жалпы\n", ["1.", " Жалпы"]),
        ("a\r\n b *c*\rd", ["a", "b ", "c", "d"]),
        ("| a *b* | `c\\|d` |\n|---|---|\n| e | ![f](g) h |", ["a ", "b", "e", "f", " h"]),
        ("[r]: /u\n[r] b\nc", ["r", " b", "c"]),
        ("*a*\n   *a*\n  *a* a", ["a", "a", "a", " a"]),
    ]) func textStandsInTheSource(_ source: String, _ expected: [String]) throws {
        let found = try texts(source)
        #expect(expected.allSatisfy { text in found.contains { $0.text == text } })
        for (text, source) in found where expected.contains(text) { #expect(text == source) }
    }

    @Test(arguments: [
        ("a\\*b *c*", "a*b ", "a\\*b "),
        ("1\\. Жалпы", "1. Жалпы", "1\\. Жалпы"),
        ("x &amp; y `z`", "x & y ", "x &amp; y "),
        ("a &nGt; b *c*", "a ≫⃒ b ", "a &nGt; b "),
        ("a &nosuch; \\* b", "a &nosuch; * b", "a &nosuch; \\* b"),
        ("`a\n   b` c", "a b", "a\n   b"),
        ("a \\| b", "a | b", "a \\| b"),
    ]) func literalOfEscapesHasItsSource(
        _ markdown: String,
        _ text: String,
        _ source: String
    ) throws {
        #expect(try texts(markdown).contains { $0.text == text && $0.source == source })
    }

    /// Literals are nested in their blocks and follow one another, whatever the text.
    @Test(arguments: 1...4) func placesAreInOrder(_ seed: UInt64) throws {
        let odd = GeneratedMarkdown(seed: seed).prefix(700)
        let legal = GeneratedMarkdown(seed: seed, pieces: GeneratedMarkdown.legal).prefix(300)
        for source in Array(odd) + Array(legal) {
            guard let document = try? MarkdownDocument(source) else { continue }
            let name = String(decoding: source, as: UTF8.self).debugDescription
            var last = 0
            for (index, node) in document.nodes.enumerated() {
                try #require(node.source.lowerBound <= node.source.upperBound, "\(name)")
                try #require(node.source.upperBound <= document.sourceCount, "\(name)")
                if node.kind.isLeafBlock || node.kind == .tableCell {
                    last = node.source.lowerBound
                }
                guard node.kind == .text || node.kind == .code else { continue }
                let block = document.nodes[leaf(around: index, in: document)].source
                try #require(node.source.lowerBound >= last, "\(name)")
                try #require(node.source.lowerBound >= block.lowerBound, "\(name)")
                try #require(node.source.upperBound <= block.upperBound, "\(name)")
                last = node.source.upperBound
                guard node.literal.upperBound <= document.sourceCount else { continue }
                try #require(node.literal == node.source, "\(name)")
            }
        }
    }

    private func leaf(around index: Int, in document: MarkdownDocument) -> Int {
        var node = index
        while !document.nodes[node].kind.isLeafBlock, document.nodes[node].kind != .tableCell {
            node = Int(document.nodes[node].parent)
        }
        return node
    }

    /// Almost every text that stands in the source as it is is found there.
    @Test func literalsAreRarelyCopied() throws {
        let path = "\(Project.root)/policies/privacy/1/kk.md"
        let policy = try PolicyText(Array(Data(contentsOf: URL(fileURLWithPath: path))))
        #expect(policy.document.bytes.count == policy.document.sourceCount)
    }

    @Test func everyByteOfThePlainTextHasItsPlace() throws {
        let source = "5.1. a\\*b &amp; п. 5\\.1\n  *и* `c\n d` e"
        let document = try MarkdownDocument(Array(source.utf8))
        let text = BlockText(document, block: 1)
        #expect(text.string == "5.1. a*b & п. 5.1 и c d e")
        let bytes = Array(source.utf8)
        for (offset, byte) in text.bytes.enumerated() {
            let place = text.sourceOffset(offset, in: document)
            let isReplaced = bytes[place] == UInt8(ascii: "\\") || bytes[place] == 0x0A
            #expect(isReplaced || bytes[place] == byte)
        }
        let number = try #require(text.string.utf8.firstRange(of: "5.1 и".utf8))
        let start = text.string.utf8.distance(from: text.string.startIndex, to: number.lowerBound)
        let range = text.sourceRange(start..<start + 3, in: document)
        #expect(String(decoding: bytes[range], as: UTF8.self) == "5\\.1")
    }

    @Test func endsAndParentsAreConsistent() throws {
        for source in GeneratedMarkdown(seed: 5).prefix(500) {
            guard let document = try? MarkdownDocument(source) else { continue }
            for (index, node) in document.nodes.enumerated().dropFirst() {
                let parent = document.nodes[Int(node.parent)]
                try #require(Int(node.parent) < index && Int(node.end) > index)
                guard index < document.documentEnd else { continue }
                try #require(node.end <= parent.end)
            }
            var seen = 1
            for child in document.children(of: 0) { seen += Int(document.nodes[child].end) - child }
            try #require(seen == document.documentEnd)
        }
    }

    @Test func inlineElementsNestNoDeeperThanBlocks() throws {
        func nested(_ depth: Int) -> [UInt8] {
            let opening = String(repeating: "*a ", count: depth)
            return Array((opening + String(repeating: "b*", count: depth)).utf8)
        }
        _ = try MarkdownDocument(nested(32) + [0x0A, 0x0A] + nested(32))
        let error = try #require(throws: MarkdownLimits.Violation.self) {
            try MarkdownDocument([0x0A] + nested(100))
        }
        #expect(error.kind == .nesting)
        #expect(error.found == 65)
    }

    @Test func innerLabelsAreLinesThatBeginAsClauses() throws {
        let source = "5.1. Бір.\n5.2. Екі,\n5.3. Үш «а».»\n5.4. Төрт\nа) бес"
        let text = try PolicyText(Array(source.utf8))
        let found = text.innerLabels(of: 0)
        #expect(found.map(\.label) == ["5.2.", "5.3.", "5.4."])
        #expect(found.map(\.followsSentence) == [true, false, true])
        #expect(found.first?.source == 13)
    }

    @Test func namesItsRenderer() {
        #expect(MarkdownDocument.renderer.hasPrefix("libcmark 0."))
    }
}
