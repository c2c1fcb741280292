/// What the two wordings of a comparison table are, which decides how they are headed and how what
/// became of a unit is said.
public enum ComparisonHeadings: Hashable, Sendable {
    /// A draft beside the edition that it is to replace: «Қолданыстағы редакция» and «Ұсынылатын
    /// редакция»; what is gone is to be deleted.
    case draft
    /// Two published editions by their numbers; what is gone was deleted.
    case editions(old: Int, new: Int)
    /// Two texts that belong to no policy.
    case texts

    /// Whether the changes are proposals rather than facts.
    var isProposed: Bool { self == .draft }
}
