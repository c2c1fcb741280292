extension TlogProof {
    /// What a proof shows when it holds.
    public struct Verified: Hashable, Sendable {
        /// The checkpoint of the log.
        public let checkpoint: Checkpoint
        /// Which of the known witnesses saw it, and when.
        public let witnesses: [VerifiedSignature]
    }

    /// The first link that broke.
    public enum BrokenLink: Error, Hashable, Sendable {
        /// A known key is said to have signed the checkpoint and did not, or none did.
        case signature(NoteRejection)
        /// The checkpoint bears signatures of witnesses, but not the log's.
        case notSignedByLog
        /// What was signed is no checkpoint.
        case checkpoint
        /// The checkpoint is that of another log.
        case origin(String)
        /// The log of the checkpoint is too small to have the entry.
        case index(UInt64, size: UInt64)
        /// The hashes do not lead from the entry to the root of the checkpoint.
        case inclusion
    }

    /// Judges the proof, from the signature down to the entry.
    ///
    /// - Parameters:
    ///   - leafHash: the hash of the entry, ``MerkleHash/leaf(_:)``.
    ///   - log: the key of the log, whose name is the log's origin.
    ///   - witnesses: the witnesses whose signatures the reader would know.
    /// - Returns: what it shows, or the link that broke.
    public func verify(
        leafHash: Digest,
        log: VerifierKey,
        witnesses: [VerifierKey] = []
    ) -> Result<Verified, BrokenLink> {
        let signatures: [VerifiedSignature]
        switch checkpoint.verify(with: [log] + witnesses) {
        case .success(let verified): signatures = verified
        case .failure(let rejection): return .failure(.signature(rejection))
        }
        guard signatures.contains(where: { $0.key == log }) else {
            return .failure(.notSignedByLog)
        }
        guard let head = Checkpoint(body: checkpoint.text) else { return .failure(.checkpoint) }
        guard head.origin.utf8.elementsEqual(log.name.utf8) else {
            return .failure(.origin(head.origin))
        }
        guard index < head.size else { return .failure(.index(index, size: head.size)) }
        let proof = InclusionProof(index: index, size: head.size, hashes: hashes)
        guard proof.verify(leafHash: leafHash, root: head.root) else { return .failure(.inclusion) }
        return .success(
            Verified(checkpoint: head, witnesses: signatures.filter { $0.key != log })
        )
    }

    /// Judges the proof of an entry.
    ///
    /// - Parameters:
    ///   - entry: the entry itself.
    ///   - log: the key of the log, whose name is the log's origin.
    ///   - witnesses: the witnesses whose signatures the reader would know.
    /// - Returns: what it shows, or the link that broke.
    public func verify(
        entry: [UInt8],
        log: VerifierKey,
        witnesses: [VerifierKey] = []
    ) -> Result<Verified, BrokenLink> {
        verify(leafHash: MerkleHash.leaf(entry), log: log, witnesses: witnesses)
    }
}
