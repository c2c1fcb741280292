internal import Synchronization

/// A lock that can be given up before its owner goes away.
final class Ownership: Sendable {
    private let lock: Mutex<LockFile?>

    /// Owns `lock`.
    init(_ lock: consuming sending LockFile) {
        self.lock = Mutex(lock)
    }

    /// Lets others have it.
    func giveUp() {
        lock.withLock { $0 = nil }
    }
}
