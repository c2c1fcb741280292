import Foundation
import KelisimTesting
import Testing

@testable import KelisimLog

/// Commitments and their nonces.
struct CommitmentTests {
    /// Python's `hmac` is the judge.
    @Test(arguments: ["", "{\"decision\":\"accept\"}", String(repeating: "қ", count: 5_000)])
    func aCommitmentIsHMACOfSHA256(record: String) throws {
        let nonce = try #require(Nonce(bytes: Array(100..<132)))
        let script = """
            import hashlib, hmac, sys
            record = open(sys.argv[1], "rb").read()
            print(hmac.new(bytes(range(100, 132)), record, hashlib.sha256).hexdigest())
            """
        let folder = try TemporaryFolder()
        try folder.write("record", record)
        let arguments = ["-c", script, folder.path("record")]
        let result = try Command.run("/usr/bin/python3", arguments, in: folder.path)
        let commitment = Commitment.make(nonce: nonce, record: Array(record.utf8))
        #expect(result.output == "\(commitment.hex)\n")
    }

    @Test func anotherNonceOrRecordGivesAnotherCommitment() {
        let nonce = Nonce.random()
        let commitment = Commitment.make(nonce: nonce, record: [1, 2, 3])
        #expect(commitment == Commitment.make(nonce: nonce, record: [1, 2, 3]))
        #expect(commitment != Commitment.make(nonce: .random(), record: [1, 2, 3]))
        #expect(commitment != Commitment.make(nonce: nonce, record: [1, 2, 4]))
    }

    @Test func noncesHave32BytesAndDoNotRepeat() throws {
        #expect(Nonce(bytes: Array(0..<31)) == nil)
        #expect(Nonce(bytes: Array(0..<33)) == nil)
        let nonce = Nonce.random()
        #expect(Nonce(base64: nonce.base64) == nonce)
        #expect(Set((0..<1_000).map { _ in Nonce.random() }).count == 1_000)
    }
}
