internal import KelisimText

/// One row of a comparison table in one language: a structural unit, before and after.
struct ComparisonRow {
    /// The ids of the clauses that the unit is in the old text, its own first; empty for a new unit.
    let oldClauses: [String]
    /// The ids of the clauses that the unit is in the new text, its own first; empty for one that is
    /// gone.
    let newClauses: [String]
    /// How the unit is cited, from the outermost part to the innermost.
    let unit: [UnitName]
    /// What happened besides a change of words.
    let remarks: [ComparisonRemark]
    /// The lines of the old wording.
    let old: [[ComparisonRun]]
    /// The lines of the new wording.
    let new: [[ComparisonRun]]
    /// Whether a reader may ask why: not where numbers only follow others, or signs that mean the same
    /// were put in place of each other.
    let isConsiderable: Bool

    /// Whether the unit is only in the old text.
    var isRemoval: Bool { newClauses.isEmpty }

    /// The clause by which the row is known.
    var clause: String { newClauses.first ?? oldClauses.first ?? "" }

    /// What makes it the same row in every language.
    struct Identity: Hashable {
        let old: String?
        let new: String?
    }

    /// What makes it the same row in every language.
    var identity: Identity { Identity(old: oldClauses.first, new: newClauses.first) }
}
