internal import KelisimLog

extension Cancellation {
    private static let keys = ["policy", "edition", "cancelledAt", "reason", "publication"]

    /// Reads a `cancellation.json` strictly.
    static func read(_ bytes: [UInt8], of file: String) -> RecordFile<Cancellation> {
        RecordFile(bytes, of: file, keys: keys, make: make, write: \.bytes)
    }

    private static func make(
        _ reader: inout YAMLReader,
        _ fields: [String: YAMLValue]
    ) -> Cancellation? {
        let policy = reader.policyID(fields["policy"])
        let edition = fields["edition"].flatMap { reader.integer($0, in: 1...Edition.greatest) }
        let cancelledAt = reader.instant(fields["cancelledAt"])
        let reason = fields["reason"].flatMap { reader.string($0) }
        let publication = fields["publication"]
            .flatMap {
                reader.parsed($0, as: Digest.self, orReport: .invalidDigest)
            }
        guard let policy, let edition, let cancelledAt, let reason, let publication else {
            return nil
        }
        return Cancellation(
            policy: policy,
            edition: edition,
            cancelledAt: cancelledAt,
            reason: reason,
            publication: publication
        )
    }
}
