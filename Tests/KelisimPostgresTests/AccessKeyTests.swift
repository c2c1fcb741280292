import Kelisim
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("API keys in PostgreSQL")
struct AccessKeyTests {
    @Test func whatOneServerRevokesIsRevokedForAll() async throws {
        let database = try TestDatabase()
        let (first, second) = (try await database.open(), try await database.open())
        let (key, secret) = AccessKey.make(name: "site", scopes: [.read, .decide], at: .now)
        try await first.add(key)
        #expect(try await second.accessKey(digest: secret.digest) == key)
        let now = Instant.now
        _ = try await first.revokeAccessKey(key.id, at: now)
        #expect(try await second.accessKey(digest: secret.digest) == key.revoked(at: now))
        await first.close()
        #expect(try await second.accessKeys() == [key.revoked(at: now)])
        await second.close()
        let third = try await database.open()
        #expect(try await third.accessKeys() == [key.revoked(at: now)])
        await third.close()
    }

    @Test func noSecretIsKept() async throws {
        let database = try TestDatabase()
        let registry = try await database.open()
        let (key, secret) = AccessKey.make(name: nil, scopes: [.admin], at: .now)
        try await registry.add(key)
        await registry.close()
        let rows = try database.query("SELECT * FROM kelisim.access_key")
        #expect(rows.contains(key.id))
        #expect(!rows.contains(secret.text))
    }
}
