import Foundation
import GRDB
import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct StorageCheckTests {
    /// A closed registry with decisions, a guardianship, an erasure and a key.
    private func filled() async throws -> RegistryFolder {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        for number in 1...9 { try await room.decide(of: "u-\(number)") }
        try await room.register(room.guardianship(ward: "u-9"))
        _ = try await registry.submit(.key("kelisim.example/registry+00000000+AQ=="))
        try await room.erase("u-3")
        #expect(try await registry.check().isEmpty)
        await registry.close()
        return place
    }

    private func flaws(after sql: String) async throws -> [StorageFlaw] {
        let place = try await filled()
        let registry = try place.open()
        try place.sql("PRAGMA foreign_keys = OFF; \(sql)")
        let flaws = try await registry.check()
        await registry.close()
        return flaws
    }

    @Test(arguments: ["held", "decision", "remembered"])
    func aRecordThatIsNotFoundIsNoticed(_ table: String) async throws {
        let flaws = try await flaws(after: "DELETE FROM \(table) WHERE position = 5")
        #expect(flaws == [.recordNotFound(index: 5, table: table)])
    }

    @Test(arguments: ["guardianship", "guardian"])
    func aGuardianshipThatIsNotFoundIsNoticed(_ table: String) async throws {
        let flaws = try await flaws(after: "DELETE FROM \(table)")
        #expect(flaws == [.recordNotFound(index: 10, table: table)])
    }

    @Test(arguments: ["held", "decision", "guardian"])
    func aFinderThatFindsTooMuchIsNoticed(_ table: String) async throws {
        let flaws = try await flaws(after: "INSERT INTO \(table) VALUES (7, 5)")
        #expect(flaws == [.foundTooMuch(table: table)])
    }

    @Test func aReferenceToNothingIsNoticed() async throws {
        let flaws = try await flaws(after: "INSERT INTO remembered VALUES (7, 99)")
        #expect(flaws == [.reference(table: "remembered")])
    }

    @Test func aRecordThatCannotBeReadIsNoticed() async throws {
        let flaws = try await flaws(after: "UPDATE entry SET body = x'0001' WHERE position = 5")
        #expect(flaws.contains(.recordUnreadable(index: 5)))
    }

    @Test func aRowThatIsMissingIsNoticed() async throws {
        let flaws = try await flaws(
            after: """
                DELETE FROM held WHERE position = 5; DELETE FROM decision WHERE position = 5;
                DELETE FROM remembered WHERE position = 5; DELETE FROM entry WHERE position = 5
                """
        )
        #expect(flaws.contains(.rowMissing(index: 5)))
    }

    @Test func aChangedLeafIsNoticedAtTheNextStart() async throws {
        let place = try await filled()
        try place.sql("UPDATE entry SET leaf = CAST(leaf || x'00' AS BLOB) WHERE position = 5")
        #expect(throws: OpeningError.self) { try place.open() }
    }

    @Test(arguments: [
        "UPDATE head SET size = size - 1", "UPDATE head SET peaks = zeroblob(length(peaks))",
        "UPDATE head SET peaks = x''", "DELETE FROM head",
        "DELETE FROM entry WHERE position = (SELECT max(position) FROM entry)",
    ])
    func aHeadThatDoesNotFitIsNoticedAtTheNextStart(_ sql: String) async throws {
        let place = try await filled()
        try place.sql("PRAGMA foreign_keys = OFF; \(sql)")
        #expect {
            try place.open()
        } throws: { error in
            if case .damaged = error as? OpeningError { true } else { false }
        }
    }

    @Test func damagedPagesAreNoticed() async throws {
        let place = try await filled()
        let root = try place.sql("SELECT rootpage FROM sqlite_schema WHERE name = 'held'")
        let page = try #require(Int.fromDatabaseValue(root[0]))
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: place.path))
        try file.seek(toOffset: UInt64((page - 1) * 4096 + 4000))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 90))
        try file.close()
        let registry = try place.open()
        #expect(try await registry.check().isEmpty == false)
        await registry.close()
    }

    @Test func anotherSubjectUnderTheSameMarkDoesNoHarm() async throws {
        let place = try await filled()
        let registry = try place.open()
        let (one, other) = (try Subject("u-1"), try Subject("u-2"))
        let before = try registry.history(of: one)
        let mark = registry.mark.of(.subject, "u-1")
        try place.sql("INSERT INTO held VALUES (?, 2)", [mark])
        try place.sql("INSERT INTO decision SELECT mark, 2 FROM decision WHERE position = 1")
        await registry.close()
        let next = try place.open()
        #expect(try next.history(of: one) == before)
        #expect(try next.entries(of: one, from: 0, limit: 9).map(\.index) == [1])
        #expect(try next.history(of: other).indices == [2])
        let all = try await next.histories(after: nil, limit: 99)
        #expect(all.filter { $0.subject == one } == [before])
        #expect(
            try await next.check() == [
                .foundTooMuch(table: "held"), .foundTooMuch(table: "decision"),
            ]
        )
        await next.close()
    }
}
