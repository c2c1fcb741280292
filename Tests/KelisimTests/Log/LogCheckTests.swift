import KelisimLog
import Synchronization
import Testing

@testable import Kelisim
@testable import KelisimTesting

@Suite struct LogCheckTests {
    @Test func erasedIsToldFromMissing() async throws {
        let log = try LogRoom()
        try await log.fill(30)
        _ = try await log.registry.submit(.erasure(try Subject("u-3"), ground: "сұрау бойынша"))
        try await log.publisher.publish()
        let report = try await log.check()
        #expect(report.erased == 1)
        #expect(report.flaws.isEmpty)
        let missing = ChangedRegistry(original: log.registry) { entry in
            entry.index == 9 ? Entry(index: 9, leaf: entry.leaf, sealed: nil) : entry
        }
        #expect(try await log.check(missing).flaws == [.recordMissing(index: 9)])
    }

    @Test func aRecordThatShouldBeErasedIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(3)
        let kept = try await log.registry.entries(in: 2..<3)[0]
        _ = try await log.registry.submit(.erasure(try Subject("u-1"), ground: "сұрау бойынша"))
        let restored = ChangedRegistry(original: log.registry) { $0.index == 2 ? kept : $0 }
        #expect(try await log.check(restored).flaws == [.recordNotErased(index: 2)])
    }

    @Test func partialTilesAreAskedForWhereACheckpointIs() async throws {
        let log = try LogRoom()
        for count in [300, 700] {
            try await log.fill(count)
            try await log.publisher.publish()
        }
        // Row 512 ends a chunk and has no checkpoint.
        let check = LogCheck(
            registry: log.registry,
            store: log.store,
            keys: [log.key.verifierKey],
            chunk: 512
        )
        let report = try await check.run()
        #expect(report.flaws.isEmpty)
        #expect(report.tiles == 12)
    }

    @Test func anErasureDuringTheCheckIsNoFlaw() async throws {
        let log = try LogRoom()
        try await log.fill(5)
        try await log.publisher.publish()
        let before = Mutex<LogHead?>(try await log.registry.head())
        _ = try await log.registry.submit(.erasure(try Subject("u-3"), ground: "сұрау бойынша"))
        let registry = ChangedRegistry(
            original: log.registry,
            change: { $0 },
            head: { before.withLock { $0.take() } }
        )
        let report = try await log.check(registry)
        #expect(report.rows == 6)
        #expect(report.flaws.isEmpty)
    }

    @Test func everyChangeOfARecordIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(2)
        try await log.publisher.publish()
        let sealed = try #require(try await log.registry.entries(in: 1..<2)[0].sealed)
        for position in sealed.bytes.indices {
            let changed = ChangedRegistry(original: log.registry) { entry in
                guard entry.index == 1 else { return entry }
                var bytes = sealed.bytes
                bytes[position] ^= 1
                let other = SealedRecord(bytes: bytes, nonce: sealed.nonce)
                return Entry(index: 1, leaf: entry.leaf, sealed: other)
            }
            #expect(try await log.check(changed).flaws == [.recordChanged(index: 1)])
        }
    }

    @Test func anExchangedRowIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(10)
        try await log.publisher.publish()
        let other = try await log.registry.entries(in: 5..<6)[0]
        let changed = ChangedRegistry(original: log.registry) { entry in
            entry.index == 4 ? Entry(index: 4, leaf: other.leaf, sealed: other.sealed) : entry
        }
        let flaws = try await log.check(changed).flaws
        #expect(flaws.contains(.rootDiffers(size: 11)))
        #expect(flaws.contains(.checkpointDiffers(size: 11)))
        #expect(flaws.contains(.tileDiffers("tile/0/000.p/11")))
    }

    @Test func aRowThatIsGoneIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(10)
        let changed = ChangedRegistry(original: log.registry) { $0.index == 4 ? nil : $0 }
        #expect(try await log.check(changed).flaws.contains(.rowMissing(index: 4)))
    }

    @Test func everyFileOfTheLogIsCompared() async throws {
        let log = try LogRoom()
        try await log.fill(300)
        try await log.publisher.publish()
        let files = [
            "tile/0/000", "tile/0/001.p/45", "tile/1/000.p/1", "tile/entries/000",
            "tile/entries/001.p/45",
        ]
        #expect(try await log.check().tiles == files.count)
        for file in files {
            let path = log.folder.path("log/\(file)")
            let bytes = try DurableFile.read(path, limit: 1 << 20)
            for position in [0, bytes.count / 2, bytes.count - 1] {
                var changed = bytes
                changed[position] ^= 0x40
                try log.folder.write("log/\(file)", bytes: changed)
                #expect(try await log.check().flaws == [.tileDiffers(file)])
            }
            DurableFile.remove(path)
            #expect(try await log.check().flaws == [.tileMissing(file)])
            try log.folder.write("log/\(file)", bytes: bytes)
        }
    }

    @Test func aForgedCheckpointIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(3)
        try await log.publisher.publish()
        let note = try log.folder.read("log/checkpoint")
        let forger = try LogKey(path: log.folder.path("other.key"), origin: "example.kz/registry")
        let head = try await log.registry.head()
        let checkpoint = try #require(
            Checkpoint(origin: "example.kz/registry", size: 4, root: head.frontier.root)
        )
        let forged = try forger.sign(checkpoint).description
        try log.folder.write("log/checkpoint", forged)
        #expect(try await log.check().flaws == [.checkpointUnreadable(forged)])
        let wrong = try #require(
            Checkpoint(origin: "example.kz/registry", size: 3, root: head.frontier.root)
        )
        try log.folder.write("log/checkpoint", try log.key.sign(wrong).description)
        #expect(try await log.check().flaws.contains(.checkpointDiffers(size: 3)))
        let ahead = try #require(
            Checkpoint(origin: "example.kz/registry", size: 9, root: head.frontier.root)
        )
        try log.folder.write("log/checkpoint", try log.key.sign(ahead).description)
        #expect(try await log.check().flaws == [.checkpointAhead(size: 9, rows: 4)])
        try log.folder.write("log/checkpoint", note)
        #expect(try await log.check().flaws.isEmpty)
    }
}
