/// How pandoc's JSON writes a constructor: its name as `t`, its fields as `c`.
struct PandocElement {
    private enum Key: CodingKey {
        case t
        case c
    }

    private var container: KeyedEncodingContainer<Key>

    init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: Key.self)
    }

    /// A constructor without fields.
    mutating func encode(_ name: String) throws {
        try container.encode(name, forKey: .t)
    }

    /// A constructor with one field.
    mutating func encode(_ name: String, _ field: some Encodable) throws {
        try container.encode(name, forKey: .t)
        try container.encode(field, forKey: .c)
    }

    /// A constructor with several fields, which stand in a list.
    mutating func encode<each Field: Encodable>(
        _ name: String,
        _ first: some Encodable,
        _ fields: repeat each Field
    ) throws {
        try container.encode(name, forKey: .t)
        var list = container.nestedUnkeyedContainer(forKey: .c)
        try list.encode(first)
        repeat try list.encode(each fields)
    }
}

/// Values of several types in one list.
struct PandocTuple<each Field: Encodable>: Encodable {
    private let fields: (repeat each Field)

    init(_ fields: repeat each Field) {
        self.fields = (repeat each fields)
    }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        repeat try list.encode(each fields)
    }
}

/// A constructor without fields.
struct PandocName: Encodable {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    func encode(to encoder: any Encoder) throws {
        var element = PandocElement(encoder)
        try element.encode(name)
    }
}
