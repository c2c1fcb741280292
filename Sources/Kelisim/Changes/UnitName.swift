internal import KelisimText

/// The name of one part of a document beneath the part around it.
enum UnitName: Hashable {
    /// A part with a number, as a reader sees it: «3.4-тармақ», «1) тармақша»; a section with the words
    /// of its heading.
    case numbered(UnitNoun, number: String, words: String?)
    /// A section without a number: «„…“ бөлімі».
    case titled(String)
    /// A paragraph by its place among those of the part around it, from 1.
    case indention(Int)
    /// What there is one of.
    case only(UnitNoun)

    /// What it is.
    var noun: UnitNoun {
        switch self {
        case .numbered(let noun, _, _), .only(let noun): noun
        case .titled: .section
        case .indention: .indention
        }
    }

    /// The name without the words of a heading.
    var brief: UnitName {
        guard case .numbered(let noun, let number, _) = self else { return self }
        return .numbered(noun, number: number, words: nil)
    }

    /// The name in `language`, in the nominative, with a small letter.
    func text(in language: WordingLanguage) -> String {
        let name = noun.name(in: language)
        switch self {
        case .only: return name
        case .titled(let words):
            return switch language {
            case .kk: "«\(words)» бөлімі"
            case .ru: "раздел «\(words)»"
            case .en: "section “\(words)”"
            }
        case .indention(let place):
            let ordinal = OrdinalWords.masculine(place, in: language)
            return language == .kk
                ? (ordinal.map { "\($0) \(name)" } ?? "\(place)-\(name)")
                : "\(name) \(ordinal ?? String(place))"
        case .numbered(_, let number, let words):
            let title = words.map { ". \($0)" } ?? ""
            guard language == .kk else { return "\(name) \(number)\(title)" }
            // «1) тармақша», «а) тармақша», but «3.4-тармақ».
            return number.hasSuffix(")")
                ? "\(number) \(name)\(title)" : "\(number)-\(name)\(title)"
        }
    }
}
