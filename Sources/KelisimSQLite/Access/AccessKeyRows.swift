internal import Foundation
internal import GRDB
internal import Kelisim
internal import KelisimLog

extension AccessKeyRing {
    /// Reads the keys of `database`.
    init(of database: Database) throws {
        self.init()
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM accessKey ORDER BY number")
        for row in rows {
            guard let scopes = AccessScope.list(row["scopes"] as String),
                let digest = Digest(bytes: [UInt8](row["digest"] as Data))
            else { throw StorageError.accessKey(row["id"]) }
            let key = AccessKey(
                id: row["id"],
                name: row["name"],
                scopes: scopes,
                digest: digest,
                createdAt: Instant(milliseconds: row["createdAt"]),
                revokedAt: (row["revokedAt"] as Int64?).map(Instant.init(milliseconds:)),
                lastUsedAt: (row["lastUsedAt"] as Int64?).map(Instant.init(milliseconds:))
            )
            guard add(key) else { throw StorageError.accessKey(key.id) }
        }
    }
}

extension Database {
    /// Adds `key` behind the others.
    func insert(_ key: AccessKey) throws {
        try execute(
            sql: """
                INSERT INTO accessKey (id, name, scopes, digest, createdAt, revokedAt, lastUsedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key.id, key.name, key.scopes.text, Data(key.digest.bytes),
                key.createdAt.milliseconds, key.revokedAt?.milliseconds,
                key.lastUsedAt?.milliseconds,
            ]
        )
    }

    /// Writes what can change about `key`.
    func update(_ key: AccessKey) throws {
        try execute(
            sql: "UPDATE accessKey SET revokedAt = ?, lastUsedAt = ? WHERE id = ?",
            arguments: [key.revokedAt?.milliseconds, key.lastUsedAt?.milliseconds, key.id]
        )
    }
}
