/// The name of a policy in folders, addresses and records: a slug such as `privacy`.
///
/// A slug is a lower-case Latin letter and up to 63 lower-case letters, digits and hyphens. Words
/// that already mean something in an address are reserved.
public struct PolicyID: Hashable, Sendable {
    /// The slug.
    public let slug: String

    /// The policy named `slug`, or nil when that is not a slug or is a reserved word.
    public init?(_ slug: String) {
        guard PolicyID.isWellFormed(slug), !PolicyID.isReserved(slug) else { return nil }
        self.slug = slug
    }

    /// Whether `slug` has the form `^[a-z][a-z0-9-]{0,63}$`.
    public static func isWellFormed(_ slug: String) -> Bool {
        let bytes = slug.utf8
        guard let first = bytes.first, bytes.count <= 64 else { return false }
        return isLetter(first)
            && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// Whether `slug` means something else in an address: a language tag, `v1`, `log` and others.
    ///
    /// Of language tags the two-letter ones are reserved, alone or with a region or a usual
    /// script. A repository also reserves every language it uses.
    public static func isReserved(_ slug: String) -> Bool {
        if reserved.contains(slug) { return true }
        let isShort = slug.utf8.dropFirst(2).first.map { $0 == UInt8(ascii: "-") } ?? true
        guard isShort || slug.utf8.first == UInt8(ascii: "v") else { return false }
        let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
        if parts[0].utf8.count == 2, parts[0].utf8.allSatisfy(isLetter) {
            return parts.count == 1
                || parts.count == 2
                    && (parts[1].utf8.count == 2 || scripts.contains(String(parts[1])))
        }
        return slug.hasPrefix("v") && slug.utf8.count > 1
            && slug.utf8.dropFirst().allSatisfy(isDigit)
    }

    private static let reserved: Set = [
        "api", "assets", "favicon", "healthz", "index", "log", "manifest", "metrics", "openapi",
        "policies", "readyz", "robots", "sitemap", "static", "well-known",
    ]

    private static let scripts: Set = ["arab", "cyrl", "hans", "hant", "latn"]

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}

extension PolicyID: Comparable {
    /// Orders by the bytes of the slugs.
    public static func < (left: PolicyID, right: PolicyID) -> Bool {
        left.slug.utf8.lexicographicallyPrecedes(right.slug.utf8)
    }
}

extension PolicyID: LosslessStringConvertible {
    /// The slug.
    public var description: String { slug }
}
