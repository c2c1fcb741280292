/// The endings of Russian nouns and adjectives, as far as finding a term in a text needs them.
///
/// A term in the singular is found in the singular alone, where the endings tell: «сайты третьих
/// лиц» are no forms of «Сайт».
enum RussianInflection {
    private static let adjective: Set<String> = [
        "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым",
        "им", "ом", "ем", "ей", "ую", "юю", "ых", "их", "ыми", "ими",
    ]
    /// By the ending of the dictionary form, the longest first.
    private static let paradigms: [(ending: String, endings: Set<String>)] = [
        ("ый", adjective), ("ий", adjective), ("ой", adjective), ("ая", adjective),
        ("яя", adjective), ("ое", adjective), ("ее", adjective), ("ые", adjective),
        ("ие", adjective.union(["ия", "ию", "ием", "ии"])),
        ("тель", ["тель", "теля", "телю", "телем", "теле"]),
        ("ь", ["ь", "я", "ю", "ем", "е", "и", "ью"]), ("а", ["а", "ы", "и", "е", "у", "ой", "ою"]),
        ("я", ["я", "и", "е", "ю", "ей", "ею"]), ("о", ["о", "а", "у", "ом", "е"]),
        ("е", ["е", "я", "ю", "ем", "и"]), ("й", ["й", "я", "ю", "ем", "е", "и"]),
        ("ы", ["ы", "", "ов", "ам", "ами", "ах"]),
        ("и", ["и", "", "й", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях", "ью"]),
    ]
    /// Of a word that ends in a consonant.
    private static let consonant: Set<String> = ["", "а", "у", "ом", "ем", "е"]

    static func inflection(of word: String) -> Inflection {
        // Prepositions, and words that are not Russian.
        guard word.count > 3, word.unicodeScalars.allSatisfy({ $0.value >= 0x400 }) else {
            return Inflection(stem: word)
        }
        guard let (ending, endings) = paradigms.first(where: { word.hasSuffix($0.ending) }) else {
            return Inflection(stem: word, endings: consonant)
        }
        return Inflection(stem: String(word.dropLast(ending.count)), endings: endings)
    }
}
