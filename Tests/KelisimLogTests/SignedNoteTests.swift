import KelisimTesting
import Testing

@testable import KelisimLog

/// Signed notes: what is one, and when it may be believed.
struct SignedNoteTests {
    private let log: SampleLog
    private let note: SignedNote
    private let cosigned: SignedNote

    init() throws {
        log = try SampleLog(5)
        note = try log.signer.sign("Текст, с\nдвумя строками.\n\nИ ещё.\n")
        cosigned = try log.checkpoint(5)
    }

    private static func signer(_ name: String, _ first: UInt8) throws -> NoteSigner {
        try #require(NoteSigner(name: name, seed: Array(first..<first + 32)))
    }

    // MARK: - Believing

    @Test func knownKeysAreBelieved() throws {
        let key = log.signer.verifierKey
        #expect(try note.verify(with: [key]).get() == [VerifiedSignature(key: key, time: nil)])
    }

    @Test func unknownKeysAreIgnored() throws {
        let other = try Self.signer("other.example", 9)
        let both = try other.sign(note)
        #expect(both.signatures.count == 2)
        #expect(try both.verify(with: [other.verifierKey]).get().map(\.key) == [other.verifierKey])
        #expect(note.verify(with: [other.verifierKey]) == .failure(.noKnownKey))
        #expect(note.verify(with: []) == .failure(.noKnownKey))
    }

