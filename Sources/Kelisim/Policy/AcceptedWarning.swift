/// A warning that an author has looked at and lets stand, with the reason: an entry of
/// `accepted.yaml` in the folder of an edition.
///
///     - warning: end-punctuation
///       language: kk
///       clause: 9.3
///       reason: Мекенжайдан кейін нүкте қойылмайды.
///
/// With `language` and `clause` it silences the warnings of that kind in the clause, wherever its
/// lines have moved; with `language` alone those about the text as a whole; with neither those
/// about the other files of the edition. A warning about the justification of a change is about the
/// clause in all languages, so it is named by `clause` alone. What is an error by its kind is never silenced, not even in
/// a published text, where it is reported as a warning. An entry that silences nothing is a warning
/// itself.
///
/// The list has no say about publications and is no part of their
/// records, so it may be written for a draft and for a published edition alike.
///
/// `new` does not copy it: a new edition is the occasion to mend what was let stand, so whoever
/// wants to let it stand again decides that again.
struct AcceptedWarning: Hashable, Sendable {
    let code: FindingCode
    /// The text that it is about, or nil when it is about no text.
    let language: Language?
    /// The id of the clause, or nil when it is about no clause.
    let clause: String?
    /// Why.
    let reason: String
    /// Where the entry stands.
    let place: Place
}
