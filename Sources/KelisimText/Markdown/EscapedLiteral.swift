/// Steps through a literal and, beside it, the source that libcmark made it of by replacing escapes,
/// entities, NUL bytes and the line ends of code spans.
struct EscapedLiteral {
    private let literal: UnsafeBufferPointer<UInt8>
    private let source: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private(set) var position = 0
    /// The end of the source that has been passed over.
    private(set) var sourceEnd: Int

    init(
        _ literal: UnsafeBufferPointer<UInt8>,
        in source: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to limit: Int
    ) {
        self.literal = literal
        self.source = source
        self.limit = min(limit, source.count)
        sourceEnd = start
    }

    /// Whether the whole literal has been found.
    var isComplete: Bool { position == literal.count }

    /// The next stretch that both have in common or that stands for another, or nil at the end of
    /// the literal or where the source does not agree with it.
    mutating func next() -> (literal: Range<Int>, source: Range<Int>)? {
        let (start, sourceStart) = (position, sourceEnd)
        while position < literal.count, sourceEnd < limit, source[sourceEnd] == literal[position],
            replacement() == nil
        {
            position += 1
            sourceEnd += 1
        }
        if position == start {
            guard position < literal.count, sourceEnd < limit,
                let (length, sourceLength) = replacement()
            else { return nil }
            position += length
            sourceEnd += sourceLength
        }
        return (start..<position, sourceStart..<sourceEnd)
    }

    /// How many bytes of the literal stand for how many of the source here, if any do.
    private func replacement() -> (Int, Int)? {
        switch source[sourceEnd] {
        case UInt8(ascii: "\\"):
            guard sourceEnd + 1 < limit, source[sourceEnd + 1] == literal[position] else {
                return nil
            }
            return (1, 2)
        case UInt8(ascii: "&"): return entity()
        case 0: return literal[position] == 0xEF ? (min(3, literal.count - position), 1) : nil
        case 0x0A, 0x0D:
            guard literal[position] == 0x20 else { return nil }
            return (1, min(source.skippingLineStart(from: sourceEnd), limit) - sourceEnd)
        default: return nil
        }
    }

    /// An entity, which is one scalar or, rarely, two.
    private func entity() -> (Int, Int)? {
        var end = sourceEnd + 1
        while end < min(limit, sourceEnd + 34), source[end].isEntityName { end += 1 }
        guard end > sourceEnd + 1, end < limit, source[end] == UInt8(ascii: ";") else { return nil }
        end += 1
        // What libcmark does not know it leaves as it is.
        let isUnknown =
            position + end - sourceEnd <= literal.count
            && (sourceEnd..<end).allSatisfy { source[$0] == literal[position + $0 - sourceEnd] }
        if isUnknown { return nil }
        var length = scalarLength(at: position)
        let second = position + length
        if second < literal.count, literal[second] >= 0x80 || literal[second] == UInt8(ascii: "j"),
            end == limit || source[end] != literal[second], end == limit || source[end] != 0x5C
        {
            length += scalarLength(at: second)
        }
        return (length, end - sourceEnd)
    }

    private func scalarLength(at index: Int) -> Int {
        var end = index + 1
        while end < literal.count, literal[end] & 0xC0 == 0x80 { end += 1 }
        return end - index
    }
}

extension UInt8 {
    fileprivate var isEntityName: Bool {
        isDigit || (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "#")
    }
}
