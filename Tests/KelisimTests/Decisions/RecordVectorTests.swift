import Foundation
import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The test vectors of Documentation/records.md, in its order.
@Suite struct RecordVectorTests {
    private static let recordedAt = Instant(milliseconds: 1_798_761_600_000)

    private static func ago(_ milliseconds: Int64) -> Instant {
        Instant(milliseconds: recordedAt.milliseconds - milliseconds)
    }

    private static func digest(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

    /// The blocks of hexadecimal digits in the documentation.
    private static let vectors: [String] = {
        let path = "\(Project.root)/Documentation/records.md"
        let file = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return file.components(separatedBy: "\n\n")
            .map { $0.replacing("\n", with: "").replacing("    ", with: "") }
            .filter { $0.utf8.count > 80 && $0.allSatisfy(\.isHexDigit) }
    }()

    private func vector(_ place: Int) throws -> String {
        try #require(RecordVectorTests.vectors.count == 8)
        return RecordVectorTests.vectors[place]
    }

    @Test func anotherProgramMakesTheSame() throws {
        let script = "\(Project.root)/Tests/Verifiers/records.py"
        let result = try Command.run("/usr/bin/env", ["python3", script], in: Project.root)
        #expect(result.output.split(separator: "\n").map(String.init) == RecordVectorTests.vectors)
    }

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
            try vector(0)
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
            try vector(1)
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
            try vector(2)
        )
    }

    @Test func hold() throws {
        let hold = Hold(subject: try Subject("u-8f3"), step: .refusedErasure, reason: "case 7")
        check(
            .hold(hold, recordedAt: RecordVectorTests.recordedAt),
            try vector(3)
        )
    }

    private let erasure = Record.erasure(
        Erasure(indices: [0, 1, 300], ground: "case 7"),
        recordedAt: RecordVectorTests.recordedAt
    )

    @Test func erasureOfThreeRows() throws {
        check(
            erasure,
            try vector(4)
        )
    }

    @Test func key() throws {
        check(
            .key("example.kz/log+00000000+AA", recordedAt: RecordVectorTests.recordedAt),
            try vector(5)
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
            try leaf.bytes.hex == vector(6)
        )
        let hash = "64af3ab2cf2e244d6b3ba09e3f873a64f470c91535c0f94b05849a83c70f5155"
        #expect(MerkleHash.leaf(leaf.bytes).hex == hash)
    }

    @Test func leafOfTheErasure() throws {
        let leaf = Leaf(erasure, nonce: try #require(Nonce(bytes: 0..<32)))
        #expect(
            try leaf.bytes.hex == vector(7)
        )
    }
}

extension [UInt8] {
    fileprivate var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
