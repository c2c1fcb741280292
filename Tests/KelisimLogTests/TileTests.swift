import KelisimTesting
import Testing

@testable import KelisimLog

/// Tiles: their names, which of them a tree has, what is in them, and proofs from them.
struct TileTests {
    @Test(arguments: [
        (0, 0, 256, "tile/0/000"), (0, 999, 1, "tile/0/999.p/1"),
        (3, 1_000, 256, "tile/3/x001/000"),
        (0, 1_234_067, 5, "tile/0/x001/x234/067.p/5"), (63, 70, 255, "tile/63/070.p/255"),
        (7, UInt64.max, 256, "tile/7/x018/x446/x744/x073/x709/x551/615"),
    ])
    func pathsAreReadAsTheyAreWritten(level: Int, index: UInt64, width: Int, path: String) throws {
        let id = try #require(TileID(level: level, index: index, width: width))
        #expect(id.path == path)
        #expect(TileID(path: path) == id)
        #expect(TileID(entriesPath: id.entriesPath) == TileID(level: 0, index: index, width: width))
        #expect(TileID(path: id.entriesPath) == nil)
        #expect(TileID(entriesPath: path) == nil)
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000",
        "tile/0/1234",
        "tile/0/000/", "/tile/0/000", "tile//000", "tile/00/000", "tile/64/000", "tile/-1/000",
        "tile/+1/000", "tile/0/x000", "tile/0/000/001", "tile/0/x000/001", "tile/0/x000/x001/000",
        "tile/0/x01/000", "tile/0/X001/000", "tile/0/001.p", "tile/0/001.p/", "tile/0/001.p/0",
        "tile/0/001.p/01", "tile/0/001.p/256", "tile/0/001.p/1/", "tile/0/001.q/1", "tile/0/001/1",
        "tile/0/x001.p/000.p/1", "tile/0/-01", "tile/0/+01", "tile/0/٠٠١", "tile/0/001.p\u{301}/1",
        "tile/0/x018/x446/x744/x073/x709/x551/616", "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "data/0/000", "tile/0/000\n", "tile/0/../000", "tile/0/001.p/-1", "tile/0/.p/1",
    ])
    func otherPathsAreNotRead(path: String) {
        #expect(TileID(path: path) == nil)
        #expect(TileID(entriesPath: path.replacing("tile/0/", with: "tile/entries/")) == nil)
    }

    @Test func namesOutsideOfTheFormatAreRefused() {
        #expect(TileID(level: -1, index: 0) == nil)
        #expect(TileID(level: 64, index: 0) == nil)
        #expect(TileID(level: 0, index: 0, width: 0) == nil)
        #expect(TileID(level: 0, index: 0, width: 257) == nil)
    }

    /// The formula of tlog-tiles for the width of partial tiles, and that full tiles come before them.
    @Test func aTreeHasTheTilesOfTheSpecification() {
        for size in [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000] as [UInt64] {
            var expected: Set<TileID> = []
            for level in 0..<8 {
                let span = (0..<level).reduce(1 as UInt64) { count, _ in count * 256 }
                let hashes = size / span
                for index in 0..<hashes / 256 {
                    expected.insert(TileID(unchecked: level, index, 256))
                }
                if hashes % 256 > 0 {
                    expected.insert(TileID(unchecked: level, hashes / 256, Int(hashes % 256)))
                }
            }
            let tiles = TileID.tiles(growingFrom: 0, to: size)
            #expect(Set(tiles) == expected)
            #expect(tiles.count == expected.count)
            #expect(
                Set(TileID.partialTiles(ofSize: size)) == expected.filter { !$0.isFull }
            )
        }
        #expect(TileID.tiles(growingFrom: 5, to: 5).isEmpty)
        #expect(TileID.tiles(growingFrom: 6, to: 5).isEmpty)
    }

    @Test func whatIsNewIsWhatTheOldTreeHadNot() {
        for old in [0, 1, 200, 255, 256, 257, 512, 700] as [UInt64] {
            for new in [1, 2, 255, 256, 257, 300, 511, 512, 513, 1_000] as [UInt64] where old <= new
            {
                let before = Set(TileID.tiles(growingFrom: 0, to: old))
                let after = Set(TileID.tiles(growingFrom: 0, to: new))
                let grown = TileID.tiles(growingFrom: old, to: new)
                #expect(Set(grown) == after.subtracting(before), "\(old) to \(new)")
                #expect(grown.count == Set(grown).count)
            }
        }
    }

    /// The tiles hold what their names say, in whatever steps the log grew and however often it was
    /// read from its tiles again.
    @Test(arguments: [1, 7, 100, 256, 300, 511])
    func builtTilesAreTheDefinition(step: Int) throws {
        let leaves = (0..<1_600).map(SampleLog.leafHash)
        let tree = NaiveTree(leaves)
        var builder = TileBuilder()
        var stored = TileSet()
        for start in stride(from: 0, to: leaves.count, by: step) {
            let end = min(start + step, leaves.count)
            for leaf in leaves[start..<end] { builder.append(leafHash: leaf) }
            let tiles = builder.takeTiles()
            let names = TileID.tiles(growingFrom: UInt64(start), to: UInt64(end))
            #expect(Set(tiles.map(\.id)) == Set(names))
            #expect(tiles.count == names.count)
            for tile in tiles {
                let first = tile.id.index * 256
                let hashes = (0..<UInt64(tile.id.width))
                    .map { slot in
                        tree.hash(Subtree(level: 8 * tile.id.level, index: first + slot))
                    }
                #expect(tile.bytes == hashes.flatMap(\.bytes))
                #expect(Tile(id: tile.id, bytes: tile.bytes) == tile)
                stored.insert(tile.bytes, as: tile.id)
            }
            #expect(builder.root == tree.root(end))
            #expect(builder.takeTiles().isEmpty)
            builder = try TileBuilder(size: UInt64(end), tiles: stored)
            #expect(builder.root == tree.root(end))
            #expect(builder.takeTiles().isEmpty)
        }
    }

    @Test func aCopyOfABuilderIsWhatToGoOnWith() {
        var builder = TileBuilder()
        for number in 0..<300 { builder.append(leafHash: SampleLog.leafHash(number)) }
        let kept = builder
        var failed = builder
        for number in 0..<300 { failed.append(leafHash: SampleLog.leafHash(number)) }
        _ = failed.takeTiles()
        #expect(Set(builder.takeTiles().map(\.id)) == Set(TileID.tiles(growingFrom: 0, to: 300)))
        #expect(kept.root == builder.root)
    }

    @Test func proofsFromTilesAreTheDefinition() throws {
        let log = try SampleLog(70_000)
        let tree = NaiveTree((0..<log.size).map(SampleLog.leafHash))
        var random = SeededGenerator(seed: 5)
        let edges = [0, 1, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]
        for index in edges + (0..<20).map({ _ in random.below(log.size) }) {
            for size in [log.size, index + 1, min(index + 300, log.size)] {
                #expect(try log.inclusion(index, size).hashes == tree.path(index, 0..<size))
                #expect(try log.consistency(index + 1, size).hashes == tree.proof(index + 1, size))
            }
        }
    }

    /// The tiles that a proof says it takes are enough, exist, and are few.
    @Test func aProofTakesFewTiles() throws {
        let log = try SampleLog(70_000)
        let served = Dictionary(uniqueKeysWithValues: log.tiles.map { ($0.id, $0.bytes) })
        let size = UInt64(log.size)
        var random = SeededGenerator(seed: 6)
        for _ in 0..<50 {
            let index = UInt64(random.below(log.size))
            let names = InclusionProof.tiles(index: index, size: size)
            #expect(names.count <= 6)
            let set = try TileSet(names) { try #require(served[$0]) }
            let proof = try #require(
                try InclusionProof(index: index, size: size, hash: set.hash(of:))
            )
            let leaf = SampleLog.leafHash(Int(index))
            #expect(proof.verify(leafHash: leaf, root: log.root))

            let others = ConsistencyProof.tiles(from: index + 1, to: size)
            #expect(others.count <= 6)
            let otherSet = try TileSet(others) { try #require(served[$0]) }
            let growth = try ConsistencyProof(from: index + 1, to: size, hash: otherSet.hash(of:))
            #expect(growth?.hashes == (try log.consistency(Int(index) + 1, log.size).hashes))
        }
    }

    @Test func aWiderTileServesForANarrowerOne() throws {
        let log = try SampleLog(300)
        let old = try log.inclusion(20, 200)
        #expect(old.verify(leafHash: SampleLog.leafHash(20), root: try #require(log.roots[200])))
        let id = try #require(TileID(level: 0, index: 0, width: 200))
        #expect(try log.set.bytes(of: id).count == 200 * 32)
        #expect(try TileBuilder(size: 200, tiles: log.set).root == log.roots[200])
    }

    @Test func missingAndShortTilesAreNamed() throws {
        let log = try SampleLog(300)
        var tiles = TileSet()
        #expect(throws: TileSet.Failure.missing(TileID(unchecked: 0, 1, 44))) {
            try TileBuilder(size: 300, tiles: tiles)
        }
        tiles.insert(Array(repeating: 0, count: 44 * 32 - 1), as: TileID(unchecked: 0, 1, 44))
        #expect(throws: TileSet.Failure.tooShort(TileID(unchecked: 0, 1, 44), bytes: 44 * 32 - 1)) {
            try TileBuilder(size: 300, tiles: tiles)
        }
        #expect(throws: TileSet.Failure.missing(TileID(unchecked: 2, 0, 1))) {
            try log.set.hash(of: Subtree(level: 16, index: 0))
        }
        #expect(Tile(id: TileID(unchecked: 0, 1, 44), bytes: []) == nil)
    }
}
