/// A proof in one file that an entry is in a log: index, inclusion proof and signed checkpoint
/// (C2SP tlog-proof).
public struct TlogProof: Hashable, Sendable {
    /// What the name of such a file ends in.
    public static let fileExtension = "tlog-proof"

    private static let header = "c2sp.org/tlog-proof@v1"
    private static let mostHashes = 64

    /// The index of the entry, from 0.
    public let index: UInt64
    /// The hashes of the inclusion proof, the leaf's neighbour first.
    public let hashes: [Digest]
    /// The note with the checkpoint that the proof leads to.
    public let checkpoint: SignedNote
    /// Bytes that the application added, which nothing vouches for; never empty.
    public let extra: [UInt8]?

    /// A proof; only ``verify(leafHash:log:witnesses:)`` tells whether it is one.
    ///
    /// - Parameters:
    ///   - index: the index of the entry.
    ///   - hashes: the hashes of the inclusion proof.
    ///   - checkpoint: the note with the checkpoint.
    ///   - extra: bytes of the application, which are left out when there are none.
    public init(index: UInt64, hashes: [Digest], checkpoint: SignedNote, extra: [UInt8]? = nil) {
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
        self.extra = extra?.isEmpty == true ? nil : extra
    }
}

extension TlogProof: LosslessStringConvertible {
    /// The proof that `description` is, or nil when it is not exactly what ``description`` writes.
    public init?(_ description: String) {
        guard let lines = CanonicalText.lines(description),
            lines[0].utf8.elementsEqual(TlogProof.header.utf8)
        else { return nil }
        var rest = lines.dropFirst()
        var extra: [UInt8]?
        if let word = TlogProof.value(of: "extra", in: rest.first) {
            guard let bytes = Base64.decode(word.utf8), !bytes.isEmpty else { return nil }
            extra = bytes
            rest = rest.dropFirst()
        }
        guard let word = TlogProof.value(of: "index", in: rest.popFirst()),
            let index: UInt64 = CanonicalText.number(word),
            let blank = rest.firstIndex(where: \.isEmpty),
            blank - rest.startIndex <= TlogProof.mostHashes
        else { return nil }
        var hashes: [Digest] = []
        for line in rest[..<blank] {
            guard let hash = Digest(base64: line) else { return nil }
            hashes.append(hash)
        }
        let note = rest[(blank + 1)...].map { "\($0)\n" }.joined()
        guard let checkpoint = SignedNote(note) else { return nil }
        self.init(index: index, hashes: hashes, checkpoint: checkpoint, extra: extra)
    }

    /// The file.
    public var description: String {
        var lines = [TlogProof.header]
        if let extra { lines.append("extra \(Base64.encode(extra))") }
        lines.append("index \(index)")
        lines += hashes.map(\.base64)
        return lines.map { "\($0)\n" }.joined() + "\n" + checkpoint.description
    }

    private static func value(of key: String, in line: Substring?) -> Substring? {
        guard let line, line.utf8.starts(with: "\(key) ".utf8) else { return nil }
        return Substring(line.utf8.dropFirst(key.utf8.count + 1))
    }
}
