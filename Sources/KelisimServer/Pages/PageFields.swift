internal import HTTPTypes

/// The fields that the answers of the site share.
enum PageFields {
    /// What a browser may do with a page: show it with the site's own style and pictures.
    private static let rules = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'",
        "form-action 'self'", "frame-ancestors 'none'",
    ]

    /// What keeps browsers from doing more with an answer than was meant.
    static let secure = secure(styles: [])

    /// The bytes are the same for ever: nobody need ask again.
    static let permanent = "public, max-age=31536000, immutable"
    /// They may be kept, and must be asked for again before each use: a page may change at any time.
    static let checked = "no-cache"

    /// The fields for the page `bytes`, called `name`, whose own policy may allow styles by digest.
    static func secure(_ name: String, _ bytes: [UInt8]) -> HTTPFields {
        guard name.hasSuffix(".html") else { return secure }
        let head = String(decoding: bytes.prefix(headSize), as: UTF8.self)
        let policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
        guard let own = head.firstMatch(of: policy)?.1 else { return secure }
        return secure(styles: own.matches(of: /'sha256-[A-Za-z0-9+\/=]+'/).map { String($0.0) })
    }

    /// Where the policy of a page is looked for, in bytes.
    private static let headSize = 1 << 14

    /// The fields for a page whose style is in it and has one of the digests `styles`.
    private static func secure(styles: [String]) -> HTTPFields {
        let rules = rules.map { rule in
            let isOther = styles.isEmpty || !rule.hasPrefix("style-src")
            return isOther ? rule : "style-src \(styles.joined(separator: " "))"
        }
        return [
            .contentSecurityPolicy: rules.joined(separator: "; "),
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "no-referrer",
        ]
    }
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy").unsafelyUnwrapped
    static let acceptDatetime = HTTPField.Name("Accept-Datetime").unsafelyUnwrapped
    static let mementoDatetime = HTTPField.Name("Memento-Datetime").unsafelyUnwrapped
    static let link = HTTPField.Name("Link").unsafelyUnwrapped
}
