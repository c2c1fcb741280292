import KelisimTesting
import Testing

@testable import KelisimLog

/// Proofs, tiles and bundles that somebody spoiled: none holds, none stops the verifier.
struct MangledProofTests {
    private static let sizes = [1, 2, 3, 5, 8, 13, 100, 256, 257, 300]
    private static let foreign = MerkleHash.leaf(Array("foreign".utf8))

    @Test(arguments: sizes)
    func noMangledInclusionProofHolds(size: Int) throws {
        let log = try SampleLog(size)
        for index in Set([0, 1, size / 2, size - 2, size - 1]) where index >= 0 && index < size {
            let leaf = SampleLog.leafHash(index)
            let proof = try log.inclusion(index, size)
            #expect(proof.verify(leafHash: leaf, root: log.root))
            #expect(!proof.verify(leafHash: Self.foreign, root: log.root))
            #expect(!proof.verify(leafHash: leaf, root: Self.foreign))
            #expect(!proof.verify(leafHash: log.root, root: log.root) || size == 1)
            var spoiled = Mangling.rearranged(proof.hashes, adding: Self.foreign)
            spoiled += Mangling.rearranged(proof.hashes, adding: leaf)
            spoiled += Self.flipped(proof.hashes)
            for hashes in spoiled {
                let other = InclusionProof(index: proof.index, size: proof.size, hashes: hashes)
                #expect(!other.verify(leafHash: leaf, root: log.root))
            }
            for other in 0..<size + 2 where other != index {
                let moved = InclusionProof(
                    index: UInt64(other),
                    size: UInt64(size),
                    hashes: proof.hashes
                )
                #expect(!moved.verify(leafHash: leaf, root: log.root))
            }
        }
    }

    @Test(arguments: sizes)
    func noMangledConsistencyProofHolds(size: Int) throws {
        let log = try SampleLog(size)
        for old in Set([1, 2, size / 2, size - 1]) where old > 0 && old < size {
            let oldRoot = try #require(log.roots[old])
            let proof = try log.consistency(old, size)
            #expect(proof.verify(from: oldRoot, to: log.root))
            #expect(!proof.verify(from: log.root, to: oldRoot))
            #expect(!proof.verify(from: oldRoot, to: Self.foreign))
            #expect(!proof.verify(from: Self.foreign, to: log.root))
            var spoiled = Mangling.rearranged(proof.hashes, adding: Self.foreign)
            spoiled += Mangling.rearranged(proof.hashes, adding: oldRoot)
            spoiled += Self.flipped(proof.hashes)
            for hashes in spoiled {
                let other = ConsistencyProof(from: proof.from, to: proof.to, hashes: hashes)
                #expect(!other.verify(from: oldRoot, to: log.root))
            }
            for other in 0..<size + 2 where other != old {
                let moved = ConsistencyProof(
                    from: UInt64(other),
                    to: UInt64(size),
                    hashes: proof.hashes
                )
                #expect(!moved.verify(from: oldRoot, to: log.root), "\(old) as \(other)")
            }
        }
    }

    /// Each hash with a bit of each of its bytes flipped.
    private static func flipped(_ hashes: [Digest]) -> [[Digest]] {
        hashes.indices.flatMap { place in
            (0..<32)
                .compactMap { byte in
                    var bytes = hashes[place].bytes
                    bytes[byte] ^= 1 << (byte % 8)
                    var changed = hashes
                    Digest(bytes: bytes).map { changed[place] = $0 }
                    return changed == hashes ? nil : changed
                }
        }
    }

    /// Every hash of the partial tiles is part of the root, and every other hash of a tile part of
    /// a proof from it.
    @Test func noMangledTileProvesAnything() throws {
        let size = 300
        let log = try SampleLog(size)
        for tile in log.tiles where !tile.id.isFull {
            for bytes in Mangling.flipped(tile.bytes) {
                let tiles = Self.tiles(of: log, with: bytes, as: tile.id)
                let builder = try TileBuilder(size: UInt64(size), tiles: tiles)
                #expect(builder.root != log.root)
            }
        }
        let full = log.tiles[0]
        #expect(full.id == TileID(level: 0, index: 0))
        // Seven and 32 have no common divisor, so every byte of a hash has its turn.
        for place in stride(from: 0, to: full.bytes.count, by: 7) where place / 32 != 77 {
            var bytes = full.bytes
            bytes[place] ^= 1 << (place % 8)
            let tiles = Self.tiles(of: log, with: bytes, as: full.id)
            let proof = try InclusionProof(index: 77, size: 300, hash: tiles.hash(of:))
            #expect(proof?.verify(leafHash: SampleLog.leafHash(77), root: log.root) == false)
        }
    }

    @Test func noShortenedTileProvesAnything() throws {
        let log = try SampleLog(300)
        let names = InclusionProof.tiles(index: 77, size: 300)
        #expect(names.count == 2)
        for tile in log.tiles where names.contains(tile.id) {
            for bytes in Mangling.cut(tile.bytes) {
                let tiles = Self.tiles(of: log, with: bytes, as: tile.id)
                let proof = try? InclusionProof(index: 77, size: 300, hash: tiles.hash(of:))
                let holds = proof?.verify(leafHash: SampleLog.leafHash(77), root: log.root)
                // A tile with more behind it is a wider one, of which only the start is read.
                #expect(holds != true || bytes.starts(with: tile.bytes))
                #expect(holds != nil || bytes.count < tile.bytes.count)
            }
        }
    }

    private static func tiles(of log: SampleLog, with bytes: [UInt8], as id: TileID) -> TileSet {
        var tiles = TileSet()
        tiles.insert(bytes, as: id)
        for other in log.tiles where other.id != id { tiles.insert(other.bytes, as: other.id) }
        return tiles
    }

    @Test func noMangledBundleHasTheEntries() throws {
        let entries = (0..<40).map(SampleLog.entry) + [[], Array(repeating: 7, count: 300)]
        let bytes = try EntryBundle.encode(entries)
        #expect(EntryBundle.decode(bytes) == entries)
        for changed in Mangling.flipped(bytes) {
            #expect(EntryBundle.decode(changed) != entries)
        }
        for changed in Mangling.cut(bytes) {
            #expect(EntryBundle.decode(changed) != entries)
        }
    }
}
