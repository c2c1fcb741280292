internal import Crypto

extension VerifierKey {
    /// A signature that holds, and when it was made if it says so.
    struct Judgement {
        let time: UInt64?
    }

    /// Whether `signature` bears the name and id of the key.
    func made(_ signature: NoteSignature) -> Bool {
        // Strings that look alike are equal in Swift; names are the same only byte by byte.
        id == signature.keyID && name.utf8.elementsEqual(signature.name.utf8)
    }

    /// Judges a signature of `text`, or gives nil when it doesn't hold.
    func judge(_ signature: [UInt8], of text: String) -> Judgement? {
        switch kind {
        case .ed25519:
            return holds(signature, of: Array(text.utf8)) ? Judgement(time: nil) : nil
        case .cosignature:
            guard signature.count == 72 else { return nil }
            let time = signature.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            guard time <= UInt64(Int64.max) else { return nil }
            let message = VerifierKey.cosignedMessage(text, time: time)
            return holds(Array(signature.dropFirst(8)), of: message) ? Judgement(time: time) : nil
        }
    }

    /// What a witness signs (tlog-cosignature, "Ed25519 signed message").
    static func cosignedMessage(_ text: String, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }

    private func holds(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
