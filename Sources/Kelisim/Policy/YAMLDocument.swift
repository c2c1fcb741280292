internal import Yams

/// A YAML or JSON file, read strictly.
///
/// JSON is read as the YAML that it also is, since that keeps order and places. Of YAML only what
/// metadata needs is accepted: one document; no anchors, aliases, tags, directives or keys that
/// are not plain text.
package struct YAMLDocument {
    /// The most nesting that is accepted.
    private static let greatestDepth = 32
    /// The most repeated keys that are told apart in one file.
    private static let mostRepeats = 64

    private struct Position: Hashable {
        let line: Int
        let column: Int
    }

    private let file: String
    private let dialect: YAMLDialect
    private var findings: [Finding] = []
    /// Keys that were written over so that the parser could go on after a repetition.
    private var hidden: [Position: String] = [:]

    /// The value of `file`, whose bytes are `bytes`, and everything wrong with its form.
    ///
    /// The value is nil when the form is so wrong that nothing can be said about the contents.
    package static func read(
        _ bytes: [UInt8],
        of file: String,
        as dialect: YAMLDialect = .yaml
    ) -> (value: YAMLValue?, findings: [Finding]) {
        var document = YAMLDocument(file: file, dialect: dialect)
        let value = document.parse(bytes)
        return (value, document.findings)
    }

    private init(file: String, dialect: YAMLDialect) {
        self.file = file
        self.dialect = dialect
    }

    private mutating func parse(_ bytes: [UInt8]) -> YAMLValue? {
        findings = TextInspection.findings(in: bytes, of: file)
        let harmless: Set<FindingCode> = [.notNFC, .bidiControl]
        guard findings.allSatisfy({ harmless.contains($0.code) }) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let scalars = Array(text.unicodeScalars)
        let refused = YAMLScreen.findings(in: scalars, of: file)
        guard refused.isEmpty else {
            findings += refused
            return nil
        }
        guard let node = compose(text, scalars) else { return nil }
        return value(of: node, path: "", depth: 1)
    }

    private mutating func compose(_ source: String, _ characters: [Unicode.Scalar]) -> Node? {
        var (text, scalars) = (source, characters)
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                guard let node = try parser.singleRoot(), !YAMLDocument.isNothing(node) else {
                    findings.append(Finding(.emptyFile, at: Place(file)))
                    return nil
                }
                return node
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                guard hidden.count < YAMLDocument.mostRepeats,
                    hideKey(at: context.mark, in: &scalars)
                else {
                    findings.append(Finding(.duplicateKey, at: place(context.mark), ["key": "…"]))
                    return nil
                }
                text = String(String.UnicodeScalarView(scalars))
            } catch {
                findings.append(finding(error))
                return nil
            }
        }
    }

    private static func isNothing(_ node: Node) -> Bool {
        node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
    }

    /// Writes over the key at `mark` with characters that occur nowhere else, as many as it has,
    /// so that the repetition is gone and every place stays the same.
    private mutating func hideKey(at mark: Mark, in scalars: inout [Unicode.Scalar]) -> Bool {
        let starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
        guard starts.indices.contains(mark.line - 1),
            starts[mark.line - 1] + mark.column - 1 < scalars.count,
            let stand = Unicode.Scalar(0xE000 + UInt32(hidden.count))
        else { return false }
        let start = starts[mark.line - 1] + mark.column - 1
        let end = YAMLDocument.endOfKey(from: start, in: scalars)
        guard end > start else { return false }
        var name = String(String.UnicodeScalarView(scalars[start..<end]))
        if let quote = name.first, "\"'".contains(quote) {
            name = String(name.dropFirst().dropLast())
        }
        hidden[Position(line: mark.line, column: mark.column)] = name
        for index in start..<end { scalars[index] = stand }
        return true
    }

    private static func endOfKey(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
        let rest = scalars[start...]
        switch scalars[start] {
        case "\"", "'":
            var index = start + 1
            while index < scalars.count, scalars[index] != scalars[start] {
                index += scalars[start] == "\"" && scalars[index] == "\\" ? 2 : 1
            }
            return min(index + 1, scalars.count)
        default:
            let isEnd = { (index: Int) -> Bool in
                guard scalars[index] == ":" else {
                    return "\n,{}[]".unicodeScalars.contains(scalars[index])
                }
                return index + 1 == scalars.count
                    || " \n\t".unicodeScalars.contains(scalars[index + 1])
            }
            let end = rest.indices.first(where: isEnd) ?? scalars.count
            return scalars[start..<end].lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 }
                ?? start
        }
    }

    private mutating func value(of node: Node, path: String, depth: Int) -> YAMLValue? {
        let place = node.mark.map(place) ?? Place(file)
        guard depth <= YAMLDocument.greatestDepth else {
            findings.append(
                Finding(.tooDeep, at: place, ["limit": String(YAMLDocument.greatestDepth)])
            )
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let content = YAMLValue.Content.scalar(scalar.string, isPlain: scalar.style == .plain)
            return YAMLValue(content: content, place: place, path: path)
        case .sequence(let items):
            var values: [YAMLValue] = []
            for (index, item) in items.enumerated() {
                guard let value = value(of: item, path: "\(path)[\(index)]", depth: depth + 1)
                else {
                    return nil
                }
                values.append(value)
            }
            return YAMLValue(content: .sequence(values), place: place, path: path)
        case .mapping(let mapping):
            guard let members = members(of: mapping, path: path, depth: depth) else { return nil }
            return YAMLValue(content: .mapping(members), place: place, path: path)
        case .alias:
            findings.append(Finding(.yamlFeature, at: place, ["token": "*"]))
            return nil
        }
    }

    private mutating func members(
        of mapping: Node.Mapping,
        path: String,
        depth: Int
    ) -> [YAMLValue.Member]? {
        var members: [YAMLValue.Member] = []
        var names: Set<String> = []
        for (key, node) in mapping {
            guard let scalar = key.scalar, let mark = scalar.mark else {
                findings.append(
                    Finding(.yamlFeature, at: key.mark.map(place) ?? Place(file), ["token": "?"])
                )
                return nil
            }
            let position = Position(line: mark.line, column: mark.column)
            let name = hidden[position] ?? scalar.string
            guard
                let value = value(
                    of: node,
                    path: path.isEmpty ? name : "\(path).\(name)",
                    depth: depth + 1
                )
            else { return nil }
            if names.insert(name).inserted {
                members.append(YAMLValue.Member(key: name, place: place(mark), value: value))
            } else {
                findings.append(Finding(.duplicateKey, at: place(mark), ["key": name]))
            }
        }
        return members
    }

    private func place(_ mark: Mark) -> Place {
        Place(file, line: mark.line, column: mark.column)
    }

    private func finding(_ error: any Error) -> Finding {
        let code: FindingCode = dialect == .json ? .jsonSyntax : .yamlSyntax
        switch error as? YamlError {
        case .composer(_, let problem, let mark, _) where problem.contains("another document"):
            return Finding(.severalDocuments, at: place(mark))
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Finding(code, at: place(mark), ["problem": problem])
        case .reader(let problem, _, _, _):
            return Finding(code, at: Place(file), ["problem": problem])
        default:
            return Finding(code, at: Place(file), ["problem": "\(error)"])
        }
    }
}
