import Kelisim
import KelisimClient
import KelisimLog
import KelisimTesting
import Testing

@Suite struct RemoteKeysTests {
    /// Keys in memory.
    private actor Keys: AccessKeys {
        private var keys: [AccessKey] = []

        func add(_ key: AccessKey) { keys.append(key) }

        func accessKeys() -> [AccessKey] { keys }

        func accessKey(digest: Digest) -> AccessKey? { keys.first { $0.digest == digest } }

        func revokeAccessKey(_ id: String, at instant: Instant) -> AccessKey? {
            change(id) { ($0.revokedAt ?? instant, $0.lastUsedAt) }
        }

        func noteUse(of uses: [String: Instant]) {
            for (id, instant) in uses { change(id) { ($0.revokedAt, instant) } }
        }

        @discardableResult
        private func change(
            _ id: String,
            _ times: (AccessKey) -> (Instant?, Instant?)
        ) -> AccessKey? {
            guard let place = keys.firstIndex(where: { $0.id == id }) else { return nil }
            let (old, (revoked, used)) = (keys[place], times(keys[place]))
            keys[place] = AccessKey(
                id: old.id,
                name: old.name,
                scopes: old.scopes,
                digest: old.digest,
                createdAt: old.createdAt,
                revokedAt: revoked,
                lastUsedAt: used
            )
            return keys[place]
        }
    }

    @Test func keysAreKeptByTheOwner() async throws {
        let keys = Keys()
        let room = try await ListeningRoom(keys: keys)
        let remote = try await room.reach()
        let secret = AccessSecret.random()
        let morning = RegistryRoom.morning
        let key = AccessKey(
            id: "k-1",
            name: "сайт",
            scopes: [.read, .decide],
            digest: secret.digest,
            createdAt: morning
        )
        try await remote.add(key)
        #expect(try await remote.accessKeys() == [key])
        #expect(try await remote.accessKey(digest: secret.digest) == key)
        #expect(try await remote.accessKey(digest: Digest(of: [1])) == nil)
        try await remote.noteUse(of: ["k-1": morning, "k-2": morning])
        #expect(try await remote.accessKeys().map(\.lastUsedAt) == [morning])
        let revoked = try await remote.revokeAccessKey("k-1", at: morning)
        #expect(revoked?.revokedAt == morning)
        #expect(try await remote.revokeAccessKey("k-2", at: morning) == nil)
        #expect(await keys.accessKeys() == [revoked])
        await remote.close()
        try await room.stop()
    }
}
