internal import Foundation
internal import GRDB

extension Schema {
    /// Looks at the database at `connections` before anything is written to it.
    ///
    /// - Parameters:
    ///   - connections: the database, whose file exists.
    ///   - migrates: whether an older one will be brought to this schema.
    /// - Returns: its version, 0 for an empty one.
    /// - Throws: ``OpeningError`` when it is no registry, or of another version.
    @discardableResult
    func check(_ connections: Connections, migrates: Bool) throws -> Int {
        let path = connections.path
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        guard size > 0 else { return 0 }
        let reader = try connections.reader()
        defer { try? reader.close() }
        let (isOurs, isEmpty, version) = try reader.read { database in
            (
                try Schema.isOurs(database), try Schema.isEmpty(database),
                try Schema.version(of: database)
            )
        }
        guard isOurs || isEmpty else { throw OpeningError.foreign(path: path) }
        guard version <= self.version else {
            throw OpeningError.newer(path: path, version: version, known: self.version)
        }
        guard version == self.version || version == 0 || migrates else {
            throw OpeningError.older(path: path, version: version, known: self.version)
        }
        return version
    }

    /// Brings `database` to this schema, in one transaction.
    func migrate(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            let version = try Schema.version(of: database)
            guard version < steps.count else { return .rollback }
            for step in steps[version...] { try step(database) }
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(steps.count)")
            return .commit
        }
    }

    private static func isOurs(_ database: Database) throws -> Bool {
        try Int64.fetchOne(database, sql: "PRAGMA application_id") == applicationID
    }

    private static func isEmpty(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
            && Int64.fetchOne(database, sql: "PRAGMA application_id") == 0
    }

    private static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
