internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Kelisim
internal import KelisimLog

/// What the one writer knows between transactions, and how it settles a batch in one.
final class Ledger {
    /// The publications taken up so far.
    private(set) var shelf: Shelf
    /// How far the log has grown.
    private(set) var head: LogHead

    private var key: String?
    private var words = Vocabulary()
    private let database: Database
    private let reader: RowReader
    private let writer: RowWriter
    private let pass: @Sendable (Failpoint) -> Void

    /// Reads what the database holds, and compares the head with the rows.
    ///
    /// - Parameters:
    ///   - database: the connection that writes.
    ///   - mark: how its indices name things.
    ///   - pass: called at each point at which tests let the process die.
    init(
        _ database: Database,
        _ mark: Mark,
        pass: @escaping @Sendable (Failpoint) -> Void
    ) throws {
        self.database = database
        self.pass = pass
        reader = try RowReader(database, mark)
        writer = try RowWriter(database, mark)
        head = try LogHead(of: database)
        (shelf, key) = try reader.landmarks()
        for word in try [[UInt8]].words(of: database) { words.append(word) }
        try compareTail()
    }

    /// The last leaves, which the smaller peaks are made of, are cheap to compare at every start.
    private func compareTail() throws {
        let known = head.frontier
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

    /// Settles `submissions` in one transaction.
    ///
    /// - Parameters:
    ///   - submissions: what was submitted, in order.
    ///   - clock: tells the time.
    /// - Returns: the answers or refusals, now durable, in the same order.
    /// - Throws: when nothing was changed, or it isn't known whether the transaction was committed.
    func settle(
        _ submissions: [Submission],
        clock: () -> Instant
    ) throws -> [Result<Answer, RegistryError>] {
        let known = words.words.count
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            var registrar = try registrar(for: submissions)
            let answers = submissions.map { submission in
                Result { () throws(RegistryError) in
                    do throws(Refusal) {
                        return try registrar.settle(submission, at: clock())
                    } catch {
                        throw .refused(error)
                    }
                }
            }
            let head = try add(registrar)
            pass(.beforeCommit)
            try database.execute(sql: "COMMIT")
            pass(.afterCommit)
            (shelf, key, self.head) = (registrar.shelf, registrar.key, head)
            return answers
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
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            let destroyed = try indices.filter { index in
                guard let entry = try reader.entries(in: index..<index + 1).first,
                    entry.sealed != nil
                else { return false }
                try writer.destroy(entry)
                return true
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

    /// Moves what the write-ahead log holds into the database.
    ///
    /// - Parameter truncating: whether to wait until the write-ahead log is empty and cut it off.
    /// - Returns: whether that was done; readers may have been in the way.
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

    /// A registrar that knows everything it takes to settle `submissions`.
    private func registrar(for submissions: [Submission]) throws -> Registrar {
        var histories: [Subject: SubjectHistory] = [:]
        var guardianships: [GuardianshipID: Guardianship] = [:]
        var remembered: [[UInt8]: Remembered] = [:]
        for submission in submissions {
            for subject in submission.subjects where histories[subject] == nil {
                histories[subject] = try reader.history(of: subject)
            }
            for mark in submission.marks where remembered[mark.key] == nil {
                remembered[mark.key] = try reader.remembered(mark.key)
            }
            if let id = submission.guardianship, guardianships[id] == nil {
                guardianships[id] = try reader.versions(of: id).last?.guardianship
            }
        }
        return Registrar(
            shelf: shelf,
            size: head.size,
            lastRecordedAt: head.lastRecordedAt,
            key: key,
            histories: histories,
            guardianships: guardianships,
            remembered: remembered
        )
    }

    /// Writes what came out of a batch.
    private func add(_ registrar: Registrar) throws -> LogHead {
        for (_, indices) in registrar.erasures {
            for index in indices {
                guard let entry = try reader.entries(in: index..<index + 1).first else {
                    throw StorageError.row(index)
                }
                try writer.destroy(entry)
            }
        }
        guard !registrar.entries.isEmpty else { return head }
        var frontier = head.frontier
        for row in registrar.entries {
            try writer.add(row, &words)
            frontier.append(leafHash: row.entry.leafHash)
        }
        try writer.remember()
        pass(.afterInsert)
        let new = LogHead(frontier: frontier, lastRecordedAt: registrar.lastRecordedAt)
        try writer.advance(from: head.size, to: new)
        return new
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
