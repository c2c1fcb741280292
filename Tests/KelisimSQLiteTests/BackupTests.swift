import Foundation
import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct BackupTests {
    @Test func aCopyIsMadeWhileOthersDecide() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        for number in 1...300 { try await room.decide(of: "u-\(number)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for step in 0..<60 { try await room.decide(of: "w-\(number)-\(step)") }
                }
            }
            group.addTask { try await registry.backup(to: place.folder.path("one.db")) }
            group.addTask { try await registry.backup(to: place.folder.path("two.db")) }
            try await group.waitForAll()
        }
        let rows = try await room.rows()
        #expect(rows.count == 781)
        for name in ["one.db", "two.db"] {
            let copy = try place.open(name)
            let copied = try await place.room(copy).rows()
            #expect(copied.count > 300)
            #expect(copied == Array(rows.prefix(copied.count)))
            #expect(copy.head().size == UInt64(copied.count))
            #expect(try await copy.check().isEmpty)
            #expect(
                try copy.secret(.idempotencySalt) == registry.secret(.idempotencySalt)
            )
            await copy.close()
        }
        await registry.close()
    }

    @Test func aCopyIsOneFileForItsOwner() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        try FileManager.default.createDirectory(
            atPath: place.folder.path("copies"),
            withIntermediateDirectories: false
        )
        let path = place.folder.path("copies/kelisim.db")
        try await registry.backup(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: place.folder.path("copies")
        )
        #expect(names == ["kelisim.db"])
        await registry.close()
    }

    @Test func nothingIsOverwritten() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        try place.folder.write("copy.db", "mine")
        await #expect(throws: RegistryError.self) {
            try await registry.backup(to: place.folder.path("copy.db"))
        }
        #expect(try place.folder.read("copy.db") == "mine")
        await #expect(throws: RegistryError.self) {
            try await registry.backup(to: place.folder.path("nowhere/copy.db"))
        }
        await registry.close()
    }

    @Test func recordsAreDestroyedByTheirIndices() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        for number in 1...5 { try await room.decide(of: "u-\(number)") }
        let leaves = try await room.rows().map(\.leaf)
        // A publication is nobody's, and 99 is not there.
        #expect(try await registry.destroy(records: [0, 2, 4, 99, .max]) == [2, 4])
        #expect(try await registry.destroy(records: [2, 4]) == [])
        let rows = try await room.rows()
        #expect(rows.map(\.leaf) == leaves)
        #expect(rows.filter { $0.sealed == nil }.map(\.index) == [2, 4])
        #expect(try registry.history(of: try Subject("u-2")).indices.isEmpty)
        #expect(try await room.decide(of: "u-2").index == 6)
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }
}
