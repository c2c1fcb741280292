import Foundation
import Kelisim
import KelisimClient
import KelisimServer
import KelisimTesting
import Synchronization
import Testing

@Suite struct SocketTests {
    private func attributes(_ path: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: path)
    }

    @Test func theSocketIsItsOwnersAlone() async throws {
        let room = try await ListeningRoom()
        let attributes = try attributes(room.socket)
        #expect(attributes[.type] as? FileAttributeType == .typeSocket)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try await room.stop()
    }

    @Test(.enabled(if: getuid() == 0, "only root can give files away"))
    func aSocketOfSomebodyElseIsNotTrusted() async throws {
        let room = try await ListeningRoom()
        try FileManager.default.setAttributes([.ownerAccountID: 1], ofItemAtPath: room.socket)
        #expect(await RemoteRegistry.reach(database: room.database) == nil)
        try FileManager.default.setAttributes([.ownerAccountID: 1], ofItemAtPath: room.database)
        let remote = try await room.reach()
        await remote.close()
        try await room.stop()
    }

    @Test func nothingIsLeftBehindByAGracefulStop() async throws {
        let room = try await ListeningRoom()
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.folder.path).count == 2)
        try await room.stop()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: room.folder.path) == ["kelisim.db"]
        )
        #expect(await RemoteRegistry.reach(database: room.database) == nil)
    }

    @Test func whatAKilledOwnerLeftIsReplaced() async throws {
        let folder = try TemporaryFolder()
        try folder.write("kelisim.db", "")
        let path = RegistryCall.socket(of: folder.path("kelisim.db"))
        let stale = try await StaleSocket.make(path)
        #expect(try attributes(path)[.type] as? FileAttributeType == .typeSocket)
        #expect(await RemoteRegistry.reach(database: folder.path("kelisim.db")) == nil)
        let room = try await ListeningRoom(in: folder)
        #expect(try attributes(path)[.systemFileNumber] as? Int != stale)
        let remote = try await room.reach()
        #expect(try await remote.head().size == 0)
        await remote.close()
        try await room.stop()
    }

    @Test func anotherSocketAtThePathIsLeftAlone() async throws {
        let first = try await ListeningRoom()
        let second = try await ListeningRoom(in: first.folder)
        try await first.stop()
        let remote = try await second.reach()
        await remote.close()
        try await second.stop()
    }

    @Test func aPathMayBeLongerThanAnAddress() async throws {
        let folder = try TemporaryFolder()
        let deep = folder.path(
            (0..<6).map { _ in String(repeating: "қ", count: 60) }.joined(separator: "/")
        )
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: "\(deep)/kelisim.db"))
        let socket = RegistryCall.socket(of: "\(deep)/kelisim.db")
        let registry = MemoryRegistry()
        let listener = RegistryListener(path: socket, registry: registry)
        let task = Task { try await listener.run() }
        _ = try await waited(ListeningRoom.patience) {
            FileManager.default.fileExists(atPath: socket)
        }
        let remote = try #require(
            await RemoteRegistry.reach(database: "\(deep)/kelisim.db", patience: 300)
        )
        _ = try await remote.submit(.key("a"))
        #expect(await registry.head().size == 1)
        await remote.close()
        task.cancel()
        _ = await task.result
    }

    @Test func whereNothingCanBeMadeThatIsSaid() async throws {
        let listener = RegistryListener(
            path: "/nowhere/kelisim.db.socket",
            registry: MemoryRegistry()
        )
        let failure = await #expect(throws: Failure.self) { try await listener.run() }
        #expect(failure?.findings.first?.code == .socketNotMade)
        #expect(failure?.findings.first?.place.file == "/nowhere/kelisim.db.socket")
    }

    @Test func whatWasAcceptedIsFinishedByAGracefulStop() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let room = try await ListeningRoom(
            publishLog: {
                begin.yield()
                for await _ in allowed { break }
            }
        )
        let remote = try await room.reach()
        async let published: Void = remote.publishLog()
        for await _ in begun { break }
        async let stopped: Void = room.stop()
        try await Task.sleep(for: .milliseconds(50))
        #expect(FileManager.default.fileExists(atPath: room.socket))
        allow.yield()
        try await published
        try await stopped
        await #expect(throws: RegistryError.self) { try await remote.head() }
        await remote.close()
    }

    @Test func aLostConnectionIsNoAnswer() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let folder = try TemporaryFolder()
        try folder.write("kelisim.db", "")
        let listener = RegistryListener(
            path: RegistryCall.socket(of: folder.path("kelisim.db")),
            registry: MemoryRegistry(),
            afterWriting: {
                begin.yield()
                try? await Task.sleep(for: .seconds(600))
            }
        )
        let task = Task { try await listener.run() }
        let database = folder.path("kelisim.db")
        _ = try await waited(ListeningRoom.patience) {
            FileManager.default.fileExists(atPath: RegistryCall.socket(of: database))
        }
        let remote = try #require(await RemoteRegistry.reach(database: database, patience: 300))
        let subject = try Subject("u-1")
        let call = Task {
            do throws(RegistryError) {
                _ = try await remote.submit(.hold(subject, reason: "a secret reason"))
                return nil as RegistryError?
            } catch {
                return error
            }
        }
        for await _ in begun { break }
        task.cancel()
        let error = try #require(await call.value)
        guard case .unavailable(let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(!reason.contains("secret"))
        _ = await task.result
        await remote.close()
    }

    @Test func theOwnerIsToldOfEveryWriting() async throws {
        let written = Mutex(0)
        let published = Mutex(0)
        let room = try await ListeningRoom(
            publishLog: { published.withLock { $0 += 1 } },
            afterWriting: { written.withLock { $0 += 1 } }
        )
        let remote = try await room.reach()
        let subject = try Subject("u-1")
        _ = try await remote.submit(.hold(subject, reason: "dispute"))
        _ = try await remote.submit(.release(subject, reason: "over"))
        _ = try await remote.history(of: subject)
        let unknown = try Self.request("privacy")
        await #expect(throws: RegistryError.refused(.unknownPolicy(unknown.policy))) {
            let salt = try await remote.secret(.idempotencySalt)
            let mark = Idempotency(key: "k", caller: "c", body: [], salt: salt)
            _ = try await remote.submit(.decisions([unknown], mark))
        }
        #expect(written.withLock { $0 } == 2)
        #expect(published.withLock { $0 } == 0)
        try await remote.publishLog()
        #expect(published.withLock { $0 } == 1)
        await remote.close()
        try await room.stop()
    }

    @Test func aCopyIsMadeByTheOwner() async throws {
        let paths = Mutex<[String]>([])
        let room = try await ListeningRoom(
            backup: { path async throws(RegistryError) in
                let isFirst = paths.withLock { paths in
                    paths.append(path)
                    return paths.count == 1
                }
                guard isFirst else { throw .unavailable("\(path): there is a file") }
            }
        )
        let remote = try await room.reach()
        try await remote.backup(to: "copies/one.db")
        let here = FileManager.default.currentDirectoryPath
        #expect(paths.withLock { $0 } == ["\(here)/copies/one.db"])
        await #expect(throws: RegistryError.unavailable("/two.db: there is a file")) {
            try await remote.backup(to: "/two.db")
        }
        await remote.close()
        try await room.stop()
    }

    @Test func whatTheOwnerCanNotDoIsSaid() async throws {
        let room = try await ListeningRoom()
        let remote = try await room.reach()
        await #expect(throws: RegistryError.self) { try await remote.backup(to: "/one.db") }
        await #expect(throws: RegistryError.self) { try await remote.accessKeys() }
        await remote.close()
        try await room.stop()
    }

    private static func request(_ policy: String) throws -> DecisionRequest {
        DecisionRequest(
            subject: try Subject("u-1"),
            act: .accepted,
            method: .click,
            target: .edition(try #require(PolicyID(policy)), 1, Language("kk"), nil)
        )
    }
}
