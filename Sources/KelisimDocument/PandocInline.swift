/// Text inside of a block, as pandoc's JSON has it (pandoc-types 1.22).
enum PandocInline: Encodable {
    case text(String)
    case lineBreak
    case emphasis([PandocInline])
    case strong([PandocInline])
    case code(String)
    case link([PandocInline], url: String, title: String)
    case span(PandocAttributes, [PandocInline])

    func encode(to encoder: any Encoder) throws {
        var element = PandocElement(encoder)
        switch self {
        case .text(let text): try element.encode("Str", text)
        case .lineBreak: try element.encode("LineBreak")
        case .emphasis(let content): try element.encode("Emph", content)
        case .strong(let content): try element.encode("Strong", content)
        case .code(let text): try element.encode("Code", PandocAttributes(), text)
        case .link(let content, let url, let title):
            try element.encode("Link", PandocAttributes(), content, [url, title])
        case .span(let attributes, let content): try element.encode("Span", attributes, content)
        }
    }
}
