internal import GRDB
internal import Kelisim
internal import KelisimLog

/// Reads rows through one connection, which nobody else uses meanwhile.
///
/// What looks for rows at a place needs a transaction, in which it sees one state of the database; it
/// throws ``StaleState`` where that is too old. Every other method runs a single statement.
final class RowReader {
    private let mark: Mark
    private let recent: Recent
    private var words: [[UInt8]] = []
    /// Of the state that is seen: how many rows there are, and up to which one the finders find all.
    private var state: (size: UInt64, filed: UInt64) = (0, 0)

    private let beginning: PreparedStatement
    private let ending: PreparedStatement
    private let word: PreparedStatement
    private let heading: PreparedStatement
    private let all: PreparedStatement
    private let range: PreparedStatement
    // By the raw value of the finder.
    private let find: [PreparedStatement]
    private let landmark: PreparedStatement
    private let marks: PreparedStatement

    /// A reader through the connection `database`, beside which `recent` finds rows.
    init(_ database: Database, _ mark: Mark, _ recent: Recent) throws {
        self.mark = mark
        self.recent = recent
        func prepared(_ sql: String) throws -> PreparedStatement {
            try PreparedStatement(sql, in: database)
        }
        beginning = try prepared("BEGIN")
        ending = try prepared("COMMIT")
        word = try prepared("SELECT bytes FROM word WHERE number >= ?1 ORDER BY number")
        heading = try prepared("SELECT size, filed FROM head")
        // The finder is read first, as it is written here.
        find = try Finder.allCases.map { finder in
            try prepared(
                """
                SELECT position, stem, leaf, nonce, body FROM \(finder) CROSS JOIN entry USING (position)
                WHERE mark = ?1 AND position >= ?2 AND position < ?3 ORDER BY position
                """
            )
        }
        // Of what is being filed nothing, since it may be a half.
        let whole = "position < (SELECT filed FROM head)"
        all = try prepared(
            """
            SELECT position, body, mark FROM held CROSS JOIN entry USING (position)
            WHERE mark >= ?1 AND \(whole) ORDER BY mark, position
            """
        )
        range = try prepared(
            """
            SELECT position, stem, leaf, nonce, body FROM entry
            WHERE position >= ?1 AND position < ?2 ORDER BY position
            """
        )
        marks = try prepared(
            """
            SELECT mark, position FROM remembered WHERE mark >= ?1 AND \(whole)
            ORDER BY mark, position LIMIT ?2
            """
        )
        landmark = try prepared(
            """
            SELECT position, stem, leaf, nonce, body FROM landmark CROSS JOIN entry USING (position)
            WHERE type = 'publication' OR type = 'key' ORDER BY position
            """
        )
    }

    /// Begins a transaction: until ``end()`` all that is read is of one moment.
    ///
    /// - Throws: when that can't be read; then there is no transaction.
    func begin() throws {
        try beginning.run()
        do {
            state = try head()
        } catch {
            try? end()
            throw error
        }
    }

    /// Ends the transaction.
    func end() throws { try ending.run() }

    // MARK: - Subjects

    /// Everything held of `subject`.
    func history(of subject: Subject) throws -> SubjectHistory {
        var history = SubjectHistory(subject: subject)
        try rows(at: Place(finder: .held, mark: mark.of(.subject, subject.id))) { row in
            let (position, record) = (UInt64(row.integer(0)), try record(row.bytes(4), of: row))
            guard !history.add(record, at: position) else { return true }
            // Another subject with the same mark.
            guard Kelisim.Record(record) != nil else { throw StorageError.row(position) }
            return true
        }
        return history
    }

    /// The histories of up to `limit` subjects behind `last`, in the order of marks and then of names.
    ///
    /// It knows of the rows that are filed.
    func histories(after last: Subject?, limit: Int) throws -> [SubjectHistory] {
        guard limit > 0 else { return [] }
        let start = last.map { mark.of(.subject, $0.id) } ?? .min
        var found: [SubjectHistory] = []
        var group: (mark: Int64, histories: [Subject: SubjectHistory]) = (start, [:])
        func finish() {
            found += group.histories.values
                .filter { history in
                    guard group.mark == start, let last else { return true }
                    return last < history.subject
                }
                .sorted { $0.subject < $1.subject }
        }
        defer { all.reset() }
        try all.bind(start, at: 1)
        while try all.step() {
            let (position, subjectMark) = (UInt64(all.integer(0)), all.integer(2))
            if subjectMark != group.mark {
                finish()
                guard found.count < limit else { return Array(found.prefix(limit)) }
                group = (subjectMark, [:])
            }
            guard let record = Kelisim.Record(try record(all.bytes(1), of: all)),
                let subject = record.subject
            else { throw StorageError.row(position) }
            group.histories[subject, default: SubjectHistory(subject: subject)]
                .add(record, at: position)
        }
        finish()
        return Array(found.prefix(limit))
    }

