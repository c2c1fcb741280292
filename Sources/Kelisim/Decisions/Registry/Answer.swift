public import KelisimLog

/// What the registry answers to a submission that it did not refuse.
public enum Answer: Codable, Sendable {
    /// The files that were new to the log, with their places.
    case publications([Shelf.Item])
    /// The decisions as they were recorded; `isRepeat` when that was done before.
    case decisions([Recorded], isRepeat: Bool)
    /// What became of each legacy decision, in the order given.
    case legacy([LegacyOutcome])
    /// The guardianship; `isNew` unless a version or the same is known already.
    case guardianship(Guardianship, isNew: Bool)
    /// The reason of the hold that is on now, if one is.
    case hold(String?)
    /// The indices of the destroyed records.
    case erased([UInt64])
    /// Erasure was refused because of a hold with this reason, which is recorded.
    case erasureRefused(String)
    /// The key signs the log from now on, or did already.
    case key

    /// A decision as it was recorded.
    public struct Recorded: Codable, Hashable, Sendable {
        /// The decision.
        public let decision: Decision
        /// Its index in the log.
        public let index: UInt64
        /// The hash of its leaf.
        public let leafHash: Digest
        /// The standing that it led to, as of that moment.
        public let standing: Standing
    }

    /// What became of a legacy decision.
    public enum LegacyOutcome: Codable, Hashable, Sendable {
        /// It was recorded at this index.
        case recorded(UInt64)
        /// It was recorded before.
        case known
        /// It was refused.
        case refused(Refusal)
    }
}
