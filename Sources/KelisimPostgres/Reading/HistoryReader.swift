internal import Kelisim

/// Collects whole histories from rows that come in portions.
struct HistoryReader {
    /// How many rows a portion of ``PostgresStatement/nextHistories`` has, unless it is the last.
    private static let portion = 2048

    private let limit: Int
    private var place: (subject: String, index: Int64)
    private var isOver: Bool
    private var found: [SubjectHistory] = []

    /// Collects up to `limit` histories of subjects behind `last`.
    init(after last: Subject?, limit: Int) {
        self.limit = limit
        place = (last?.id ?? "", .max)
        isOver = limit <= 0
    }

    /// What to ask next; nil at the end.
    var next: PostgresCall? {
        isOver ? nil : PostgresStatement.nextHistories(.text(place.subject), .int(place.index))
    }

    /// The histories that are complete.
    var histories: [SubjectHistory] { Array(found.prefix(limit)) }

    /// Takes in a portion.
    mutating func add(_ rows: PostgresRows) throws(PostgresError) {
        for row in 0..<rows.count {
            guard let name = rows.text(row, 0), let subject = try? Subject(name),
                let index = rows.int(row, 1), let bytes = rows.bytes(row, 2)
            else { throw .malformed("a record of a subject can't be read") }
            if found.last?.subject != subject {
                // The first row behind the last history shows that that is complete.
                guard found.count < limit else {
                    isOver = true
                    return
                }
                found.append(SubjectHistory(subject: subject))
            }
            guard index >= 0, found[found.count - 1].add(bytes, at: UInt64(index))
            else { throw .malformed("a record of a subject can't be read") }
            place = (name, index)
        }
        if rows.count < HistoryReader.portion { isOver = true }
    }
}