    /// The rows of `subject` from `first` on, at most `limit`.
    func entries(of subject: Subject, from first: UInt64, limit: Int) throws -> [Entry] {
        let place = Place(finder: .held, mark: mark.of(.subject, subject.id))
        return try entries(at: place, from: first, limit: limit) { $0.subject == subject }
    }

    // MARK: - Rows

    /// The rows in `range`, as far as there are any.
    func entries(in range: Range<UInt64>) throws -> [Entry] {
        var entries: [Entry] = []
        try rows(in: range) { row in
            entries.append(try entry(of: row))
            return true
        }
        return entries
    }

    /// The row at `index`.
    func entry(at index: UInt64) throws -> Entry? {
        index == .max ? nil : try entries(in: index..<index + 1).first
    }

    /// The row of the decision `id`.
    func entry(of id: DecisionID) throws -> Entry? {
        let place = Place(finder: .decision, mark: Mark.of(id))
        return try entries(at: place, limit: 1) { record in
            if case .decision(let decision) = record { decision.id == id } else { false }
        }
        .first
    }

    /// What is remembered of the idempotency key `key`; nil when it is new.
    func remembered(_ key: [UInt8]) throws -> Remembered? {
        var decisions: [(entry: Entry, decision: Decision)] = []
        for entry in try entries(at: Place(finder: .remembered, mark: Mark.of(key: key))) {
            // An erased row can't tell its key any more; another key with its mark is not to be feared.
            guard let record = entry.record else { return .erased }
            guard case .decision(let decision) = record, decision.idempotency.key == key else {
                continue
            }
            decisions.append((entry, decision))
        }
        return decisions.isEmpty ? nil : .decisions(decisions)
    }

    /// What is remembered of up to `limit` rows whose marks are not below `start`, in the order of marks.
    ///
    /// It knows of the rows that are filed.
    ///
    /// - Returns: that, and the mark to go on from; nil at the end.
    func remembered(
        from start: Int64,
        limit: Int64
    ) throws -> (rows: [RememberedRows], next: Int64?) {
        var found: [(mark: Int64, index: UInt64)] = []
        do {
            defer { marks.reset() }
            try marks.bind(start, at: 1)
            try marks.bind(limit, at: 2)
            while try marks.step() { found.append((marks.integer(0), UInt64(marks.integer(1)))) }
        }
        // The rows of the last mark may go on.
        var next: Int64?
        if found.count == limit, let last = found.last?.mark, last != found.first?.mark {
            found.removeAll { $0.mark == last }
            next = last
        }
        var rows: [RememberedRows] = []
        for (mark, index) in found {
            let key = try key(at: index)
            let prefix = withUnsafeBytes(of: mark.bigEndian) { Array($0) }
            if let last = rows.last, last.prefix == prefix, last.end == index {
                rows[rows.count - 1].add(key)
            } else {
                rows.append(RememberedRows(prefix: prefix, first: index, key: key))
            }
        }
        return (rows, next)
    }

    /// The idempotency key of the row `index`; nil when it was erased.
    private func key(at index: UInt64) throws -> [UInt8]? {
        guard let entry = try entry(at: index) else { throw StorageError.row(index) }
        guard entry.sealed != nil else { return nil }
        guard case .decision(let decision) = entry.record else { throw StorageError.row(index) }
        return decision.idempotency.key
    }

    /// How many rows there are, and up to which one the finders find all.
    func head() throws -> (size: UInt64, filed: UInt64) {
        defer { heading.reset() }
        guard try heading.step() else { throw StorageError.head("there is no head") }
        return (UInt64(heading.integer(0)), UInt64(heading.integer(1)))
    }

    /// The publications, cancellations and repeals, and the newest key that signs the log.
    func landmarks() throws -> (shelf: Shelf, key: String?) {
        var items: [Shelf.Item] = []
        var key: String?
        defer { landmark.reset() }
        while try landmark.step() {
            let entry = try entry(of: landmark)
            switch entry.record {
            case .published(let file, let recordedAt):
                items.append(.init(index: entry.index, recordedAt: recordedAt, file: file))
            case .key(let line, _): key = line
            default: throw StorageError.row(entry.index)
            }
        }
        return (Shelf(items), key)
    }

    // MARK: - Guardianships

    /// The versions of the guardianship `id`.
    func versions(of id: GuardianshipID) throws -> [SubjectHistory.Version] {
        let place = Place(finder: .guardianship, mark: mark.of(.guardianship, id.name))
        return try versions(at: place) { $0.id == id }
    }

