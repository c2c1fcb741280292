internal import Kelisim

extension Diff {
    /// The comparison table, in all languages that were asked for.
    var table: ComparisonTable {
        ComparisonTable(
            ([self] + others).map(\.side),
            headings: headings,
            justifications: isReplacement ? to.edition?.justifications ?? .init() : .init()
        )
    }

    private var side: ComparisonTable.Side {
        let language = language.flatMap { Language($0) }
        let title = language.flatMap { to.edition?.terms?.title[$0] }
        return ComparisonTable.Side(comparison, in: language, title: title)
    }

    private var headings: ComparisonHeadings {
        guard let old = from.edition, let new = to.edition else { return .texts }
        if new.publication == nil, isReplacement { return .draft }
        return .editions(old: old.number, new: new.number)
    }

    /// Whether the new edition takes the place of the old one: then its justifications are meant, and a
    /// draft is a proposal beside what holds.
    private var isReplacement: Bool {
        guard let policy, let new = to.edition else { return false }
        // A draft whose settings are not complete yet is taken to be made from the edition before it.
        let before = new.terms == nil ? new.number - 1 : nil
        return (policy.replaced(by: new)?.number ?? before) == from.edition?.number
    }
}
