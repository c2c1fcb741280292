internal import Kelisim
internal import KelisimLog

/// The number under which an index finds something: the first eight bytes of SHA-256 of a secret of the
/// database, the kind of thing, and its name.
///
/// Indices hold marks and no names, because SQLite moves the rows of an index between pages and now
/// and then leaves the bytes of one behind, where `secure_delete` does not reach them: in a test of
/// SQLite 3.40 the name of one in a thousand erased subjects stayed in the file. Who uses a mark compares
/// the name with that in the record, so that equal marks of different names do no harm.
struct Mark {
    /// What can be found by a name.
    enum Kind: UInt8 {
        /// Rows of a subject.
        case subject = 1
        /// Versions of a guardianship.
        case guardianship
        /// Guardianships of a guardian.
        case guardian
    }

    private let key: Nonce

    /// Marks under the secret `key`.
    init(key: Nonce) {
        self.key = key
    }

    /// The mark of `name`.
    func of(_ kind: Kind, _ name: String) -> Int64 {
        var bytes = key.bytes
        bytes.append(kind.rawValue)
        bytes += name.utf8
        return Mark.number(Digest(of: bytes).bytes)
    }

    /// The mark of the decision `id`, which needs no secret: it begins with a time, so that the index
    /// grows at its end.
    static func of(_ id: DecisionID) -> Int64 { number(id.bytes) }

    /// The mark of an idempotency key, which is a mark itself.
    static func of(key: [UInt8]) -> Int64 { number(key) }

    private static func number(_ bytes: [UInt8]) -> Int64 {
        Int64(bitPattern: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
