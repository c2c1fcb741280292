/// A file of a built site, damaged, and what must be said about it.
struct SiteDamage: Sendable {
    let file: String
    /// What stands there, or nil when the whole file is written.
    let old: String?
    let new: String
    let question: SiteJudge.Question
    /// The page, where it is another one than the file, and the rule that must be named.
    let page: String
    let rule: String

    init(
        _ file: String,
        _ old: String?,
        _ new: String,
        _ rule: String,
        page: String? = nil,
        seenBy question: SiteJudge.Question = .files
    ) {
        self.file = file
        self.old = old
        self.new = new
        self.question = question
        self.page = page ?? file
        self.rule = rule
    }

    private static let text = "kk/cookies/1/index.html"

    /// Damages to the site of the policy `cookies`.
    static let all: [SiteDamage] = [
        SiteDamage("kk/cookies/1/text.md", nil, "# Басқа", "digest", page: "policies.json"),
        SiteDamage("static/extra.css", nil, "", "manifest", page: "manifest.json"),
        SiteDamage(text, #"ru/cookies/1/#2""#, #"ru/cookies/1/#3""#, "clause-twin"),
        SiteDamage(text, ##"class="self" href="#1""##, ##"href="#3""##, "clause-link"),
        SiteDamage(
            "kk/cookies/history/index.html",
            #"hreflang="kk" href"#,
            #"hreflang="en" href"#,
            "alternates"
        ),
        SiteDamage(
            text,
            "</head>",
            #"<script type="application/ld+json">{"@type": "Article"}</script></head>"#,
            "json-ld"
        ),
        SiteDamage(
            "kk/cookies/1/cookies-kk.html",
            nil,
            #"<!doctype html><html lang="kk"><title>а</title><style>p { margin: 0 }</style>"#
                + #"<img src="/static/x.png" alt=""></html>"#,
            "print-policy"
        ),
        SiteDamage(
            "kk/cookies/feed.xml",
            nil,
            #"<feed xmlns="http://www.w3.org/2005/Atom"><title>а</title><entry></feed>"#,
            "feed"
        ),
        SiteDamage("404.html", nil, #"<a href="kk/">Басты бет</a>"#, "broken-link"),
        SiteDamage(
            "sitemap.xml",
            nil,
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>\(SiteJudge.base)kk/cookies/</loc>\
            <x:link rel="alternate" hreflang="ru" href="\(SiteJudge.base)ru/cookies/"/></url></urlset>
            """,
            "sitemap"
        ),
        SiteDamage(
            "static/style.css",
            nil,
            "@media print { main { display: none } }",
            "print-footer | edition",
            page: "kk/cookies/index.html",
            seenBy: .gaps
        ),
    ]
}
