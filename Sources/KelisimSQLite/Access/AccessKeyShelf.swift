internal import Kelisim
internal import Synchronization

/// The API keys of the database at hand: what is committed, so that no request has to read it.
///
/// Only the desk changes them, one change after the other, once they are committed.
final class AccessKeyShelf: Sendable {
    private let known: Mutex<AccessKeyRing>

    /// Holds `ring`, which the database has.
    init(_ ring: AccessKeyRing) {
        known = Mutex(ring)
    }

    /// What is committed.
    var ring: AccessKeyRing { known.withLock { $0 } }

    /// Takes over what was committed.
    func keep(_ ring: AccessKeyRing) {
        known.withLock { $0 = ring }
    }
}
