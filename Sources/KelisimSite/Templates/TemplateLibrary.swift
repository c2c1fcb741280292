internal import Kelisim
internal import Mustache

/// The templates with the strings of one language in place, read once.
struct TemplateLibrary: Sendable {
    /// Why swift-mustache did not read a template.
    struct ReadingError: Error {
        /// What to tell a person.
        let finding: Finding
    }

    private let library: MustacheLibrary

    /// Puts `strings` into `sources` and reads the result.
    ///
    /// - Throws: ``ReadingError`` for the first template that Mustache refuses.
    init(_ sources: [TemplateSource], strings: ThemeStrings) throws(ReadingError) {
        var library = MustacheLibrary()
        for source in sources {
            do {
                let text = TemplateLibrary.filled(source, with: strings)
                library.register(try MustacheTemplate(string: text), named: source.name)
            } catch {
                throw ReadingError(finding: TemplateLibrary.finding(error, in: source))
            }
        }
        self.library = library
    }

    /// The page `page` with the values of `context`, in UTF-8.
    func render(_ page: SitePage, _ context: TemplateContext) -> [UInt8] {
        let text = library.render(context, withTemplate: page.rawValue) ?? ""
        return TemplateBlock.fill(text, with: context.blocks)
    }

    /// The source with each `{{t.key}}` replaced by its string, and every value printed as it is:
    /// the check has made sure which of them are text, and ``TemplateContext`` hands text out
    /// escaped, much faster than Mustache would.
    private static func filled(_ source: TemplateSource, with strings: ThemeStrings) -> String {
        var tags: [TemplateNode] = []
        collect(source.nodes, &tags)
        tags.sort { $0.range.lowerBound < $1.range.lowerBound }
        var result = ""
        var end = source.text.startIndex
        let escape = source.name.hasSuffix(".css") ? CSSEscape.text : escaped
        for tag in tags {
            result += source.text[end..<tag.range.lowerBound]
            result += tag.stringKey.map { escape(strings.texts[$0] ?? "") } ?? "{{{\(tag.name)}}}"
            end = tag.range.upperBound
        }
        return result + source.text[end...]
    }

    private static func collect(_ nodes: [TemplateNode], _ tags: inout [TemplateNode]) {
        for node in nodes {
            if node.kind == .variable { tags.append(node) }
            collect(node.children, &tags)
        }
    }

    /// The text as HTML in which Mustache sees no tags.
    private static func escaped(_ text: String) -> String {
        HTMLEscape.text(text).replacing("{", with: "&#123;").replacing("}", with: "&#125;")
    }

    private static func finding(_ error: any Error, in source: TemplateSource) -> Finding {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Finding(.siteTemplateSyntax, at: Place(source.source), ["tag": "\(error)"])
        }
        let context = error.context
        return Finding(
            .siteTemplateSyntax,
            at: Place(source.source, line: context.lineNumber, column: context.columnNumber),
            ["tag": context.line]
        )
    }
}
