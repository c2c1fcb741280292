/// Anchors made of words: a transliteration that can be typed and read aloud.
enum Slug {
    private static let latin: [Character: String] = [
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
        "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
        "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    ]

    /// The same for small and capital letters, by their distance from U+0400; nil for what is not
    /// among them.
    private static let cyrillic: [[UInt8]?] = {
        var table: [[UInt8]?] = Array(repeating: nil, count: 0x100)
        for (letter, letters) in latin {
            for scalar in String(letter).unicodeScalars.prefix(1)
                + letter.uppercased().unicodeScalars.prefix(1)
            {
                table[Int(scalar.value) - 0x400] = Array(letters.utf8)
            }
        }
        return table
    }()

    private static let longest = 60

    /// The slug of a heading, at most 60 bytes and not empty: «Жалпы ережелер» is `zhalpy-erezheler`.
    static func make(_ heading: String) -> String {
        var slug: [UInt8] = []
        if heading.unicodeScalars.allSatisfy(standsAlone) {
            for scalar in heading.unicodeScalars where slug.count < longest {
                append(letters(of: scalar), to: &slug)
            }
        } else {
            for character in heading.lowercased() where slug.count < longest {
                let scalar = character.unicodeScalars.first
                let ascii = character.isASCII ? scalar.flatMap(letters) : nil
                append(latin[character].map { Array($0.utf8) } ?? ascii, to: &slug)
            }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }

    private static func append(_ letters: [UInt8]?, to slug: inout [UInt8]) {
        if let letters {
            slug += letters
        } else if !slug.isEmpty, slug.last != UInt8(ascii: "-") {
            slug.append(UInt8(ascii: "-"))
        }
    }

    /// Whether `scalar` is a character by itself, whatever stands beside it: what headings are made
    /// of, and quickly read.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x400..<0x483, 0x48A..<0x500, 0x2010..<0x2028, 0x2116: true
        default: false
        }
    }

    /// What `scalar` becomes, or nil for what stands between words.
    private static func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: [UInt8(truncatingIfNeeded: scalar.value)]
        case 0x41...0x5A: [UInt8(truncatingIfNeeded: scalar.value) | 0x20]
        case 0x400..<0x500: cyrillic[Int(scalar.value) - 0x400]
        default: nil
        }
    }
}
