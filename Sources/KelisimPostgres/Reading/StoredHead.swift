internal import Kelisim
internal import KelisimLog

/// The row of the head, as far as readers need it.
struct StoredHead {
    /// How far the log has grown.
    let head: LogHead

    /// Reads the columns size, peaks and recorded_at.
    init(_ rows: PostgresRows) throws(PostgresError) {
        guard rows.count == 1, let size = rows.unsigned(0, 0), let peaks = rows.bytes(0, 1),
            let frontier = MerkleFrontier(size: size, hashes: StoredHead.digests(peaks))
        else { throw .malformed("the head of the log can't be read") }
        let recordedAt = rows.int(0, 2).map { Instant(milliseconds: $0) }
        head = LogHead(frontier: frontier, lastRecordedAt: recordedAt)
    }

    private static func digests(_ bytes: [UInt8]) -> [Digest] {
        stride(from: 0, to: bytes.count, by: 32)
            .compactMap { Digest(bytes: bytes[$0..<min($0 + 32, bytes.count)]) }
    }
}