    /// Keys that share a name or an id with a known one, but not both, are unknown.
    @Test func aNameOrAnIDAloneMakesNoKnownKey() throws {
        let key = log.signer.verifierKey
        let signature = note.signatures[0]
        let sameName = try #require(
            NoteSignature(name: key.name, keyID: KeyID(1), bytes: signature.bytes)
        )
        let sameID = try #require(
            NoteSignature(name: "other.example", keyID: key.id, bytes: signature.bytes)
        )
        let text = note.text
        for strange in [sameName, sameID] {
            let alone = try #require(SignedNote(text: text, signatures: [strange]))
            #expect(alone.verify(with: [key]) == .failure(.noKnownKey))
            let beside = try #require(SignedNote(text: text, signatures: [strange, signature]))
            #expect(try beside.verify(with: [key]).get().count == 1)
        }
    }

    @Test func aBadSignatureByAKnownKeyRejectsTheNote() throws {
        let key = log.signer.verifierKey
        let other = try Self.signer("other.example", 9)
        for bytes in [Array(repeating: 0, count: 64), [1], note.signatures[0].bytes + [0]] {
            let bad = NoteSignature(unchecked: other.name, other.verifierKey.id, bytes)
            let both = try #require(note.adding(bad))
            #expect(try both.verify(with: [key]).get().count == 1)
            #expect(
                both.verify(with: [key, other.verifierKey])
                    == .failure(.badSignature(key: other.verifierKey))
            )
        }
    }

    @Test func aKeyCountsOnce() throws {
        let twice = try log.signer.sign(note)
        let key = log.signer.verifierKey
        #expect(try twice.verify(with: [key, key]).get().count == 1)
    }

    @Test func sixteenSignaturesAreAccepted() throws {
        var many = note
        var keys = [log.signer.verifierKey]
        for number in 0..<15 {
            let signer = try Self.signer("witness\(number).example", UInt8(number))
            many = try signer.sign(many)
            keys.append(signer.verifierKey)
        }
        let read = try #require(SignedNote(many.description))
        #expect(try read.verify(with: keys).get().map(\.key) == keys)
    }

    @Test func thereIsALimit() throws {
        let many = Array(repeating: note.signatures[0], count: SignedNote.mostSignatures)
        let full = try #require(SignedNote(text: note.text, signatures: many))
        #expect(SignedNote(full.description) == full)
        #expect(throws: NoteSigner.Failure.tooManySignatures) { try log.signer.sign(full) }
        #expect(SignedNote(full.description + note.signatures[0].line + "\n") == nil)
    }

    // MARK: - Witnesses

    @Test func aWitnessTellsItsTime() throws {
        let keys = [log.signer.verifierKey, log.witnessKey]
        let expected = [
            VerifiedSignature(key: keys[0], time: nil),
            VerifiedSignature(key: keys[1], time: 1_679_315_147),
        ]
        #expect(try cosigned.verify(with: keys).get() == expected)
        #expect(try cosigned.verify(with: [keys[1]]).get() == [expected[1]])
    }

    @Test func anotherTimeIsAnotherSignature() throws {
        let line = cosigned.signatures[1]
        for byte in 0..<8 {
            var bytes = line.bytes
            bytes[byte] ^= 1
            let changed = NoteSignature(unchecked: line.name, line.keyID, bytes)
            let note = try #require(SignedNote(text: cosigned.text, signatures: [changed]))
            #expect(
                note.verify(with: [log.witnessKey]) == .failure(.badSignature(key: log.witnessKey))
            )
        }
    }

    @Test func timesBeyond63BitsAreRefused() throws {
        let late = try log.cosignature(of: note.text, at: UInt64(Int64.max))
        let tooLate = try log.cosignature(of: note.text, at: UInt64(Int64.max) + 1)
        let key = log.witnessKey
        let good = try #require(SignedNote(text: note.text, signatures: [late]))
        #expect(try good.verify(with: [key]).get()[0].time == UInt64(Int64.max))
        let bad = try #require(SignedNote(text: note.text, signatures: [tooLate]))
        #expect(bad.verify(with: [key]) == .failure(.badSignature(key: key)))
    }

    /// The key is the same; what its signatures say is not.
    @Test func aPlainSignatureIsNoCosignature() throws {
        let plain = log.witness.verifierKey
        #expect(plain.id != log.witnessKey.id)
        let signature = try log.witness.sign(Array(note.text.utf8))
        let posed = NoteSignature(unchecked: plain.name, log.witnessKey.id, signature)
        let note = try #require(SignedNote(text: note.text, signatures: [posed]))
        #expect(
            note.verify(with: [log.witnessKey]) == .failure(.badSignature(key: log.witnessKey))
        )
    }

    // MARK: - Reading

    @Test func aNoteIsReadAsItIsWritten() throws {
        for note in [note, cosigned, try log.signer.sign("\n"), try log.signer.sign("\n\n\n")] {
            let read = try #require(SignedNote(note.description))
            #expect(read == note)
            #expect(read.description == note.description)
            #expect(SignedNote(bytes: Array(note.description.utf8)) == note)
        }
    }

    @Test func theTextEndsAtTheLastBlankLine() throws {
        let inner = note.description
        let outer = try log.signer.sign(inner)
        let read = try #require(SignedNote(outer.description))
        #expect(read.text == inner)
        #expect(try read.verify(with: [log.signer.verifierKey]).get().count == 1)
    }

    @Test func textsThatAreNoNotesAreRefused() throws {
        let line = note.signatures[0].line
        let good = "text\n\n\(line)\n"
        #expect(SignedNote(good) != nil)
        let bad = [
            "", "\n", "\n\n", "text", "text\n", "text\n\n", "\n\(line)\n", "text\n\(line)\n",
            "text\n\n\(line)", "text\n\n\(line)\n\n", "text\n\n\(line)\n \n", "text\r\n\n\(line)\n",
            "te\u{0}xt\n\n\(line)\n", "te\txt\n\n\(line)\n", "text\n\n\(line)\r\n",
            "text\n\n \(line)\n", "text\n\n\(line) \n", "text\n\n-\(line.dropFirst())\n",
            "text\n\n\u{2013}\(line.dropFirst())\n", "text\n\n\(line)\ntext\n",
            "text\n\n\(line.replacing(" ", with: "  "))\n",
            "text\n\n\(line.replacing(" ", with: "\t"))\n",
            "text\n\n— + AAAAAAA=\n", "text\n\n—  AAAAAAA=\n", "text\n\n— a+b AAAAAAA=\n",
            "text\n\n— a\u{A0}b AAAAAAA=\n", "text\n\n— a\u{2003}b AAAAAAA=\n", "text\n\n— name\n",
            "text\n\n— name \n", "text\n\n— name AAAAAA==\n", "text\n\n— name AAAAAAB=\n",
            "text\n\n— name AAAAAAA\n", "text\n\n— name AAAA\nAAA=\n",
        ]
        for text in bad { #expect(SignedNote(text) == nil, "\(text.debugDescription)") }
        #expect(SignedNote(bytes: Array(good.utf8)) != nil)
        #expect(SignedNote(bytes: [0xFF] + Array(good.utf8)) == nil)
        #expect(SignedNote(bytes: [0xED, 0xA0, 0x80] + Array(good.utf8)) == nil)
    }

    @Test func textsThatCannotBeNotesAreNotSigned() {
        for text in ["", "text", "te\txt\n", "text\r\n", "\u{1B}[2J\n"] {
            #expect(throws: NoteSigner.Failure.unsignableText) { try log.signer.sign(text) }
        }
    }

    /// Each bit of each byte flipped, and each beginning of the note.
    @Test func noMangledNoteIsBelieved() throws {
        let bytes = Array(note.description.utf8)
        let key = log.signer.verifierKey
        for changed in Mangling.flipped(bytes) {
            let read = SignedNote(bytes: changed)
            #expect((try? read?.verify(with: [key]).get()) == nil)
        }
        for changed in Mangling.cut(bytes) {
            let read = SignedNote(bytes: changed)
            #expect((try? read?.verify(with: [key]).get()) == nil)
        }
    }

    /// Whatever is done to a note with two signatures, only its own text is ever believed.
    @Test func noMangledCosignedNoteIsBelievedWhole() throws {
        let bytes = Array(cosigned.description.utf8)
        let keys = [log.signer.verifierKey, log.witnessKey]
        for changed in Mangling.flipped(bytes) {
            guard let read = SignedNote(bytes: changed),
                let verified = try? read.verify(with: keys).get()
            else { continue }
            #expect(read.text == cosigned.text)
            #expect(verified.count == 1)
        }
    }

    @Test func namesAreComparedByteByByte() throws {
        let composed = try Self.signer("caf\u{E9}.example", 0)
        let decomposed = try Self.signer("cafe\u{301}.example", 0)
        #expect(composed.verifierKey.id != decomposed.verifierKey.id)
        let note = try composed.sign("text\n")
        let renamed = NoteSignature(
            unchecked: decomposed.name,
            composed.verifierKey.id,
            note.signatures[0].bytes
        )
        let other = try #require(SignedNote(text: "text\n", signatures: [renamed]))
        #expect(other.verify(with: [composed.verifierKey]) == .failure(.noKnownKey))
    }
}
