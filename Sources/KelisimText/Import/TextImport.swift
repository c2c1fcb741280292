/// Plain text or Markdown turned into the Markdown that Kelisim keeps: a title, sections as
/// headings, a paragraph for each clause, every word and number as it was.
public struct TextImport: Sendable {
    /// The Markdown, with a final newline.
    public let markdown: String
    /// The words of the title, or nil when the text does not begin with one.
    public private(set) var title: String?
    /// How many section titles were recognised.
    public private(set) var sections = 0
    /// How many numbered clauses were recognised.
    public private(set) var clauses = 0
    /// How many points and bullets were recognised.
    public private(set) var points = 0

    /// Reads `source`.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - isMarkdown: whether marks of Markdown mean what they mean there; in plain text they are
    ///     characters and are escaped.
    public init(_ source: String, isMarkdown: Bool) {
        var blocks: [String] = []
        for paragraph in Self.paragraphs(source, isMarkdown: isMarkdown) {
            let isFirst = blocks.isEmpty
            blocks.append(Self.convert(paragraph, isFirst: isFirst, isMarkdown: isMarkdown))
        }
        markdown = blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
        guard let text = try? PolicyText(Array(markdown.utf8)) else { return }
        title = text.tree.title.flatMap { text.tree.position(of: $0.id) }
            .map { text.plainText(of: $0) }
        for clause in text.tree.clauses {
            switch clause.kind {
            case .section: sections += 1
            case .clause: clauses += 1
            case .point: points += 1
            case .title, .block: break
            }
        }
    }

    // MARK: - Paragraphs

    /// Blocks between blank lines.
    ///
    /// In plain text a line begins a block too, unless it goes on with the sentence before it.
    private static func paragraphs(_ source: String, isMarkdown: Bool) -> [[Substring]] {
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        var paragraphs: [[Substring]] = []
        var current: [Substring] = []
        var isFenced = false
        for line in lines {
            if isMarkdown, line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
            let begins = !isMarkdown && !(current.last.map { continues(line, after: $0) } ?? true)
            if isBlank(line) && !isFenced || begins {
                if !current.isEmpty { paragraphs.append(current) }
                current = []
            }
            if !isBlank(line) || isFenced { current.append(line) }
        }
        if !current.isEmpty { paragraphs.append(current) }
        return paragraphs
    }

    /// Whether a line of plain text is the rest of the sentence before it, broken by a text editor.
    private static func continues(_ line: Substring, after previous: Substring) -> Bool {
        let before = previous.trimmed
        let words = label(of: line).map { line.trimmed.utf8.dropFirst($0.length) }
            .map { String(decoding: Array($0), as: UTF8.self).trimmed }
        if bullet(of: line) != nil { return false }
        if before.last.map({ ".:;!?".contains($0) }) ?? true { return false }
        let goesOn = (words ?? line.trimmed).first?.isLowercase ?? false
        // A line that was broken is a long one; a title is short.
        return goesOn || words == nil && before.count >= 50
    }

    private static func convert(
        _ lines: [Substring],
        isFirst: Bool,
        isMarkdown: Bool
    ) -> String {
        let text = lines.map { isMarkdown ? String($0) : $0.trimmed }.joined(separator: "\n")
        let escaped = isMarkdown ? text : MarkdownEscape.inline(text)
        // More lines than one are a list, a table or a heading underlined: Markdown already.
        if isMarkdown, lines.count > 1 { return text }
        if isMarkdown, text.first.map({ "#>|`~ \t".contains($0) }) ?? true { return text }
        if let label = label(of: text[...]) {
            if isSectionTitle(text, label) { return "## " + escaped.replacing("\n", with: " ") }
            return MarkdownEscape.label(escaped, label)
        }
        if let length = bullet(of: text[...]) {
            return isMarkdown ? text : "* " + MarkdownEscape.inline(String(text.dropFirst(length)))
        }
        let isTitle =
            isFirst && text.count <= 300 && text.last.map { !".;:,".contains($0) } ?? false
        if isTitle { return "# " + escaped.replacing("\n", with: " ") }
        if !isFirst, isCapitals(text) { return "## " + escaped }
        return isMarkdown ? text : MarkdownEscape.start(escaped)
    }

    private static func label(of line: Substring) -> ClauseLabel? {
        var text = line.trimmed
        return text.withUTF8 { ClauseLabel.read($0, isHeading: false) }
            ?? text.withUTF8 { bytes in
                // «Глава 2. Название»: in plain text a heading looks like any line.
                let label = ClauseLabel.read(bytes, isHeading: true)
                guard case .word = label?.form else { return nil }
                return label
            }
    }

    /// How many characters the bullet that begins `line` takes, with the space behind it.
    private static func bullet(of line: Substring) -> Int? {
        let indent = line.prefix(while: \.isWhitespace).count
        let rest = line.dropFirst(indent)
        guard let mark = rest.first, "*•·–—-▪◦".contains(mark),
            rest.dropFirst().first?.isWhitespace == true
        else { return nil }
        return indent + 1 + rest.dropFirst().prefix(while: \.isWhitespace).count
    }

    /// A number of one part before a few words that are no sentence.
    private static func isSectionTitle(_ text: String, _ label: ClauseLabel) -> Bool {
        let words = String(decoding: Array(text.utf8).dropFirst(label.length), as: UTF8.self)
            .trimmed
        let isShort = !words.isEmpty && words.count <= 200 && !words.contains("\n")
        let isOpen = words.last.map { !".;:,!?".contains($0) } ?? false
        switch label.form {
        case .word: return isShort
        case .dotted: return label.depth == 1 && isShort && isOpen
        case .numberPoint, .letterPoint: return false
        }
    }

    private static func isCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 3 && text.count <= 120 && letters.allSatisfy(\.isUppercase)
            && !text.contains("\n")
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
