internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// What templates learn about one policy and its editions, in one language, on one page.
struct PolicyContexts {
    let model: SiteModel
    let policy: PolicyFacts
    let language: Language
    /// The folder of the page.
    let path: String

    let wording: WordingLanguage?

    init(_ model: SiteModel, _ policy: PolicyFacts, _ language: Language, at path: String) {
        self.model = model
        self.policy = policy
        self.language = language
        self.path = path
        wording = WordingLanguage(tag: language.tag)
    }

    /// The policy itself, with the operator that `item` names.
    func policy(of item: PolicyOutline.Item) -> TemplateContext {
        let terms = item.publication.terms
        let title = policy.title.wording(language)
        let home = policy.home(for: language)
        return [
            "id": .text(policy.id.slug),
            "title": .text(title?.text ?? policy.id.slug),
            "titleLang": .text((title?.language ?? language).tag),
            "href": .text(link(SitePath.policy(policy.id, home))),
            "history": .text(link(SitePath.history(policy.id, home))),
            "feed": .text(link(SitePath.feed(policy.id, home))),
            "operator": .optional(terms.operator.name.wording(language)?.text),
            "operatorSite": .text(terms.operator.site),
            "isInForce": .flag(policy.isInForce),
            "isRepealed": .flag(policy.isRepealed),
            "repeal": .optional(policy.repeal.map(repeal)),
        ]
    }

    /// One of its editions.
    func edition(_ item: PolicyOutline.Item) -> TemplateContext {
        let publication = item.publication
        let home = item.home(for: language)
        return lastingFacts(of: item)
            .merging(state(of: item))
            .merging([
                "kept": .text(link(SitePath.kept(item.number, policy.id, home))),
                "acceptWithin": .optional(publication.terms.acceptWithin.map(days)),
                "texts": .list(publication.texts.map { text($0, of: item) }),
            ])
    }

    /// What the list of all editions says of one.
    func listed(_ item: PolicyOutline.Item) -> TemplateContext {
        brief(item).merging(state(of: item))
    }

    /// What stays true of an edition, whatever its state.
    func lastingFacts(of item: PolicyOutline.Item) -> TemplateContext {
        brief(item)
            .merging([
                "name": .text(name(of: item.number)),
                "approvedBy": .markup(spoken(item.publication.terms.approvedBy ?? "")),
            ])
    }

    private func brief(_ item: PolicyOutline.Item) -> TemplateContext {
        let publication = item.publication
        let clock = LocalClock(publication.terms.timeZone)
        let name = name(of: item.number)
        let summary = publication.terms.summary?.wording(language)
        let reason = publication.terms.editorialReason?.wording(language)
        return [
            "number": .text(String(item.number)),
            "label": .text(name.prefix(1).uppercased() + name.dropFirst()),
            "published": .group(date(publication.publishedAt, clock)),
            "backdated": .optional(publication.backdated.map { backdated($0, clock) }),
            "effective": .group(date(publication.effectiveAt, clock)),
            "summary": .optional(summary?.text),
            "summaryLang": .text((summary?.language ?? language).tag),
            "editorialReason": .optional(reason?.text),
            "editorialReasonLang": .text((reason?.language ?? language).tag),
            "cancellation": .optional(item.cancellation.map { cancellation($0, clock) }),
        ]
    }

    private func state(of item: PolicyOutline.Item) -> TemplateContext {
        let start = item.publication.effectiveAt
        let change = item.publication.terms.change
        let clock = LocalClock(item.publication.terms.timeZone)
        let status = ForceSentence.text(
            item.state,
            from: start,
            to: item.end,
            clock: clock,
            in: wording
        )
        let period =
            item.state == .superseded && status == nil
            ? ForceSentence.period(from: start, to: item.end, clock: clock, in: wording)
            : nil
        let home = item.home(for: language)
        let changes = item.changesLanguage(for: language)
            .map { link(SitePath.changes(item.number, policy.id, $0)) }
        return [
            "href": .text(link(SitePath.edition(item.number, policy.id, home))),
            "state": .text(item.state.rawValue.replacing(" ", with: "-")),
            "isDraft": .flag(item.state == .draft),
            "isUpcoming": .flag(item.state == .upcoming),
            "isInForce": .flag(item.state == .inForce),
            "isSuperseded": .flag(item.state == .superseded),
            "isCancelled": .flag(item.state == .cancelled),
            "status": .optional(status),
            "period": .optional(period),
            "isReconsent": .flag(change == .reconsent),
            "isNotice": .flag(change == .notice),
            "isEditorial": .flag(change == .editorial),
            "changes": .optional(changes),
        ]
    }

