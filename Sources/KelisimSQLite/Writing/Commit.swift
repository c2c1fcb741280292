internal import Dispatch
internal import Synchronization

/// A transaction under way on another thread.
final class Commit: Sendable {
    private let isDone = DispatchSemaphore(value: 0)
    private let succeeded = Mutex(false)

    /// Tells how it ended.
    func end(_ succeeded: Bool) {
        self.succeeded.withLock { $0 = succeeded }
        isDone.signal()
    }

    /// Waits for its end, once.
    ///
    /// - Returns: whether it succeeded.
    func wait() -> Bool {
        isDone.wait()
        return succeeded.withLock { $0 }
    }
}
