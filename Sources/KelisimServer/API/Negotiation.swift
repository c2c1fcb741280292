internal import HTTPTypes
internal import Kelisim
internal import KelisimText

/// Chooses what a client prefers of what there is (RFC 9110, section 12.5).
enum Negotiation {
    /// The range of a list such as Accept, with its weight from 0 to 1000.
    private struct Range {
        let value: Substring
        let weight: Int
    }

    /// Of `types` the one that the client likes best; the first where it has no preference.
    ///
    /// - Returns: nil when it takes none of them.
    static func type(_ headers: HTTPFields, of types: [String]) -> String? {
        guard let accept = headers[.accept] else { return types.first }
        let ranges = ranges(accept)
        return best(types) { type in
            let family = type.prefix { $0 != "/" } + "/*"
            return [type[...], family, "*/*"]
                .lazy.compactMap { name in ranges.first { $0.value == name }?.weight }.first
        }
    }

    /// Of `languages` the one that the client likes best; the first where it has no preference or
    /// takes none of them: a text in another language is better than none.
    static func language(_ headers: HTTPFields, of languages: [Language]) -> Language? {
        let ranges = ranges(headers[.acceptLanguage] ?? "")
        let tag = best(languages.map { $0.tag.lowercased() }) { tag in
            // The longest range that is the tag or a beginning of it (RFC 4647, section 3.4).
            ranges.filter { tag == $0.value || tag.hasPrefix("\($0.value)-") || $0.value == "*" }
                .max { $0.value.utf8.count < $1.value.utf8.count }?
                .weight
        }
        return languages.first { $0.tag.lowercased() == tag } ?? languages.first
    }

    /// The language of messages that the client likes best.
    static func wording(_ headers: HTTPFields) -> WordingLanguage {
        let known = [WordingLanguage.en, .kk, .ru]
        let tag = language(headers, of: known.compactMap { Language($0.rawValue) })?.tag
        return tag.flatMap { WordingLanguage(rawValue: $0) } ?? .en
    }

    /// Whether the client takes answers that are compressed by gzip.
    static func takesGzip(_ headers: HTTPFields) -> Bool {
        guard let accept = headers[.acceptEncoding] else { return false }
        let ranges = ranges(accept)
        let range = ranges.first { $0.value == "gzip" || $0.value == "x-gzip" }
        return (range ?? ranges.first { $0.value == "*" }).map { $0.weight > 0 } ?? false
    }

    private static func best(_ names: [String], weight: (String) -> Int?) -> String? {
        var best: (name: String, weight: Int)?
        for name in names {
            guard let weight = weight(name), weight > best?.weight ?? 0 else { continue }
            best = (name, weight)
        }
        return best?.name
    }

    private static func ranges(_ list: String) -> [Range] {
        list.prefix(1024).lowercased().split(separator: ",")
            .map { item in
                let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
                let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
                    .flatMap { Double($0.dropFirst(2)) }.flatMap { $0.isFinite ? $0 : nil }
                return Range(
                    value: Substring(parts.first ?? ""),
                    weight: weight.map { Int(min(max($0, 0), 1) * 1000) } ?? 1000
                )
            }
    }
}
