internal import GRDB
internal import Kelisim
internal import KelisimLog

/// Adds and destroys rows through the one connection that writes, inside of a transaction.
final class RowWriter {
    private let mark: Mark

    private let word: PreparedStatement
    private let entry: PreparedStatement
    private let landmark: PreparedStatement
    private let head: PreparedStatement
    private let erase: PreparedStatement
    // By the raw value of the finder.
    private let find: [PreparedStatement]
    private let lose: [PreparedStatement]

    /// A writer through the connection `database`.
    init(_ database: Database, _ mark: Mark) throws {
        self.mark = mark
        func prepared(_ sql: String) throws -> PreparedStatement {
            try PreparedStatement(sql, in: database)
        }
        word = try prepared("INSERT INTO word VALUES (?1, ?2)")
        entry = try prepared("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5)")
        landmark = try prepared("INSERT INTO landmark VALUES (?1, CAST(?2 AS TEXT))")
        // That it changes a row shows that nobody else has written since.
        head = try prepared(
            """
            UPDATE head SET size = ?1, peaks = ?2, lastRecordedAt = ?3, filed = ?4 WHERE size = ?5
            RETURNING size
            """
        )
        // As many bytes take the place of the old ones: nothing is moved, and no copy made.
        erase = try prepared(
            """
            UPDATE entry SET nonce = zeroblob(32), body = zeroblob(length(body))
            WHERE position = ?1
            """
        )
        // Some may have been filed before a crash.
        find = try Finder.allCases.map {
            try prepared("INSERT OR IGNORE INTO \($0) VALUES (?1, ?2)")
        }
        lose = try Finder.allCases.map {
            try prepared("DELETE FROM \($0) WHERE mark = ?1 AND position = ?2")
        }
    }

    /// Adds `rows`, which no finder finds yet.
    ///
    /// - Returns: where they are to be found.
    func add(_ rows: [NewEntry], _ words: inout Vocabulary) throws -> [FoundRow] {
        var found: [FoundRow] = []
        found.reserveCapacity(rows.count * 3)
        // By index, since a copy of a row takes longer than to write it.
        for row in rows.indices {
            let index = rows[row].entry.index
            try add(rows[row].entry, &words)
            let isErased = rows[row].entry.sealed == nil
            for place in mark.places(of: rows[row].record)
            where !isErased || place.finder == .remembered {
                found.append(FoundRow(place: place, position: index))
            }
            guard !isErased, rows[row].record.isLandmark else { continue }
            try landmark.bind(Int64(index), at: 1)
            try landmark.bind(Array(rows[row].record.type.rawValue.utf8), at: 2)
            try landmark.run()
        }
        return found
    }

    /// Lets the finders find `rows`.
    func file(_ rows: ArraySlice<FoundRow>) throws {
        for row in rows {
            try run(find[row.place.finder.rawValue], row.place.mark, row.position)
        }
    }

    /// Adds the row `new`, which nothing finds yet.
    func add(_ new: Entry, _ words: inout Vocabulary) throws {
        let known = words.words.count
        let (stem, leaf) = Packing.pack(leaf: new.leaf, &words)
        let nonce = new.sealed?.nonce.bytes ?? [UInt8](repeating: 0, count: Nonce.size)
        let body = new.sealed.map { Packing.pack(record: $0.bytes, &words) } ?? []
        for number in known..<words.words.count {
            try word.bind(Int64(number), at: 1)
            try word.run(words.words[number], from: 2)
        }
        try entry.bind(Int64(new.index), at: 1)
        try entry.bind(Int64(stem), at: 2)
        try entry.run(leaf, nonce, body, from: 3)
    }

    /// Destroys the record of `stored`, if it is a subject's, and what finds it but the idempotency key.
    ///
    /// - Returns: whether there was anything to destroy.
    func destroy(_ stored: Entry) throws -> Bool {
        guard stored.sealed != nil else { return false }
        guard let record = stored.record else { throw StorageError.row(stored.index) }
        guard record.subject != nil else { return false }
        for place in mark.places(of: record) where place.finder != .remembered {
            try run(lose[place.finder.rawValue], place.mark, stored.index)
        }
        try erase.bind(Int64(stored.index), at: 1)
        try erase.run()
        return true
    }

    /// Moves the head from `size` rows to `new`, of which `filed` are filed.
    func advance(from size: UInt64, to new: LogHead, filed: UInt64) throws {
        defer { head.reset() }
        try head.bind(Int64(new.size), at: 1)
        try head.bind(new.frontier.peaks.flatMap(\.bytes), at: 2)
        if let instant = new.lastRecordedAt { try head.bind(instant.milliseconds, at: 3) }
        try head.bind(Int64(filed), at: 4)
        try head.bind(Int64(size), at: 5)
        guard try head.step() else {
            throw StorageError.head("another program has written to the database")
        }
    }

    private func run(_ statement: PreparedStatement, _ mark: Int64, _ index: UInt64) throws {
        try statement.bind(mark, at: 1)
        try statement.bind(Int64(index), at: 2)
        try statement.run()
    }
}

extension Kelisim.Record {
    /// Whether it is nobody's, and listed so that it is found at once.
    fileprivate var isLandmark: Bool {
        switch self {
        case .published, .erasure, .key: true
        case .decision, .guardianship, .hold: false
        }
    }
}
