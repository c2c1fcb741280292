/// The place of one letter in the order of the Kazakh alphabet.
struct CollationWeight {
    /// The weight of any white space.
    static let space: UInt32 = 0

    /// Compared first.
    let letter: UInt32
    /// Compared when all letters are the same.
    let isUppercase: Bool

    /// The weights of one character; none for punctuation, symbols and controls.
    static func weights(_ character: Character) -> [CollationWeight] {
        // Looked up as a character, so that й and ё are found in either normal form.
        if let known = alphabet[character] {
            return [known]
        }
        return character.unicodeScalars.flatMap(weights)
    }

    private static let digits: UInt32 = 1 << 24
    private static let latin: UInt32 = 2 << 24
    private static let cyrillic: UInt32 = 3 << 24
    private static let other: UInt32 = 4 << 24

    private static let alphabet: [Character: CollationWeight] = {
        var weights: [Character: CollationWeight] = [:]
        let letters = zip(
            "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
            "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
        )
        for (place, (small, capital)) in letters.enumerated() {
            let weight = cyrillic + UInt32(place)
            weights[small] = CollationWeight(letter: weight, isUppercase: false)
            weights[capital] = CollationWeight(letter: weight, isUppercase: true)
        }
        return weights
    }()

    private static func weights(_ scalar: Unicode.Scalar) -> [CollationWeight] {
        let properties = scalar.properties
        if properties.isWhitespace {
            return [CollationWeight(letter: space, isUppercase: false)]
        }
        if let digit = properties.numericType == .decimal ? properties.numericValue : nil {
            return [CollationWeight(letter: digits + UInt32(digit), isUppercase: false)]
        }
        guard isSorted(properties.generalCategory) else { return [] }
        return properties.lowercaseMapping.unicodeScalars.map { small in
            CollationWeight(letter: block(small) + small.value, isUppercase: small != scalar)
        }
    }

    private static func block(_ small: Unicode.Scalar) -> UInt32 {
        switch small.value {
        case 0x61...0x7A, 0xAA, 0xBA, 0xDF...0x24F, 0x1E00...0x1EFF: latin
        case 0x400...0x52F: cyrillic
        default: other
        }
    }

    private static func isSorted(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber, .otherNumber,
            .unassigned, .privateUse:
            true
        default: false
        }
    }
}
