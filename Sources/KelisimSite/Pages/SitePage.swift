/// A template that Kelisim renders by itself, and what it gives to it.
enum SitePage: String, CaseIterable, Sendable {
    /// The list of policies.
    case index
    /// The edition in force.
    case policy
    /// One edition.
    case edition
    /// Two texts of one edition, side by side.
    case parallel
    /// Every edition with its dates.
    case history
    /// What an edition changed in the one before it.
    case changes
    /// An edition as a single file, to print or to keep.
    case kept
    /// The style of that file: CSS, in which values are escaped for strings.
    case keptStyle = "kept.css"
    /// The news about a policy: Atom.
    case feed
    /// What is shown in the place of pages that are not there.
    case notFound = "not-found"
    /// What it says in one language; rendered in each.
    case notFoundMessage = "not-found-message"
    /// The note above an unofficial text; rendered in its language and in those that bind.
    case notice

    /// The names that the template may use.
    var shape: [String: TemplateShape] {
        switch self {
        case .index: PageShape.frame.merging(["policies": .list(PageShape.listed)]) { $1 }
        case .policy:
            PageShape.frame.merging([
                "policy": .group(PageShape.policy), "edition": .group(PageShape.edition),
                "text": .group(PageShape.text), "upcoming": .list(PageShape.edition),
                "last": .group(PageShape.edition),
            ]) { $1 }
        case .edition:
            PageShape.frame.merging([
                "policy": .group(PageShape.policy), "edition": .group(PageShape.edition),
                "text": .group(PageShape.text),
            ]) { $1 }
        case .history:
            PageShape.frame.merging([
                "policy": .group(PageShape.policy), "editions": .list(PageShape.listedEdition),
            ]) { $1 }
        case .parallel:
            PageShape.frame.merging([
                "policy": .group(PageShape.policy), "edition": .group(PageShape.edition),
                "parallel": .group([
                    "heading": .text, "rows": .markup, "notices": .markup,
                    "sides": .list(PageShape.side),
                ]),
            ]) { $1 }
        case .changes:
            PageShape.frame.merging([
                "policy": .group(PageShape.policy), "edition": .group(PageShape.edition),
                "before": .group(["name": .text, "href": .text]),
                "redline": .markup, "table": .markup,
                "hasFiles": .flag, "files": .list(["name": .text, "href": .text]),
            ]) { $1 }
        case .kept:
            PageShape.lasting.merging([
                "lang": .text, "title": .text, "address": .text, "heading": .text,
                "digest": .text, "notices": .markup, "prevailing": .text, "operator": .text,
                "operatorSite": .text, "article": .markup, "style": .markup,
            ]) { $1 }
        case .keptStyle:
            [
                "title": .markup, "name": .markup, "effective": .markup, "digest": .markup,
                "cancelled": .markup,
            ]
        case .feed: PageShape.feed
        case .notFound: PageShape.frame.merging(["messages": .markup]) { $1 }
        case .notFoundMessage: ["lang": .text, "home": .text, "isFirst": .flag]
        case .notice: ["lang": .text, "official": .list(PageShape.link)]
        }
    }
}

/// The parts that pages are made of.
enum PageShape {
    /// A link to a page in a language.
    static let link: [String: TemplateShape] = ["lang": .text, "name": .text, "href": .text]

    /// An instant: in words, and as programs write it.
    static let date: [String: TemplateShape] = ["words": .text, "instant": .text]

    /// What every page has.
    static let frame: [String: TemplateShape] = [
        "lang": .text, "title": .text, "canonical": .text, "root": .text, "home": .text,
        "alternates": .list(["lang": .text, "href": .text]),
        "isUnlisted": .flag, "feed": .text, "data": .markup,
        "languages": .list(["lang": .text, "name": .text, "href": .text, "isCurrent": .flag]),
    ]

    /// A policy.
    static let policy: [String: TemplateShape] = [
        "id": .text, "title": .text, "titleLang": .text, "href": .text, "history": .text,
        "feed": .text, "operator": .text, "operatorSite": .text, "isInForce": .flag,
        "isRepealed": .flag,
        "repeal": .group(repeal),
    ]

    /// The end of a policy.
    static let repeal: [String: TemplateShape] = [
        "effective": .group(date), "reason": .text, "reasonLang": .text,
        "replacement": .group(["title": .text, "titleLang": .text, "href": .text]),
    ]

    /// A policy in the list of policies.
    static let listed = policy.merging([
        "edition": .group(edition), "upcoming": .list(edition),
    ]) { $1 }

    /// What a list says of an edition besides its state.
    static let brief: [String: TemplateShape] = [
        "number": .text, "label": .text, "published": .group(date), "effective": .group(date),
        "backdated": .group(["reason": .markup, "recorded": .group(date)]),
        "summary": .text, "summaryLang": .text, "editorialReason": .text,
        "editorialReasonLang": .text,
        "cancellation": .group(["reason": .markup, "cancelled": .group(date)]),
    ]

    /// What stays true of an edition, whatever its state.
    static let lasting = brief.merging([
        "name": .text, "approvedBy": .markup,
    ]) { $1 }

    /// What an edition is at present, and what it asks for.
    static let state: [String: TemplateShape] = [
        "href": .text, "state": .text, "isDraft": .flag, "isUpcoming": .flag, "isInForce": .flag,
        "isSuperseded": .flag, "isCancelled": .flag, "status": .text, "period": .text,
        "isReconsent": .flag, "isNotice": .flag, "isEditorial": .flag, "changes": .text,
    ]

    /// An edition in the list of all: as little as tells it apart, since there may be thousands.
    static let listedEdition = brief.merging(state) { $1 }

    /// An edition.
    static let edition = lasting.merging(state) { $1 }
        .merging([
            "kept": .text, "acceptWithin": .text,
            "texts": .list([
                "lang": .text, "name": .text, "href": .text, "markdown": .text, "digest": .text,
                "isOfficial": .flag, "isCurrent": .flag,
            ]),
        ]) { $1 }

    /// The news about a policy.
    static let feed: [String: TemplateShape] = [
        "lang": .text, "title": .text, "self": .text, "address": .text, "history": .text,
        "updated": .text, "operator": .text, "operatorSite": .text,
        "languages": .list(["lang": .text, "href": .text]),
        "entries": .list([
            "id": .text, "href": .text, "updated": .text, "published": .text,
            "isPublication": .flag, "isCancellation": .flag, "isRepeal": .flag,
            "changes": .text, "counts": .text, "edition": .group(lasting),
            "repeal": .group(repeal),
        ]),
    ]

    /// One of two texts that stand side by side.
    static let side = link.merging(["isOfficial": .flag, "digest": .text]) { $1 }

    /// The text of an edition in one language.
    static let text: [String: TemplateShape] = [
        "article": .markup, "contents": .markup, "heading": .text, "digest": .text,
        "markdown": .text, "isOfficial": .flag, "notices": .markup, "prevailing": .group(link),
        "parallels": .list(link),
    ]
}
