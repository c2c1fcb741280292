import Foundation
import KelisimTesting

/// A document in DOCX as pandoc reads it again.
struct ReopenedDocument {
    /// What becomes of tracked changes when it is read.
    enum Changes: String {
        case accept
        case reject
        case all
    }

    /// A part of pandoc's JSON.
    private indirect enum Node {
        case element(String, Node)
        case list([Node])
        case text(String)
        case other

        init(_ value: Any) {
            switch value {
            case let text as String: self = .text(text)
            case let list as [Any]: self = .list(list.map(Node.init))
            case let object as [String: Any]:
                if let name = object["t"] as? String {
                    self = .element(name, object["c"].map(Node.init) ?? .other)
                } else {
                    self = object["blocks"].map(Node.init) ?? .other
                }
            default: self = .other
            }
        }
    }

    private let root: Node

    init(_ bytes: [UInt8], _ changes: Changes) throws {
        let folder = try TemporaryFolder()
        try folder.write("it.docx", bytes: bytes)
        let command = try Command.run(
            "/usr/bin/pandoc",
            ["--track-changes=\(changes.rawValue)", "--from=docx", "--to=json", "it.docx"],
            in: folder.path
        )
        guard command.status == 0 else { throw Unreadable(description: command.errors) }
        root = Node(try JSONSerialization.jsonObject(with: Data(command.output.utf8)))
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// The text of each paragraph, heading and cell of which something is left, white space folded.
    var texts: [String] {
        var texts: [String] = []
        Self.collect(root, &texts)
        return texts.filter { !$0.isEmpty }
    }

    private static func collect(_ node: Node, _ texts: inout [String]) {
        switch node {
        case .element("Para", let content), .element("Plain", let content):
            texts.append(fold(text(content)))
        case .element("Header", .list(let fields)):
            texts.append(fold(fields.last.map(text) ?? ""))
        case .element("CodeBlock", .list(let fields)):
            texts.append(fold(fields.last.map(text) ?? ""))
        case .element(_, let content): collect(content, &texts)
        case .list(let nodes): for node in nodes { collect(node, &texts) }
        case .text, .other: break
        }
    }

    /// The words of inline content; attributes, destinations and titles are none.
    private static func text(_ node: Node) -> String {
        switch node {
        case .element("Str", let content): text(content)
        case .element("Space", _), .element("SoftBreak", _), .element("LineBreak", _): " "
        case .element("Code", .list(let fields)): fields.last.map(text) ?? ""
        case .element("Link", .list(let fields)): fields.count > 1 ? text(fields[1]) : ""
        case .element("Span", .list(let fields)): fields.last.map(text) ?? ""
        case .element(_, let content): text(content)
        case .list(let nodes): nodes.map(text).joined()
        case .text(let text): text
        case .other: ""
        }
    }

    static func fold(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    /// Every string in the document: also attributes, such as who made a change.
    var strings: Set<String> {
        var strings: Set<String> = []
        func visit(_ node: Node) {
            switch node {
            case .element(_, let content): visit(content)
            case .list(let nodes): nodes.forEach(visit)
            case .text(let text): strings.insert(text)
            case .other: break
            }
        }
        visit(root)
        return strings
    }

    /// How often an element stands in the document.
    func count(of name: String) -> Int {
        func count(_ node: Node) -> Int {
            switch node {
            case .element(let own, let content): (own == name ? 1 : 0) + count(content)
            case .list(let nodes): nodes.reduce(0) { $0 + count($1) }
            case .text, .other: 0
            }
        }
        return count(root)
    }
}
