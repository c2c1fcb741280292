internal import GRDB
internal import Kelisim
internal import KelisimLog

/// Adds and destroys rows through the one connection that writes, inside of a transaction.
final class RowWriter {
    private let mark: Mark

    private let word: PreparedStatement
    private let entry: PreparedStatement
    private let held: PreparedStatement
    private let decision: PreparedStatement
    private let remembered: PreparedStatement
    private let guardianship: PreparedStatement
    private let guardian: PreparedStatement
    private let landmark: PreparedStatement
    private let head: PreparedStatement

    private let erase: PreparedStatement
    private let unhold: PreparedStatement
    private let forget: PreparedStatement
    private let dismiss: PreparedStatement
    private let dismissGuardian: PreparedStatement

    /// A writer through the connection `database`.
    init(_ database: Database, _ mark: Mark) throws {
        self.mark = mark
        func prepared(_ sql: String) throws -> PreparedStatement {
            try PreparedStatement(sql, in: database)
        }
        word = try prepared("INSERT INTO word VALUES (?1, ?2)")
        entry = try prepared("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5)")
        held = try prepared("INSERT INTO held VALUES (?1, ?2)")
        decision = try prepared("INSERT INTO decision VALUES (?1, ?2)")
        remembered = try prepared("INSERT INTO remembered VALUES (?1, ?2)")
        guardianship = try prepared("INSERT INTO guardianship VALUES (?1, ?2)")
        guardian = try prepared("INSERT INTO guardian VALUES (?1, ?2)")
        landmark = try prepared("INSERT INTO landmark VALUES (?1, CAST(?2 AS TEXT))")
        // That it changes a row shows that nobody else has written since.
        head = try prepared(
            """
            UPDATE head SET size = ?1, peaks = ?2, lastRecordedAt = ?3 WHERE size = ?4
            RETURNING size
            """
        )
        // Bytes of the same number take the place of the old ones: nothing is moved, and no copy made.
        erase = try prepared(
            """
            UPDATE entry SET nonce = zeroblob(32), body = zeroblob(length(body))
            WHERE position = ?1
            """
        )
        unhold = try prepared("DELETE FROM held WHERE subject = ?1 AND position = ?2")
        forget = try prepared("DELETE FROM decision WHERE id = ?1 AND position = ?2")
        dismiss = try prepared("DELETE FROM guardianship WHERE name = ?1 AND position = ?2")
        dismissGuardian = try prepared(
            "DELETE FROM guardian WHERE subject = ?1 AND position = ?2"
        )
    }

    /// Adds the row of `new`, and what finds it.
    func add(_ new: NewEntry, _ words: inout Vocabulary) throws {
        let position = Int64(new.entry.index)
        let known = words.words.count
        let (stem, leaf) = Packing.pack(leaf: new.entry.leaf, &words)
        let sealed = new.entry.sealed
        let body = sealed.map { Packing.pack(record: $0.bytes, &words) }
        for number in known..<words.words.count {
            try word.bind(Int64(number), at: 1)
            try word.bind(words.words[number], at: 2)
            try word.run()
        }
        try entry.bind(position, at: 1)
        try entry.bind(Int64(stem), at: 2)
        try entry.bind(leaf, at: 3)
        try entry.bind(sealed?.nonce.bytes ?? [UInt8](repeating: 0, count: Nonce.size), at: 4)
        try entry.bind(body ?? [], at: 5)
        try entry.run()
        if let (key, count) = new.remembers {
            for place in 0..<Int64(count) {
                deferred.append((Mark.of(key: key), position + place))
            }
        }
        if sealed != nil { try index(new.record, at: position) }
    }

    // The rows under a key, of which all but the first are yet to be added.
    private var deferred: [(key: Int64, position: Int64)] = []

    /// Remembers the keys of the rows added so far.
    func remember() throws {
        defer { deferred = [] }
        for (key, position) in deferred { try run(remembered, key, position) }
    }

    private func index(_ record: Kelisim.Record, at position: Int64) throws {
        if let subject = record.subject {
            try run(held, mark.of(.subject, subject.id), position)
        }
        switch record {
        case .decision(let record): try run(decision, Mark.of(record.id), position)
        case .guardianship(let record, _):
            try run(guardianship, mark.of(.guardianship, record.id.name), position)
            try run(guardian, mark.of(.guardian, record.guardian.id), position)
        case .published, .erasure, .key:
            try landmark.bind(position, at: 1)
            try landmark.bind(Array(record.type.rawValue.utf8), at: 2)
            try landmark.run()
        case .hold: break
        }
    }

    /// Destroys the record of `stored`, and what finds it but the idempotency key.
    func destroy(_ stored: Entry) throws {
        guard stored.sealed != nil else { return }
        guard let record = stored.record else { throw StorageError.row(stored.index) }
        guard let subject = record.subject else { return }
        let position = Int64(stored.index)
        try run(unhold, mark.of(.subject, subject.id), position)
        switch record {
        case .decision(let record): try run(forget, Mark.of(record.id), position)
        case .guardianship(let record, _):
            try run(dismiss, mark.of(.guardianship, record.id.name), position)
            try run(dismissGuardian, mark.of(.guardian, record.guardian.id), position)
        case .hold, .published, .erasure, .key: break
        }
        try erase.bind(position, at: 1)
        try erase.run()
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

    private func run(_ statement: PreparedStatement, _ key: Int64, _ position: Int64) throws {
        try statement.bind(key, at: 1)
        try statement.bind(position, at: 2)
        try statement.run()
    }
}
