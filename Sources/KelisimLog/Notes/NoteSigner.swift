internal import Crypto

/// A private key that signs notes, with the name it goes by.
public struct NoteSigner: Sendable {
    /// Why a text was not signed.
    public enum Failure: Error, Hashable {
        /// The text does not end in a newline or has other control characters.
        case unsignableText
        /// The note has as many signatures as it can have.
        case tooManySignatures
        /// The cryptographic library refused; it has no reason to.
        case library
    }

    /// The public half, to be given to whoever verifies.
    public let verifierKey: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// The signer with a name and the seed of its key, or nil when no key can have the name or the seed
    /// has not 32 bytes.
    ///
    /// - Parameters:
    ///   - name: the name of the key, such as the origin of the log; without spaces and plus signs.
    ///   - seed: the 32 bytes of the private key (RFC 8032).
    public init?(name: String, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifierKey = VerifierKey(
                name: name,
                kind: .ed25519,
                publicKey: Array(key.publicKey.rawRepresentation)
            )
        else { return nil }
        self.key = key
        self.verifierKey = verifierKey
    }

    /// A signer with a new key, or nil when no key can have the name.
    public static func random(name: String) -> NoteSigner? {
        NoteSigner(name: name, seed: Nonce.random().bytes)
    }

    /// The name of the key.
    public var name: String { verifierKey.name }

    /// Signs a text.
    ///
    /// - Parameter text: ends in a newline and has no other control characters below U+0020.
    /// - Returns: the note with this signature alone.
    /// - Throws: ``Failure``.
    public func sign(_ text: String) throws(Failure) -> SignedNote {
        guard let note = SignedNote(text: text, signatures: [try signature(of: text)])
        else { throw .unsignableText }
        return note
    }

    /// Adds a signature to a note.
    ///
    /// - Parameter note: the note, whose signatures are not looked at.
    /// - Returns: the note with this signature after the others.
    /// - Throws: ``Failure``.
    public func sign(_ note: SignedNote) throws(Failure) -> SignedNote {
        guard let note = note.adding(try signature(of: note.text))
        else { throw .tooManySignatures }
        return note
    }

    private func signature(of text: String) throws(Failure) -> NoteSignature {
        NoteSignature(unchecked: name, verifierKey.id, try sign(Array(text.utf8)))
    }

    /// The bare signature of `message`.
    func sign(_ message: [UInt8]) throws(Failure) -> [UInt8] {
        do { return Array(try key.signature(for: message)) } catch { throw .library }
    }
}

extension NoteSigner {
    private static let prefix = "PRIVATE+KEY+"

    /// The signer whose private key is `privateKey`, written as ``privateKey`` writes it, or nil when it
    /// is not or has an id that is not its own.
    public init?(privateKey: String) {
        guard privateKey.utf8.starts(with: NoteSigner.prefix.utf8) else { return nil }
        let parts = privateKey.unicodeScalars.dropFirst(NoteSigner.prefix.unicodeScalars.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let id = KeyID(hex: Substring(parts[1])),
            let bytes = Base64.decode(Substring(parts[2]).utf8),
            bytes.first == VerifierKey.Kind.ed25519.rawValue
        else { return nil }
        self.init(name: String(parts[0]), seed: Array(bytes.dropFirst()))
        guard verifierKey.id == id else { return nil }
    }

    /// The secret as Go's note package writes it: `PRIVATE+KEY+`, name, id and, in Base64, type and seed.
    public var privateKey: String {
        let type = VerifierKey.Kind.ed25519.rawValue
        let secret = Base64.encode([type] + Array(key.rawRepresentation))
        return "\(NoteSigner.prefix)\(name)+\(verifierKey.id.hex)+\(secret)"
    }
}

extension NoteSigner: CustomStringConvertible, CustomDebugStringConvertible {
    /// The public key; the private one is never printed by accident.
    public var description: String { verifierKey.description }

    /// The same as ``description``.
    public var debugDescription: String { description }
}
