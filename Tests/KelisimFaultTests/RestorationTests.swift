import Foundation
import Kelisim
import KelisimLog
import KelisimSQLite
import Testing

@testable import KelisimTesting

@Suite struct RestorationTests {
    /// A registry in SQLite with its log, in a folder of its own.
    private struct Room {
        let folder: TemporaryFolder
        let registry: SQLiteRegistry
        let room: RegistryRoom
        let key: LogKey

        var store: LogFolder { LogFolder(path: folder.path("log")) }

        init(_ folder: TemporaryFolder, _ database: String = "kelisim.db") throws {
            let clock = ManualClock(RegistryRoom.morning)
            var options = SQLiteRegistry.Options()
            options.clock = { clock.now }
            self.folder = folder
            registry = try SQLiteRegistry(path: folder.path(database), options: options)
            room = RegistryRoom(registry, clock)
            key = try LogKey(path: folder.path("log.key"), origin: "example.kz/registry")
        }

        func publish() async throws {
            try await LogPublisher(registry: registry, store: store, key: key).publish()
        }

        func check() async throws -> [LogFlaw] {
            try await LogCheck(registry: registry, store: store, keys: [key.verifierKey]).run()
                .flaws
        }

        func restore() async throws -> LogRestoration.Report {
            try await LogRestoration(registry: registry, store: store, key: key).run()
        }
    }

    @Test func anOlderCopyGoesOnWhereTheLogIs() async throws {
        let folder = try TemporaryFolder()
        let room = try Room(folder)
        _ = try await room.room.published()
        for number in 0..<300 {
            try await room.room.decide(try room.room.request(of: "u-\(number)"))
        }
        try await room.registry.backup(to: folder.path("copy.db"))
        for number in 300..<320 {
            try await room.room.decide(try room.room.request(of: "u-\(number)"))
        }
        _ = try await room.registry.submit(.erasure(try Subject("u-7"), ground: "сұрау бойынша"))
        try await room.publish()
        await room.registry.close()

        let copy = try Room(folder, "copy.db")
        await #expect(throws: LogTrouble.shrunk(size: 301, signed: 322)) {
            try await copy.publish()
        }
        let report = try await copy.restore()
        #expect(report.lost == 21)
        #expect(report.erased == 1)
        #expect(try copy.registry.history(of: try Subject("u-7")).indices.isEmpty)
        try await copy.room.decide(try copy.room.request(of: "u-400"))
        try await copy.publish()
        // Lost rows are told from the one that was erased.
        #expect(try await copy.check() == (301..<322).map { .recordMissing(index: $0) })
        let again = try await copy.restore()
        #expect(again.lost == 0)
        #expect(again.erased == 0)
        await copy.registry.close()
    }

    @Test func aCopyOfAnotherRegistryIsRefused() async throws {
        let folder = try TemporaryFolder()
        let room = try Room(folder)
        _ = try await room.room.published()
        for number in 0..<9 { try await room.room.decide(try room.room.request(of: "u-\(number)")) }
        try await room.publish()
        await room.registry.close()
        let other = try Room(folder, "other.db")
        _ = try await other.room.published()
        await #expect(throws: LogTrouble.forked(size: 1, signed: 10)) { try await other.restore() }
        #expect(other.registry.head().size == 1)
        await other.registry.close()
    }
}
