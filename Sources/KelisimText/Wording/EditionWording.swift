/// Names of editions.
public enum EditionWording {
    /// The name of an edition by its number: «3-редакция», «редакция № 3», “edition 3”.
    ///
    /// Kazakh ordinals in digits take a hyphen and no suffix. The words are those of domain.md;
    /// a capital at the beginning of a line is the caller's.
    public static func name(_ number: Int, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(number)-редакция"
        case .ru: "редакция № \(number)"
        case .en: "edition \(number)"
        }
    }
}
