internal import KelisimLog

extension Publication {
    private static let keys = [
        "policy", "edition", "publishedAt", "effectiveAt", "effectiveRule", "timeZone", "tzdata",
        "change", "acceptWithin", "basedOn", "title", "operator", "authoritative", "acceptance",
        "summary", "approvedBy", "texts", "renderer", "previous", "backdated",
    ]

    /// Reads a `publication.json` strictly.
    static func read(_ bytes: [UInt8], of file: String) -> RecordFile<Publication> {
        RecordFile(
            bytes,
            of: file,
            keys: keys,
            optional: ["editorialReason"],
            make: make,
            write: \.bytes
        )
    }

    private static func make(
        _ reader: inout YAMLReader,
        _ fields: [String: YAMLValue]
    ) -> Publication? {
        let policy = reader.policyID(fields["policy"])
        let edition = fields["edition"].flatMap { reader.integer($0, in: 1...Edition.greatest) }
        let publishedAt = reader.instant(fields["publishedAt"])
        let effectiveAt = reader.instant(fields["effectiveAt"])
        let tzdata = fields["tzdata"].flatMap { reader.string($0) }
        let texts = fields["texts"].flatMap { reader.publishedTexts($0) }
        let terms = texts.flatMap { EditionTerms(&reader, fields, texts: $0) }
        let renderer = fields["renderer"].flatMap { reader.string($0) }
        let previous = reader.optional(fields["previous"]) { reader, value in
            reader.parsed(value, as: Digest.self, orReport: .invalidDigest)
        }
        let backdated = reader.optional(fields["backdated"]) { $0.backdating($1) }
        guard let policy, let edition, let publishedAt, let effectiveAt, let tzdata, let terms,
            let texts, let renderer, let previous, let backdated
        else { return nil }
        return Publication(
            policy: policy,
            edition: edition,
            publishedAt: publishedAt,
            effectiveAt: effectiveAt,
            tzdata: tzdata,
            terms: terms,
            texts: texts,
            renderer: renderer,
            previous: previous,
            backdated: backdated
        )
    }
}

extension EditionTerms {
    fileprivate init?(
        _ reader: inout YAMLReader,
        _ fields: [String: YAMLValue],
        texts: [PublishedText]
    ) {
        let languages = texts.map(\.language)
        let effective = reader.effectiveRule(fields["effectiveRule"])
        let timeZone = fields["timeZone"].flatMap { reader.timeZone($0) }
        let change = fields["change"].flatMap { reader.choice($0, of: ChangeKind.self) }
        let acceptWithin = reader.optional(fields["acceptWithin"]) { reader, value in
            reader.parsed(value, as: DayCount.self, orReport: .invalidDayCount)
        }
        let basedOn = reader.optional(fields["basedOn"]) { reader, value in
            reader.integer(value, in: 1...Edition.greatest)
        }
        let title = fields["title"].flatMap { reader.localized($0, in: languages) }
        let owner = fields["operator"].flatMap { reader.policyOperator($0, in: languages) }
        let authority = fields["authoritative"].flatMap { reader.authority($0, in: languages) }
        let acceptance = fields["acceptance"].flatMap { reader.acceptance($0) }
        let summary = reader.optional(fields["summary"]) { reader, value in
            reader.localized(value, in: languages)
        }
        let editorialReason = fields["editorialReason"]
            .map { reader.localized($0, in: languages) }
        let approvedBy = reader.optional(fields["approvedBy"]) { $0.string($1) }
        guard let effective, let timeZone, let change, let acceptWithin, let basedOn, let title,
            let owner, let authority, let acceptance, let summary, let approvedBy
        else { return nil }
        self.init(
            effective: effective,
            timeZone: timeZone,
            change: change,
            acceptWithin: acceptWithin,
            basedOn: basedOn,
            title: title,
            operator: owner,
            authoritative: authority,
            acceptance: acceptance,
            summary: summary,
            editorialReason: editorialReason ?? nil,
            approvedBy: approvedBy,
            languages: languages,
            unofficial: texts.filter { !$0.official }.map(\.language)
        )
    }
}

extension YAMLReader {
    fileprivate mutating func publishedTexts(_ value: YAMLValue) -> [PublishedText]? {
        guard let members = members(value) else { return nil }
        let texts = members.compactMap { publishedText($0) }
        if members.isEmpty { report(.emptyValue, value.place, ["key": value.path]) }
        return texts.isEmpty || texts.count < members.count ? nil : texts
    }

    private mutating func publishedText(_ member: YAMLValue.Member) -> PublishedText? {
        let language = language(member.key, at: member.place, among: nil)
        let keys = ["digest", "html", "official"]
        guard let fields = fields(member.value, required: keys) else { return nil }
        let digests = ["digest", "html"]
            .map { key in
                fields[key].flatMap { parsed($0, as: Digest.self, orReport: .invalidDigest) }
            }
        let official = fields["official"].flatMap { boolean($0) }
        guard let language, let digest = digests[0], let html = digests[1], let official else {
            return nil
        }
        return PublishedText(language: language, digest: digest, html: html, official: official)
    }

    fileprivate mutating func backdating(_ value: YAMLValue) -> Backdating? {
        guard let fields = fields(value, required: ["reason", "recordedAt"]) else { return nil }
        let reason = fields["reason"].flatMap { string($0) }
        let recordedAt = instant(fields["recordedAt"])
        guard let reason, let recordedAt else { return nil }
        return Backdating(reason: reason, recordedAt: recordedAt)
    }
}
