/// A signature that was found to hold.
public struct VerifiedSignature: Hashable, Sendable {
    /// The key that made it.
    public let key: VerifierKey
    /// When a witness says that it saw the note, in seconds since 1970; nil for signatures that say
    /// no time.
    public let time: UInt64?
}

/// Why a note must not be believed.
public enum NoteRejection: Error, Hashable, Sendable {
    /// A signature that bears name and id of a known key is not by it.
    case badSignature(key: VerifierKey)
    /// None of the signatures is by a known key.
    case noKnownKey
}

extension SignedNote {
    /// Judges the signatures of the note by the keys that the reader knows.
    ///
    /// Signatures by other keys are ignored, even when they share a name or an id with a known one. A
    /// single bad signature by a known key makes the note worthless (signed-note, "Signatures").
    ///
    /// - Parameter keys: the keys that the reader knows.
    /// - Returns: the signatures that hold, at least one and one for each key at most, in the order of
    ///   the note; or why the note must not be believed.
    public func verify(with keys: [VerifierKey]) -> Result<[VerifiedSignature], NoteRejection> {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            for key in keys where key.made(signature) {
                guard let judgement = key.judge(signature.bytes, of: text) else {
                    return .failure(.badSignature(key: key))
                }
                if verified.contains(where: { $0.key == key }) { continue }
                verified.append(VerifiedSignature(key: key, time: judgement.time))
            }
        }
        return verified.isEmpty ? .failure(.noKnownKey) : .success(verified)
    }
}
