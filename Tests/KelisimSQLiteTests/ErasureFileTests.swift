import Foundation
import GRDB
import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSQLite

/// Whether bytes are gone from the files, judged by reading the files.
@Suite struct ErasureFileTests {
    private func files(_ place: RegistryFolder) throws -> Data {
        try ["", "-wal"]
            .reduce(Data()) { data, ending in
                data + (try Data(contentsOf: URL(fileURLWithPath: place.path + ending)))
            }
    }

    @Test func nothingOfASubjectIsLeftInTheFiles() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try await room.register(
            room.guardianship("gs-secret", guardian: "g-secret", ward: "u-secret")
        )
        var nonces: [Nonce] = []
        for number in 0..<20 {
            let context = DecisionContext(
                screen: "screen-secret",
                statement: "Мен мұны құпия түрде қабылдаймын",
                ip: "203.0.113.77",
                userAgent: String(repeating: "agent-secret ", count: number * 50)
            )
            let request = try room.request(.notified, .screen, of: "u-secret", context: context)
            let recorded = try await room.decide(request)
            let entry = try registry.entry(of: recorded.decision.id)
            nonces.append(try #require(entry?.sealed?.nonce))
            try await room.decide(of: "u-other")
        }
        let needles =
            ["-secret", "203.0.113.77", "құпия түрде"].map { Data($0.utf8) }
            + nonces.map { Data($0.bytes) }
        let before = try files(place)
        #expect(needles.allSatisfy { before.range(of: $0) != nil })

        try await room.erase("u-secret")
        let after = try files(place)
        for needle in needles { #expect(after.range(of: needle) == nil) }
        #expect(after.range(of: Data("u-other".utf8)) != nil)
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }

    @Test func subjectsLeaveNoTraceHoweverOftenPagesWereDivided() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        var generator = SeededGenerator(seed: 7)
        var erased: [String] = []
        var subjects = (0..<400)
            .map { number in
                "u\(number)-" + String(repeating: "x", count: generator.below(60))
                    + "-end\(number)."
            }
        for _ in 0..<12 {
            let chosen = (0..<250).map { _ in generator.pick(subjects) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for subject in chosen {
                    group.addTask { try await room.decide(of: subject) }
                }
                try await group.waitForAll()
            }
            for _ in 0..<15 {
                erased.append(subjects.remove(at: generator.below(subjects.count)))
            }
            for subject in erased.suffix(15) { try await room.erase(subject) }
        }
        let data = try files(place)
        for subject in erased { #expect(data.range(of: Data(subject.utf8)) == nil, "\(subject)") }
        #expect(try await registry.check().isEmpty)
        await registry.close()
    }

    @Test func anErasureWaitsForAReaderAndOthersGoOn() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try await room.decide(of: "u-secret")
        // A reader of another program, which keeps the moment before.
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: place.path, configuration: configuration)
        try await reader.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN")
            _ = try Int.fetchOne(database, sql: "SELECT size FROM head")
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await room.erase("u-secret")
                return true
            }
            group.addTask {
                // Decided meanwhile, and before the reader lets go.
                while registry.head().size < 4 { try await room.decide(of: "u-other") }
                return false
            }
            #expect(try await group.next() == false)
            #expect(try files(place).range(of: Data("u-secret".utf8)) != nil)
            try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            #expect(try await group.next() == true)
        }
        #expect(try files(place).range(of: Data("u-secret".utf8)) == nil)
        try reader.close()
        await registry.close()
    }

    @Test func whatACrashLeftBehindIsGoneAfterOpening() async throws {
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        try await room.decide(of: "u-secret")
        await registry.close()
        // The files as they are when the process dies right after the commit of an erasure.
        let copy = place.folder.path("crash.db")
        let folder = place.folder
        let again = try place.open { options in
            options.failpoint = { [path = place.path] point in
                guard point == .afterCommit else { return }
                try? folder.copy(path, to: "crash.db")
                try? folder.copy(path + "-wal", to: "crash.db-wal")
            }
        }
        try await place.room(again).erase("u-secret")
        await again.close()
        let main = try Data(contentsOf: URL(fileURLWithPath: copy))
        #expect(main.range(of: Data("u-secret".utf8)) != nil)
        let next = try place.open("crash.db")
        for ending in ["", "-wal"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: copy + ending))
            #expect(data.range(of: Data("u-secret".utf8)) == nil)
        }
        await next.close()
    }
}
