internal import Foundation
internal import GRDB
internal import Kelisim
internal import KelisimLog

/// The secrets of a registry, which are made with it and never change.
struct Secrets {
    private static let markName = "mark"

    /// Those that others ask for.
    let named: [SecretName: Nonce]
    /// The one under which indices name things.
    let mark: Nonce

    /// Reads the secrets of `database`, and makes those that are missing.
    init(of database: Database) throws {
        var secrets: [String: Nonce] = [:]
        try database.inTransaction(.immediate) {
            for name in SecretName.allCases.map(\.rawValue) + [Secrets.markName] {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO secret VALUES (?, ?)",
                    arguments: [name, Data(Nonce.random().bytes)]
                )
                let bytes = try Data.fetchOne(
                    database,
                    sql: "SELECT bytes FROM secret WHERE name = ?",
                    arguments: [name]
                )
                secrets[name] = bytes.flatMap { Nonce(bytes: $0) }
            }
            return .commit
        }
        guard let mark = secrets[Secrets.markName] else {
            throw StorageError.head("there is no secret")
        }
        self.mark = mark
        named = Dictionary(
            uniqueKeysWithValues: SecretName.allCases.compactMap { name in
                secrets[name.rawValue].map { (name, $0) }
            }
        )
    }
}
