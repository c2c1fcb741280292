internal import KelisimLog

extension Repeal {
    /// The exact bytes of `repeal.json`.
    public var bytes: [UInt8] {
        RecordJSON.document([
            ("policy", .string(policy.slug)),
            ("repealedAt", .string(repealedAt.description)),
            ("effectiveAt", .string(effectiveAt.description)),
            ("effectiveRule", .string(effective.description)),
            ("timeZone", .string(timeZone.identifier)),
            ("tzdata", .string(tzdata)),
            ("reason", .localized(reason)),
            ("replacedBy", .optional(replacedBy)),
            ("previous", .string(previous.description)),
        ])
    }
}
