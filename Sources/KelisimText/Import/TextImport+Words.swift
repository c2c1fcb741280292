extension TextImport {
    private static let bullets: Set<Substring> = ["*", "•", "·", "–", "—", "-", "▪", "◦"]

    /// The words and numbers of a plain text, bullets and the brackets of addresses aside.
    public static func words(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace)
            .filter { !bullets.contains($0) }
            .map { $0.filter { $0 != "<" && $0 != ">" } }
            .filter { !$0.isEmpty }
    }
}

extension PolicyText {
    /// The words and numbers of a text, those of lists as the author typed them.
    public var words: [String] {
        tree.clauses.indices.flatMap { position in
            TextImport.words(of: (listMark(of: position) ?? "") + " " + plainText(of: position))
        }
    }
}
