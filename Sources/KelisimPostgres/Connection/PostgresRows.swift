/// The rows that a statement returned, in PostgreSQL's binary form, copied out of libpq's memory.
struct PostgresRows {
    /// How many rows there are.
    let count: Int
    /// What the server says it did, such as `COMMIT` or `INSERT 0 3`.
    let tag: String

    private let columns: Int
    private let bytes: [UInt8]
    /// The end of each value in ``bytes``, and the complement of it for NULL.
    private let ends: [Int]

    init(count: Int, columns: Int, tag: String, bytes: [UInt8], ends: [Int]) {
        self.count = count
        self.columns = columns
        self.tag = tag
        self.bytes = bytes
        self.ends = ends
    }

    private func slice(_ row: Int, _ column: Int) -> ArraySlice<UInt8>? {
        let place = row * columns + column
        guard column < columns, ends[place] >= 0 else { return nil }
        let start = place == 0 ? 0 : ends[place - 1]
        return bytes[(start < 0 ? ~start : start)..<ends[place]]
    }

    /// The `bytea` in a column; nil for NULL.
    func bytes(_ row: Int, _ column: Int) -> [UInt8]? { slice(row, column).map(Array.init) }

    /// The `text` in a column; nil for NULL.
    func text(_ row: Int, _ column: Int) -> String? {
        slice(row, column).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The `bigint`, `integer` or `smallint` in a column; nil for NULL.
    func int(_ row: Int, _ column: Int) -> Int64? {
        guard let slice = slice(row, column), let first = slice.first, slice.count <= 8
        else { return nil }
        return slice.reduce(first < 0x80 ? 0 : -1) { $0 << 8 | Int64($1) }
    }

    /// The index or count in a column; nil for NULL and for negative numbers.
    func unsigned(_ row: Int, _ column: Int) -> UInt64? {
        int(row, column).flatMap(UInt64.init(exactly:))
    }

    /// The `boolean` in a column.
    func isTrue(_ row: Int, _ column: Int) -> Bool { slice(row, column)?.first == 1 }
}
