internal import Kelisim
internal import KelisimLog

/// `policies.json`: what programs learn from a site.
struct PoliciesFile: Sendable {
    /// The path of the file.
    static let path = "policies.json"

    let baseURL: BaseURL
    let policies: [PolicyOutline]
    let staleAfter: Instant?

    /// The bytes of the file.
    ///
    /// - Throws: as ``TextShelf/text(of:in:)``.
    func bytes(_ shelf: TextShelf) throws(Failure) -> [UInt8] {
        var listed: [JSONValue] = []
        for outline in policies { listed.append(try policy(outline, shelf)) }
        let value = JSONValue.object([
            ("staleAfter", .optional(staleAfter)), ("policies", .list(listed)),
        ])
        return Array((JSONText.make(value) + "\n").utf8)
    }

    private func policy(
        _ outline: PolicyOutline,
        _ shelf: TextShelf
    ) throws(Failure) -> JSONValue {
        var editions: [JSONValue] = []
        for item in outline.items { editions.append(try edition(item, outline, shelf)) }
        return .object([
            ("policy", .string(outline.id.slug)),
            ("title", localized(outline.title)),
            (
                "urls",
                .object(
                    outline.languages.map { language in
                        (language.tag, url(SitePath.policy(outline.id, language)))
                    }
                )
            ),
            ("editions", .list(editions)),
            ("inForce", outline.inForce.map { .number($0.number) } ?? .null),
            ("upcoming", .list(outline.upcoming.map { .number($0.number) })),
            ("repealed", outline.repeal.map(repeal) ?? .null),
        ])
    }

    private func edition(
        _ item: PolicyOutline.Item,
        _ outline: PolicyOutline,
        _ shelf: TextShelf
    ) throws(Failure) -> JSONValue {
        let publication = item.publication
        return .object([
            ("number", .number(item.number)),
            ("state", .string(item.state.rawValue)),
            ("publishedAt", .string(publication.publishedAt.description)),
            ("effectiveAt", .string(publication.effectiveAt.description)),
            ("change", .string(publication.terms.change.rawValue)),
            (
                "texts",
                .object(publication.texts.map { ($0.language.tag, text($0, item, outline)) })
            ),
            ("summary", publication.terms.summary.map(localized) ?? .null),
            ("changes", try changes(item, outline, shelf)),
            ("backdated", publication.backdated.map(backdated) ?? .null),
            ("cancelled", item.cancellation.map(cancellation) ?? .null),
        ])
    }

    /// What it changed in the edition before it on the timeline, in each language that both have.
    private func changes(
        _ item: PolicyOutline.Item,
        _ outline: PolicyOutline,
        _ shelf: TextShelf
    ) throws(Failure) -> JSONValue {
        guard let before = outline.replaced(by: item), !item.comparedLanguages.isEmpty else {
            return .null
        }
        var counts: [(String, JSONValue)] = []
        for language in item.comparedLanguages {
            let count = try shelf.counts(of: item, since: before, in: language)
            counts.append((language.tag, count.json))
        }
        return .object([
            ("from", .number(before.number)),
            (
                "url",
                .object(
                    item.comparedLanguages.map {
                        ($0.tag, url(SitePath.changes(item.number, outline.id, $0)))
                    }
                )
            ),
            ("counts", .object(counts)),
        ])
    }

    private func text(
        _ text: PublishedText,
        _ item: PolicyOutline.Item,
        _ outline: PolicyOutline
    ) -> JSONValue {
        .object([
            ("digest", .string(text.digest.description)),
            ("official", .flag(text.official)),
            ("url", url(SitePath.edition(item.number, outline.id, text.language))),
            ("markdown", url(SitePath.markdown(item.number, outline.id, text.language))),
        ])
    }

    private func backdated(_ backdating: Backdating) -> JSONValue {
        .object([
            ("reason", .string(backdating.reason)),
            ("recordedAt", .string(backdating.recordedAt.description)),
        ])
    }

    private func cancellation(_ record: Cancellation) -> JSONValue {
        .object([
            ("cancelledAt", .string(record.cancelledAt.description)),
            ("reason", .string(record.reason)),
        ])
    }

    private func repeal(_ repeal: Repeal) -> JSONValue {
        .object([
            ("repealedAt", .string(repeal.repealedAt.description)),
            ("effectiveAt", .string(repeal.effectiveAt.description)),
            ("reason", localized(repeal.reason)),
            ("replacedBy", .optional(repeal.replacedBy)),
        ])
    }

    private func localized(_ text: LocalizedText) -> JSONValue {
        .object(text.entries.map { ($0.language.tag, .string($0.text)) })
    }

    private func url(_ path: String) -> JSONValue { .string(baseURL.address(of: path)) }
}
