/// A whole document, as pandoc's JSON has it.
struct PandocDocument: Encodable {
    /// The tag of the language, if it is known.
    let language: String?
    let blocks: [PandocBlock]

    private enum Key: String, CodingKey {
        case version = "pandoc-api-version"
        case meta
        case blocks
    }

    private struct Text: Encodable {
        let text: String

        func encode(to encoder: any Encoder) throws {
            var element = PandocElement(encoder)
            try element.encode("MetaString", text)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode([1, 22], forKey: .version)
        try container.encode(language.map { ["lang": Text(text: $0)] } ?? [:], forKey: .meta)
        try container.encode(blocks, forKey: .blocks)
    }
}
