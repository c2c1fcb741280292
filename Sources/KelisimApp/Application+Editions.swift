internal import Kelisim

// What a person names is found, or they are told what there is.

extension Policy {
    /// The edition with this number.
    func edition(numbered number: Int) throws(Failure) -> Edition {
        if let edition = edition(number) { return edition }
        throw .refused([
            Finding(.unknownEdition, at: Place("\(folder)/\(number)"), ["edition": "\(number)"])
        ])
    }
}

extension Edition {
    /// The text in the language with this tag.
    func text(tagged tag: String) throws(Failure) -> Text {
        if let text = texts.first(where: { $0.language.tag == tag }) { return text }
        let languages = texts.map(\.language.tag).joined(separator: ", ")
        throw .refused([
            Finding(
                .unknownTextLanguage,
                at: Place(folder),
                ["language": tag, "languages": languages.isEmpty ? "—" : languages]
            )
        ])
    }
}
