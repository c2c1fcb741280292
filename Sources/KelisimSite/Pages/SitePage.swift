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
        "languages": .list(["lang": .text, "name": .text, "href": .text, "isCurrent": .flag]),
    ]

    /// A policy.
    static let policy: [String: TemplateShape] = [
        "id": .text, "title": .text, "titleLang": .text, "href": .text, "history": .text,
        "operator": .text, "operatorSite": .text, "isInForce": .flag, "isRepealed": .flag,
        "repeal": .group([
            "effective": .group(date), "reason": .text, "reasonLang": .text,
            "replacement": .group(["title": .text, "titleLang": .text, "href": .text]),
        ]),
    ]

    /// A policy in the list of policies.
    static let listed = policy.merging([
        "edition": .group(edition), "upcoming": .list(edition),
    ]) { $1 }

    /// An edition.
    static let edition: [String: TemplateShape] = [
        "number": .text, "name": .text, "label": .text, "href": .text,
        "state": .text, "isDraft": .flag, "isUpcoming": .flag, "isInForce": .flag, "isSuperseded": .flag,
        "isCancelled": .flag, "status": .text, "period": .text, "published": .group(date), "effective": .group(date),
        "isReconsent": .flag, "isNotice": .flag, "isEditorial": .flag, "acceptWithin": .text,
        "summary": .text, "summaryLang": .text, "approvedBy": .text,
        "backdated": .group(["reason": .text, "recorded": .group(date)]),
        "cancellation": .group(["reason": .text, "cancelled": .group(date)]),
        "texts": .list([
            "lang": .text, "name": .text, "href": .text, "markdown": .text, "digest": .text,
            "isOfficial": .flag, "isCurrent": .flag,
        ]),
    ]

    /// An edition in the list of all: as little as tells it apart, since there may be thousands.
    static let listedEdition = edition.filter { name, _ in
        !["published", "name", "acceptWithin", "approvedBy", "backdated", "texts"].contains(name)
    }

    /// One of two texts that stand side by side.
    static let side = link.merging(["isOfficial": .flag, "digest": .text]) { $1 }

    /// The text of an edition in one language.
    static let text: [String: TemplateShape] = [
        "article": .markup, "contents": .markup, "heading": .text, "digest": .text,
        "markdown": .text, "isOfficial": .flag, "notices": .markup, "prevailing": .group(link),
        "parallels": .list(link),
    ]
}