    /// The name of the edition `number`.
    func name(of number: Int) -> String {
        wording.map { EditionWording.name(number, in: $0) } ?? "№ \(number)"
    }

    /// The day if one begins at `instant`, else the moment, in words.
    func words(_ instant: Instant, in rules: TimeZoneRules) -> String {
        LocalClock(rules).words(instant, in: wording)
    }

    /// The page `page` with what every page has and `context`.
    ///
    /// - Parameters:
    ///   - page: the template.
    ///   - context: what this page has besides.
    ///   - alternates: the folders of the same page in all of its languages.
    ///   - canonical: where the page lies if that is not its folder.
    ///   - title: the title; without it the name of the policy.
    ///   - original: the folders of the page that search engines should take this one for.
    ///   - isListed: whether search engines should know the page.
    ///   - data: JSON-LD about what the page shows.
    /// - Returns: the page in UTF-8.
    func page(
        _ page: SitePage,
        _ context: TemplateContext,
        alternates: [(Language, String)],
        canonical: String? = nil,
        title: String? = nil,
        original: [(language: Language, path: String)]? = nil,
        isListed: Bool = true,
        data: String? = nil
    ) -> [UInt8] {
        let frame = model.frame(
            title ?? policy.title.wording(language)?.text ?? policy.id.slug,
            language,
            at: path,
            canonical: original?.first { $0.language == language }?.path ?? canonical,
            alternates: alternates.map { (language: $0.0, path: $0.1) },
            announced: original,
            isListed: isListed
        )
        let more: TemplateContext = [
            "feed": .text(link(SitePath.feed(policy.id, policy.home(for: language)))),
            "data": .markup(data ?? ""),
        ]
        return model.render(page, language, frame.merging(more).merging(context))
    }

    /// The relative link from the page to `target`.
    func link(_ target: String) -> String { SitePath.link(from: path, to: target) }

    private func text(_ text: PublishedText, of item: PolicyOutline.Item) -> TemplateContext {
        [
            "lang": .text(text.language.tag),
            "name": .text(model.theme.name(of: text.language)),
            "href": .text(link(SitePath.edition(item.number, policy.id, text.language))),
            "markdown": .text(link(SitePath.markdown(item.number, policy.id, text.language))),
            "digest": .text(text.digest.hex),
            "isOfficial": .flag(text.official),
            "isCurrent": .flag(text.language == language),
        ]
    }

    /// The end of a policy.
    func repeal(_ repeal: Repeal) -> TemplateContext {
        let reason = repeal.reason.wording(language)
        return [
            "effective": .group(date(repeal.effectiveAt, LocalClock(repeal.timeZone))),
            "reason": .optional(reason?.text),
            "reasonLang": .text((reason?.language ?? language).tag),
            "replacement": .optional(policy.replacement.map(replacement)),
        ]
    }

    private func replacement(_ other: PolicyFacts.Replacement) -> TemplateContext {
        let title = other.title.wording(language)
        let home = other.languages.contains(language) ? language : other.languages[0]
        return [
            "title": .text(title?.text ?? other.id.slug),
            "titleLang": .text((title?.language ?? language).tag),
            "href": .text(link(SitePath.policy(other.id, home))),
        ]
    }

    private func backdated(_ backdating: Backdating, _ clock: LocalClock) -> TemplateContext {
        [
            "reason": .markup(spoken(backdating.reason)),
            "recorded": .group(date(backdating.recordedAt, clock)),
        ]
    }

    private func cancellation(_ record: Cancellation, _ clock: LocalClock) -> TemplateContext {
        [
            "reason": .markup(spoken(record.reason)),
            "cancelled": .group(date(record.cancelledAt, clock)),
        ]
    }

    /// Words that a record holds once for all languages, each sentence marked with the language
    /// that its letters show, where that is another one than the page's.
    private func spoken(_ text: String) -> String {
        var html = ""
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.firstRange(of: ". ")?.upperBound ?? rest.endIndex
            let sentence = HTMLEscape.text(String(rest[..<end]))
            let found = LanguageRule.language(of: rest[..<end].lowercased(), letters: 2)?.rawValue
            rest = rest[end...]
            html +=
                found == nil || found == language.tag
                ? sentence : "<span lang=\"\(found ?? "")\">\(sentence)</span>"
        }
        return html
    }

    private func date(_ instant: Instant, _ clock: LocalClock) -> TemplateContext {
        [
            "words": .text(clock.words(instant, in: wording)),
            "instant": .text(instant.description),
        ]
    }

    private func days(_ count: DayCount) -> String {
        wording.map { DurationWording.days(count.days, in: $0) } ?? String(count.days)
    }
}
