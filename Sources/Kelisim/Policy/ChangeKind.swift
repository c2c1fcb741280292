/// What an edition asks of those who agreed to an earlier one.
public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
    /// They must agree again. The first edition is always of this kind.
    case reconsent
    /// They are told.
    case notice
    /// Neither: a slip of the pen is mended.
    case editorial
}
