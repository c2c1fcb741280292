/// Words in UTF-8: runs of letters, compared whatever their case.
///
/// Words to compare with are Kazakh and Russian, in lower case.
extension UnsafeBufferPointer<UInt8> {
    /// Longer words are cut: no word that matters is, and no text is read twice because of one.
    private static var longestWord: Int { 64 }

    /// How many bytes the letter at `index` takes, or 0 where there is none.
    func letterLength(at index: Int) -> Int {
        guard index >= 0, index < count else { return 0 }
        let lead = self[index]
        if lead < 0x80 { return (lead | 0x20) &- UInt8(ascii: "a") < 26 ? 1 : 0 }
        // Cyrillic: all letters but the marks U+0482 to U+0489.
        if (0xD0...0xD3).contains(lead), index + 1 < count {
            return lead == 0xD2 && (0x82...0x89).contains(self[index + 1]) ? 0 : 2
        }
        guard let (scalar, length) = scalar(at: index), scalar.properties.isAlphabetic else {
            return 0
        }
        return length
    }

    /// The word that begins at `start`, which may be empty.
    func word(from start: Int) -> Range<Int> {
        var end = start
        while end - start < Self.longestWord {
            let length = letterLength(at: end)
            guard length > 0 else { break }
            end += length
        }
        return start..<end
    }

    /// The word that ends at `end`, which may be empty.
    func word(before end: Int) -> Range<Int> {
        var start = end
        while start > 0, end - start < Self.longestWord {
            var previous = start - 1
            while previous > 0, self[previous] & 0xC0 == 0x80 { previous -= 1 }
            guard letterLength(at: previous) == start - previous else { break }
            start = previous
        }
        return start..<end
    }

    /// The letters that begin at `index`, in lower case.
    func lowercasedWord(from index: Int) -> (word: String, end: Int) {
        let word = word(from: index)
        return (string(word).lowercased(), word.upperBound)
    }

    /// Whether `word` is one of `words`.
    func isWord(_ word: Range<Int>, in words: [StaticString]) -> Bool {
        words.contains { $0.utf8CodeUnitCount == word.count && hasLetters($0, at: word.lowerBound) }
    }

    /// Whether `word` begins with one of `stems`.
    func hasStem(_ word: Range<Int>, in stems: [StaticString]) -> Bool {
        stems.contains { $0.utf8CodeUnitCount <= word.count && hasLetters($0, at: word.lowerBound) }
    }

    /// Whether the letters at `start` are those of `lower`, whatever their case.
    func hasLetters(_ lower: StaticString, at start: Int) -> Bool {
        let length = lower.utf8CodeUnitCount
        guard start >= 0, start + length <= count else { return false }
        var index = 0
        while index < length {
            let byte = self[start + index]
            if byte < 0x80 {
                let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                guard small == lower.utf8Start[index] else { return false }
                index += 1
                continue
            }
            guard index + 1 < length else { return false }
            let letter = Self.lowercased(self[start + index], self[start + index + 1])
            guard letter == (lower.utf8Start[index], lower.utf8Start[index + 1]) else {
                return false
            }
            index += 2
        }
        return true
    }

    /// The letters of `word` in lower case.
    func lowercased(_ word: Range<Int>) -> String {
        let isPlain = word.allSatisfy { self[$0] < 0x80 || isCyrillic(at: $0) }
        // What every text is full of needs no table of Unicode.
        guard isPlain else { return string(word).lowercased() }
        return String(unsafeUninitializedCapacity: word.count) { letters in
            var index = 0
            while index < word.count {
                let byte = self[word.lowerBound + index]
                if byte < 0x80 {
                    letters[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                    index += 1
                } else {
                    let trail = self[word.lowerBound + index + 1]
                    (letters[index], letters[index + 1]) = Self.lowercased(byte, trail)
                    index += 2
                }
            }
            return word.count
        }
    }

    /// Whether the byte at `index` is one of a Cyrillic letter whose capital is found by
    /// arithmetic: not an archaic one of U+0460 to U+0481, nor one of U+04C0 to U+04CF.
    private func isCyrillic(at index: Int) -> Bool {
        let lead = self[index] & 0xC0 == 0x80 ? index - 1 : index
        guard lead >= 0, lead + 1 < count, self[lead + 1] & 0xC0 == 0x80 else { return false }
        switch (self[lead], self[lead + 1]) {
        case (0xD1, 0xA0...), (0xD2, ...0x89), (0xD3, ...0x8F): return false
        case (0xD0...0xD3, _): return true
        default: return false
        }
    }

    /// A Cyrillic letter of two bytes in lower case.
    private static func lowercased(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
        switch (lead, trail) {
        case (0xD0, 0x80...0x8F): (0xD1, trail + 0x10)
        case (0xD0, 0x90...0x9F): (0xD0, trail + 0x20)
        case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
        case (0xD2, 0x8A...), (0xD3, 0x90...): (lead, trail | 1)
        default: (lead, trail)
        }
    }
}
