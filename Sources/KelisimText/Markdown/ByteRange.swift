/// A range of bytes, half the size of `Range<Int>`, since a tree holds many.
package struct ByteRange: Hashable, Sendable {
    private let start: Int32
    private let length: Int32

    package static let empty = ByteRange(0..<0)

    package init(_ range: Range<Int>) {
        start = Int32(truncatingIfNeeded: range.lowerBound)
        length = Int32(truncatingIfNeeded: range.count)
    }

    package var lowerBound: Int { Int(start) }
    package var upperBound: Int { Int(start) + Int(length) }
    package var count: Int { Int(length) }
    package var isEmpty: Bool { length == 0 }
    package var range: Range<Int> { lowerBound..<upperBound }

    /// The first `count` bytes of the range.
    package func prefix(_ count: Int) -> ByteRange {
        ByteRange(lowerBound..<lowerBound + min(count, self.count))
    }
}
