/// A signature line of a note, not verified.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key that is said to have made it.
    public let name: String
    /// The id of that key.
    public let keyID: KeyID
    /// The signature itself; what is in it depends on the type of the key.
    public let bytes: [UInt8]

    private static let dash = "\u{2014} "

    /// A signature, or nil when no key can have the name or there are no bytes.
    ///
    /// - Parameters:
    ///   - name: the name of the key.
    ///   - keyID: its id.
    ///   - bytes: the signature.
    public init?(name: String, keyID: KeyID, bytes: [UInt8]) {
        guard CanonicalText.isKeyName(name), !bytes.isEmpty else { return nil }
        self.init(unchecked: name, keyID, bytes)
    }

    init(unchecked name: String, _ keyID: KeyID, _ bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// The signature that `line` is, without its newline, or nil when it is not exactly what ``line``
    /// writes.
    public init?(line: some StringProtocol) {
        let bytes = Substring(line).utf8
        guard bytes.starts(with: NoteSignature.dash.utf8) else { return nil }
        let words = bytes.dropFirst(NoteSignature.dash.utf8.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 2, let signature = Base64.decode(words[1]), signature.count > 4
        else { return nil }
        self.init(
            name: String(Substring(words[0])),
            keyID: KeyID(signature.prefix(4)),
            bytes: Array(signature.dropFirst(4))
        )
    }

    /// The line: a dash, the name, and in Base64 the id and the signature.
    public var line: String {
        "\(NoteSignature.dash)\(name) \(Base64.encode(keyID.bytes + bytes))"
    }
}
