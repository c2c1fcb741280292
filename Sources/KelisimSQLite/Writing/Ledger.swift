internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Kelisim
internal import KelisimLog

/// What the one writer knows between transactions, and how it writes a batch in one.
final class Ledger {
    /// What is committed.
    private(set) var committed: WriteDesk.Committed

    private var words = Vocabulary()
    private var filing: Filing
    private let recent: Recent
    private let mark: Mark
    private let database: Database
    private let reader: RowReader
    private let writer: RowWriter
    private let pass: Failpoint.Hook

    /// Reads what the database holds, and compares the head with the rows.
    ///
    /// - Parameters:
    ///   - database: the connection that writes.
    ///   - mark: how its finders name things.
    ///   - recent: is told of the rows that they don't find yet.
    ///   - options: at how many places rows gather before they are filed, and what is called at each point
    ///     at which tests let the process die.
    /// - Throws: when the database can't be read, or its parts contradict each other.
    init(
        _ database: Database,
        _ mark: Mark,
        _ recent: Recent,
        _ options: SQLiteRegistry.Options
    ) throws {
        self.database = database
        self.mark = mark
        self.recent = recent
        pass = options.failpoint
        reader = try RowReader(database, mark, recent)
        writer = try RowWriter(database, mark)
        let (shelf, key) = try reader.landmarks()
        filing = Filing(filed: try reader.head().filed, enough: options.gathering)
        committed = WriteDesk.Committed(shelf: shelf, head: try LogHead(of: database), key: key)
        for word in try [[UInt8]].words(of: database) { words.append(word) }
        try compareTail()
        try gather()
    }

    /// Tells ``Recent`` of the rows that were not filed when the database was left.
    private func gather() throws {
        recent.clear(to: filing.filed)
        var start = filing.filed
        while start < committed.head.size {
            let entries = try reader.entries(in: start..<start + 4096)
            for entry in entries where entry.sealed != nil {
                guard let record = entry.record else { throw StorageError.row(entry.index) }
                recent.add(
                    mark.places(of: record).map { FoundRow(place: $0, position: entry.index) }
                )
            }
            start += 4096
        }
    }

    /// The last leaves, which the smaller peaks are made of, are cheap to compare at every start.
    private func compareTail() throws {
        let known = committed.head.frontier
        let size = known.size
        let count = size % 4096
        let start = size - count
        let last = try Int64.fetchOne(database, sql: "SELECT max(position) FROM entry")
        guard UInt64(clamping: (last ?? -1) + 1) == size else {
            throw StorageError.head("the head says \(size) rows, the last row is \(last ?? -1)")
        }
        var tail = MerkleFrontier()
        for entry in try reader.entries(in: start..<size) {
            tail.append(leafHash: entry.leafHash)
        }
        guard tail.size == count, tail.peaks == known.peaks.suffix(tail.peaks.count) else {
            throw StorageError.head("the head doesn't fit the leaves from \(start) on")
        }
    }

    // MARK: - Batches

