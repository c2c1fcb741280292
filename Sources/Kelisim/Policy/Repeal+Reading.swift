internal import KelisimLog

extension Repeal {
    private static let keys = [
        "policy", "repealedAt", "effectiveAt", "effectiveRule", "timeZone", "tzdata", "reason",
        "replacedBy", "previous",
    ]

    /// Reads a `repeal.json` strictly.
    static func read(_ bytes: [UInt8], of file: String) -> RecordFile<Repeal> {
        RecordFile(bytes, of: file, keys: keys, make: make, write: \.bytes)
    }

    private static func make(
        _ reader: inout YAMLReader,
        _ fields: [String: YAMLValue]
    ) -> Repeal? {
        let policy = reader.policyID(fields["policy"])
        let repealedAt = reader.instant(fields["repealedAt"])
        let effectiveAt = reader.instant(fields["effectiveAt"])
        let effective = reader.effectiveRule(fields["effectiveRule"])
        let timeZone = fields["timeZone"].flatMap { reader.timeZone($0) }
        let tzdata = fields["tzdata"].flatMap { reader.string($0) }
        let reason = fields["reason"].flatMap { reader.localized($0, in: nil) }
        let replacedBy = reader.optional(fields["replacedBy"]) { $0.policyID($1) }
        let previous = fields["previous"]
            .flatMap {
                reader.parsed($0, as: Digest.self, orReport: .invalidDigest)
            }
        guard let policy, let repealedAt, let effectiveAt, let effective, let timeZone, let tzdata,
            let reason, let replacedBy, let previous
        else { return nil }
        return Repeal(
            policy: policy,
            repealedAt: repealedAt,
            effectiveAt: effectiveAt,
            effective: effective,
            timeZone: timeZone,
            tzdata: tzdata,
            reason: reason,
            replacedBy: replacedBy,
            previous: previous
        )
    }
}
