import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// An XML text as a tree, read by Foundation's parser.
final class ParsedXML: NSObject, XMLParserDelegate {
    /// An element with what is in it.
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        var text = ""

        init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        /// The children called `name`.
        subscript(name: String) -> [Element] { children.filter { $0.name == name } }

        /// The text of the only child called `name`.
        func only(_ name: String) throws -> String {
            let found = self[name]
            #expect(found.count == 1, "\(name) in \(self.name)")
            return try #require(found.first).text
        }
    }

    private var open: [Element] = []
    private var root: Element?

    /// The outermost element of `text`, which must be well-formed.
    static func root(_ text: String) throws -> Element {
        let delegate = ParsedXML()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = delegate
        #expect(parser.parse(), "\(String(describing: parser.parserError)): \(text.prefix(400))")
        return try #require(delegate.root)
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = Element(name, attributes)
        open.last?.children.append(element)
        if root == nil { root = element }
        open.append(element)
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        open.last?.text += string
    }
}
