import KelisimTesting
import Testing

@testable import KelisimLog

/// Proof files: reading, and naming the link that broke.
struct TlogProofTests {
    private let log: SampleLog
    private let proof: TlogProof
    private let key: VerifierKey
    private let entry = SampleLog.entry(100)

    init() throws {
        log = try SampleLog(257)
        proof = try log.proof(100)
        key = log.signer.verifierKey
    }

    private func signed(_ checkpoint: Checkpoint?) throws -> SignedNote {
        try log.signer.sign(try #require(checkpoint).body)
    }

    private func broken(
        _ proof: TlogProof,
        entry: [UInt8]? = nil,
        witnesses: [VerifierKey] = []
    ) -> TlogProof.BrokenLink? {
        switch proof.verify(entry: entry ?? self.entry, log: key, witnesses: witnesses) {
        case .success: nil
        case .failure(let link): link
        }
    }

    @Test func aProofShowsCheckpointAndWitnesses() throws {
        let alone = try proof.verify(entry: entry, log: key).get()
        #expect(alone.checkpoint.size == 257)
        #expect(alone.checkpoint.root == log.root)
        #expect(alone.witnesses.isEmpty)
        let seen = try proof.verify(entry: entry, log: key, witnesses: [log.witnessKey]).get()
        #expect(seen.witnesses == [VerifiedSignature(key: log.witnessKey, time: 1_679_315_147)])
    }

    @Test func theLinkThatBrokeIsNamed() throws {
        #expect(broken(proof) == nil)
        #expect(broken(proof, entry: SampleLog.entry(101)) == .inclusion)
        let stranger = try #require(NoteSigner(name: "stranger.example", seed: Array(9..<41)))
        #expect(
            proof.verify(entry: entry, log: stranger.verifierKey)
                == .failure(.signature(.noKnownKey))
        )
        let ofWitness = try #require(
            SignedNote(
                text: proof.checkpoint.text,
                signatures: [proof.checkpoint.signatures[1]]
            )
        )
        let unsigned = TlogProof(index: 100, hashes: proof.hashes, checkpoint: ofWitness)
        #expect(broken(unsigned, witnesses: [log.witnessKey]) == .notSignedByLog)
        #expect(broken(unsigned) == .signature(.noKnownKey))

        let forged = try #require(
            SignedNote(
                text: try log.checkpoint(256).text,
                signatures: proof.checkpoint.signatures
            )
        )
        let withForged = TlogProof(index: 100, hashes: proof.hashes, checkpoint: forged)
        #expect(broken(withForged) == .signature(.badSignature(key: key)))

        let letter = TlogProof(
            index: 100,
            hashes: proof.hashes,
            checkpoint: try log.signer.sign("Not a checkpoint.\n")
        )
        #expect(broken(letter) == .checkpoint)

        let other = Checkpoint(origin: "other.example", size: 257, root: log.root)
        let ofOther = TlogProof(index: 100, hashes: proof.hashes, checkpoint: try signed(other))
        #expect(broken(ofOther) == .origin("other.example"))

        let outside = TlogProof(index: 257, hashes: proof.hashes, checkpoint: proof.checkpoint)
        #expect(broken(outside) == .index(257, size: 257))

        let early = TlogProof(index: 100, hashes: proof.hashes, checkpoint: try log.checkpoint(100))
        #expect(broken(early) == .index(100, size: 100))

        let moved = TlogProof(index: 99, hashes: proof.hashes, checkpoint: proof.checkpoint)
        #expect(broken(moved) == .inclusion)
    }

    @Test func hashesThatAreMovedBreakTheInclusion() {
        for hashes in Mangling.rearranged(proof.hashes, adding: log.root) {
            let other = TlogProof(index: 100, hashes: hashes, checkpoint: proof.checkpoint)
            #expect(broken(other) == .inclusion)
        }
    }

    @Test func aProofIsReadAsItIsWritten() throws {
        let extra = try log.proof(100, extra: Array("anything \n".utf8))
        let lone = try SampleLog(1).proof(0)
        #expect(lone.hashes.isEmpty)
        for proof in [proof, extra, lone, try log.proof(256)] {
            let read = try #require(TlogProof(proof.description))
            #expect(read == proof)
            #expect(read.description == proof.description)
        }
        #expect(
            extra.description.hasPrefix(
                "c2sp.org/tlog-proof@v1\nextra YW55dGhpbmcgCg==\nindex 100\n"
            )
        )
        #expect(try log.proof(100, extra: []).extra == nil)
        #expect(broken(extra) == nil)
    }

    @Test func textsThatAreNoProofsAreRefused() {
        let good = proof.description
        let head = "c2sp.org/tlog-proof@v1\n"
        let rest = String(good.dropFirst(head.count))
        let hash = log.root.base64
        let bad = [
            "", "\n", head, rest, "c2sp.org/tlog-proof@v2\n" + rest, head + "\n" + rest,
            " " + good, head + "extra \n" + rest, head + "extra\n" + rest,
            head + "extra YQ\n" + rest, head + "extra YR==\n" + rest,
            head + "extra YQ==\nextra YQ==\n" + rest,
            good.replacing("index 100", with: "index 0100"),
            good.replacing("index 100", with: "index -1"),
            good.replacing("index 100", with: "index"),
            good.replacing("index 100", with: "index  100"),
            good.replacing("index 100", with: "Index 100"),
            good.replacing("index 100\n", with: "index 100\n\(hash.dropLast())\n"),
            good.replacing("index 100\n", with: "index 100\n \(hash)\n"),
            good.replacing("\n\n", with: "\n"), good + "\n", String(good.dropLast()),
            good.replacing("\n", with: "\r\n"),
            head + "index 100\n" + String(repeating: hash + "\n", count: 65) + "\n"
                + proof.checkpoint.description,
        ]
        // Hashes behind the blank line are taken for the text of the note, which nobody has signed.
        let late = TlogProof(good.replacing("index 100\n", with: "index 100\n\n"))
        #expect(late.map { broken($0) } == .signature(.badSignature(key: key)))
        for text in bad { #expect(TlogProof(text) == nil, "\(text.prefix(80).debugDescription)") }
    }

    /// Each bit of each byte flipped, and each beginning.
    @Test func noMangledProofHolds() throws {
        let note = try log.signer.sign(proof.checkpoint.text)
        let proof = TlogProof(index: 100, hashes: proof.hashes, checkpoint: note)
        let bytes = Array(proof.description.utf8)
        #expect(broken(proof) == nil)
        for changed in Array(Mangling.flipped(bytes)) + Array(Mangling.cut(bytes)) {
            guard let text = String(validating: changed, as: UTF8.self),
                let read = TlogProof(text)
            else { continue }
            #expect(broken(read) != nil)
        }
    }
}
