#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

extension MarkdownDocument {
    /// Whether the source stands before that of `other` in the order of their bytes.
    func precedes(_ other: MarkdownDocument) -> Bool {
        let (count, otherCount) = (sourceCount, other.sourceCount)
        let order = bytes.withUnsafeBytes { left in
            other.bytes.withUnsafeBytes { right in
                guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
                return Int(memcmp(left, right, min(count, otherCount)))
            }
        }
        return order == 0 ? count < otherCount : order < 0
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether both have the same bytes.
    func isEqual(to other: Self) -> Bool {
        guard count == other.count else { return false }
        let (left, right) = (
            UnsafeBufferPointer(rebasing: self), UnsafeBufferPointer(rebasing: other)
        )
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, count) == 0
    }
}
