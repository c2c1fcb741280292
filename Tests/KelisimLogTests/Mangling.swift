/// Ways to spoil a file or a list of hashes.
enum Mangling {
    /// `bytes` with one bit flipped, every bit of every byte in turn.
    static func flipped(_ bytes: [UInt8]) -> some Sequence<[UInt8]> {
        (0..<bytes.count * 8).lazy
            .map { bit in
                var changed = bytes
                changed[bit / 8] ^= 1 << (bit % 8)
                return changed
            }
    }

    /// The first bytes of `bytes`, and with a byte more of each of some kinds.
    static func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        let shorter = (0..<bytes.count).map { Array(bytes[..<$0]) }
        let more: [UInt8] = [0, 10, 32, 61, 65, 255]
        return shorter + more.map { bytes + [$0] } + more.map { [$0] + bytes }
    }

    /// `list` with each element dropped, doubled, or swapped with the next, and with one more.
    static func rearranged<Element: Equatable>(
        _ list: [Element],
        adding more: Element
    ) -> [[Element]] {
        var all = [list + [more], [more] + list]
        for index in list.indices {
            var dropped = list
            dropped.remove(at: index)
            var doubled = list
            doubled.insert(list[index], at: index)
            var replaced = list
            replaced[index] = more
            all += [dropped, doubled, replaced]
            for other in list.indices where other > index {
                var swapped = list
                swapped.swapAt(index, other)
                all.append(swapped)
            }
        }
        return all.filter { $0 != list }
    }
}
