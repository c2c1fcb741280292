internal import Kelisim
internal import KelisimLog

/// A name for everything that the bytes of a file follow from, itself made by hashing.
struct ContentKey: Hashable, Sendable {
    let digest: Digest

    /// The key as part of another one.
    var part: String { digest.hex }

    init(_ digest: Digest) {
        self.digest = digest
    }

    /// The key of something that follows from `parts`, in their order.
    init(_ parts: [String?]) {
        var bytes: [UInt8] = []
        for part in parts {
            // A length before each part: no two lists give the same bytes.
            bytes += "\(part?.utf8.count ?? -1):".utf8
            bytes += (part ?? "").utf8
        }
        digest = Digest(of: bytes)
    }

    /// The key of something that follows from what both stand for.
    func with(_ other: ContentKey) -> ContentKey {
        ContentKey(Digest(of: digest.bytes + other.digest.bytes))
    }

    /// The key of something that follows from this and `parts`.
    func with(_ parts: String?...) -> ContentKey { with(ContentKey(parts)) }
}

extension LocalizedText {
    /// What a ``ContentKey`` takes in.
    var keyPart: String {
        entries.map { "\($0.language) \($0.text.utf8.count) \($0.text)" }.joined(separator: " ")
    }
}
