internal import Foundation
public import KelisimLog

/// The check of a receipt with nothing but the file, the public key and, where there are any, the texts.
///
/// Decision → record → commitment → leaf → inclusion → signed checkpoint, then the same for the
/// publication of the text, and that it lies before the decision. It stops at the first link that broke.
public struct ReceiptCheck: Sendable {
    /// The links of the chain, in order.
    public enum Link: String, Hashable, Sendable, CaseIterable {
        /// The file is a receipt.
        case file
        /// The record is one of a decision, and the receipt tells what it says.
        case record
        /// The record is what the leaf commits to.
        case commitment
        /// The leaf is in the log.
        case inclusion
        /// The checkpoint is signed by the key.
        case checkpoint
        /// The record of the publication is what its leaf commits to, and the leaf is in the log.
        case publication
        /// The publication is of the text decided on.
        case textDigest = "text-digest"
        /// The publication lies before the decision.
        case order
        /// The text at hand has the digest.
        case text
    }

    /// What came out.
    public enum Verdict: Hashable, Sendable {
        /// Every link holds; the remarks say what it does not prove.
        case holds(DecisionDocument, Checkpoint, [ReceiptRemark], textChecked: Bool)
        /// This link broke.
        case broken(Link, at: String)
        /// No checkpoint covers the decision yet.
        case pending
    }

    /// The public key of the log.
    public let key: VerifierKey
    /// Gives the bytes of the text of a policy, an edition and a language, when they are at hand.
    public let text: @Sendable (PolicyID, Int, Language) -> [UInt8]?

    /// A check by `key`, with the texts that `text` gives.
    public init(
        key: VerifierKey,
        text: @escaping @Sendable (PolicyID, Int, Language) -> [UInt8]? = { _, _, _ in nil }
    ) {
        self.key = key
        self.text = text
    }

    /// Checks the receipt in the file `bytes`.
    public func verdict(on bytes: [UInt8]) -> Verdict {
        guard let document = ReceiptDocument(json: bytes) else {
            return .broken(.file, at: "json")
        }
        guard document.format == ReceiptDocument.format else {
            return .broken(.file, at: "format")
        }
        guard case .decision(let decision) = Record(Array(document.log.record)) else {
            return .broken(.record, at: "log.record")
        }
        guard DecisionDocument(decision, index: document.log.index) == document.decision else {
            return .broken(.record, at: "decision")
        }
        let checkpoint: Checkpoint
        let leaf: Leaf
        switch proven(document.log, "log") {
        case .success(let row): (leaf, checkpoint) = row
        case .failure(let broken): return broken.verdict
        }
        guard let edition = decision.edition else {
            guard document.publication == nil, document.text == nil else {
                return .broken(.publication, at: "publication")
            }
            return .holds(document.decision, checkpoint, remarks(decision, nil), textChecked: false)
        }
        guard let row = document.publication else {
            return .broken(.publication, at: "publication")
        }
        guard case .published(let file, _) = Record(Array(row.record)),
            let publication = Publication(bytes: file.bytes), file.kind == .publication,
            publication.policy == decision.policy, publication.edition == edition,
            leaf.publication == file.digest
        else { return .broken(.publication, at: "publication.record") }
        switch proven(row, "publication") {
        case .success(let other):
            guard other.1 == checkpoint else {
                return .broken(.publication, at: "publication.proof")
            }
        case .failure(let broken): return .broken(.publication, at: broken.place)
        }
        guard row.index < document.log.index else {
            return .broken(.order, at: "publication.index")
        }
        guard
            decision.textDigest == nil
                || publication.texts.contains(where: {
                    $0.language == decision.language && $0.digest == decision.textDigest
                }),
            document.text
                == ReceiptDocument.Text(
                    publication,
                    decision,
                    address: document.text?.address
                )
        else { return .broken(.textDigest, at: "text") }
        let known = decision.language.flatMap { text(decision.policy, edition, $0) }
        if let known, let digest = decision.textDigest, Digest(of: known) != digest {
            return .broken(.text, at: "\(decision.policy.slug)/\(edition)")
        }
        let remarks = remarks(decision, publication)
        guard remarks.map(\.rawValue) == document.remarks else {
            return .broken(.record, at: "remarks")
        }
        let textChecked = known != nil && decision.textDigest != nil
        return .holds(document.decision, checkpoint, remarks, textChecked: textChecked)
    }

    private struct Broken: Error {
        let link: Link?
        let place: String

        var verdict: Verdict { link.map { .broken($0, at: place) } ?? .pending }
    }

    /// Whether the log has the leaf that commits to the record in `row`.
    private func proven(
        _ row: ReceiptDocument.Row,
        _ name: String
    ) -> Result<(Leaf, Checkpoint), Broken> {
        guard let text = row.proof else {
            return .failure(Broken(link: nil, place: "\(name).proof"))
        }
        guard let proof = TlogProof(text), let bytes = proof.extra, let leaf = Leaf(bytes),
            proof.index == row.index
        else { return .failure(Broken(link: .file, place: "\(name).proof")) }
        guard let nonce = Nonce(bytes: Array(row.nonce)),
            Commitment.make(nonce: nonce, record: Array(row.record)) == leaf.commitment,
            Record(Array(row.record))?.type == leaf.type,
            MerkleHash.leaf(bytes).hex == row.leafHash
        else { return .failure(Broken(link: .commitment, place: "\(name).record")) }
        switch proof.verify(entry: bytes, log: key) {
        case .success(let verified): return .success((leaf, verified.checkpoint))
        case .failure(.inclusion), .failure(.index):
            return .failure(Broken(link: .inclusion, place: "\(name).proof"))
        case .failure:
            return .failure(Broken(link: .checkpoint, place: "\(name).proof"))
        }
    }

    private func remarks(_ decision: Decision, _ publication: Publication?) -> [ReceiptRemark] {
        ReceiptRemark.all(of: decision, under: publication)
    }
}
