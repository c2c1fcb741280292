/// Reading UTF-8 in place: the plain text of a block is scanned without making strings of it.
extension UnsafeBufferPointer<UInt8> {
    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }

    /// The first index from `start` on that holds an ASCII sign or digit, `!` to `?`, or `count`.
    ///
    /// Most bytes of a text are letters and spaces; this passes over eight at a time.
    func nextSign(from start: Int) -> Int {
        var index = start
        while let base = baseAddress, index + 8 <= count {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
            // The high bit of every byte above 0x20 and below 0x40 ("hasbetween" of Anderson's
            // Bit Twiddling Hacks).
            let low = word & 0x7F7F_7F7F_7F7F_7F7F
            let below = 0xBFBF_BFBF_BFBF_BFBF &- low
            let above = low &+ 0x5F5F_5F5F_5F5F_5F5F
            let signs = below & above & ~word & 0x8080_8080_8080_8080
            if signs != 0 { return index + signs.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, !(0x21...0x3F).contains(self[index]) { index += 1 }
        return index
    }

    /// Whether there is white space, or nothing, at `index`; no-break spaces count.
    func isBlank(at index: Int) -> Bool {
        index >= count || skippingSpaces(from: index) > index
    }

    func skippingSpaces(from start: Int) -> Int {
        var index = start
        while index < count {
            if self[index] == 0x20 || self[index] == 0x09 {
                index += 1
            } else if hasPrefix("\u{A0}", at: index) {
                index += 2
            } else if hasPrefix("\u{202F}", at: index) {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// Where the white space before `end` begins.
    func skippingSpaces(before end: Int) -> Int {
        var index = end
        while index > 0 {
            if self[index - 1] == 0x20 || self[index - 1] == 0x09 {
                index -= 1
            } else if hasPrefix("\u{A0}", at: index - 2) {
                index -= 2
            } else if hasPrefix("\u{202F}", at: index - 3) {
                index -= 3
            } else {
                break
            }
        }
        return index
    }

    func hasPrefix(_ prefix: StaticString, at start: Int) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard start >= 0, start + length <= count else { return false }
        for offset in 0..<length where self[start + offset] != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The scalar that begins at `index`, and how many bytes it takes.
    func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
        guard index >= 0, index < count else { return nil }
        let lead = self[index]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC0, index + length <= count else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// Whether a sentence may start at `index`, after white space: a capital or a quotation mark.
    func startsSentence(at index: Int) -> Bool {
        let start = skippingSpaces(from: index)
        guard let (scalar, _) = scalar(at: start) else { return false }
        return scalar.properties.isUppercase || "«\"“„".unicodeScalars.contains(scalar)
    }
}
