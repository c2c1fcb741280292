internal import Kelisim

/// The news about a policy as an Atom feed (RFC 4287): publications, cancellations and its end.
///
/// An entry says what happened, which stays true, and its dates are those of the records, so that
/// a feed changes only when something is recorded.
struct FeedFile {
    /// How many entries a feed has at most.
    ///
    /// Readers come more often than fifty editions appear, and each of them takes the whole file;
    /// the history that the feed points to has everything.
    static let mostEntries = 50

    let contexts: PolicyContexts
    let outline: PolicyOutline

    private var model: SiteModel { contexts.model }
    private var language: Language { contexts.language }

    /// What a feed is about.
    private enum Event: Int {
        case publication
        case cancellation
        case repeal
    }

    private struct Entry {
        let event: Event
        let updated: Instant
        let number: Int
        let context: TemplateContext
    }

    /// The bytes of the file.
    ///
    /// - Throws: as ``TextShelf/text(of:in:)``.
    func bytes(_ shelf: TextShelf) throws(Failure) -> [UInt8] {
        let entries = (outline.items.filter { $0.state != .draft }.flatMap(entries) + repeal())
            .sorted {
                ($0.updated, $0.event.rawValue, $0.number)
                    > ($1.updated, $1.event.rawValue, $1.number)
            }
        let terms = outline.newest.publication.terms
        let others = outline.languages.filter { $0 != language }
        let context: TemplateContext = [
            "lang": .text(language.tag),
            "title": .text(outline.title.wording(language)?.text ?? outline.id.slug),
            "self": .text(address(SitePath.feed(outline.id, language))),
            "address": .text(address(SitePath.policy(outline.id, language))),
            "history": .text(address(SitePath.history(outline.id, language))),
            "updated": .text((entries.first?.updated ?? outline.changed).description),
            "operator": .text(terms.operator.name.wording(language)?.text ?? terms.operator.site),
            "operatorSite": .text(terms.operator.site),
            "languages": .list(
                others.map { other in
                    [
                        "lang": .text(other.tag),
                        "href": .text(address(SitePath.policy(outline.id, other))),
                    ]
                }
            ),
            "entries": .list(try listed(entries.prefix(FeedFile.mostEntries), shelf)),
        ]
        return model.render(.feed, language, context)
    }

    /// What the template is told of the entries that are shown, with the counts of changes.
    private func listed(
        _ entries: ArraySlice<Entry>,
        _ shelf: TextShelf
    ) throws(Failure) -> [TemplateContext] {
        var contexts: [TemplateContext] = []
        for entry in entries {
            guard entry.event == .publication,
                let item = outline.items.first(where: { $0.number == entry.number }),
                let before = outline.replaced(by: item),
                let text = item.changesLanguage(for: language)
            else {
                contexts.append(entry.context)
                continue
            }
            let counts = try shelf.counts(of: item, since: before, in: text)
                .text(RedlineWords.words(in: language.tag))
            contexts.append(entry.context.merging(["counts": .text(counts)]))
        }
        return contexts
    }

    private func address(_ path: String) -> String { model.baseURL.address(of: path) }

    /// What happened to an edition.
    private func entries(_ item: PolicyOutline.Item) -> [Entry] {
        let home = item.home(for: language)
        let page = address(SitePath.edition(item.number, outline.id, home))
        // What was recorded later is news from then on.
        let publication = item.publication
        let recorded = publication.backdated?.recordedAt ?? publication.publishedAt
        var published = entry(.publication, item, id: page, page, at: recorded)
        published = published.merging([
            "published": .text(publication.publishedAt.description),
            "edition": .group(contexts.lastingFacts(of: item)),
        ])
        if let changes = item.changesLanguage(for: language) {
            let path = SitePath.changes(item.number, outline.id, changes)
            published = published.merging(["changes": .text(address(path))])
        }
        var entries = [
            Entry(
                event: .publication,
                updated: recorded,
                number: item.number,
                context: published
            )
        ]
        if let record = item.cancellation {
            let context = entry(
                .cancellation,
                item,
                id: page + "#cancelled",
                page,
                at: record.cancelledAt
            )
            entries.append(
                Entry(
                    event: .cancellation,
                    updated: record.cancelledAt,
                    number: item.number,
                    context: context.merging(["edition": .group(contexts.lastingFacts(of: item))])
                )
            )
        }
        return entries
    }

    /// The end of the policy.
    private func repeal() -> [Entry] {
        guard let repeal = outline.repeal else { return [] }
        let page = address(SitePath.policy(outline.id, language))
        let context = entry(.repeal, nil, id: page + "#repealed", page, at: repeal.repealedAt)
            .merging(["repeal": .group(contexts.repeal(repeal))])
        return [Entry(event: .repeal, updated: repeal.repealedAt, number: 0, context: context)]
    }

    private func entry(
        _ event: Event,
        _ item: PolicyOutline.Item?,
        id: String,
        _ page: String,
        at updated: Instant
    ) -> TemplateContext {
        [
            "id": .text(id),
            "href": .text(page),
            "updated": .text(updated.description),
            "published": .text(updated.description),
            "isPublication": .flag(event == .publication),
            "isCancellation": .flag(event == .cancellation),
            "isRepeal": .flag(event == .repeal),
            "changes": .absent,
            "counts": .absent,
            "edition": .absent,
            "repeal": .absent,
        ]
    }
}
