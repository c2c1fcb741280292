import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("The log in PostgreSQL")
struct LogStoreTests {
    private struct Room {
        let database: TestDatabase
        let registry: PostgresRegistry
        let folder: TemporaryFolder
        let key: LogKey

        init() async throws {
            database = try TestDatabase()
            registry = try await database.open()
            folder = try TemporaryFolder()
            key = try LogKey(path: folder.path("log.key"), origin: "example.kz/registry")
            _ = try await RegistryRoom(registry, ManualClock(.now)).published()
        }

        func fill(_ count: Int) async throws {
            let load = Load("fill-\(try await registry.head().size)", on: [registry])
            try await load.run(callers: count, count: 1)
        }

        func publisher(_ registry: PostgresRegistry) -> LogPublisher {
            LogPublisher(registry: registry, store: registry.log, key: key)
        }
    }

    @Test func holdsTheSameAsAFolder() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            let folder = LogFolder(path: room.folder.path("log"))
            let other = LogPublisher(
                registry: room.registry,
                store: folder,
                key: try LogKey(path: room.folder.path("other.key"), origin: "example.kz/other")
            )
            let publisher = room.publisher(room.registry)
            for count in [3, 250, 3, 300] {
                try await room.fill(count)
                _ = try await publisher.publish()
                _ = try await other.publish()
            }
            let log = room.registry.log
            let size = try await room.registry.head().size
            for id in TileID.tiles(growingFrom: 0, to: size) {
                #expect(try await log.tile(id) == folder.tile(id))
                guard id.level == 0 else { continue }
                #expect(try await log.bundle(id) == folder.bundle(id))
            }
            // What a full tile has taken the place of leads to it.
            let narrow = try #require(TileID(level: 0, index: 0, width: 4))
            #expect(try await log.tile(narrow)?.count == 8192)
            #expect(try await log.checkpoints().count == 4)
            #expect(try await log.checkpoint() == log.checkpoints().last)
            let report = try await LogCheck(
                registry: room.registry,
                store: log,
                keys: [room.key.verifierKey]
            )
            .run()
            #expect(report.flaws.isEmpty)
            await room.registry.close()
        }
    }

    @Test func oneProcessPublishesAtATime() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            let other = try await room.database.open()
            let log = room.registry.log
            let inner = try await log.alone { () async throws(LogTrouble) in
                // Neither another process nor another task of this one.
                let theirs = try await other.log.alone { () async throws(LogTrouble) in true }
                let ours = try await log.alone { () async throws(LogTrouble) in true }
                return [theirs, ours]
            }
            #expect(inner == [nil, nil])
            #expect(try await other.log.alone { () async throws(LogTrouble) in 1 } == 1)
            await other.close()
            await room.registry.close()
        }
    }

    @Test func aTroubleGivesTheLockBack() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            let log = room.registry.log
            await #expect(throws: LogTrouble.tileMissing("x")) {
                try await log.alone { () async throws(LogTrouble) -> Int in
                    throw .tileMissing("x")
                }
            }
            #expect(try await log.alone { () async throws(LogTrouble) in 1 } == 1)
            await room.registry.close()
        }
    }

    @Test func aCheckpointFollowsTheOneItsPublisherSetOutFrom() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            try await room.fill(5)
            let log = room.registry.log
            let note: (UInt64) throws -> String = { size in
                let root = Digest(of: Array("\(size)".utf8))
                let checkpoint = try #require(
                    Checkpoint(origin: room.key.signer.name, size: size, root: root)
                )
                return try room.key.signer.sign(checkpoint.body).description
            }
            #expect(try await log.publish(try note(2), size: 2, after: 0))
            #expect(try await !log.publish(try note(3), size: 3, after: 0))
            #expect(try await !log.publish(try note(2), size: 2, after: 2))
            #expect(try await log.publish(try note(4), size: 4, after: 2))
            // More than the registry has.
            #expect(try await !log.publish(try note(9), size: 9, after: 4))
            #expect(try await log.checkpoints() == [try note(2), try note(4)])
            await #expect(throws: LogTrouble.self) {
                try await log.publish(try note(5), size: 6, after: 4)
            }
            await room.registry.close()
        }
    }

    @Test func manyPublishersMakeOneLog() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            let other = try await room.database.open()
            let publishers = [room.publisher(room.registry), room.publisher(other)]
            let load = Load(on: [room.registry, other])
            try await withThrowingTaskGroup { group in
                for publisher in publishers {
                    group.addTask {
                        while !Task.isCancelled {
                            try await publisher.publish()
                            try? await Task.sleep(for: .milliseconds(5))
                        }
                    }
                }
                try await load.run(callers: 20, count: 30)
                group.cancelAll()
                try await group.waitForAll()
            }
            _ = try await publishers[0].publish()
            let report = try await LogCheck(
                registry: room.registry,
                store: room.registry.log,
                keys: [room.key.verifierKey]
            )
            .run()
            #expect(report.flaws.isEmpty)
            #expect(try await room.registry.log.checkpoints().count > 1)
            await other.close()
            await room.registry.close()
        }
    }

    @Test func otherBytesInItsPlaceAreNoticed() async throws {
        try await Turnstile.shared.pass {
            let room = try await Room()
            try await room.fill(299)
            _ = try await room.publisher(room.registry).publish()
            let log = room.registry.log
            let id = try #require(TileID(level: 0, index: 0))
            let wrong = try #require(Tile(id: id, bytes: [UInt8](repeating: 1, count: 8192)))
            await #expect(throws: LogTrouble.tileDiffers("tile/0/000")) {
                try await log.add(tiles: [wrong], bundles: [])
            }
            await #expect(throws: LogTrouble.tileDiffers("tile/entries/000")) {
                try await log.add(tiles: [], bundles: [LogBundle(id: id, bytes: [0, 1, 2])])
            }
            let bytes = try #require(try await log.tile(id))
            try await log.add(tiles: [#require(Tile(id: id, bytes: bytes))], bundles: [])
            await room.registry.close()
        }
    }
}
