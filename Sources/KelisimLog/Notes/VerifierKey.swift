/// A public key that signs notes, with the name it goes by (signed-note, "Verifier keys").
public struct VerifierKey: Hashable, Sendable {
    /// What a signature by the key says.
    public enum Kind: UInt8, Hashable, Sendable {
        /// Ed25519 over the text of the note.
        case ed25519 = 1
        /// Ed25519 over the text and the time at which a witness saw it (tlog-cosignature).
        case cosignature = 4
    }

    /// Whose key it is, such as the origin of a log.
    public let name: String
    /// What its signatures say.
    public let kind: Kind
    /// The 32 bytes of the Ed25519 public key.
    public let publicKey: [UInt8]
    /// The id that its signatures bear.
    public let id: KeyID

    /// A key, or nil when no key can have the name or the public key has not 32 bytes.
    ///
    /// - Parameters:
    ///   - name: its name, without spaces and plus signs.
    ///   - kind: what its signatures say.
    ///   - publicKey: the 32 bytes of the key.
    public init?(name: String, kind: Kind, publicKey: [UInt8]) {
        guard CanonicalText.isKeyName(name), publicKey.count == 32 else { return nil }
        self.init(unchecked: name, kind, publicKey)
    }

    init(unchecked name: String, _ kind: Kind, _ publicKey: [UInt8]) {
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        id = KeyID(name: name, type: kind.rawValue, key: publicKey)
    }
}

extension VerifierKey: LosslessStringConvertible {
    /// The key written as ``description`` writes it, or nil when it is not, has an id that is not its
    /// own, or is of a type that is not known here.
    public init?(_ description: String) {
        let parts = description.unicodeScalars.split(
            separator: "+",
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard parts.count == 3, let id = KeyID(hex: Substring(parts[1])),
            let bytes = Base64.decode(Substring(parts[2]).utf8), let type = bytes.first,
            let kind = Kind(rawValue: type)
        else { return nil }
        self.init(name: String(parts[0]), kind: kind, publicKey: Array(bytes.dropFirst()))
        guard self.id == id else { return nil }
    }

    /// The key as it is published: name, id and, in Base64, type and public key, with `+` between them.
    public var description: String {
        "\(name)+\(id.hex)+\(Base64.encode([kind.rawValue] + publicKey))"
    }
}
