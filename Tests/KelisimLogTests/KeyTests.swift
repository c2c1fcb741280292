import KelisimTesting
import Testing

@testable import KelisimLog

/// Keys as they are written down.
struct KeyTests {
    private static let name = "kelisim.example/registry"

    private static func signer() throws -> NoteSigner {
        try #require(NoteSigner(name: name, seed: Array(0..<32)))
    }

    @Test func keysAreReadAsTheyAreWritten() throws {
        let signer = try Self.signer()
        let key = signer.verifierKey
        #expect(VerifierKey(key.description) == key)
        let witness = try #require(
            VerifierKey(name: "w", kind: .cosignature, publicKey: key.publicKey)
        )
        #expect(VerifierKey(witness.description) == witness)
        #expect(NoteSigner(privateKey: signer.privateKey)?.privateKey == signer.privateKey)
        #expect(signer.privateKey.hasPrefix("PRIVATE+KEY+\(Self.name)+d529c3a9+AQ"))
    }

    /// Every byte of a key is covered by its id.
    @Test func noMangledKeyIsRead() throws {
        let signer = try Self.signer()
        for bytes in Mangling.flipped(Array(signer.verifierKey.description.utf8)) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(VerifierKey(text) == nil)
        }
        for bytes in Mangling.flipped(Array(signer.privateKey.utf8)) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(NoteSigner(privateKey: text) == nil)
        }
        for bytes in Mangling.cut(Array(signer.verifierKey.description.utf8)) {
            #expect(VerifierKey(String(decoding: bytes, as: UTF8.self)) == nil)
        }
        for bytes in Mangling.cut(Array(signer.privateKey.utf8)) {
            #expect(NoteSigner(privateKey: String(decoding: bytes, as: UTF8.self)) == nil)
        }
    }

    @Test(arguments: ["", " ", "a b", "a+b", "a\nb", "a\u{A0}b", "a\u{0}"])
    func namesThatCannotBeWrittenAreRefused(name: String) {
        #expect(NoteSigner(name: name, seed: Array(0..<32)) == nil)
        #expect(NoteSigner.random(name: name) == nil)
        let key = Array(repeating: UInt8(0), count: 32)
        #expect(VerifierKey(name: name, kind: .ed25519, publicKey: key) == nil)
        #expect(NoteSignature(name: name, keyID: KeyID(0), bytes: [1]) == nil)
    }

    @Test(arguments: [0, 31, 33, 64])
    func keysOfOtherLengthsAreRefused(count: Int) {
        let bytes = Array(repeating: UInt8(1), count: count)
        #expect(NoteSigner(name: Self.name, seed: bytes) == nil)
        #expect(VerifierKey(name: Self.name, kind: .ed25519, publicKey: bytes) == nil)
    }

    /// ECDSA, ML-DSA and types that nobody has assigned.
    @Test(arguments: [0, 2, 3, 5, 6, 255] as [UInt8])
    func otherTypesOfKeysAreNotRead(type: UInt8) throws {
        let key = try Self.signer().verifierKey.publicKey
        let id = KeyID(name: Self.name, type: type, key: key)
        #expect(VerifierKey("\(Self.name)+\(id.hex)+\(Base64.encode([type] + key))") == nil)
    }

    @Test func newKeysDiffer() throws {
        let keys = try (0..<20).map { _ in try #require(NoteSigner.random(name: Self.name)) }
        #expect(Set(keys.map(\.privateKey)).count == 20)
        #expect(Set(keys.map(\.verifierKey)).count == 20)
    }

    @Test func aSignerPrintsNoSecret() throws {
        let signer = try Self.signer()
        let secret = signer.privateKey.suffix(20)
        #expect("\(signer)" == signer.verifierKey.description)
        #expect(!String(reflecting: [signer]).contains(secret))
    }
}
