/// White space of any kind that two stretches begin or end with.
enum CommonSpace {
    /// How many bytes of it both begin with.
    static func head(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        var count = 0
        while true {
            let length = space(at: left.startIndex + count, of: left)
            guard length > 0,
                left.dropFirst(count).prefix(length) == right.dropFirst(count).prefix(length)
            else { return count }
            count += length
        }
    }

    /// How many bytes of it both end with.
    static func tail(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        var count = 0
        while true {
            let rest = left.dropLast(count)
            let length = (1...3)
                .first { length in
                    rest.count >= length && space(at: rest.endIndex - length, of: rest) == length
                }
            guard let length, rest.suffix(length) == right.dropLast(count).suffix(length) else {
                return count
            }
            count += length
        }
    }

    /// How many bytes the white space at `index` takes, or 0 where there is none.
    private static func space(at index: Int, of text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBufferPointer {
            WordTokenizer.spaceLength(at: index - text.startIndex, in: $0)
        } ?? 0
    }
}
