/// Finds the fields of canonical bytes: each is a length in LEB128, of one more than the bytes that
/// follow, or 0.
enum Fields {
    /// Where the `count` fields from `start` on end; nil when there are fewer.
    static func end(of count: Int, from start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = start
        for _ in 0..<count {
            guard let (length, next) = number(at: position, in: bytes) else { return nil }
            position = next + max(length - 1, 0)
            guard position <= bytes.count else { return nil }
        }
        return position
    }

    /// The LEB128 number at `start`, of at most 35 bits, and where it ends.
    static func number(
        at start: Int,
        in bytes: UnsafeRawBufferPointer
    ) -> (value: Int, end: Int)? {
        var (value, shift, position) = (0, 0, start)
        while position < bytes.count, shift < 35 {
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return (value, position) }
            shift += 7
        }
        return nil
    }

    /// `value`, which is not negative, in LEB128.
    static func bytes(of value: Int) -> [UInt8] {
        var (rest, bytes) = (value, [UInt8]())
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
        return bytes
    }
}
