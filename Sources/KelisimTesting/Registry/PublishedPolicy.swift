public import Kelisim
internal import KelisimLog

/// A policy for tests of registries: its files with legal force, without a folder.
///
/// The files are written here as text, so that nothing but their reader vouches for them. The text of
/// an edition in a language is whatever has the digest of ``text(of:in:)``.
public struct PublishedPolicy: Sendable {
    /// What an edition is published with; everything has a default.
    public struct Terms: Sendable {
        /// What it asks of those who agreed before.
        public var change = ChangeKind.reconsent
        /// The days of grace.
        public var acceptWithin: Int?
        /// Whether the service may be used only by those who agree.
        public var mandatory = true
        /// The weakest way of accepting that is enough.
        public var minimumMethod = Acceptance.Method.click
        /// The age under which a guardian decides.
        public var guardianUnder: Int? = 14
        /// Where its days begin and end.
        public var timeZone = "Asia/Almaty"
        /// The tags of its languages.
        public var languages = ["kk", "ru"]
        /// The tags of those whose text is for reading only.
        public var unofficial: [String] = []

        /// The defaults.
        public init() {}

        /// The terms changed by `change`.
        public static func with(_ change: (inout Terms) -> Void) -> Terms {
            var terms = Terms()
            change(&terms)
            return terms
        }
    }

    /// The name.
    public let id: PolicyID
    /// The editions, by number.
    public private(set) var publications: [Publication] = []
    /// Every file, each behind those it refers to.
    public private(set) var files: [PublishedFile] = []

    /// A policy without editions.
    public init(_ slug: String = "privacy") throws {
        id = try PublishedPolicy.known(PolicyID(slug))
    }

    /// Publishes the next edition.
    ///
    /// - Parameters:
    ///   - publishedAt: when.
    ///   - effectiveAt: from when on it binds; nil for the same instant.
    ///   - terms: with what.
    /// - Returns: the edition's publication.
    /// - Throws: when the terms make no publication.
    @discardableResult
    public mutating func publish(
        at publishedAt: Instant,
        effectiveAt: Instant? = nil,
        _ terms: Terms = Terms()
    ) throws -> Publication {
        let number = publications.count + 1
        let effective = effectiveAt ?? publishedAt
        let previous = publications.last.map { "\"\($0.digest)\"" } ?? "null"
        let texts = terms.languages.map { tag in
            let digest = Digest(of: Array(text(of: number, in: tag).utf8))
            let html = Digest(of: Array("<p>\(text(of: number, in: tag))</p>".utf8))
            let official = !terms.unofficial.contains(tag)
            return """
                "\(tag)": {"digest": "\(digest)", "html": "\(html)", "official": \(official)}
                """
        }
        let words = terms.languages.map { "\"\($0)\": \"\(id)\"" }.joined(separator: ", ")
        let lines = """
            {
              "policy": "\(id)",
              "edition": \(number),
              "publishedAt": "\(publishedAt)",
              "effectiveAt": "\(effective)",
              "effectiveRule": "\(effective == publishedAt ? "on publication" : "\(effective)")",
              "timeZone": "\(terms.timeZone)",
              "tzdata": "2025b",
              "change": "\(terms.change.rawValue)",
              "acceptWithin": \(PublishedPolicy.days(terms.acceptWithin)),
              "basedOn": \(number == 1 ? "null" : "\(number - 1)"),
              "title": {\(words)},
              "operator": {"name": {\(words)}, "site": "https://example.kz/"},
              "authoritative": "\(terms.languages[0])",
              "acceptance": {"mandatory": \(terms.mandatory), \
            "minimumMethod": "\(terms.minimumMethod.rawValue)", \
            "guardianUnder": \(terms.guardianUnder.map { "\($0)" } ?? "null")},
              "summary": \(number == 1 ? "null" : "{\(words)}"),
              "approvedBy": null,
              "texts": {\(texts.joined(separator: ", "))},
              "renderer": "libcmark 0.30.2",
              "previous": \(previous),
              "backdated": null
            }

            """
        let publication = try PublishedPolicy.known(Publication(bytes: Array(lines.utf8)))
        publications.append(publication)
        files.append(PublishedFile(publication))
        return publication
    }

    /// Calls edition `number` off.
    @discardableResult
    public mutating func cancel(_ number: Int, at instant: Instant) throws -> Cancellation {
        let lines = """
            {
              "policy": "\(id)",
              "edition": \(number),
              "cancelledAt": "\(instant)",
              "reason": "Ескертулер ескерілді.",
              "publication": "\(publications[number - 1].digest)"
            }

            """
        let cancellation = try PublishedPolicy.known(Cancellation(bytes: Array(lines.utf8)))
        files.append(PublishedFile(cancellation))
        return cancellation
    }

    /// Ends the policy at `instant`.
    @discardableResult
    public mutating func repeal(from instant: Instant) throws -> Repeal {
        let last = try PublishedPolicy.known(publications.last)
        let words = last.terms.languages.map { "\"\($0)\": \"\(id)\"" }.joined(separator: ", ")
        let lines = """
            {
              "policy": "\(id)",
              "repealedAt": "\(instant)",
              "effectiveAt": "\(instant)",
              "effectiveRule": "on publication",
              "timeZone": "\(last.terms.timeZone.identifier)",
              "tzdata": "2025b",
              "reason": {\(words)},
              "replacedBy": null,
              "previous": "\(last.digest)"
            }

            """
        let repeal = try PublishedPolicy.known(Repeal(bytes: Array(lines.utf8)))
        files.append(PublishedFile(repeal))
        return repeal
    }

    /// The text of edition `number` in the language `tag`.
    public func text(of number: Int, in tag: String) -> String { "\(id) \(number) \(tag)\n" }

    private static func days(_ count: Int?) -> String {
        count.map { $0 == 1 ? "\"1 day\"" : "\"\($0) days\"" } ?? "null"
    }

    /// A fixture that can't be made.
    private struct Mistake: Error {}

    private static func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Mistake() }
        return value
    }
}
