internal import KelisimText

/// What blocks are called in a redline: by their numbers, else by their first words.
struct RedlineNames: Sendable {
    let comparison: TextComparison

    /// How many letters of a block are quoted.
    private static let longest = 48

    /// The number of the block in front of it, or nil.
    func label(_ block: Int, of text: ComparedText) -> String? {
        text.label(of: block)
    }

    /// The number of the block, or its first words.
    func short(_ block: Int, of text: ComparedText) -> String {
        label(block, of: text) ?? opening(block, of: text)
    }

    /// The number of the block and its first words.
    func long(_ block: Int, of text: ComparedText) -> String {
        [label(block, of: text), opening(block, of: text)].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// From the first to the last of several blocks.
    func range(_ blocks: [Int], of text: ComparedText) -> String {
        guard let first = blocks.first, let last = blocks.last else { return "" }
        let (start, end) = (short(first, of: text), short(last, of: text))
        if start.isEmpty || end.isEmpty || start == end { return start.isEmpty ? end : start }
        return "\(start) – \(end)"
    }

    private func opening(_ block: Int, of text: ComparedText) -> String {
        let clause = text.tree.clauses[block]
        let bytes = text.plainText(of: block).dropFirst(clause.labelLength)
        let words = String(decoding: bytes.prefix(Self.longest * 4), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        var opening = ""
        for word in words {
            guard opening.count + word.count < Self.longest else {
                return opening.isEmpty ? word.prefix(Self.longest) + "…" : opening + " …"
            }
            opening += (opening.isEmpty ? "" : " ") + word
        }
        return opening
    }
}
