internal import KelisimLog

extension Cancellation {
    /// The exact bytes of `cancellation.json`.
    public var bytes: [UInt8] {
        RecordJSON.document([
            ("policy", .string(policy.slug)),
            ("edition", .integer(edition)),
            ("cancelledAt", .string(cancelledAt.description)),
            ("reason", .string(reason)),
            ("publication", .string(publication.description)),
        ])
    }
}
