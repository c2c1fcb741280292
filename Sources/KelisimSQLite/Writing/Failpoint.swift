internal import Foundation
internal import Synchronization

/// A point of a transaction at which tests let the process die.
public enum Failpoint: String, Hashable, Sendable, CaseIterable {
    /// The rows are added, and the head is not yet moved.
    case afterInsert = "after-insert"
    /// Everything is written but not committed.
    case beforeCommit = "before-commit"
    /// The transaction is committed, and nobody was answered yet.
    case afterCommit = "after-commit"

    /// What kills the process, as `kill -9` does, at a point that `description` names, such as
    /// `after-commit:3`: when it is passed for the third time. Nil when it names none.
    public static func killing(_ description: String) -> (@Sendable (Failpoint) -> Void)? {
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
