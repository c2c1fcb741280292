/// A language of a policy: a BCP 47 tag in its canonical spelling.
///
/// A tag has a language of two or three letters and, where needed, a script, a region and variants:
/// `kk`, `ru`, `kk-Latn`. Extensions and private use are not accepted, nor is a script that the
/// language is written in anyway (`kk`, not `kk-Cyrl`), so that one language has one name.
public struct Language: Hashable, Sendable {
    /// The tag in its canonical spelling.
    public let tag: String

    /// The language named by `tag`, or nil when it is no tag or not spelled canonically.
    public init?(_ tag: String) {
        let isPlain = tag.utf8.count == 2 && tag.utf8.allSatisfy(Language.isSmallLetter)
        guard isPlain || Language.canonicalSpelling(of: tag) == tag else { return nil }
        self.tag = tag
    }

    /// The canonical spelling of `tag` (RFC 5646 §4.5), or nil when it cannot be a tag.
    public static func canonicalSpelling(of tag: String) -> String? {
        var subtags = tag.split(separator: "-", omittingEmptySubsequences: false)[...]
        guard subtags.allSatisfy({ $0.utf8.allSatisfy(isAlphanumeric) }),
            let first = subtags.popFirst()?.lowercased(),
            (2...3).contains(first.utf8.count), first.utf8.allSatisfy(isLetter)
        else { return nil }
        var result = [shorter[first] ?? first]
        if let script = subtags.first, script.utf8.count == 4, script.utf8.allSatisfy(isLetter) {
            let name = script.prefix(1).uppercased() + script.dropFirst().lowercased()
            if usualScript[result[0]] != name { result.append(name) }
            subtags.removeFirst()
        }
        if let region = subtags.first, isRegion(region) {
            result.append(region.uppercased())
            subtags.removeFirst()
        }
        for variant in subtags {
            guard isVariant(variant) else { return nil }
            result.append(variant.lowercased())
        }
        return result.joined(separator: "-")
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// Three-letter codes that people write where BCP 47 wants the two-letter one.
    private static let shorter = ["kaz": "kk", "rus": "ru", "eng": "en"]

    /// The scripts that BCP 47 leaves out (Suppress-Script in its registry).
    private static let usualScript = ["kk": "Cyrl", "ru": "Cyrl", "en": "Latn"]

    private static func isRegion(_ subtag: Substring) -> Bool {
        switch subtag.utf8.count {
        case 2: subtag.utf8.allSatisfy(isLetter)
        case 3: subtag.utf8.allSatisfy(isDigit)
        default: false
        }
    }

    private static func isVariant(_ subtag: Substring) -> Bool {
        switch subtag.utf8.count {
        case 5...8: true
        case 4: subtag.utf8.first.map(isDigit) ?? false
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}

extension Language: LosslessStringConvertible {
    /// The tag.
    public var description: String { tag }
}
