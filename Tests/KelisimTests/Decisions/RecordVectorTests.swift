import KelisimLog
import KelisimText
import Testing

@testable import Kelisim

/// The test vectors of Documentation/records.md, which were made by a program of some other language.
@Suite struct RecordVectorTests {
    private static let recordedAt = Instant(milliseconds: 1_798_761_600_000)

    private static func ago(_ milliseconds: Int64) -> Instant {
        Instant(milliseconds: recordedAt.milliseconds - milliseconds)
    }

    private static func digest(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

    private func check(
        _ record: Record,
        _ hex: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(record.bytes.hex == hex, sourceLocation: location)
        #expect(Record(record.bytes) == record, sourceLocation: location)
    }

    @Test func publication() throws {
        let file = PublishedFile(
            kind: .publication,
            policy: try #require(PolicyID("privacy")),
            edition: 1,
            publication: RecordVectorTests.digest("{}\n"),
            bytes: Array("{}\n".utf8)
        )
        check(
            .published(file, recordedAt: RecordVectorTests.recordedAt),
            """
            126b656c6973696d2f7265636f72642f76310c7075626c69636174696f6e09000001a2ce8bd4000c\
            7075626c69636174696f6e0870726976616379020121ca3d163bab055381827226140568f3bef7ea\
            ac187cebd76878e0b63e9e442356047b7d0a
            """
        )
    }

    private func decision() throws -> Decision {
        let id: [UInt8] = [
            0x01, 0xA2, 0xCE, 0x8B, 0xD4, 0x00, 0x70, 0x01, 0x80, 0, 0, 0, 0, 0, 0, 2,
        ]
        return Decision(
            id: try #require(DecisionID(bytes: id)),
            recordedAt: RecordVectorTests.recordedAt,
            occurredAt: RecordVectorTests.ago(500),
            subject: try Subject("u-8f3"),
            actor: Actor(
                id: try Subject("g-17"),
                guardianship: try #require(GuardianshipID("gs-1"))
            ),
            policy: try #require(PolicyID("privacy")),
            edition: 1,
            language: Language("kk"),
            textDigest: RecordVectorTests.digest("text"),
            htmlDigest: RecordVectorTests.digest("html"),
            presentedAt: RecordVectorTests.ago(120_000),
            identification: .presentation,
            act: .accepted,
            method: .signature,
            evidence: Evidence(
                type: "cms",
                digest: RecordVectorTests.digest("signature"),
                reference: "7/12"
            ),
            context: DecisionContext(
                screen: "signup-3",
                statement: "Келісемін",
                ip: "192.0.2.7",
                note: ""
            ),
            recordedBy: "key-1",
            idempotency: try #require(Idempotency(key: 0..<16, fingerprint: 16..<32))
        )
    }

    @Test func decisionOfAGuardian() throws {
        check(
            .decision(try decision()),
            """
            126b656c6973696d2f7265636f72642f7631096465636973696f6e09000001a2ce8bd4001101a2ce\
            8bd4007001800000000000000209000001a2ce8bd20c06752d38663305672d31370567732d310870\
            7269766163790201036b6b21982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead6\
            7c32c9d10961636365707465640a7369676e617475726521e5e239560bc125a20ff2ac1fea50915b\
            c198dd4f5b5256ec447a8a71e00132b309000001a2ce89ff400d70726573656e746174696f6e0463\
            6d73211a2fc26dc7ea5a2a4748b7cb2b1ef193d96ab2c99f93092f69e63075b28d127805372f3132\
            097369676e75702d3313d09ad0b5d0bbd196d181d0b5d0bcd196d0bd000a3139322e302e322e3700\
            01066b65792d3111000102030405060708090a0b0c0d0e0f11101112131415161718191a1b1c1d1e\
            1f
            """
        )
    }

    @Test func guardianship() throws {
        let guardianship = Guardianship(
            id: try #require(GuardianshipID("gs-1")),
            guardian: try Subject("g-17"),
            ward: try Subject("u-8f3"),
            basis: .adoptiveParent,
            from: RecordVectorTests.ago(1),
            wardReaches: [
                14: try #require(LocalDate(iso: "2030-06-15")),
                18: try #require(LocalDate(iso: "2034-06-15")),
            ],
            evidence: "7/12"
        )
        check(
            .guardianship(guardianship, recordedAt: RecordVectorTests.recordedAt),
            """
            126b656c6973696d2f7265636f72642f76310d677561726469616e7368697009000001a2ce8bd400\
            0567732d3105672d313706752d3866331061646f70746976652d706172656e7409000001a2ce8bd3\
            ff0005372f313200020e0b323033302d30362d313502120b323033342d30362d313500
            """
        )
    }

    @Test func hold() throws {
        let hold = Hold(subject: try Subject("u-8f3"), step: .refusedErasure, reason: "case 7")
        check(
            .hold(hold, recordedAt: RecordVectorTests.recordedAt),
            """
            126b656c6973696d2f7265636f72642f763105686f6c6409000001a2ce8bd40006752d3866331072\
            6566757365642d6572617375726507636173652037
            """
        )
    }

    private let erasure = Record.erasure(
        Erasure(indices: [0, 1, 300], ground: "case 7"),
        recordedAt: RecordVectorTests.recordedAt
    )

    @Test func erasureOfThreeRows() {
        check(
            erasure,
            """
            126b656c6973696d2f7265636f72642f7631086572617375726509000001a2ce8bd4000763617365\
            2037050001ab02
            """
        )
    }

    @Test func key() {
        check(
            .key("example.kz/log+00000000+AA", recordedAt: RecordVectorTests.recordedAt),
            """
            126b656c6973696d2f7265636f72642f7631046b657909000001a2ce8bd4001b6578616d706c652e\
            6b7a2f6c6f672b30303030303030302b4141
            """
        )
    }

    @Test func leafOfTheDecision() throws {
        let nonce = try #require(Nonce(bytes: 0..<32))
        let leaf = Leaf(
            .decision(try decision()),
            nonce: nonce,
            publication: RecordVectorTests.digest("{}\n")
        )
        #expect(
            leaf.bytes.hex == """
                106b656c6973696d2f6c6561662f7631096465636973696f6e21ca3d163bab055381827226140568\
                f3bef7eaac187cebd76878e0b63e9e44235604079fc821525e263f5d09f622f4d812899080f51a60\
                8d759eff63dba1e08a24e5ffb2fa1400
                """
        )
        let hash = "64af3ab2cf2e244d6b3ba09e3f873a64f470c91535c0f94b05849a83c70f5155"
        #expect(MerkleHash.leaf(leaf.bytes).hex == hash)
    }

    @Test func leafOfTheErasure() throws {
        let leaf = Leaf(erasure, nonce: try #require(Nonce(bytes: 0..<32)))
        #expect(
            leaf.bytes.hex == """
                106b656c6973696d2f6c6561662f763108657261737572650004079fc8213c34b6c80890d4d216cb\
                4931b2824ccb4b723c709bdeb72b716661caf92ea152050001ab02
                """
        )
    }
}

extension [UInt8] {
    fileprivate var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
