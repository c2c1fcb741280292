/// A block, as pandoc's JSON has it (pandoc-types 1.22).
enum PandocBlock: Encodable {
    case paragraph([PandocInline])
    case heading(level: Int, [PandocInline])
    case rule
    case quote([PandocBlock])
    case bullets([[PandocBlock]])
    case numbers(start: Int, isParenthesis: Bool, [[PandocBlock]])
    case table(PandocTable)

    func encode(to encoder: any Encoder) throws {
        var element = PandocElement(encoder)
        switch self {
        case .paragraph(let content): try element.encode("Para", content)
        case .heading(let level, let content):
            try element.encode("Header", level, PandocAttributes(), content)
        case .rule: try element.encode("HorizontalRule")
        case .quote(let blocks): try element.encode("BlockQuote", blocks)
        case .bullets(let items): try element.encode("BulletList", items)
        case .numbers(let start, let isParenthesis, let items):
            let style = PandocTuple(
                start,
                PandocName("Decimal"),
                PandocName(isParenthesis ? "OneParen" : "Period")
            )
            try element.encode("OrderedList", style, items)
        case .table(let table): try table.encode(to: encoder)
        }
    }
}
