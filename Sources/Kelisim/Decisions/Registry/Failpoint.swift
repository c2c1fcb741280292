internal import Foundation
internal import Synchronization

/// A point at which tests let the process die, as it might at any other.
public enum Failpoint: String, Hashable, Sendable, CaseIterable {
    /// The rows are added, and the head is not yet moved.
    case afterInsert = "after-insert"
    /// Everything is written but not committed.
    case beforeCommit = "before-commit"
    /// The transaction is committed, and nobody was answered yet.
    case afterCommit = "after-commit"
    /// Some tiles and bundles of a checkpoint have their names, others not.
    case afterTile = "after-tile"
    /// The tiles and bundles are there, and the checkpoint is not signed.
    case beforeSigning = "before-signing"
    /// The checkpoint is signed, and not published.
    case beforeCheckpoint = "before-checkpoint"

    /// What is told of each point that is passed.
    public typealias Hook = @Sendable (Failpoint) -> Void

    /// What kills the process, as `kill -9` does, at a point that `description` names.
    ///
    /// - Parameter description: such as `after-commit:3`, when the point is passed for the third time.
    /// - Returns: the hook; nil when no point is named.
    public static func killing(_ description: String) -> Hook? {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, let point = Failpoint(rawValue: String(first)),
            parts.count <= 2, let count = parts.count == 2 ? Int(parts[1]) : 1, count > 0
        else { return nil }
        let passed = Counter()
        return { if $0 == point, passed.next() == count { kill(getpid(), SIGKILL) } }
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)

        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }
}
