/// The part of a file that a client asks for (RFC 9110, section 14).
enum ByteRange: Hashable, Sendable {
    /// These bytes.
    case part(Range<Int>)
    /// Bytes that the file does not have.
    case unsatisfiable

    /// The part of a file of `size` bytes that `field` asks for.
    ///
    /// - Returns: nil when it asks for several parts, by another unit, or for nothing that can be
    ///   understood: then the whole file is the answer.
    static func read(_ field: String, size: Int) -> ByteRange? {
        let halves = field.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].lowercased() == "bytes" else { return nil }
        let ends = halves[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let numbers = ends.map(number)
        switch (numbers[0], numbers[1]) {
        case (nil, let count?) where ends[0].isEmpty:
            return count > 0 && size > 0 ? .part(max(size - count, 0)..<size) : .unsatisfiable
        case (let first?, nil) where ends[1].isEmpty:
            return first < size ? .part(first..<size) : .unsatisfiable
        case (let first?, let last?) where first <= last:
            return first < size ? .part(first..<(min(last, size - 1) + 1)) : .unsatisfiable
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        // More than any file has bytes is still a number.
        return isPlain ? Int(text) ?? .max : nil
    }
}
