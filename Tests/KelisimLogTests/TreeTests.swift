import KelisimTesting
import Testing

@testable import KelisimLog

/// Trees of every size, held to the recursive definition of RFC 6962.
struct TreeTests {
    private static let largest = 600
    private static let leaves = (0..<largest).map(SampleLog.leafHash)

    /// All numbers below `size` when there are few, else the edges and some between.
    private static func some(below size: Int) -> [Int] {
        if size <= 130 { return Array(0..<size) }
        var random = SeededGenerator(seed: UInt64(size))
        let edges = [0, 1, 127, 128, 255, 256, 257, 511, 512, size - 2, size - 1]
        return edges.filter { $0 < size } + (0..<6).map { _ in random.below(size) }
    }

    @Test func everyRootIsTheDefinition() {
        let tree = NaiveTree(Self.leaves)
        var frontier = MerkleFrontier()
        #expect(frontier.root == tree.root(0))
        for size in 1...Self.largest {
            frontier.append(leafHash: Self.leaves[size - 1])
            #expect(frontier.root == tree.root(size))
            #expect(frontier.size == UInt64(size))
            #expect(frontier.peaks.count == size.nonzeroBitCount)
            #expect(MerkleFrontier(size: UInt64(size), hash: tree.hash) == frontier)
            #expect(MerkleFrontier(size: UInt64(size), hashes: frontier.peaks) == frontier)
        }
    }

    @Test func appendingTellsEverySubtreeOnce() {
        let tree = NaiveTree(Self.leaves)
        var frontier = MerkleFrontier()
        var counts: [Int: UInt64] = [:]
        for leaf in Self.leaves {
            frontier.append(leafHash: leaf) { level, hash in
                let index = counts[level, default: 0]
                #expect(hash == tree.hash(Subtree(level: level, index: index)))
                counts[level] = index + 1
            }
        }
        for level in 0..<10 { #expect(counts[level] == UInt64(Self.largest >> level)) }
    }

    @Test func everyInclusionProofIsTheDefinitionAndHolds() throws {
        let tree = NaiveTree(Self.leaves)
        for size in 1...Self.largest {
            for index in Self.some(below: size) {
                let proof = try #require(
                    InclusionProof(index: UInt64(index), size: UInt64(size), hash: tree.hash)
                )
                #expect(proof.hashes == tree.path(index, 0..<size))
                #expect(proof.verify(leafHash: Self.leaves[index], root: tree.root(size)))
                #expect(!proof.verify(leafHash: Self.leaves[index], root: tree.root(size - 1)))
            }
        }
    }