    /// The newest versions of the guardianships of `guardian`, in the order of the first versions.
    func guardianships(by guardian: Subject) throws -> [Guardianship] {
        let place = Place(finder: .guardian, mark: mark.of(.guardian, guardian.id))
        let versions = try versions(at: place) { $0.guardian == guardian }
        var order: [GuardianshipID] = []
        var newest: [GuardianshipID: Guardianship] = [:]
        for guardianship in versions.map(\.guardianship)
        where newest.updateValue(guardianship, forKey: guardianship.id) == nil {
            order.append(guardianship.id)
        }
        return order.compactMap { newest[$0] }
    }

    private func versions(
        at place: Place,
        where isMeant: (Guardianship) -> Bool
    ) throws -> [SubjectHistory.Version] {
        try entries(at: place)
            .compactMap { entry in
                guard case .guardianship(let guardianship, let recordedAt) = entry.record,
                    isMeant(guardianship)
                else { return nil }
                return .init(index: entry.index, recordedAt: recordedAt, guardianship: guardianship)
            }
    }

    // MARK: - Bytes

    /// The rows at `place` from `first` on that are meant, at most `limit`.
    private func entries(
        at place: Place,
        from first: UInt64 = 0,
        limit: Int = .max,
        where isMeant: ((Kelisim.Record) -> Bool)? = nil
    ) throws -> [Entry] {
        var found: [Entry] = []
        guard limit > 0 else { return found }
        try rows(at: place, from: first) { row in
            let entry = try entry(of: row)
            if let isMeant {
                guard let record = entry.record else { throw StorageError.row(entry.index) }
                if isMeant(record) { found.append(entry) }
            } else {
                found.append(entry)
            }
            return found.count < limit
        }
        return found
    }

    /// Gives `body` the rows at `place` from `first` on, in order, as long as it wants more.
    private func rows(
        at place: Place,
        from first: UInt64 = 0,
        _ body: (PreparedStatement) throws -> Bool
    ) throws {
        guard let recent = recent.positions(at: place, from: state.filed),
            recent.allSatisfy({ $0 < state.size })
        else { throw StaleState() }
        let statement = find[place.finder.rawValue]
        defer { statement.reset() }
        try statement.bind(place.mark, at: 1)
        try statement.bind(Int64(clamping: first), at: 2)
        try statement.bind(Int64(clamping: state.filed), at: 3)
        while try statement.step() {
            guard try body(statement) else { return }
        }
        for position in recent where position >= first {
            guard try rows(in: position..<position + 1, body) else { return }
        }
    }

    /// Gives `body` the rows in `range`, as far as there are any and as long as it wants more.
    ///
    /// - Returns: whether it still does.
    @discardableResult
    private func rows(
        in range: Range<UInt64>,
        _ body: (PreparedStatement) throws -> Bool
    ) throws -> Bool {
        let statement = self.range
        defer { statement.reset() }
        try statement.bind(Int64(clamping: range.lowerBound), at: 1)
        try statement.bind(Int64(clamping: range.upperBound), at: 2)
        while try statement.step() {
            guard try body(statement) else { return false }
        }
        return true
    }

    /// The row that `statement` stands on.
    private func entry(of statement: PreparedStatement) throws -> Entry {
        let position = UInt64(statement.integer(0))
        let stem = try word(Int(statement.integer(1)), at: position)
        let nonce = statement.bytes(3)
        var sealed: SealedRecord?
        if nonce.contains(where: { $0 != 0 }) {
            guard let nonce = Nonce(bytes: nonce) else { throw StorageError.row(position) }
            sealed = SealedRecord(
                bytes: try record(statement.bytes(4), of: statement),
                nonce: nonce
            )
        }
        return Entry(index: position, leaf: stem + Array(statement.bytes(2)), sealed: sealed)
    }

    private func record(
        _ packed: UnsafeRawBufferPointer,
        of statement: PreparedStatement
    ) throws -> [UInt8] {
        if let record = Packing.record(packed, words) { return record }
        // A word that came after those read so far; the row that names it was committed with it.
        try readWords()
        guard let record = Packing.record(packed, words) else {
            throw StorageError.row(UInt64(statement.integer(0)))
        }
        return record
    }

    private func word(_ number: Int, at position: UInt64) throws -> [UInt8] {
        if number >= words.count { try readWords() }
        guard words.indices.contains(number) else { throw StorageError.row(position) }
        return words[number]
    }

    /// Reads the words that were added since.
    private func readWords() throws {
        defer { word.reset() }
        try word.bind(Int64(words.count), at: 1)
        while try word.step() { words.append(Array(word.bytes(0))) }
    }
}

/// That rows were committed or filed since the state of the database that a reader sees.
struct StaleState: Error {}
