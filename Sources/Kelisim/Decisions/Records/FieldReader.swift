/// Reads what ``FieldWriter`` writes, and refuses every other spelling of it.
///
/// Reading goes on after a mistake with fields that are absent; ``isWhole`` tells at the end.
struct FieldReader {
    private let source: [UInt8]
    private var position = 0
    private var isSound = true

    /// Begins at the first field of `bytes`.
    init(_ bytes: [UInt8]) {
        source = bytes
    }

    /// Whether everything was read, and every field was what it was taken for.
    var isWhole: Bool { isSound && position == source.count }

    /// The next field, or nil when it is absent.
    mutating func field() -> Range<Int>? {
        guard let count = length(), count > 0 else { return nil }
        let start = position
        guard count - 1 <= UInt64(source.count - start) else { return fail() }
        position = start + Int(count - 1)
        return start..<position
    }

    /// Passes over `count` fields.
    mutating func skip(_ count: Int) {
        for _ in 0..<count { _ = field() }
    }

    /// The bytes of the next field.
    mutating func bytes() -> [UInt8]? {
        field().map { Array(source[$0]) }
    }

    /// The next field as text.
    mutating func text() -> String? {
        guard let range = field() else { return nil }
        return String(validating: source[range], as: UTF8.self) ?? fail()
    }

    /// The next field as a number.
    mutating func number() -> UInt64? {
        guard let range = field() else { return nil }
        guard range.count <= 8, range.isEmpty || source[range.lowerBound] != 0 else {
            return fail()
        }
        return source[range].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The next field as a number that fits into an `Int`.
    mutating func integer() -> Int? {
        guard let number = number() else { return nil }
        return Int(exactly: number) ?? fail()
    }

    /// The next field as an instant.
    mutating func instant() -> Instant? {
        guard let range = field() else { return nil }
        guard range.count == 8 else { return fail() }
        let value = source[range].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return Instant(milliseconds: Int64(bitPattern: value))
    }

    /// The next field read by `read`, which must understand it when it is there.
    mutating func value<Value>(_ read: (String) -> Value?) -> Value? {
        guard let text = text() else { return nil }
        return read(text) ?? fail()
    }

    /// The next field made of bytes by `read`, which must understand it when it is there.
    mutating func made<Value>(of read: ([UInt8]) -> Value?) -> Value? {
        guard let bytes = bytes() else { return nil }
        return read(bytes) ?? fail()
    }

    /// Says that something is not what it should be.
    mutating func fail<Value>() -> Value? {
        isSound = false
        position = source.count
        return nil
    }

    private mutating func length() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: 0 as UInt64, to: 35, by: 7) {
            guard position < source.count else { return fail() }
            let byte = source[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            guard byte & 0x80 != 0 else {
                // A last group of zero would be a second spelling of a shorter number.
                return byte == 0 && shift > 0 ? fail() : value
            }
        }
        return fail()
    }
}
