internal import HTTPTypes
internal import KelisimLog

/// A strong name of what an answer says (RFC 9110, section 8.8.3).
struct EntityTag: Sendable {
    /// The tag as it is sent, in quotation marks.
    let text: String

    /// The tag of the answer with these bytes.
    init(of bytes: some Sequence<UInt8>) {
        text = "\"\(Digest(of: bytes).hex.prefix(32))\""
    }

    /// Whether the client says that it has it.
    func isKnown(_ headers: HTTPFields) -> Bool {
        guard let known = headers[.ifNoneMatch] else { return false }
        return known == "*"
            || known.split(separator: ",")
                .contains { item in
                    let tag = item.filter { !$0.isWhitespace }
                    return (tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag) == text
                }
    }
}
