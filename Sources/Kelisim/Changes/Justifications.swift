public import KelisimLog

/// Why the clauses of an edition were changed: the last column of its comparison table, as
/// `justifications.yaml` in the folder of the edition gives it.
///
///     "3.4":
///       kk: Заң талабына сәйкестендіру.
///       ru: Приведение в соответствие с законом.
///
/// The keys are ids of clauses; see ``JustificationKeys``. A text that is empty is still to be written.
///
/// The file is written for people, has no say about publications and is no part of their records, so it
/// may be written and mended for a draft and for a published edition alike. `new` does not copy it:
/// other changes have other reasons.
public struct Justifications: Hashable, Sendable {
    /// Why one clause was changed.
    struct Entry: Hashable, Sendable {
        /// The id of the clause.
        let key: String
        /// The reasons by language, without those that are still to be written.
        let texts: [Language: String]
        /// Where the key stands.
        let place: Place
        /// Where the reason in each language stands, be it empty or not.
        let places: [Language: Place]
    }

    /// The file, or nil when there is none.
    let file: String?
    /// The digest of its bytes, from which whatever shows the reasons follows.
    public let digest: Digest?
    /// The entries, in the order of the file.
    let entries: [Entry]
    private let positions: [String: Int]

    /// No justifications at all.
    public init() {
        self.init(file: nil, digest: nil, entries: [])
    }

    init(file: String?, digest: Digest?, entries: [Entry]) {
        self.file = file
        self.digest = digest
        self.entries = entries
        positions = Dictionary(entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// The reasons in `language` under those of `keys` that have one, in their order.
    func texts(for keys: [String], in language: Language) -> [String] {
        keys.compactMap { self[$0]?.texts[language] }
    }

    /// The entry with `key`.
    subscript(key: String) -> Entry? { positions[key].map { entries[$0] } }
}
