import KelisimTesting

/// What can happen to bytes.
enum Mangling {
    /// `bytes` with each byte flipped, dropped or doubled, cut at each place, and with more behind.
    static func all(of bytes: [UInt8], _ generator: inout SeededGenerator) -> [[UInt8]] {
        var all: [[UInt8]] = [bytes + [0], bytes + [1], bytes + bytes, []]
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 1 << UInt8(generator.below(8))
            var replaced = bytes
            replaced[place] = UInt8.random(in: 0...255, using: &generator)
            var dropped = bytes
            dropped.remove(at: place)
            var doubled = bytes
            doubled.insert(bytes[place], at: place)
            all += [flipped, dropped, doubled, Array(bytes[..<place])]
            if replaced != bytes { all.append(replaced) }
        }
        return all
    }
}
