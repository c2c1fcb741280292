/// Ascending indices as one field: the first as LEB128, then each one's distance from the one before.
extension FieldWriter {
    mutating func indices(_ indices: [UInt64]) {
        var packed: [UInt8] = []
        var last: UInt64 = 0
        for index in indices {
            var rest = index - last
            while rest >= 0x80 {
                packed.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            packed.append(UInt8(rest))
            last = index
        }
        bytes(packed)
    }
}

extension FieldReader {
    mutating func indices() -> [UInt64]? {
        guard let packed = bytes() else { return nil }
        var indices: [UInt64] = []
        var (value, shift, last): (UInt64, UInt64, UInt64?) = (0, 0, nil)
        for byte in packed {
            guard shift < 63, shift == 0 || byte != 0 else { return fail() }
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            guard byte & 0x80 == 0 else { continue }
            let (index, isTooLarge) = (last ?? 0).addingReportingOverflow(value)
            // Only the first may be at no distance.
            guard !isTooLarge, last == nil || value > 0 else { return fail() }
            indices.append(index)
            (value, shift, last) = (0, 0, index)
        }
        return shift == 0 ? indices : fail()
    }
}
