/// The form in which words are the same although they are typed otherwise.
///
/// Capitals, quotation marks, dashes, № and N, invisible characters, and letters of another
/// alphabet that look like those of the word make no difference. Source: text-facts.md, "Characters".
enum WordFolding {
    /// The folded form of the token at `range`; empty when nothing of it is seen.
    static func folded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        var hasASCII = false
        var hasCyrillic = false
        var isPlain = true
        for index in range {
            switch text[index] {
            case UInt8(ascii: "'"): isPlain = false
            case 0x41...0x5A, 0x61...0x7A: hasASCII = true
            case ..<0x80: break
            case 0xD0...0xD3: hasCyrillic = true
            case 0x80...0xBF: break
            default: isPlain = false
            }
        }
        let small = text.lowercased(range)
        guard !isPlain || hasASCII && hasCyrillic else { return small }
        var result = String.UnicodeScalarView()
        for scalar in small.unicodeScalars {
            if let other = signs[scalar] {
                result.append(contentsOf: other.unicodeScalars)
            } else if hasCyrillic, let letter = lookalikes[scalar] {
                result.append(letter)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether nothing is seen of `scalar`: a soft hyphen, a zero width space, a byte order mark.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { signs[scalar] == "" }

    private static let signs: [Unicode.Scalar: String] = {
        var signs: [Unicode.Scalar: String] = ["№": "n", "…": "..."]
        for mark in "«»“”„‟″".unicodeScalars { signs[mark] = "\"" }
        for mark in "‘’‚‛‹›ʼ′".unicodeScalars { signs[mark] = "'" }
        for mark in "‐‑‒–—―−".unicodeScalars { signs[mark] = "-" }
        for mark in "\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".unicodeScalars {
            signs[mark] = ""
        }
        for space in "\u{A0}\u{2007}\u{2009}\u{200A}\u{202F}".unicodeScalars { signs[space] = " " }
        return signs
    }()

    /// Latin letters that look like Cyrillic ones, in lower case.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "һ", "i": "і", "k": "к", "m": "м", "o": "о",
        "p": "р", "t": "т", "x": "х", "y": "у",
    ]
}
