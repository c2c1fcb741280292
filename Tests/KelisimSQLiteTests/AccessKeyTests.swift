import Foundation
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct AccessKeyTests {
    private let place: RegistryFolder
    private let registry: SQLiteRegistry

    init() throws {
        place = try RegistryFolder()
        registry = try place.open()
    }

    private func added(_ scopes: Set<AccessScope> = [.read]) async throws -> AccessKey {
        let key = AccessKey.make(name: "сайт", scopes: scopes, at: place.clock.now).key
        try await registry.add(key)
        return key
    }

    @Test func keysSurviveReopening() async throws {
        let (good, bad) = (try await added([.read, .decide]), try await added())
        let now = place.clock.now
        _ = try await registry.revokeAccessKey(bad.id, at: now)
        try await registry.noteUse(of: [good.id: now])
        await registry.close()
        let next = try place.open()
        #expect(next.accessKeys() == [good.used(at: now), bad.revoked(at: now)])
        #expect(next.accessKey(digest: bad.digest) == bad.revoked(at: now))
        await next.close()
    }

    /// As a power cut leaves the files.
    @Test func whatWasAnsweredIsOnTheDisk() async throws {
        let key = try await added()
        _ = try await registry.revokeAccessKey(key.id, at: place.clock.now)
        try place.folder.copy(place.path, to: "cut.db")
        try place.folder.copy(place.path + "-wal", to: "cut.db-wal")
        let cut = try place.open("cut.db")
        #expect(cut.accessKeys() == registry.accessKeys())
        #expect(cut.accessKeys().first?.isGood == false)
        await cut.close()
        await registry.close()
    }

    @Test func aLookUpReadsNothingFromTheDisk() async throws {
        let key = try await added()
        // What another program does to the row is not seen before the next opening.
        try place.sql("UPDATE accessKey SET revokedAt = 1")
        #expect(registry.accessKey(digest: key.digest) == key)
        await registry.close()
        let next = try place.open()
        #expect(next.accessKey(digest: key.digest)?.isGood == false)
        await next.close()
    }

    @Test func whatCannotBeWrittenIsNotSeen() async throws {
        let key = try await added()
        try place.sql("DROP TABLE accessKey")
        await #expect(throws: RegistryError.self) {
            try await registry.revokeAccessKey(key.id, at: place.clock.now)
        }
        #expect(registry.accessKeys() == [key])
        await registry.close()
    }

    @Test func noSecretIsInTheFiles() async throws {
        let (key, secret) = AccessKey.make(name: nil, scopes: [.admin], at: place.clock.now)
        try await registry.add(key)
        for ending in ["", "-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + ending))
            #expect(bytes.range(of: Data(secret.text.utf8)) == nil)
        }
        await registry.close()
    }

    @Test func aKeyThatCannotBeReadStopsTheOpening() async throws {
        _ = try await added()
        await registry.close()
        try place.sql("UPDATE accessKey SET scopes = 'read,rule'")
        #expect {
            try place.open()
        } throws: { error in
            guard case OpeningError.damaged = error else { return false }
            return true
        }
    }

    @Test func nothingIsChangedAfterClosing() async throws {
        await registry.close()
        await #expect(throws: RegistryError.unavailable("the registry was closed")) {
            try await registry.noteUse(of: ["k": .now])
        }
    }
}
