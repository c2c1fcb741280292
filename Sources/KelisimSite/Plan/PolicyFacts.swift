internal import Kelisim
internal import KelisimLog

/// What every page of a policy may say, whichever edition it is about.
///
/// The page of an edition is made from this, the edition and the one it replaced, and from nothing
/// else. So another edition leaves it as it is, and ``key`` is all that there is to compare.
struct PolicyFacts: Sendable {
    /// The policy that takes the place of one that ends.
    struct Replacement: Sendable {
        let id: PolicyID
        let title: LocalizedText
        let languages: [Language]
    }

    let id: PolicyID
    /// The name in each language.
    let title: LocalizedText
    /// The languages of all published editions, those of the one in force first.
    let languages: [Language]
    /// Whether an edition is in force.
    let isInForce: Bool
    /// Whether the policy has ended.
    let isRepealed: Bool
    /// The record of its end, once it is recorded.
    let repeal: Repeal?
    /// What takes its place.
    let replacement: Replacement?

    /// What a page follows from as far as the policy goes.
    var key: ContentKey {
        ContentKey([
            id.slug, title.keyPart, languages.map(\.tag).joined(separator: " "),
            "\(isInForce) \(isRepealed)", repeal.map { $0.digest.description },
            replacement?.id.slug, replacement?.title.keyPart,
            replacement?.languages.map(\.tag).joined(separator: " "),
        ])
    }

    /// The language in which to link to the policy from a page in `language`.
    func home(for language: Language) -> Language {
        languages.contains(language) ? language : languages[0]
    }
}
