internal import HTTPTypes
internal import KelisimLog

/// A strong name of what an answer says (RFC 9110, section 8.8.3).
struct EntityTag: Sendable {
    /// The tag as it is sent, in quotation marks.
    let text: String

    /// The tag of the answer with these bytes.
    init(of bytes: some Sequence<UInt8>) {
        self.init(Digest(of: bytes))
    }

    /// The tag of the answer whose bytes have `digest`, in the encoding `coding` if it has one.
    init(_ digest: Digest, of coding: String? = nil) {
        text = "\"\(digest.hex.prefix(32))\(coding.map { "-\($0)" } ?? "")\""
    }

    /// Whether the client says that it has it.
    func isKnown(_ headers: HTTPFields) -> Bool {
        headers[.ifNoneMatch].map { isAmong($0, weakly: true) } ?? false
    }

    /// Whether it is among the tags `list`; with `weakly`, also where that calls it a weak one.
    func isAmong(_ list: String, weakly: Bool = false) -> Bool {
        list == "*"
            || list.split(separator: ",")
                .contains { item in
                    let tag = item.filter { !$0.isWhitespace }
                    let isWeak = weakly && tag.hasPrefix("W/")
                    return (isWeak ? String(tag.dropFirst(2)) : tag) == text
                }
    }
}
