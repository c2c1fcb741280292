/// How a clause number is written: `digits("-"digits)*("."digits("-"digits)*)*`.
enum NumberSyntax {
    /// Where the number that begins at `start` ends, or nil if none does.
    ///
    /// A part with a leading zero is none (`21.05.2026` is a date), nor is one above 9999. A number
    /// has at most ``longest`` bytes.
    static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard var end = part(in: text, from: start) else { return nil }
        while end + 1 < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
        {
            guard text[end + 1].isDigit else { break }
            guard let next = part(in: text, from: end + 1) else { return nil }
            end = next
        }
        return end - start <= longest ? end : nil
    }

    /// Whether a part of `number` is above 999, as years are, and sections and articles of codes.
    static func hasThousands(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var digits = 0
        return number.contains { byte in
            digits = byte.isDigit ? digits + 1 : 0
            return digits > 3
        }
    }

    /// Ids are made of numbers, and the ids of points of the ids around them: what is longer than
    /// any real number would make them grow without bounds.
    private static let longest = 32

    private static func part(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        guard (1...4).contains(end - start), text[start] != UInt8(ascii: "0") else { return nil }
        return end
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
