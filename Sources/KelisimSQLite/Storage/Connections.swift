internal import Foundation
internal import GRDB

/// How connections to the database of a registry are opened.
struct Connections {
    /// The path of the database.
    let path: String
    /// For how many seconds a connection waits for another one.
    var patience = 5.0

    /// The connection that writes, with every setting read back.
    ///
    /// GRDB's own way to the write-ahead log isn't taken: it would set `synchronous` to NORMAL, with which
    /// a power cut may take back what was answered.
    func writer() throws -> DatabaseQueue {
        var configuration = configuration
        configuration.prepareDatabase { database in
            // 12 MiB: what is filed lies close together.
            try database.set("cache_size", -12_288)
            // Takes effect on a new database only.
            try database.execute(sql: "PRAGMA page_size = 4096")
            try database.set("secure_delete", 1)
            // Checkpoints are made by the desk, which looks at what comes of them.
            try database.set("wal_autocheckpoint", 0)
            try database.set("synchronous", 2)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A connection that only reads.
    func reader() throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        // `ReadConnection` leaves transactions open from one look-up to the next.
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "kelisim"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            try database.set("trusted_schema", 0)
            try database.set("cell_size_check", 1)
            try database.set("foreign_keys", 1)
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // 4 MiB: what leads to the rows; the rows themselves are all over the file.
            try database.set("cache_size", -4096)
        }
        return configuration
    }
}

extension Database {
    /// Sets a pragma and reads it back.
    fileprivate func set(_ pragma: String, _ value: Int) throws {
        try execute(sql: "PRAGMA \(pragma) = \(value)")
        let found = try Int.fetchOne(self, sql: "PRAGMA \(pragma)")
        guard found == value else {
            throw DatabaseError(message: "\(pragma) is \(found ?? 0) and can't be set to \(value)")
        }
    }

    /// Turns the write-ahead log on, which stays with the file.
    func writeAhead() throws {
        guard try String.fetchOne(self, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw DatabaseError(message: "the write-ahead log can't be used here")
        }
    }
}
