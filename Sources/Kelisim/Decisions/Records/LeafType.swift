/// What a leaf of the log is about.
public enum LeafType: String, Hashable, Sendable, CaseIterable {
    /// A publication, a cancellation or a repeal.
    case publication
    /// A decision.
    case decision
    /// A guardianship.
    case guardianship
    /// A legal hold.
    case hold
    /// An erasure.
    case erasure
    /// A key that signs the log.
    case key
}
