import Foundation
import KelisimLog
import Testing

@testable import Kelisim
@testable import KelisimTesting

@Suite struct LogPublisherTests {
    @Test func anEmptyLogHasNoCheckpoint() async throws {
        let log = try LogRoom()
        #expect(try await log.publisher.publish() == nil)
        #expect(try log.store.checkpoint() == nil)
    }

    @Test(arguments: [1, 254, 255, 256, 600])
    func aCheckpointCoversEveryRow(count: Int) async throws {
        let log = try LogRoom()
        try await log.fill(count)
        let checkpoint = try #require(try await log.publisher.publish())
        let head = try await log.registry.head()
        #expect(checkpoint.size == UInt64(count + 1))
        #expect(checkpoint.root == head.frontier.root)
        let text = try #require(try log.store.checkpoint())
        let note = try #require(SignedNote(text))
        #expect((try? note.verify(with: [log.key.verifierKey]).get()) != nil)
        #expect(try await log.check().flaws.isEmpty)
    }

    @Test func whatWasServedStays() async throws {
        let log = try LogRoom()
        try await log.fill(300)
        try await log.publisher.publish()
        let first = try #require(TileID(level: 0, index: 0))
        let before = try log.store.tile(first)
        try await log.fill(300)
        try await log.publisher.publish()
        #expect(try log.store.tile(first) == before)
        #expect(try log.store.checkpoints().count == 2)
        #expect(try await log.check().checkpoints == 2)
    }

    @Test func partialTilesGiveWayToFullOnes() async throws {
        let log = try LogRoom()
        try await log.fill(99)
        try await log.publisher.publish()
        let partial = "tile/0/000.p/100"
        #expect(FileManager.default.fileExists(atPath: log.folder.path("log/\(partial)")))
        try await log.fill(200)
        try await log.publisher.publish()
        #expect(!FileManager.default.fileExists(atPath: log.folder.path("log/\(partial)")))
        #expect(FileManager.default.fileExists(atPath: log.folder.path("log/tile/entries/000")))
    }

    @Test func anotherProcessGoesOnFromTheTiles() async throws {
        let log = try LogRoom()
        try await log.fill(260)
        try await log.publisher.publish()
        try await log.fill(20)
        let other = LogPublisher(registry: log.registry, store: log.store, key: log.key)
        #expect(try await other.publish()?.size == 281)
        #expect(try await log.publisher.publish()?.size == 281)
        #expect(try await log.check().flaws.isEmpty)
    }

    @Test func whatWasSignedBeforeACrashIsPublishedAsItWas() async throws {
        let log = try LogRoom()
        try await log.fill(5)
        try await log.publisher.publish()
        let note = try log.store.checkpoint()
        for name in ["checkpoint", "checkpoints"] {
            try FileManager.default.removeItem(atPath: log.folder.path("log/\(name)"))
        }
        let other = LogPublisher(registry: log.registry, store: log.store, key: log.key)
        try await other.publish()
        #expect(try log.store.checkpoint() == note)
    }

    @Test func aLostFolderIsMadeAnew() async throws {
        let log = try LogRoom()
        try await log.fill(300)
        try await log.publisher.publish()
        let note = try log.store.checkpoint()
        try FileManager.default.removeItem(atPath: log.folder.path("log"))
        try await LogPublisher(registry: log.registry, store: log.store, key: log.key).publish()
        #expect(try log.store.checkpoint() == note)
        #expect(try await log.check().flaws.isEmpty)
    }

    @Test func anOlderCopyIsNoticedBeforeAnythingIsSigned() async throws {
        let folder = try TemporaryFolder()
        let log = try LogRoom(folder)
        try await log.fill(20)
        try await log.publisher.publish()
        let note = try log.store.checkpoint()
        for isFolderLost in [false, true] {
            if isFolderLost { try FileManager.default.removeItem(atPath: folder.path("log")) }
            let older = try LogRoom(folder)
            try await older.fill(4)
            await #expect(throws: LogTrouble.shrunk(size: 5, signed: 21)) {
                try await older.publisher.publish()
            }
            #expect(try log.store.checkpoint() == (isFolderLost ? nil : note))
        }
    }

    @Test(arguments: [false, true])
    func twoLogsWithOneKeyAreNoticed(isFolderLost: Bool) async throws {
        let folder = try TemporaryFolder()
        let log = try LogRoom(folder)
        try await log.fill(20)
        try await log.publisher.publish()
        let signed = try folder.read("log.key.checkpoint")
        if isFolderLost { try FileManager.default.removeItem(atPath: folder.path("log")) }
        let other = try LogRoom(folder)
        try await other.fill(40)
        await #expect(throws: LogTrouble.forked(size: 41, signed: 21)) {
            try await other.publisher.publish()
        }
        #expect(try folder.read("log.key.checkpoint") == signed)
    }

    @Test func changedRowsAreNoticedBeforeAnythingIsSigned() async throws {
        let folder = try TemporaryFolder()
        let log = try LogRoom(folder)
        try await log.fill(20)
        let changed = ChangedRegistry(original: log.registry) { entry in
            guard entry.index == 7 else { return entry }
            return Entry(index: 7, leaf: entry.leaf + [0], sealed: entry.sealed)
        }
        let publisher = LogPublisher(registry: changed, store: log.store, key: log.key)
        await #expect(throws: LogTrouble.forked(size: 21, signed: 0)) {
            try await publisher.publish()
        }
        #expect(try log.store.checkpoint() == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path("log/tile")))
    }

    @Test func aTileWithOtherBytesIsNeverOverwritten() async throws {
        let log = try LogRoom()
        try await log.fill(3)
        try log.folder.write("log/tile/0/000.p/4", "not four hashes")
        await #expect(throws: LogTrouble.self) { try await log.publisher.publish() }
        #expect(try log.folder.read("log/tile/0/000.p/4") == "not four hashes")
        #expect(try log.store.checkpoint() == nil)
    }

    @Test func aCheckpointThatWasCutShortIsLeftOut() async throws {
        let log = try LogRoom()
        try await log.fill(3)
        try await log.publisher.publish()
        let whole = try log.folder.read("log/checkpoints")
        try log.folder.write("log/checkpoints", whole + String(whole.prefix(30)))
        try await log.fill(3)
        try await log.publisher.publish()
        let sizes = try log.store.checkpoints().compactMap { SignedNote($0) }
            .compactMap { Checkpoint(body: $0.text)?.size }
        #expect(sizes == [4, 7])
    }
}
