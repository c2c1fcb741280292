/// A parameter of a statement, in PostgreSQL's binary form.
struct PostgresValue {
    /// The object identifier of its type.
    let type: UInt32
    /// The bytes; nil for NULL.
    let bytes: [UInt8]?

    private init(_ type: UInt32, _ bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }

    /// A `bigint`.
    static func int(_ value: Int64?) -> PostgresValue {
        PostgresValue(20, value.map { value in withUnsafeBytes(of: value.bigEndian) { Array($0) } })
    }

    /// A `bytea`.
    static func bytes(_ value: [UInt8]?) -> PostgresValue { PostgresValue(17, value) }

    /// A `text`.
    static func text(_ value: String) -> PostgresValue { PostgresValue(25, Array(value.utf8)) }

    /// A `uuid`; 16 bytes.
    static func uuid(_ value: [UInt8]) -> PostgresValue { PostgresValue(2950, value) }

    /// A `bigint[]`.
    static func ints(_ values: [Int64]) -> PostgresValue {
        array(1016, of: 20, values, size: 8) { value, bytes in
            withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
        }
    }

    /// A `bytea[]`.
    static func bytes(_ values: [[UInt8]]) -> PostgresValue {
        array(1001, of: 17, values, size: values.first?.count ?? 0) { $1 += $0 }
    }

    /// A `text[]`.
    static func texts(_ values: [String]) -> PostgresValue {
        array(1009, of: 25, values, size: values.first?.utf8.count ?? 0) { $1 += $0.utf8 }
    }

    /// A `uuid[]`; 16 bytes each.
    static func uuids(_ values: [[UInt8]]) -> PostgresValue {
        array(2951, of: 2950, values, size: 16) { $1 += $0 }
    }

    /// An array of one dimension without NULLs: a header, and each element behind its length.
    private static func array<Element>(
        _ type: UInt32,
        of element: UInt32,
        _ values: [Element],
        size: Int,
        _ write: (Element, inout [UInt8]) -> Void
    ) -> PostgresValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + values.count * (4 + size))
        // Dimensions, whether there are NULLs, the type, the count, the first subscript.
        let dimensions = values.isEmpty ? 0 : 1
        for word in [Int32(dimensions), 0, Int32(bitPattern: element)] {
            append(word, to: &bytes)
        }
        guard dimensions > 0 else { return PostgresValue(type, bytes) }
        for word in [Int32(values.count), 1] { append(word, to: &bytes) }
        for value in values {
            let start = bytes.count
            append(0, to: &bytes)
            write(value, &bytes)
            let length = Int32(bytes.count - start - 4)
            withUnsafeBytes(of: length.bigEndian) { source in
                bytes.withUnsafeMutableBytes { target in
                    UnsafeMutableRawBufferPointer(rebasing: target[start..<start + 4])
                        .copyMemory(from: source)
                }
            }
        }
        return PostgresValue(type, bytes)
    }

    private static func append(_ word: Int32, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word.bigEndian) { bytes += $0 }
    }
}
