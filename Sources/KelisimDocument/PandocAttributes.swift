/// Identifier, classes and further attributes of an element.
struct PandocAttributes: Encodable {
    var identifier = ""
    var classes: [String] = []
    var values: [(key: String, value: String)] = []

    func encode(to encoder: any Encoder) throws {
        try PandocTuple(identifier, classes, values.map { [$0.key, $0.value] }).encode(to: encoder)
    }
}
