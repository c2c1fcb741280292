import KelisimTesting
import Testing

@testable import KelisimLog

/// The values that Kelisim's specification of the log gives, and those of RFC 6962's own test tree.
struct VectorTests {
    private static let entries = ["one", "two", "three"].map { Array($0.utf8) }
    private static let leaves = entries.map(MerkleHash.leaf)
    private static let root = "5aac771c899ac292e74bf1afe2e6e302f8b55883b2d1bf197b46a6bea6dabca9"
    private static let origin = "kelisim.example/registry"
    private static let key =
        "kelisim.example/registry+d529c3a9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    private static let note = """
        kelisim.example/registry
        3
        Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=

        — kelisim.example/registry \
        1SnDqVrT55EvYmjmZTUa0vx7MN7wksY4FyKxxlJzJTbbriR63+Pqdazy1DXUYfyE9MP7PDWCbLALf7vXbLNm\
        +eanpAg=

        """

    private static func signer() throws -> NoteSigner {
        try #require(NoteSigner(name: origin, seed: Array(0..<32)))
    }

    @Test func leavesAndNodes() {
        let expected = [
            "d0d7360ab79f58ab1e1e3fe64ad77e2ea0bc07e36b5f46ed2223edd9298df9e9",
            "ab1ab7f07c7c8fe0eff4ba6faa53c7e4412e91a599153e8aa4e01beece5b7825",
            "671f146c5e471e8a1a83a3c214ce4ba907b8f3a5888d14cc8cd3ce75bb12ef94",
        ]
        #expect(Self.leaves.map(\.hex) == expected)
        #expect(
            MerkleHash.node(Self.leaves[0], Self.leaves[1]).hex
                == "4f55f619d9215235778b2b9f17d6f4915b16171214d152381293669764de722e"
        )
    }

    @Test func smallRoots() {
        var frontier = MerkleFrontier()
        #expect(frontier.root == MerkleHash.emptyTree)
        #expect(frontier.root.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        frontier.append(leafHash: Self.leaves[0])
        #expect(frontier.root.base64 == "0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=")
        for leaf in Self.leaves.dropFirst() { frontier.append(leafHash: leaf) }
        #expect(frontier.root.hex == Self.root)
    }

    @Test(arguments: [
        (256, "PQvkiUMNbklKTIvfLgPCsCQIp9aKHURLXGvouNCQcBI="),
        (257, "Pz2r3OFDlvMYGuwY1/JPCMCXsJA8b8J+jPIpPystKpg="),
        (70_000, "W4iWTe5IP2iP2WHD7rAjX5krcLi32V0mEkaIgPV48Zo="),
    ])
    func largerRoots(size: Int, root: String) {
        var frontier = MerkleFrontier()
        for number in 0..<size { frontier.append(leafHash: SampleLog.leafHash(number)) }
        #expect(frontier.root.base64 == root)
    }

    @Test func rootsOfTheRFC() throws {
        let leaves = try [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ]
        .map { try #require(Hexadecimal.decode($0.utf8)) }
        var frontier = MerkleFrontier()
        var roots: [Int: String] = [:]
        for (number, leaf) in leaves.enumerated() {
            frontier.append(leafHash: MerkleHash.leaf(leaf))
            roots[number + 1] = frontier.root.hex
        }
        #expect(roots[3] == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")
        #expect(roots[8] == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
    }

    @Test func proofs() throws {
        let tree = NaiveTree(Self.leaves)
        let root = try #require(Digest(hex: Self.root))
        let inclusion = try #require(InclusionProof(index: 2, size: 3, hash: tree.hash))
        #expect(inclusion.hashes.map(\.base64) == ["T1X2GdkhUjV3iyufF9b0kVsWFxIU0VI4EpNml2Teci4="])
        #expect(inclusion.verify(leafHash: Self.leaves[2], root: root))
        let consistency = try #require(ConsistencyProof(from: 2, to: 3, hash: tree.hash))
        #expect(
            consistency.hashes.map(\.base64) == ["Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="]
        )
        #expect(consistency.verify(from: tree.root(2), to: root))
    }

    @Test func entryBundle() throws {
        let bytes = try EntryBundle.encode(Self.entries)
        #expect(Hexadecimal.encode(bytes) == "00036f6e65000374776f00057468726565")
        #expect(EntryBundle.decode(bytes) == Self.entries)
    }

    @Test func keys() throws {
        let signer = try Self.signer()
        #expect(
            Hexadecimal.encode(signer.verifierKey.publicKey)
                == "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
        )
        #expect(signer.verifierKey.id.hex == "d529c3a9")
        #expect(signer.verifierKey.description == Self.key)
        #expect(VerifierKey(Self.key) == signer.verifierKey)
        #expect(NoteSigner(privateKey: signer.privateKey)?.verifierKey == signer.verifierKey)
    }

    @Test func signedCheckpoint() throws {
        let root = try #require(Digest(hex: Self.root))
        let checkpoint = try #require(Checkpoint(origin: Self.origin, size: 3, root: root))
        let note = try Self.signer().sign(checkpoint.body)
        #expect(note.description == Self.note)
        let read = try #require(SignedNote(Self.note))
        #expect(Checkpoint(body: read.text) == checkpoint)
        let key = try #require(VerifierKey(Self.key))
        #expect(try read.verify(with: [key]).get() == [VerifiedSignature(key: key, time: nil)])
    }

    /// The example of tlog-tiles.
    @Test func tilePath() throws {
        let tile = try #require(TileID(level: 0, index: 1_234_067))
        #expect(tile.path == "tile/0/x001/x234/067")
        #expect(tile.entriesPath == "tile/entries/x001/x234/067")
        #expect(
            TileID.tiles(growingFrom: 0, to: 70_000).suffix(4).map(\.path) == [
                "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1",
            ]
        )
    }
}
