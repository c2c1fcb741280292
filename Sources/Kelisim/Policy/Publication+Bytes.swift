internal import KelisimLog

extension Publication {
    /// The exact bytes of `publication.json`.
    public var bytes: [UInt8] {
        RecordJSON.document(members)
    }

    /// What is in the record, in order.
    ///
    /// `editorialReason` stands at the end, and only where there is one, so that every other record
    /// has exactly the keys of domain.md.
    private var members: [(key: String, value: RecordJSON)] {
        let reason = terms.editorialReason.map { ("editorialReason", RecordJSON.localized($0)) }
        return [
            ("policy", .string(policy.slug)),
            ("edition", .integer(edition)),
            ("publishedAt", .string(publishedAt.description)),
            ("effectiveAt", .string(effectiveAt.description)),
            ("effectiveRule", .string(terms.effective.description)),
            ("timeZone", .string(terms.timeZone.identifier)),
            ("tzdata", .string(tzdata)),
            ("change", .string(terms.change.rawValue)),
            ("acceptWithin", .optional(terms.acceptWithin)),
            ("basedOn", terms.basedOn.map(RecordJSON.integer) ?? .null),
            ("title", .localized(terms.title)),
            ("operator", terms.operator.json),
            ("authoritative", .string(terms.authoritative.description)),
            ("acceptance", terms.acceptance.json),
            ("summary", terms.summary.map(RecordJSON.localized) ?? .null),
            ("approvedBy", .optional(terms.approvedBy)),
            ("texts", .object(texts.map { ($0.language.tag, $0.json) })),
            ("renderer", .string(renderer)),
            ("previous", .optional(previous)),
            ("backdated", backdated?.json ?? .null),
        ] + [reason].compactMap(\.self)
    }
}

extension Operator {
    fileprivate var json: RecordJSON {
        .object([("name", .localized(name)), ("site", .string(site))])
    }
}

extension Acceptance {
    fileprivate var json: RecordJSON {
        .object([
            ("mandatory", .boolean(mandatory)),
            ("minimumMethod", .string(minimumMethod.rawValue)),
            ("guardianUnder", guardianUnder.map(RecordJSON.integer) ?? .null),
        ])
    }
}

extension PublishedText {
    fileprivate var json: RecordJSON {
        .object([
            ("digest", .string(digest.description)),
            ("html", .string(html.description)),
            ("official", .boolean(official)),
        ])
    }
}

extension Backdating {
    fileprivate var json: RecordJSON {
        .object([
            ("reason", .string(reason)),
            ("recordedAt", .string(recordedAt.description)),
        ])
    }
}
