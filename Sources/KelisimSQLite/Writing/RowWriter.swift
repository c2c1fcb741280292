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
            UPDATE head SET size = ?1, peaks = ?2, lastRecordedAt = ?3 WHERE size = ?4
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
        find = try Finder.allCases.map { try prepared("INSERT INTO \($0) VALUES (?1, ?2)") }
        lose = try Finder.allCases.map {
            try prepared("DELETE FROM \($0) WHERE mark = ?1 AND position = ?2")
        }
    }

    /// Adds `rows`, and what finds them.
    func add(_ rows: [NewEntry], _ words: inout Vocabulary) throws {
        // By place, since a copy of a row takes longer than to write it.
        for place in rows.indices { try add(rows[place], &words) }
        // Behind all rows, since one that is yet to be added can't be referred to.
        for row in rows.indices {
            guard let (key, count) = rows[row].remembers else { continue }
            for place in 0..<UInt64(count) {
                try run(
                    find[Finder.remembered.rawValue],
                    Mark.of(key: key),
                    rows[row].entry.index + place
                )
            }
        }
    }

    private func add(_ row: NewEntry, _ words: inout Vocabulary) throws {
        let index = row.entry.index
        try add(row.entry, &words)
        guard row.entry.sealed != nil else { return }
        for place in mark.places(of: row.record) {
            try run(find[place.finder.rawValue], place.mark, index)
        }
        if row.record.isLandmark {
            try landmark.bind(Int64(index), at: 1)
            try landmark.bind(Array(row.record.type.rawValue.utf8), at: 2)
            try landmark.run()
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
        for place in mark.places(of: record) {
            try run(lose[place.finder.rawValue], place.mark, stored.index)
        }
        try erase.bind(Int64(stored.index), at: 1)
        try erase.run()
        return true
    }

    /// Moves the head from `size` rows to `new`.
    func advance(from size: UInt64, to new: LogHead) throws {
        defer { head.reset() }
        try head.bind(Int64(new.size), at: 1)
        try head.bind(new.frontier.peaks.flatMap(\.bytes), at: 2)
        if let instant = new.lastRecordedAt { try head.bind(instant.milliseconds, at: 3) }
        try head.bind(Int64(size), at: 4)
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
