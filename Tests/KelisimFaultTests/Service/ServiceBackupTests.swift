import Kelisim
import KelisimLog
import KelisimSQLite
import KelisimTesting
import Testing

/// Copies made beside the real service while it is used.
@Suite(.serialized) struct ServiceBackupTests {
    @Test func aCopyMadeUnderLoadIsWholeAndCanBeRestored() async throws {
        var room = try ServiceRoom.sqlite()
        let service = try await room.service()
        let clients = try room.clients(at: service.url)
        for number in 0..<3 {
            try await clients.waitForAcknowledgements(try clients.countAnswers() + 100)
            let made = try await room.run("backup", room.folder.path("copy-\(number).db"))
            #expect(made.status == 0, "\(made.errors)")
        }
        let answered = try clients.countAnswers()
        try await clients.waitForAcknowledgements(answered + 100)
        try await room.hear(clients, at: service.url)
        let last = try await room.run("backup", room.folder.path("last.db"))
        #expect(last.status == 0, "\(last.errors)")
        #expect(try await service.stop() == 0)
        try await room.judge()

        for number in 0..<3 { try await judge(copy: "copy-\(number).db", of: room) }
        try await room.restore("last.db")
        try await room.judge()
    }

    /// A copy is a registry as of one moment: it has everything up to some index, and nothing behind it.
    private func judge(copy name: String, of room: ServiceRoom) async throws {
        try await room.restore(name)
        let registry = try SQLiteRegistry(path: room.folder.path("kelisim.db"))
        let key = try LogKey(path: room.folder.path("log.key"), origin: "")
        let store = LogFolder(path: room.folder.path("log"))
        let keys = [key.verifierKey]
        let check = try await LogCheck(registry: registry, store: store, keys: keys).run()
        let missing = check.flaws.compactMap { flaw in
            guard case .recordMissing(let index) = flaw else { return nil as UInt64? }
            return index
        }
        let size = registry.head().size
        #expect(missing.count == check.flaws.count, "\(check.flaws)")
        #expect(!missing.isEmpty)
        #expect(missing == Array((missing.first ?? 0)..<size))
        await registry.close()
        // What it lacks was answered, and the judge says so.
        var room = room.room
        try await room.judgeRegistry()
        #expect(!room.judge.complaints.isEmpty)
    }
}
