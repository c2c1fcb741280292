/// The search for YAML that could make a small file cost a great deal, before it is parsed.
///
/// The parser expands aliases and hashes keys, so a few lines of nested aliases would keep it busy
/// for ever. One pass finds anchors, aliases, tags, directives and explicit keys wherever a node
/// may begin, and passes over quoted strings, comments and block scalars. Where it is in doubt, as
/// in a continued plain scalar whose line begins with `*word`, it refuses.
struct YAMLScreen {
    private let file: String
    private let scalars: [Unicode.Scalar]
    private var findings: [Finding] = []
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var flowDepth = 0
    /// Whether the last thing before the end of the line was plain text that may go on.
    private var isInPlain = false
    /// The column of the innermost key or dash on this line.
    private var indicator: Int?

    /// What to refuse in `scalars`, which are those of `file`.
    static func findings(in scalars: [Unicode.Scalar], of file: String) -> [Finding] {
        var screen = YAMLScreen(file: file, scalars: scalars)
        screen.run()
        return screen.findings
    }

    private init(file: String, scalars: [Unicode.Scalar]) {
        self.file = file
        self.scalars = scalars
    }

    private mutating func run() {
        while index < scalars.count { scanLine() }
    }

    /// Scans from the start of a line to the start of the next one that is not part of a string
    /// begun on it.
    private mutating func scanLine() {
        lineStart = index
        indicator = nil
        if current == "%" { refuse() }
        if hasPrefix("---") || hasPrefix("...") { index += 3 }
        var atNode = true
        let continuesPlain = isInPlain
        if flowDepth > 0, isInPlain { atNode = false }
        isInPlain = false
        while let scalar = current, scalar != "\n" {
            if scalar == " " || scalar == "\t" {
                index += 1
            } else if scalar == "#", index == lineStart || isBlank(at: index - 1) {
                skipComment()
                isInPlain = false
            } else if atNode {
                atNode = scanNode(scalar, continuesPlain: continuesPlain && indicator == nil)
            } else {
                atNode = scanAfterNode(scalar)
            }
        }
        advanceLine()
    }

    /// Scans what begins a node; returns whether another node begins next.
    private mutating func scanNode(_ scalar: Unicode.Scalar, continuesPlain: Bool) -> Bool {
        switch scalar {
        case "&", "*", "!":
            if isBlank(at: index + 1), continuesPlain {
                isInPlain = true
            } else {
                refuse()
            }
            index += 1
            return false
        case "-" where isBlank(at: index + 1), ":" where isBlank(at: index + 1):
            indicator = index - lineStart
            index += 1
            return true
        case "?" where isBlank(at: index + 1):
            refuse()
            index += 1
            return true
        case "{", "[":
            flowDepth += 1
            index += 1
            return true
        case "}", "]", ",", ":": return scanAfterNode(scalar)
        case "|" where flowDepth == 0, ">" where flowDepth == 0:
            skipBlockScalar()
            return false
        case "\"", "'":
            if flowDepth == 0 { indicator = indicator ?? index - lineStart }
            if !skipQuoted(scalar, onThisLine: continuesPlain) { isInPlain = true }
            return false
        default:
            if flowDepth == 0, indicator == nil { indicator = index - lineStart }
            isInPlain = true
            index += 1
            return false
        }
    }

    /// Scans what stands in or after a node; returns whether a node begins next.
    private mutating func scanAfterNode(_ scalar: Unicode.Scalar) -> Bool {
        defer { index += 1 }
        switch scalar {
        case ":":
            let isValue = isBlank(at: index + 1) || flowDepth > 0 && !isInPlain
            if isValue {
                isInPlain = false
                if flowDepth == 0 { indicator = keyColumn }
            }
            return isValue
        case ",", "?", "{", "[":
            guard flowDepth > 0 else { break }
            if scalar == "{" || scalar == "[" { flowDepth += 1 }
            isInPlain = false
            return true
        case "}", "]":
            guard flowDepth > 0 else { break }
            flowDepth -= 1
            isInPlain = false
            return false
        default: break
        }
        isInPlain = true
        return false
    }

    /// The column of the innermost key on this line: after its dashes.
    private var keyColumn: Int? {
        var column = lineStart
        while column < index {
            let isDash = scalars[column] == "-" && isBlank(at: column + 1)
            guard scalars[column] == " " || isDash else { break }
            column += 1
        }
        return column - lineStart
    }

    /// Skips the quoted string that begins here.
    ///
    /// Where that may be plain text in truth, it does so
    /// only when the string ends on the same line; returns whether it did.
    private mutating func skipQuoted(_ quote: Unicode.Scalar, onThisLine: Bool) -> Bool {
        var end = index + 1
        var lines = 0
        var start = lineStart
        while end < scalars.count, scalars[end] != quote || isDoubled(end) {
            if scalars[end] == quote || scalars[end] == "\\" && quote == "\"" { end += 1 }
            if end < scalars.count, scalars[end] == "\n" {
                lines += 1
                start = end + 1
            }
            end += 1
        }
        guard lines == 0 || !onThisLine else {
            index += 1
            return false
        }
        index = min(end + 1, scalars.count)
        line += lines
        lineStart = start
        return true
    }

    /// Skips a literal or folded scalar, whose lines are indented deeper than its key or dash.
    private mutating func skipBlockScalar() {
        let header = scalars[index...].prefix { $0 != "\n" }
        let marks = header.dropFirst().prefix { $0 != " " && $0 != "\t" }
        guard let indicator, marks.allSatisfy({ $0 == "+" || $0 == "-" }) else {
            refuse()
            skipComment()
            return
        }
        skipComment()
        var depth: Int?
        while index < scalars.count {
            let next = index + 1
            let spaces = scalars[next...].prefix { $0 == " " }.count
            let isEmpty = next + spaces >= scalars.count || scalars[next + spaces] == "\n"
            if !isEmpty {
                guard spaces >= depth ?? (indicator + 1) else { return }
                depth = depth ?? spaces
            }
            advanceLine()
            lineStart = index
            skipComment()
        }
    }

    private mutating func skipComment() {
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
    }

    private mutating func advanceLine() {
        index += 1
        line += 1
    }

    private mutating func refuse() {
        let token = scalars[index...].prefix { !" \n\t,]}".unicodeScalars.contains($0) }
        let place = Place(file, line: line, column: index - lineStart + 1)
        let text = String(String.UnicodeScalarView(token.prefix(40)))
        findings.append(Finding(.yamlFeature, at: place, ["token": text]))
    }

    /// Whether a single quote stands for itself because it is doubled.
    private func isDoubled(_ index: Int) -> Bool {
        scalars[index] == "'" && index + 1 < scalars.count && scalars[index + 1] == "'"
    }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func isBlank(at index: Int) -> Bool {
        index < 0 || index >= scalars.count || " \t\n".unicodeScalars.contains(scalars[index])
    }

    private func hasPrefix(_ text: String) -> Bool {
        scalars[index...].starts(with: text.unicodeScalars) && isBlank(at: index + 3)
    }
}
