internal import KelisimText

/// Words of headings that differ by one letter from a word of the text, as «ӨНДЕУ» from «өңдеу».
///
/// Headings are typed in capitals, which hide such slips from the eye and from spelling checkers.
enum HeadingRules {
    /// Letters that are typed for one another: Kazakh ones that share a key or look alike, and what
    /// Russian layouts have instead.
    private static let confused: [WordingLanguage: [(Character, Character)]] = [
        .kk: [
            ("н", "ң"), ("к", "қ"), ("г", "ғ"), ("у", "ұ"), ("у", "ү"), ("ұ", "ү"), ("о", "ө"),
            ("а", "ә"), ("и", "і"), ("и", "й"), ("ы", "і"), ("х", "һ"), ("э", "е"),
        ],
        .ru: [("и", "й"), ("ш", "щ"), ("ь", "ъ")],
    ]
    /// Shorter words have too many neighbours that are words as well.
    private static let shortest = 5
    /// Endings may differ by right: «деректеріне», to his data, and «деректеріңе», to yours.
    private static let ending = 3
    /// How often the text must have the other word.
    private static let often = 3

    static func findings(_ wording: WordingText) -> [Finding] {
        var counts: [String: Int] = [:]
        for position in wording.words.indices where !wording.isHeading(position) {
            for word in wording.words[position] { counts[word.text, default: 0] += 1 }
        }
        return wording.words.indices.filter(wording.isHeading)
            .flatMap { position -> [Finding] in
                let slips = wording.words[position]
                    .compactMap { word in
                        facts(of: word, counts, wording.language).map { (word, $0) }
                    }
                guard !slips.isEmpty else { return [] }
                let block = wording.text.block(position)
                return slips.map { word, facts in
                    let place = wording.text.place(ofByte: word.range.lowerBound, in: block)
                    return Finding(.headingWordDiffers, at: place, facts)
                }
            }
    }

    private static func facts(
        of word: Word,
        _ counts: [String: Int],
        _ language: WordingLanguage
    ) -> [String: String]? {
        let letters = Array(word.text)
        guard letters.count >= shortest, counts[word.text] == nil else { return nil }
        var meant: (word: String, count: Int)?
        for index in 0..<letters.count - ending {
            for letter in alternatives(to: letters[index], in: language) {
                var other = letters
                other[index] = letter
                let count = counts[String(other)] ?? 0
                if count >= often, count > meant?.count ?? 0 { meant = (String(other), count) }
            }
        }
        return meant.map { meant in
            let typed = word.capitals == .all ? word.text.uppercased() : word.text
            let shown = word.capitals == .all ? meant.word.uppercased() : meant.word
            return ["word": typed, "meant": shown, "count": String(meant.count)]
        }
    }

    private static func alternatives(
        to letter: Character,
        in language: WordingLanguage
    ) -> [Character] {
        (confused[language] ?? [])
            .compactMap { left, right in
                left == letter ? right : right == letter ? left : nil
            }
    }
}
