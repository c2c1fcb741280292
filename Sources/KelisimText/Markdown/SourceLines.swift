#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

/// Where the lines of a source begin, as libcmark counts them: after LF, CR or CR LF.
package struct SourceLines: Sendable {
    private let starts: [Int32]
    private let count: Int

    package init(_ source: UnsafeBufferPointer<UInt8>) {
        var starts: [Int32] = [0]
        starts.reserveCapacity(source.count / 64 + 16)
        let hasReturns =
            source.baseAddress.map { memchr($0, 0x0D, source.count) != nil } ?? false
        var index = 0
        while index < source.count {
            if !hasReturns {
                guard let base = source.baseAddress,
                    let found = memchr(base + index, 0x0A, source.count - index)
                else { break }
                index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
                starts.append(Int32(truncatingIfNeeded: index))
                continue
            }
            let byte = source[index]
            index += 1
            if byte == 0x0D, index < source.count, source[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(Int32(truncatingIfNeeded: index)) }
        }
        self.starts = starts
        count = source.count
    }

    package init(_ source: some Collection<UInt8>) {
        let bytes = Array(source)
        self = bytes.withUnsafeBufferPointer { SourceLines($0) }
    }

    /// The offset of a line and column, both counted from 1 and in bytes, as libcmark does.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= starts.count else { return count }
        return min(max(Int(starts[line - 1]) + column, 1) - 1, count)
    }

    /// The index, from 0, of the line that holds `offset`.
    package func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of the line with `index`, its line end included.
    package func range(ofLine index: Int) -> Range<Int> {
        let start = Int(starts[index])
        return start..<(index + 1 < starts.count ? Int(starts[index + 1]) : count)
    }
}
