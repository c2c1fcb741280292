/// The forms of one word: a stem and the endings that it takes.
struct Inflection: Sendable {
    /// What all forms begin with, in lower case.
    let stem: String
    /// What may stand behind it; nothing, for a word that does not change.
    let endings: Set<String>

    init(stem: String, endings: Set<String> = [""]) {
        self.stem = stem
        self.endings = endings
    }

    /// Whether `word`, in lower case, is one of the forms.
    func matches(_ word: String) -> Bool {
        word.hasPrefix(stem) && endings.contains(String(word.dropFirst(stem.count)))
    }
}
