public import KelisimText

/// One sentence for a person, in each language that Kelisim speaks.
///
/// Words in braces, such as `{key}`, stand for the facts of the case.
public struct Sentence: Hashable, Sendable {
    /// The English wording.
    public let en: String
    /// The Kazakh wording.
    public let kk: String
    /// The Russian wording.
    public let ru: String

    /// Makes a sentence from its three wordings.
    public init(en: String, kk: String, ru: String) {
        self.en = en
        self.kk = kk
        self.ru = ru
    }

    /// The wording in `language`, with each `{name}` replaced by the argument of that name.
    public func text(in language: WordingLanguage, _ arguments: [String: String] = [:]) -> String {
        var rest = template(in: language)[...]
        var result = ""
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func template(in language: WordingLanguage) -> String {
        switch language {
        case .en: en
        case .kk: kk
        case .ru: ru
        }
    }
}
