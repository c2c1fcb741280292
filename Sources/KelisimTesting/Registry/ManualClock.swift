public import Kelisim
internal import Synchronization

/// A clock that stands still until it is told otherwise.
public final class ManualClock: Sendable {
    private let instant: Mutex<Instant>

    /// A clock that shows `start`.
    public init(_ start: Instant) {
        instant = Mutex(start)
    }

    /// What it shows.
    public var now: Instant { instant.withLock { $0 } }

    /// Sets it to `instant`, which may lie in its past.
    public func set(_ instant: Instant) {
        self.instant.withLock { $0 = instant }
    }

    /// Moves it by `milliseconds`.
    public func advance(by milliseconds: Int64) {
        instant.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) }
    }
}
