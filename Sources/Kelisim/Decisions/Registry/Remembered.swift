/// What a registry remembers of an idempotency key.
public enum Remembered: Sendable {
    /// The decisions that were recorded under it, in order, with their rows.
    case decisions([(entry: Entry, decision: Decision)])
    /// They have been erased.
    case erased
}
