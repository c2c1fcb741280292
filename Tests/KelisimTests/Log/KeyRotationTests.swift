import Foundation
import KelisimLog
import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct KeyRotationTests {
    private let log: LogRoom

    init() async throws {
        log = try LogRoom()
        try await log.fill(5)
        try await log.publisher.publish()
    }

    private func published(by key: LogKey) async throws -> Checkpoint? {
        _ = try await log.registry.submit(.key(key.verifierKey.description))
        return try await LogPublisher(registry: log.registry, store: log.store, key: key).publish()
    }

    private var onDisk: LogKey {
        get throws { try LogKey(path: log.key.path, origin: "other") }
    }

    @Test func theNewKeySignsAndTheOldOneIsKept() async throws {
        let key = try log.key.rotated()
        #expect(key.verifierKey.name == log.key.verifierKey.name)
        #expect(key.verifierKey != log.key.verifierKey)
        #expect(key.retired == [log.key.verifierKey])
        #expect(try onDisk.verifierKeys == key.verifierKeys)
        let old = try LogKey(path: log.key.retiredPath, origin: "other")
        #expect(old.verifierKey == log.key.verifierKey)
        for path in [key.path, log.key.retiredPath] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        #expect(try await published(by: key)?.size == 7)
        let note = try #require(try log.store.checkpoint().flatMap { SignedNote($0) })
        #expect((try? note.verify(with: [key.verifierKey]).get()) != nil)
        #expect((try? note.verify(with: [log.key.verifierKey]).get()) == nil)
    }

    @Test func theCheckTakesCheckpointsOfBothAndOfNobodyElse() async throws {
        let key = try log.key.rotated()
        _ = try await published(by: key)
        try await log.fill(5)
        _ = try await published(by: key)
        let report = try await log.check(keys: onDisk.verifierKeys)
        #expect(report.flaws.isEmpty)
        #expect(report.checkpoints == 3)
        #expect(try await log.check(keys: [key.verifierKey]).flaws.count == 1)
        #expect(try await log.check(keys: [log.key.verifierKey]).flaws.count == 2)
    }

    @Test func aKeyMayBeRotatedAgainAndAgain() async throws {
        var key = log.key
        for number in 1...4 {
            key = try key.rotated()
            #expect(key.retired.count == number)
            try await log.fill(1)
            #expect(try await published(by: key) != nil)
        }
        #expect(Set(try onDisk.verifierKeys).count == 5)
        let report = try await log.check(keys: onDisk.verifierKeys)
        #expect(report.flaws.isEmpty)
        #expect(report.checkpoints == 5)
    }

    @Test func whatTheOldKeySignedIsGoneOnFrom() async throws {
        let key = try log.key.rotated()
        // Another log that the machine's keys have not signed.
        let other = try LogRoom()
        try await other.fill(9)
        _ = try await other.registry.submit(.key(key.verifierKey.description))
        let publisher = LogPublisher(registry: other.registry, store: other.store, key: key)
        await #expect(throws: LogTrouble.forked(size: 11, signed: 6)) {
            try await publisher.publish()
        }
        #expect(try other.store.checkpoint() == nil)
        #expect(try await published(by: key)?.size == 7)
    }

    @Test func anOlderCopyIsNoticedByTheNewKey() async throws {
        let key = try log.key.rotated()
        let other = try LogRoom()
        try await other.fill(1)
        let publisher = LogPublisher(registry: other.registry, store: other.store, key: key)
        await #expect(throws: LogTrouble.shrunk(size: 2, signed: 6)) {
            try await publisher.publish()
        }
    }

    // MARK: - Crashes

    /// The copy is there, the keys have not changed places.
    @Test func aRotationThatStoppedAfterTheCopyIsDoneAgain() async throws {
        try FileManager.default.copyItem(atPath: log.key.path, toPath: log.key.retiredPath)
        let before = try onDisk
        #expect(before.verifierKeys == [log.key.verifierKey])
        try await log.fill(1)
        #expect(try await published(by: before) != nil)
        let key = try before.rotated()
        #expect(key.retired == [log.key.verifierKey])
        #expect(try await published(by: key) != nil)
        #expect(try await log.check(keys: key.verifierKeys).flaws.isEmpty)
    }

    /// The keys have changed places, and nothing is recorded or signed yet.
    @Test func aRotationThatStoppedAfterTheChangeIsCompletedByTheNextOne() async throws {
        _ = try log.key.rotated()
        let next = try onDisk
        try await log.fill(3)
        #expect(try await published(by: next)?.size == 10)
        #expect(try await log.check(keys: next.verifierKeys).flaws.isEmpty)
    }

    /// The new key has signed, and its checkpoint is not published yet.
    @Test func aCheckpointOfTheNewKeyIsPublishedAsItWasSigned() async throws {
        let key = try log.key.rotated()
        let before = try log.store.checkpoint()
        _ = try await published(by: key)
        let signed = try log.store.checkpoint()
        try log.folder.write("log/checkpoint", try #require(before))
        _ = try await published(by: try onDisk)
        #expect(try log.store.checkpoint() == signed)
        #expect(try await log.check(keys: key.verifierKeys).flaws.isEmpty)
    }

    // MARK: - What must not be

    @Test func anotherKeyInTheOldPlaceIsLeftAlone() throws {
        let other = try LogKey(path: log.key.retiredPath, origin: "example.kz/registry")
        #expect(throws: LogTrouble.self) { try log.key.rotated() }
        #expect(try LogKey(path: log.key.path, origin: "x").verifierKey == log.key.verifierKey)
        #expect(
            try LogKey(path: log.key.retiredPath, origin: "x").verifierKey == other.verifierKey
        )
    }

    @Test func aKeyThatWasRotatedMeanwhileIsNotRotated() throws {
        let key = try log.key.rotated()
        #expect(throws: LogTrouble.self) { try log.key.rotated() }
        #expect(try onDisk.verifierKeys == key.verifierKeys)
    }

    @Test func anOldKeyThatOthersMayReadIsRefused() throws {
        _ = try log.key.rotated()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644],
            ofItemAtPath: log.key.retiredPath
        )
        #expect(throws: LogTrouble.self) { try onDisk }
    }
}
