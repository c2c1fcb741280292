import Foundation
import GRDB
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct OpeningTests {
    @Test func theWriterIsFlushedAndTheReadersAreHarmless() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let connections = Connections(path: place.path)
        let writer = try connections.writer()
        let reader = try connections.reader()
        func settings(_ queue: DatabaseQueue) throws -> [String: String] {
            let names = [
                "journal_mode", "synchronous", "secure_delete", "trusted_schema", "foreign_keys",
                "wal_autocheckpoint", "cell_size_check", "busy_timeout", "page_size",
            ]
            return try queue.unsafeRead { database in
                try Dictionary(
                    uniqueKeysWithValues: names.map { name in
                        (name, try String.fetchOne(database, sql: "PRAGMA \(name)") ?? "")
                    }
                )
            }
        }
        let expected = [
            "journal_mode": "wal", "synchronous": "2", "secure_delete": "1", "trusted_schema": "0",
            "foreign_keys": "1", "wal_autocheckpoint": "0", "cell_size_check": "1",
            "busy_timeout": "5000", "page_size": "4096",
        ]
        #expect(try settings(writer) == expected)
        for name in ["journal_mode", "trusted_schema", "foreign_keys", "busy_timeout"] {
            #expect(try settings(reader)[name] == expected[name])
        }
        #expect(throws: DatabaseError.self) {
            try reader.unsafeRead { try $0.execute(sql: "DELETE FROM head") }
        }
        try writer.close()
        try reader.close()
        await registry.close()
    }

    @Test func theRegistryWritesWithTheseSettings() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        #expect(await registry.desk.value(of: "synchronous") == "2")
        #expect(await registry.desk.value(of: "journal_mode") == "wal")
        #expect(await registry.desk.value(of: "wal_autocheckpoint") == "0")
        await registry.close()
    }

    @Test func theFilesBelongToTheirOwnerAlone() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        _ = try await place.room(registry).published()
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
        #expect(
            names == ["kelisim.db", "kelisim.db-shm", "kelisim.db-wal", "kelisim.db.lock"]
        )
        for name in names {
            let path = place.folder.path(name)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        await registry.close()
        let left = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
        #expect(left == ["kelisim.db", "kelisim.db.lock"])
    }

    @Test func aSecondOwnerIsRefusedAndToldOfTheFirst() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        #expect(throws: OpeningError.inUse(path: place.path, owner: getpid())) {
            try place.open()
        }
        await registry.close()
        let next = try place.open()
        await next.close()
    }

    @Test func whatWasOpenedAgainIsWhatWasClosed() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        var room = place.room(registry)
        var policy = try await room.published()
        for number in 1...30 { try await room.decide(of: "u-\(number)") }
        try policy.publish(at: place.clock.now)
        try await room.take(policy)
        try await room.erase("u-7")
        let rows = try await room.rows()
        let (head, shelf) = (registry.head(), registry.shelf())
        let (salt, key) = (
            try registry.secret(.idempotencySalt), try registry.secret(.presentationKey)
        )
        await registry.close()

        let next = try place.open()
        room = place.room(next)
        #expect(next.head() == head)
        #expect(next.shelf().items == shelf.items)
        #expect(try await room.rows() == rows)
        #expect(try next.secret(.idempotencySalt) == salt)
        #expect(try next.secret(.presentationKey) == key)
        #expect(try await room.decide(of: "u-7", edition: 2).index == head.size)
        #expect(try await next.check().isEmpty)
        await next.close()
    }

    @Test func whatWasNeverClosedIsThereAllTheSame() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        for number in 1...30 { try await room.decide(of: "u-\(number)") }
        // As a power cut leaves the files: the write-ahead log holds everything.
        try place.folder.copy(place.path, to: "cut.db")
        try place.folder.copy(place.path + "-wal", to: "cut.db-wal")
        let cut = try place.open("cut.db")
        #expect(cut.head() == registry.head())
        #expect(try await place.room(cut).rows() == room.rows())
        #expect(try await cut.check().isEmpty)
        await cut.close()
        await registry.close()
    }

    @Test func nothingIsDoneAfterClosing() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        await registry.close()
        await #expect(throws: RegistryError.unavailable("the registry was closed")) {
            try await registry.submit(.key("k"))
        }
        #expect(throws: RegistryError.unavailable("the registry was closed")) {
            try registry.history(of: try Subject("u-1"))
        }
        await registry.close()
    }

    @Test func aPathThatCannotBeIsAnError() throws {
        let place = try RegistryFolder()
        #expect(throws: OpeningError.self) { try place.open("nowhere/kelisim.db") }
        try FileManager.default.createDirectory(
            atPath: place.folder.path("folder.db"),
            withIntermediateDirectories: false
        )
        #expect(throws: OpeningError.self) { try place.open("folder.db") }
    }
}