    /// Writes what came out of a batch in one transaction; none when that is nothing.
    ///
    /// - Throws: when nothing was changed, or it isn't known whether the transaction was committed.
    func write(_ registrar: Registrar) throws {
        guard !registrar.entries.isEmpty else { return }
        let known = words.words.count
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            let old = committed.head
            let isErasing = registrar.entries.contains { $0.record.type == .erasure }
            var filing = filing
            // What is destroyed must be found nowhere any more.
            if isErasing {
                try filing.finish(recent, upTo: old.size, writer)
            } else {
                try filing.advance(by: registrar.entries.count, writer)
            }
            for (_, indices) in registrar.erasures {
                for index in indices {
                    guard let entry = try reader.entry(at: index) else {
                        throw StorageError.row(index)
                    }
                    _ = try writer.destroy(entry)
                }
            }
            var frontier = old.frontier
            let found = try writer.add(registrar.entries, &words)
            for place in registrar.entries.indices {
                frontier.append(leafHash: registrar.entries[place].entry.leafHash)
            }
            pass(.afterInsert)
            let head = LogHead(frontier: frontier, lastRecordedAt: registrar.lastRecordedAt)
            // Of a row that was erased at once, the log can't tell its key at the next start.
            if isErasing {
                try writer.file(found[...])
                filing.skip(to: head.size)
            }
            try writer.advance(from: old.size, to: head, filed: filing.filed)
            pass(.beforeCommit)
            try database.execute(sql: "COMMIT")
            pass(.afterCommit)
            if isErasing { recent.clear(to: head.size) } else { recent.add(found) }
            filing.turn(recent, at: head.size)
            self.filing = filing
            committed = .init(shelf: registrar.shelf, head: head, key: registrar.key)
        } catch {
            words.shorten(to: known)
            try rollBack()
            throw error
        }
    }

    /// Adds rows of which only the leaves are known.
    func adopt(_ leaves: [[UInt8]]) throws {
        let known = words.words.count
        let old = committed.head
        var frontier = old.frontier
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            for leaf in leaves {
                let entry = Entry(index: frontier.size, leaf: leaf, sealed: nil)
                try writer.add(entry, &words)
                frontier.append(leafHash: entry.leafHash)
            }
            // Nothing is recorded before the hour of the last leaf, whatever the clock says.
            let hours = leaves.compactMap { Leaf($0)?.hour }.max() ?? 0
            let instant = Instant(milliseconds: Int64(clamping: hours) * 3_600_000)
            let last = old.lastRecordedAt.map { max($0, instant) } ?? instant
            let head = LogHead(frontier: frontier, lastRecordedAt: last)
            try writer.advance(from: old.size, to: head, filed: filing.filed)
            try database.execute(sql: "COMMIT")
            committed = .init(shelf: committed.shelf, head: head, key: committed.key)
        } catch {
            words.shorten(to: known)
            try rollBack()
            throw error
        }
    }

    /// Destroys the records of `indices`, as far as they are there and are a subject's.
    ///
    /// - Returns: those that were destroyed.
    func destroy(_ indices: [UInt64]) throws -> [UInt64] {
        try file()
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            let destroyed = try indices.filter { index in
                try reader.entry(at: index).map { try writer.destroy($0) } ?? false
            }
            pass(.beforeCommit)
            try database.execute(sql: "COMMIT")
            pass(.afterCommit)
            return destroyed
        } catch {
            try rollBack()
            throw error
        }
    }

    /// Files every row that is committed, so that the finders alone find all.
    func file() throws {
        let head = committed.head
        guard filing.filed < head.size else { return }
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            var filing = filing
            try filing.finish(recent, upTo: head.size, writer)
            try writer.advance(from: head.size, to: head, filed: filing.filed)
            try database.execute(sql: "COMMIT")
            recent.clear(to: head.size)
            self.filing = filing
        } catch {
            try rollBack()
            throw error
        }
    }

    /// Does `work` with the tables that have nothing to do with the log.
    func change<Value>(_ work: (Database) throws -> Value) throws -> Value { try work(database) }

    /// Moves what the write-ahead log holds into the database.
    ///
    /// - Parameter truncating: whether to wait until the write-ahead log is empty and cut it off.
    /// - Returns: whether that was done; readers may have been in the way.
    /// - Throws: when the database can't be written.
    func checkpoint(truncating: Bool) throws -> Bool {
        let mode = truncating ? "TRUNCATE" : "PASSIVE"
        let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(\(mode))")
        return row?[0] == 0
    }

    /// How many pages were written to the write-ahead log since this was last asked.
    func takeWrittenPages() -> Int {
        var (count, most): (Int32, Int32) = (0, 0)
        let status = SQLITE_DBSTATUS_CACHE_WRITE
        sqlite3_db_status(database.sqliteConnection, status, &count, &most, 1)
        return Int(count)
    }

    private func rollBack() throws {
        // SQLite has done so itself after some errors.
        if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
    }
}

extension [[UInt8]] {
    /// The words of the database, without the empty one.
    fileprivate static func words(of database: Database) throws -> [[UInt8]] {
        let statement = try PreparedStatement(
            "SELECT bytes FROM word WHERE number > 0 ORDER BY number",
            in: database
        )
        defer { statement.reset() }
        var words: [[UInt8]] = []
        while try statement.step() { words.append([UInt8](statement.bytes(0))) }
        return words
    }
}

extension LogHead {
    /// The head that the database has.
    init(of database: Database) throws {
        let row = try Row.fetchOne(database, sql: "SELECT size, peaks, lastRecordedAt FROM head")
        guard let row else { throw StorageError.head("there is no head") }
        let bytes = [UInt8](row["peaks"] as Data)
        let peaks = stride(from: 0, to: bytes.count, by: 32)
            .compactMap { Digest(bytes: bytes[$0..<min($0 + 32, bytes.count)]) }
        let size = UInt64(clamping: row["size"] as Int64)
        guard let frontier = MerkleFrontier(size: size, hashes: peaks) else {
            throw StorageError.head("there are \(peaks.count) peaks for \(size) rows")
        }
        let lastRecordedAt = (row["lastRecordedAt"] as Int64?).map(Instant.init(milliseconds:))
        self.init(frontier: frontier, lastRecordedAt: lastRecordedAt)
    }
}
