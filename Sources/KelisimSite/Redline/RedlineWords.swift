internal import KelisimText

/// What a redline says, in one language.
struct RedlineWords: Sendable {
    /// The BCP 47 tag of the language.
    let tag: String
    let changes: String
    let clause: String
    let change: String
    let removedWords: String
    let insertedWords: String
    let key: String
    let removedText: String
    let insertedText: String
    let movedText: String
    let newNumbers: String
    let references: String
    let minor: String
    let hideMinor: String
    let unchanged: String
    let same: String
    let formerWording: String
    let newPlace: String
    let formerPlace: String
    let whole: String
    let cutShort: String
    let previous: String
    let next: String
    /// That clauses changed in the language of the text, and not in the one with that name.
    let changedHere: @Sendable (String) -> String
    /// That clauses changed in the language with that name, and not in that of the text.
    let changedThere: @Sendable (String) -> String
    /// What a screen reader says before removed and inserted words, and behind them.
    let spoken: (removed: String, inserted: String, end: String)
    let kinds: [BlockChange.Kind: String]
    /// What the change with a number is called.
    let name: @Sendable (Int) -> String

    /// The words in the language of `tag`, or in English.
    static func words(in tag: String?) -> RedlineWords {
        switch tag.flatMap({ WordingLanguage(tag: $0) }) {
        case .kk?: kazakh
        case .ru?: russian
        default: english
        }
    }
}
