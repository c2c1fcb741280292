import KelisimTesting
import Testing

@testable import KelisimLog

/// The log with the entries "acceptance 0", "acceptance 1" and so on.
struct SampleLog {
    static let origin = "kelisim.example/registry"
    static let witness = "witness.example/w1"

    static func entry(_ number: Int) -> [UInt8] { Array("acceptance \(number)".utf8) }

    static func leafHash(_ number: Int) -> Digest { MerkleHash.leaf(entry(number)) }

    let size: Int
    let signer: NoteSigner
    let witness: NoteSigner
    private(set) var tiles: [Tile] = []
    private(set) var set = TileSet()
    private(set) var roots: [Int: Digest] = [:]

    init(_ size: Int) throws {
        self.size = size
        signer = try #require(NoteSigner(name: Self.origin, seed: Array(0..<32)))
        witness = try #require(NoteSigner(name: Self.witness, seed: Array(32..<64)))
        var builder = TileBuilder()
        roots[0] = builder.root
        for number in 0..<size {
            builder.append(leafHash: Self.leafHash(number))
            if number < 300 || number + 2 >= size { roots[number + 1] = builder.root }
        }
        tiles = builder.takeTiles()
        for tile in tiles { set.insert(tile.bytes, as: tile.id) }
    }

    /// Makes it sign `root` as its own.
    mutating func pretend(_ root: Digest?) { roots[size] = root }

    var root: Digest { roots[size] ?? MerkleHash.emptyTree }

    var witnessKey: VerifierKey {
        VerifierKey(unchecked: Self.witness, .cosignature, witness.verifierKey.publicKey)
    }

    /// The note that the log and the witness have signed when it had `size` entries.
    func checkpoint(_ size: Int, at time: UInt64 = 1_679_315_147) throws -> SignedNote {
        let root = try #require(roots[size])
        let body = try #require(Checkpoint(origin: Self.origin, size: UInt64(size), root: root))
        let note = try signer.sign(body.body)
        return try #require(note.adding(try cosignature(of: note.text, at: time)))
    }

    func cosignature(of text: String, at time: UInt64) throws -> NoteSignature {
        let signature = try witness.sign(VerifierKey.cosignedMessage(text, time: time))
        let bytes = withUnsafeBytes(of: time.bigEndian) { Array($0) } + signature
        return NoteSignature(unchecked: Self.witness, witnessKey.id, bytes)
    }

    func inclusion(_ index: Int, _ size: Int) throws -> InclusionProof {
        let proof = try InclusionProof(
            index: UInt64(index),
            size: UInt64(size),
            hash: set.hash(of:)
        )
        return try #require(proof)
    }

    func consistency(_ old: Int, _ size: Int) throws -> ConsistencyProof {
        let proof = try ConsistencyProof(
            from: UInt64(old),
            to: UInt64(size),
            hash: set.hash(of:)
        )
        return try #require(proof)
    }

    func proof(_ index: Int, extra: [UInt8]? = nil) throws -> TlogProof {
        TlogProof(
            index: UInt64(index),
            hashes: try inclusion(index, size).hashes,
            checkpoint: try checkpoint(size),
            extra: extra
        )
    }
}
