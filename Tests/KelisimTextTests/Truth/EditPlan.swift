/// How much of what is edited in a generated policy.
struct EditPlan: Sendable {
    /// Its name in reports.
    let name: String
    /// How many sections a policy has.
    let sections: ClosedRange<Int>
    /// About how many units a section has.
    let size: ClosedRange<Int>
    /// How many edits are made.
    let edits: ClosedRange<Int>
    /// Whether most clauses differ from others in a word or two.
    let hasLookalikes: Bool
    /// The least F1 of the pairs of blocks that may be found (issue 4, § 2).
    let leastF1: Double

    /// What one person changes from one edition to the next.
    static let ordinary = EditPlan(
        name: "ordinary",
        sections: 6...12,
        size: 4...8,
        edits: 3...12,
        hasLookalikes: false,
        leastF1: 0.995
    )

    /// A law of a few hundred blocks after many amendments at once.
    static let storm = EditPlan(
        name: "storm",
        sections: 14...22,
        size: 7...9,
        edits: 120...120,
        hasLookalikes: false,
        leastF1: 0.985
    )

    /// A contract whose clauses say almost the same of many things.
    static let lookalikes = EditPlan(
        name: "near-duplicates",
        sections: 4...8,
        size: 5...9,
        edits: 4...14,
        hasLookalikes: true,
        leastF1: 0.98
    )

    /// How often each edit is picked, relative to the others.
    static let weights: [(edit: PolicyEditor.Edit, weight: Int)] = [
        (.reword, 32), (.insert, 8), (.insertKeepingNumbers, 4), (.insertPoint, 4),
        (.insertLookalike, 2), (.insertSection, 2), (.remove, 5), (.removeKeepingNumbers, 5),
        (.removePoint, 4), (.replace, 4), (.move, 7), (.moveAndReword, 5), (.moveSection, 1),
        (.swapSections, 1), (.split, 6), (.splitIntoClauses, 4), (.merge, 6),
    ]
}
