internal import Foundation
public import Kelisim
internal import KelisimLog

extension Application {
    /// What came out of checking one receipt.
    public struct Verification: Sendable {
        /// The file.
        public let file: String
        /// What came out.
        public let verdict: ReceiptCheck.Verdict
        /// What is wrong, for a person; empty when every link holds.
        public let findings: [Finding]
    }

    /// Checks receipts with nothing but the files, the public key of the log and, where they are given,
    /// the texts.
    ///
    /// - Parameters:
    ///   - files: the paths of the receipts.
    ///   - key: the key as `log key` prints it, or the path of a file with it.
    ///   - texts: the folder of a policy repository; nil to leave the texts out.
    /// - Returns: what came out, in the order of the files.
    /// - Throws: ``Failure`` when a file can't be read, or the key is none.
    public func verify(
        _ files: [String],
        key: String,
        texts: String?
    ) throws(Failure) -> [Verification] {
        let verifierKey = try verifierKey(key)
        let check = ReceiptCheck(key: verifierKey) { policy, edition, language in
            texts.flatMap { folder in
                let path = "\(folder)/\(policy.slug)/\(edition)/\(language.tag).md"
                return try? DurableFile.read(path, limit: FileLimits.text)
            }
        }
        return try files.map { file throws(Failure) in
            let bytes: [UInt8]
            do throws(SystemError) {
                bytes = try DurableFile.read(file, limit: 1 << 24)
            } catch {
                throw .impossible([error.finding])
            }
            let verdict = check.verdict(on: bytes)
            return Verification(
                file: file,
                verdict: verdict,
                findings: findings(of: verdict, in: file, verifierKey)
            )
        }
    }

    private func findings(
        of verdict: ReceiptCheck.Verdict,
        in file: String,
        _ key: VerifierKey
    ) -> [Finding] {
        switch verdict {
        case .holds: []
        case .pending: [Finding(.receiptPending, at: Place(file))]
        case .broken(let link, let place):
            [Finding(link.code, at: Place(file), ["place": place, "key": key.description])]
        }
    }

    private func verifierKey(_ text: String) throws(Failure) -> VerifierKey {
        if let key = VerifierKey(text) { return key }
        let bytes = (try? DurableFile.read(text, limit: 4096)) ?? []
        let line = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        if let key = VerifierKey(line) { return key }
        throw .refused([Finding(.keyNotReadable, at: Place("--key"), ["value": text])])
    }
}

extension Application {
    /// What came out, one line a receipt and the remarks on it.
    public func describe(_ verifications: [Verification]) -> String {
        verifications.map(describe).joined()
    }

    private func describe(_ verification: Verification) -> String {
        guard
            case .holds(let decision, let checkpoint, let remarks, let textChecked) =
                verification.verdict
        else { return "" }
        let act = Act(rawValue: decision.act)?.sentence.text(in: language) ?? decision.act
        let facts = [
            "file": verification.file, "act": act, "subject": decision.subject,
            "index": String(decision.index), "size": String(checkpoint.size),
        ]
        var sentences = [Messages.receiptHolds.text(in: language, facts)]
        if textChecked { sentences.append(Messages.textHolds.text(in: language)) }
        sentences += remarks.map { $0.sentence.text(in: language) }
        return sentences.joined(separator: "\n  ") + "\n"
    }

    private struct Row: Encodable {
        let file: String
        let result: String
        let link: OrNull<String>
        let place: OrNull<String>
        let decision: OrNull<DecisionDocument>
        let remarks: [String]
        let textChecked: Bool
    }

    /// `{"receipts": [{"file", "result": "holds|broken|pending", "link", …}]}`.
    public func document(of verifications: [Verification]) -> String {
        let rows = verifications.map { verification in
            switch verification.verdict {
            case .holds(let decision, _, let remarks, let textChecked):
                Row(
                    file: verification.file,
                    result: "holds",
                    link: OrNull(nil),
                    place: OrNull(nil),
                    decision: OrNull(decision),
                    remarks: remarks.map(\.rawValue),
                    textChecked: textChecked
                )
            case .broken(let link, let place):
                Row(
                    file: verification.file,
                    result: "broken",
                    link: OrNull(link.rawValue),
                    place: OrNull(place),
                    decision: OrNull(nil),
                    remarks: [],
                    textChecked: false
                )
            case .pending:
                Row(
                    file: verification.file,
                    result: "pending",
                    link: OrNull(nil),
                    place: OrNull(nil),
                    decision: OrNull(nil),
                    remarks: [],
                    textChecked: false
                )
            }
        }
        return JSONText.make(["receipts": rows]) + "\n"
    }
}
