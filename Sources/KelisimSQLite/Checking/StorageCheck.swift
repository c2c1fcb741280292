internal import Foundation
internal import GRDB
internal import Kelisim
internal import KelisimLog

/// Reads everything in a database, and compares the parts with each other, as of one moment.
struct StorageCheck {
    /// Flaws beyond these are not told: the database is broken.
    private static let mostFlaws = 1000
    private static let chunk: UInt64 = 4096

    private let database: Database
    private let reader: RowReader
    private let mark: Mark
    private let filed: UInt64
    private let finders: [Finder: PreparedStatement]
    private var flaws: [StorageFlaw] = []
    private var counts: [Finder: Int] = [:]

    /// A check through the connection `database`, inside of a transaction.
    init(_ database: Database, _ mark: Mark) throws {
        self.database = database
        reader = try RowReader(database, mark, Recent())
        filed = try reader.head().filed
        self.mark = mark
        finders = try Dictionary(
            uniqueKeysWithValues: Finder.allCases.map { finder in
                let sql = "SELECT 1 FROM \(finder) WHERE mark = ?1 AND position = ?2"
                return (finder, try PreparedStatement(sql, in: database))
            }
        )
    }

    /// What is wrong.
    mutating func run() throws -> [StorageFlaw] {
        do {
            try checkFile()
            // What is read of a damaged file means nothing.
            if flaws.isEmpty { try compareRows() }
        } catch let error as DatabaseError where error.isOfDamage {
            report(.file(error.reason))
        }
        return flaws
    }

    private mutating func checkFile() throws {
        for line in try String.fetchAll(database, sql: "PRAGMA integrity_check")
        where line != "ok" {
            report(.file(line))
        }
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
            report(.reference(table: row[0]))
        }
    }

    private mutating func compareRows() throws {
        let head = try LogHead(of: database)
        var frontier = MerkleFrontier()
        var lastRecordedAt: Instant?
        var isWhole = true
        while isWhole, frontier.size < head.size {
            let end = min(frontier.size + StorageCheck.chunk, head.size)
            for entry in try reader.entries(in: frontier.size..<end) where isWhole {
                isWhole = entry.index == frontier.size
                guard isWhole else { continue }
                frontier.append(leafHash: entry.leafHash)
                if let instant = try compare(entry) { lastRecordedAt = instant }
            }
            isWhole = isWhole && frontier.size == end
        }
        guard isWhole else { return report(.rowMissing(index: frontier.size)) }
        try compareCounts()
        let beyond = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM entry WHERE position >= ?",
            arguments: [Int64(head.size)]
        )
        let isInTime = lastRecordedAt.map { $0 <= head.lastRecordedAt ?? $0 } ?? true
        if beyond != 0 || frontier != head.frontier || !isInTime {
            report(.headDiffers(size: head.size, rows: frontier.size + UInt64(beyond ?? 0)))
        }
    }

    private mutating func compareCounts() throws {
        // Keys are remembered when records are destroyed.
        for finder in Finder.allCases where finder != .remembered {
            let sql = "SELECT count(*) FROM \(finder)"
            let count = try Int.fetchOne(database, sql: sql) ?? 0
            if count > counts[finder, default: 0] { report(.foundTooMuch(table: "\(finder)")) }
        }
    }

    /// Compares a row with what finds it.
    ///
    /// - Returns: when it was recorded, as far as it tells.
    private mutating func compare(_ entry: Entry) throws -> Instant? {
        guard entry.sealed != nil else { return nil }
        guard let record = entry.record else {
            report(.recordUnreadable(index: entry.index))
            return nil
        }
        for place in mark.places(of: record) {
            counts[place.finder, default: 0] += 1
            if entry.index < filed, try !isFound(place.mark, entry.index, by: place.finder) {
                report(.recordNotFound(index: entry.index, table: "\(place.finder)"))
            }
        }
        return record.recordedAt
    }

    private func isFound(_ mark: Int64, _ index: UInt64, by finder: Finder) throws -> Bool {
        guard let statement = finders[finder] else { return false }
        defer { statement.reset() }
        try statement.bind(mark, at: 1)
        try statement.bind(Int64(index), at: 2)
        return try statement.step()
    }

    private mutating func report(_ flaw: StorageFlaw) {
        if flaws.count < StorageCheck.mostFlaws { flaws.append(flaw) }
    }
}
