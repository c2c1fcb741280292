internal import Foundation
internal import KelisimLog

/// A receipt as a file.
///
/// `decision`, `text` and `remarks` are for people and programs that read it; all of them follow from
/// the records, and ``ReceiptCheck`` compares them.
public struct ReceiptDocument: Codable, Hashable, Sendable {
    /// The text that was decided on, as its publication has it.
    public struct Text: Codable, Hashable, Sendable {
        let digest: String
        @OrNull var address: String?
        let publishedAt: String
        let effectiveAt: String
        let backdated: Bool
    }

    /// A row of the log: the record, what its leaf commits to it by, and the proof.
    public struct Row: Codable, Hashable, Sendable {
        let index: UInt64
        let leafHash: String
        let record: Data
        let nonce: Data
        /// A C2SP tlog-proof; null until a checkpoint covers the row.
        @OrNull var proof: String?
    }

    static let format = "kelisim/receipt/v1"

    let format: String
    let decision: DecisionDocument
    @OrNull var text: Text?
    let log: Row
    @OrNull var publication: Row?
    let remarks: [String]

    /// The document of `receipt`.
    ///
    /// - Parameters:
    ///   - receipt: the receipt.
    ///   - baseURL: the address of the site, which ends in a slash; nil when it isn't known.
    public init?(_ receipt: Receipt, baseURL: String?) {
        guard let log = Row(receipt.row) else { return nil }
        format = Self.format
        decision = DecisionDocument(receipt.decision, index: receipt.row.entry.index)
        text = receipt.publication.flatMap {
            Text($0, receipt.decision, address: receipt.address(on: baseURL))
        }
        self.log = log
        publication = receipt.publicationRow.flatMap(Row.init)
        remarks = ReceiptRemark.all(of: receipt.decision, under: receipt.publication)
            .map(\.rawValue)
    }

    /// The file.
    public var json: String { JSONText.make(self) + "\n" }

    /// Reads a file; nil when it is no receipt.
    public init?(json: [UInt8]) {
        guard let document = try? JSONDecoder().decode(Self.self, from: Data(json)) else {
            return nil
        }
        self = document
    }
}

extension ReceiptDocument.Text {
    /// The text that `decision` names; nil when it names none.
    init?(_ publication: Publication, _ decision: Decision, address: String?) {
        guard let digest = decision.textDigest else { return nil }
        self.digest = digest.description
        self.address = address
        publishedAt = publication.publishedAt.description
        effectiveAt = publication.effectiveAt.description
        backdated = publication.backdated != nil
    }
}

extension ReceiptDocument.Row {
    init?(_ row: Receipt.Row) {
        guard let sealed = row.entry.sealed else { return nil }
        index = row.entry.index
        leafHash = row.entry.leafHash.hex
        record = Data(sealed.bytes)
        nonce = Data(sealed.nonce.bytes)
        proof = row.proof?.description
    }
}
