/// Writes the canonical form of records and leaves: fields one after the other, each with its length.
///
/// A field is the number of its bytes plus one, as a LEB128 number, and then the bytes; a field that
/// is absent is the single byte 0. So every sequence of fields has exactly one form, and no field can
/// run into the next.
struct FieldWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Begins with nothing.
    ///
    /// - Parameter capacity: for how many bytes there is room before memory must be asked for again.
    init(capacity: Int = 128) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes `value`, or that there is none.
    mutating func bytes(_ value: [UInt8]?) {
        guard let value else { return bytes.append(0) }
        length(value.count)
        bytes += value
    }

    /// Writes `value` in UTF-8, or that there is none.
    mutating func text(_ value: String?) {
        guard var value else { return bytes.append(0) }
        value.withUTF8 { buffer in
            length(buffer.count)
            bytes += buffer
        }
    }

    /// Writes `value` as big-endian bytes without leading zeros, or that there is none.
    mutating func number(_ value: UInt64?) {
        guard let value else { return bytes.append(0) }
        let count = (64 - value.leadingZeroBitCount + 7) / 8
        length(count)
        for shift in stride(from: (count - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }

    /// Writes `value` as its milliseconds since 1970, eight big-endian bytes in two's complement, or
    /// that there is none.
    mutating func instant(_ value: Instant?) {
        guard let value else { return bytes.append(0) }
        length(8)
        withUnsafeBytes(of: value.milliseconds.bigEndian) { bytes += $0 }
    }

    private mutating func length(_ count: Int) {
        var rest = UInt(count) + 1
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
