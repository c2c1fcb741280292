/// What a log says of itself at a moment: how many entries it has, and the root of their tree
/// (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// Which log it is, such as `example.com/registry`.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root of the tree.
    public let root: Digest
    /// Lines that other logs add and nothing here reads, without their newlines.
    public let extensions: [String]

    /// A checkpoint, or nil when the origin or an extension is empty or has control characters.
    ///
    /// - Parameters:
    ///   - origin: which log it is.
    ///   - size: the number of entries.
    ///   - root: the root of the tree.
    ///   - extensions: further lines, which the specification advises against.
    public init?(origin: String, size: UInt64, root: Digest, extensions: [String] = []) {
        let lines = [origin] + extensions
        guard lines.allSatisfy({ line in !line.isEmpty && line.utf8.allSatisfy { $0 >= 0x20 } })
        else { return nil }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The checkpoint that `body`, the text of a note, is, or nil when it is not exactly what ``body``
    /// writes.
    public init?(body: String) {
        guard let lines = CanonicalText.lines(body), lines.count >= 3,
            let size: UInt64 = CanonicalText.number(lines[1]), let root = Digest(base64: lines[2])
        else { return nil }
        self.init(
            origin: String(lines[0]),
            size: size,
            root: root,
            extensions: lines[3...].map(String.init)
        )
    }

    /// The text that is signed: origin, size and root, a line each.
    public var body: String {
        ([origin, String(size), root.base64] + extensions).map { "\($0)\n" }.joined()
    }
}
