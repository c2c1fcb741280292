import GRDB
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

/// Rows are found whether the finders find them already or not.
@Suite struct FilingTests {
    /// How many rows are in the finder by subject, and what the head says of how many are filed.
    private func filed(_ place: RegistryFolder) throws -> (held: Int, filed: Int) {
        let values = try place.sql("SELECT count(*) FROM held UNION ALL SELECT filed FROM head")
            .compactMap(Int.fromDatabaseValue)
        return (values[0], values[1])
    }

    /// A registry with one edition whose rows are filed when they are at `gathering` places.
    private func opened(
        gathering: Int
    ) async throws -> (RegistryFolder, SQLiteRegistry, RegistryRoom) {
        let place = try RegistryFolder()
        let registry = try place.open { $0.gathering = gathering }
        let room = place.room(registry)
        _ = try await room.published()
        return (place, registry, room)
    }

    /// Decisions of subjects who come again, and what was answered to each.
    private func decide(
        _ room: RegistryRoom,
        _ numbers: Range<Int>
    ) async throws -> [(subject: Subject, index: UInt64)] {
        var answers: [(subject: Subject, index: UInt64)] = []
        for number in numbers {
            let subject = try Subject("u-\(number * 7 % 10)")
            let answer = try await room.decide(of: subject.id)
            #expect(try await room.registry.history(of: subject).indices.last == answer.index)
            answers.append((subject, answer.index))
        }
        return answers
    }

    private func judge(
        _ registry: SQLiteRegistry,
        _ answers: [(subject: Subject, index: UInt64)]
    ) async throws {
        for (subject, own) in Dictionary(grouping: answers, by: \.subject) {
            let indices = own.map(\.index)
            #expect(try registry.history(of: subject).indices == indices)
            let rows = try registry.entries(of: subject, from: indices[1], limit: 2)
            #expect(rows.map(\.index) == Array(indices[1...2]))
        }
        #expect(try await registry.check().isEmpty)
    }

    @Test(arguments: [1, 12, 50, 100_000])
    func everyRowIsFoundBeforeAndAfterItIsFiled(_ gathering: Int) async throws {
        let (place, registry, room) = try await opened(gathering: gathering)
        let answers = try await decide(room, 0..<60)
        try await judge(registry, answers)
        if gathering > 1000 { #expect(try filed(place) == (0, 0)) }
        // Nobody is left out of a list.
        let all = try await registry.histories(after: nil, limit: 100)
        #expect(all.count == 10)
        #expect(all.reduce(0) { $0 + $1.indices.count } == 60)
        #expect(try filed(place) == (60, 61))
        await registry.close()
    }

    @Test func whatIsWrittenLaterIsFiledBySlices() async throws {
        let (place, registry, room) = try await opened(gathering: 120)
        var answers = try await decide(room, 0..<50)
        #expect(try filed(place) == (0, 0))
        // Now it is enough: the next ones gather apart, and with each of them some are filed.
        answers += try await decide(room, 50..<60)
        let (held, head) = try filed(place)
        #expect(0 < held && held < 55)
        #expect(head == 0)
        try await judge(registry, answers)
        answers += try await decide(room, 60..<108)
        // Decisions of one moment may have the same mark; so it is not told at which of them it was enough.
        let (all, size) = try filed(place)
        #expect(50 < all && all < 60)
        #expect(size == all + 1)
        try await judge(registry, answers)
        await registry.close()
        #expect(try filed(place) == (108, 109))
    }

    @Test func aDatabaseThatWasLeftInTheMiddleFindsEverything() async throws {
        let (place, registry, room) = try await opened(gathering: 120)
        let answers = try await decide(room, 0..<64)
        // As a crash leaves it: some filed, some not.
        let copy = place.folder.path("copy.db")
        try await registry.backup(to: copy)
        await registry.close()
        let again = try place.open("copy.db") { $0.gathering = 120 }
        try await judge(again, answers)
        let more = try await decide(place.room(again), 64..<200)
        try await judge(again, answers + more)
        await again.close()
    }

    @Test func whatIsErasedIsFoundNowhere() async throws {
        let (place, registry, room) = try await opened(gathering: 120)
        let answers = try await decide(room, 0..<64)
        let erased = try Subject("u-7")
        try await room.erase(erased.id)
        #expect(try registry.history(of: erased).indices.isEmpty)
        #expect(try await registry.histories(after: nil, limit: 100).count == 9)
        try await judge(registry, answers.filter { $0.subject != erased })
        await registry.close()
        let again = try place.open()
        #expect(try again.history(of: erased).indices.isEmpty)
        await again.close()
    }

    /// Recorded and erased in one batch, a decision leaves no more than that its key was used.
    @Test func theKeyOfWhatWasErasedAtOnceIsRememberedAfterACrash() async throws {
        let gated = try await GatedRegistry()
        let (room, registry) = (gated.room, gated.registry)
        let requests = [try room.request(of: "u-1")]
        try await withThrowingTaskGroup(of: Void.self) { group in
            await gated.occupy(&group) { try await room.decide(of: "v-\($0)") }
            group.addTask { _ = try await room.record(requests, key: "k") }
            await gated.waiting(1)
            group.addTask { try await room.erase("u-1") }
            await gated.open(behind: 2)
            try await group.waitForAll()
        }
        // The publication, two decisions, and those of one batch: that of u-1, and its erasure.
        #expect(registry.head().size == 5)
        try await registry.backup(to: gated.place.folder.path("copy.db"))
        await registry.close()
        let again = try gated.place.open("copy.db")
        await #expect(throws: RegistryError.refused(.gone)) {
            try await gated.place.room(again).record(requests, key: "k")
        }
        await again.close()
    }
}
