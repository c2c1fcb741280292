internal import Mustache

/// A value that a page gives its template.
enum TemplateValue: Sendable {
    /// Text; empty when there is none.
    case text(String)
    /// Finished HTML; empty when there is none.
    case markup(String)
    /// Finished HTML of any length; empty when there is none.
    case block(TemplateBlock)
    /// A condition.
    case flag(Bool)
    /// A group of values.
    case group(TemplateContext)
    /// A list of groups.
    case list([TemplateContext])

    /// Nothing, whatever might have been there.
    static let absent = TemplateValue.text("")

    /// A group, or nothing.
    static func optional(_ context: TemplateContext?) -> TemplateValue {
        context.map(TemplateValue.group) ?? .absent
    }

    /// Text, or nothing.
    static func optional(_ text: String?) -> TemplateValue { .text(text ?? "") }
}

/// A group of values by name.
///
/// Every name that the shape of a page has is there, absent values too: Mustache looks for a name
/// that it misses in the groups around, where it may mean something else.
struct TemplateContext: Sendable, ExpressibleByDictionaryLiteral {
    /// The values; of two with one name the later one counts.
    ///
    /// There are so few that looking through them takes no longer than hashing their names.
    private var values: [(name: String, value: TemplateValue)]

    init(dictionaryLiteral elements: (String, TemplateValue)...) {
        values = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The names, each once.
    var names: Set<String> { Set(values.map(\.name)) }

    /// The blocks among the values and in the groups.
    var blocks: [TemplateBlock] {
        values.flatMap { _, value -> [TemplateBlock] in
            switch value {
            case .block(let block): [block]
            case .group(let context): context.blocks
            default: []
            }
        }
    }

    /// The value with `name`.
    subscript(name: String) -> TemplateValue? {
        values.last { $0.name == name }?.value
    }

    /// The values of both, those of `other` where both have one.
    func merging(_ other: TemplateContext) -> TemplateContext {
        var merged = self
        merged.values += other.values
        return merged
    }
}

extension TemplateContext: MustacheParent {
    func child(named name: String) -> Any? {
        switch self[name] {
        case .text(let text): TemplateText(renderText: HTMLEscape.text(text))
        case .markup(let html): TemplateText(renderText: html)
        case .block(let block): TemplateText(renderText: block.mark)
        case .flag(let flag): flag
        case .group(let context): context
        case .list(let contexts): contexts
        case nil: nil
        }
    }
}

/// HTML as Mustache takes it without looking into it by reflection.
private struct TemplateText: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    var isNull: Bool { renderText.isEmpty }

    func child(named: String) -> Any? { nil }
}
