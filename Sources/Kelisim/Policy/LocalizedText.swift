/// One wording in several languages, in the order of the policy's languages.
public struct LocalizedText: Hashable, Sendable {
    /// A wording in one language.
    public struct Entry: Hashable, Sendable {
        /// The language.
        public let language: Language
        /// The wording.
        public let text: String

        /// Makes the wording `text` in `language`.
        public init(_ language: Language, _ text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The wordings, each language once.
    public let entries: [Entry]

    /// Makes a text of `entries`; of several in one language the first is kept.
    public init(_ entries: [Entry]) {
        var seen: Set<Language> = []
        self.entries = entries.filter { seen.insert($0.language).inserted }
    }

    /// The languages, in order.
    public var languages: [Language] { entries.map(\.language) }

    /// The wording in `language`.
    public subscript(language: Language) -> String? {
        entries.first { $0.language == language }?.text
    }

    /// Whether both say the same in the same languages, in whatever order.
    func saysTheSame(as other: LocalizedText) -> Bool {
        Set(entries) == Set(other.entries)
    }
}
