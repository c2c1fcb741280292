import Foundation
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct WriteAheadLogTests {
    /// Readers that always look keep the write-ahead log from growing no more than idle ones.
    @Test func theWriteAheadLogIsUsedAgainHoweverMuchIsRead() async throws {
        let place = try RegistryFolder()
        let registry = try place.open { $0.checkpointPages = 64 }
        let room = place.room(registry)
        _ = try await room.published()
        try await room.decide(of: "v-1")
        let subject = try Subject("v-1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    while !Task.isCancelled {
                        let indices = try registry.history(of: subject).indices
                        #expect(indices == [1])
                        await Task.yield()
                    }
                }
            }
            for number in 0..<4000 { try await room.decide(of: "u-\(number)") }
            group.cancelAll()
            try await group.waitForAll()
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "-wal")
        let size = try #require(attributes[.size] as? Int)
        // Every decision wrote three pages or more, each with a head of its own: 48 MB together.
        #expect(size < 6_000_000)
        await registry.close()
    }
}
