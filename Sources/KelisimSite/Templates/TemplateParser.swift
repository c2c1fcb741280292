internal import Kelisim

/// Finds the tags of a template, with their places, and refuses what Mustache would guess at.
///
/// swift-mustache knows no places once a template is read, and prints nothing for names that do not
/// exist; so what a template says is checked here and only then given to it. Of its features those
/// are left out that would get around the check: other delimiters, dynamic partials, pragmas (which
/// can switch escaping off) and functions other than those of a list.
struct TemplateParser {
    /// The most nesting of sections.
    private static let greatestDepth = 64
    /// What may be asked about an item of a list.
    static let listFunctions: Set = ["first()", "last()", "even()", "odd()"]

    /// What is wrong.
    private(set) var findings: [Finding] = []

    private let text: String
    private let file: String
    private var position: String.Index
    private var line = 1
    private var column = 1

    private enum Sign: Character {
        case section = "#"
        case inverted = "^"
        case end = "/"
        case comment = "!"
        case partial = ">"
        case parent = "<"
        case block = "$"
        case markup = "&"
    }

    /// Prepares to read `text`, the contents of `file`.
    init(_ text: String, file: String) {
        self.text = text
        self.file = file
        position = text.startIndex
    }

    /// The tags outside of all sections, each with those inside it.
    mutating func parse() -> [TemplateNode] {
        var open: [TemplateNode] = []
        var top: [TemplateNode] = []
        func add(_ node: TemplateNode) {
            if open.isEmpty { top.append(node) } else { open[open.count - 1].children.append(node) }
        }
        while let (node, sign) = nextTag() {
            switch sign {
            case .end:
                guard let last = open.last, last.name == node.name else {
                    findings.append(Finding(.siteTemplateSyntax, at: node.place, ["tag": node.tag]))
                    return top
                }
                open.removeLast()
                add(last)
            case .section, .inverted, .parent, .block:
                open.append(node)
                guard open.count <= TemplateParser.greatestDepth else {
                    findings.append(Finding(.siteTemplateSyntax, at: node.place, ["tag": node.tag]))
                    return top
                }
            case .partial, .markup, nil: add(node)
            case .comment: break
            }
        }
        if let unclosed = open.last {
            findings.append(Finding(.siteTemplateSyntax, at: unclosed.place, ["tag": unclosed.tag]))
        }
        return top
    }

    /// The next tag and its sign; nil at the end, and where the rest makes no sense.
    private mutating func nextTag() -> (TemplateNode, Sign?)? {
        while let start = text[position...].firstRange(of: "{{") {
            advance(to: start.lowerBound)
            let place = Place(file, line: line, column: column)
            let isTriple = text[start.upperBound...].hasPrefix("{")
            let sign = text[start.upperBound...].first.flatMap(Sign.init)
            let close = sign == .comment || !isTriple ? "}}" : "}}}"
            guard let end = text[start.upperBound...].firstRange(of: close) else {
                let tag = text[start.lowerBound...].prefix { $0 != "\n" }.prefix(40)
                findings.append(Finding(.siteTemplateSyntax, at: place, ["tag": String(tag)]))
                return nil
            }
            let tag = String(text[start.lowerBound..<end.upperBound])
            var inside = text[start.upperBound..<end.lowerBound]
            if isTriple || sign != nil { inside = inside.dropFirst() }
            advance(to: end.upperBound)
            if sign == .comment { continue }
            let name = inside.drop { $0 == " " || $0 == "\t" }
            let trimmed = String(name.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
            guard TemplateParser.isName(trimmed, isTemplate: sign == .partial || sign == .parent)
            else {
                let shown = String(tag.prefix { $0 != "\n" }.prefix(40))
                findings.append(Finding(.siteTemplateFeature, at: place, ["tag": shown]))
                continue
            }
            let node = TemplateNode(
                kind: TemplateParser.kind(sign, isTriple: isTriple),
                name: trimmed,
                tag: tag,
                place: place,
                range: start.lowerBound..<end.upperBound
            )
            return (node, sign)
        }
        return nil
    }

    private static func kind(_ sign: Sign?, isTriple: Bool) -> TemplateNode.Kind {
        switch sign {
        case .section, .end, .comment: .section
        case .inverted: .inverted
        case .partial: .partial
        case .parent: .parent
        case .block: .block
        case .markup: .markup
        case nil: isTriple ? .markup : .variable
        }
    }

    private static func isName(_ name: String, isTemplate: Bool) -> Bool {
        if !isTemplate, name == "." || listFunctions.contains(name) { return true }
        let bytes = name.utf8
        let marks = isTemplate ? "-_/." : "-_."
        guard let first = bytes.first, let last = bytes.last,
            first != UInt8(ascii: "."), last != UInt8(ascii: ".")
        else { return false }
        return bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || marks.utf8.contains(byte)
        }
    }

    private mutating func advance(to end: String.Index) {
        for scalar in text.unicodeScalars[position..<end] {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        position = end
    }
}