    @Test func everyConsistencyProofIsTheDefinitionAndHolds() throws {
        let tree = NaiveTree(Self.leaves)
        for size in 1...Self.largest {
            for old in Self.some(below: size).map({ $0 + 1 }) {
                let proof = try #require(
                    ConsistencyProof(from: UInt64(old), to: UInt64(size), hash: tree.hash)
                )
                #expect(proof.hashes == tree.proof(old, size))
                #expect(proof.verify(from: tree.root(old), to: tree.root(size)))
                #expect(!proof.verify(from: tree.root(old - 1), to: tree.root(size)))
                #expect(!proof.verify(from: tree.root(old), to: tree.root(size - 1)))
            }
        }
    }

    @Test func thereAreNoProofsOutsideOfTheTree() {
        let tree = NaiveTree(Self.leaves)
        #expect(InclusionProof(index: 0, size: 0, hash: tree.hash) == nil)
        #expect(InclusionProof(index: 5, size: 5, hash: tree.hash) == nil)
        #expect(InclusionProof(index: .max, size: 5, hash: tree.hash) == nil)
        #expect(ConsistencyProof(from: 0, to: 5, hash: tree.hash) == nil)
        #expect(ConsistencyProof(from: 6, to: 5, hash: tree.hash) == nil)
        #expect(InclusionProof.tiles(index: 5, size: 5).isEmpty)
        #expect(ConsistencyProof.tiles(from: 0, to: 5).isEmpty)
        #expect(ConsistencyProof.tiles(from: 5, to: 5).isEmpty)
    }

    @Test func nothingIsProvedFromSizeZero() {
        let root = NaiveTree(Self.leaves).root(5)
        let empty = MerkleHash.emptyTree
        #expect(!ConsistencyProof(from: 0, to: 5, hashes: []).verify(from: empty, to: root))
        #expect(!ConsistencyProof(from: 0, to: 0, hashes: []).verify(from: empty, to: empty))
        #expect(ConsistencyProof(from: 5, to: 5, hashes: []).verify(from: root, to: root))
        #expect(!ConsistencyProof(from: 5, to: 5, hashes: []).verify(from: empty, to: root))
        #expect(!ConsistencyProof(from: 5, to: 5, hashes: [root]).verify(from: root, to: root))
    }

    @Test func aFrontierHasOnePeakForEachBit() {
        let peak = Self.leaves[0]
        #expect(MerkleFrontier(size: 0, hashes: []) == MerkleFrontier())
        #expect(MerkleFrontier(size: 0, hashes: [peak]) == nil)
        #expect(MerkleFrontier(size: 6, hashes: [peak]) == nil)
        #expect(MerkleFrontier(size: 6, hashes: [peak, peak, peak]) == nil)
        #expect(MerkleFrontier(size: .max, hashes: Array(repeating: peak, count: 64)) != nil)
    }

    /// A tree whose leaves are all the same, which can be as large as sizes go.
    private struct UniformTree {
        let hashes: [Digest]

        init(_ leaf: Digest) {
            hashes = (0..<63)
                .reduce(into: [leaf]) { hashes, level in
                    hashes.append(MerkleHash.node(hashes[level], hashes[level]))
                }
        }

        func hash(_ subtree: Subtree) -> Digest { hashes[subtree.level] }

        func root(_ size: UInt64) -> Digest { MerkleFrontier(size: size, hash: hash).root }
    }

    private static let enormous: [UInt64] = [
        1 << 32, 1 << 32 + 1, 1 << 63 - 1, 1 << 63, 1 << 63 + 1, .max - 256, .max - 1, .max,
    ]

    @Test(arguments: enormous)
    func proofsOfEnormousTreesHold(size: UInt64) throws {
        let leaf = Self.leaves[0]
        let tree = UniformTree(leaf)
        let root = tree.root(size)
        let numbers: [UInt64] = [0, 1, 255, 256, 1 << 32 - 1, size / 2, size - 2, size - 1]
        for number in numbers {
            let inclusion = try #require(
                InclusionProof(index: number, size: size, hash: tree.hash)
            )
            #expect(inclusion.verify(leafHash: leaf, root: root))
            let tiles = InclusionProof.tiles(index: number, size: size)
            #expect(tiles.count <= 16)
            let old = number + 1
            let growth = try #require(ConsistencyProof(from: old, to: size, hash: tree.hash))
            #expect(growth.verify(from: tree.root(old), to: root))
        }
        #expect(TileID.partialTiles(ofSize: size).count <= 8)
        #expect(TileID.tiles(growingFrom: size - 1, to: size).count <= 16)
    }

    /// No number of hashes, no index and no size stops a verifier.
    @Test func absurdProofsDoNotHold() {
        let hash = Self.leaves[0]
        let numbers: [UInt64] = [0, 1, 2, 3, 255, 256, 1 << 63 - 1, 1 << 63, .max - 1, .max]
        for count in 0...130 {
            let hashes = Array(repeating: hash, count: count)
            for first in numbers {
                for second in numbers {
                    let inclusion = InclusionProof(index: first, size: second, hashes: hashes)
                    let isLeafAlone = first == 0 && second == 1 && count == 0
                    #expect(inclusion.verify(leafHash: hash, root: hash) == isLeafAlone)
                    let growth = ConsistencyProof(from: first, to: second, hashes: hashes)
                    let isSame = first == second && first > 0 && count == 0
                    #expect(growth.verify(from: hash, to: hash) == isSame)
                }
            }
        }
    }
}
