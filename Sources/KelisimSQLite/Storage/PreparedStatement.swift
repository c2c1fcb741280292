internal import GRDB
internal import GRDBSQLite

/// A prepared statement of one connection, bound and read without anything in between: a look-up
/// takes microseconds, of which rows and arguments as values would be the larger part.
///
/// Used only while its connection is, and only by one caller at a time; a run ends with ``reset()``.
struct PreparedStatement {
    // Owns `pointer`.
    private let statement: Statement
    private let pointer: OpaquePointer

    /// Prepares `sql` for the connection `database`.
    init(_ sql: String, in database: Database) throws {
        statement = try database.makeStatement(sql: sql)
        pointer = statement.sqliteStatement
    }

    /// Binds the parameter with the number `index`, from 1.
    func bind(_ value: Int64, at index: Int32) throws {
        try check(sqlite3_bind_int64(pointer, index, value))
    }

    /// Binds the parameter with the number `index`, from 1.
    func bind(_ value: [UInt8], at index: Int32) throws {
        // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the bytes.
        let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        try check(value.withUnsafeBytes { bind($0, at: index, then: copying) })
    }

    /// Binds the parameters from the number `index` on to `values`, without copies, and runs it.
    func run(_ values: [UInt8]..., from index: Int32) throws {
        defer { sqlite3_clear_bindings(pointer) }
        try run(values[...], from: index)
    }

    private func run(_ values: ArraySlice<[UInt8]>, from index: Int32) throws {
        guard let value = values.first else { return try run() }
        // The bytes stay where they are until the innermost call has run the statement.
        try value.withUnsafeBytes { bytes in
            try check(bind(bytes, at: index, then: nil))
            try run(values.dropFirst(), from: index + 1)
        }
    }

    private func bind(
        _ bytes: UnsafeRawBufferPointer,
        at index: Int32,
        then destroy: sqlite3_destructor_type?
    ) -> Int32 {
        // Without an address SQLite would bind NULL.
        guard let address = bytes.baseAddress else {
            return sqlite3_bind_zeroblob(pointer, index, 0)
        }
        return sqlite3_bind_blob64(pointer, index, address, UInt64(bytes.count), destroy)
    }

    /// Goes to the next row.
    ///
    /// - Returns: whether there is one.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Runs it to its end, and makes it ready for the next run.
    func run() throws {
        defer { reset() }
        while try step() {}
    }

    /// Makes it ready for the next run, and ends its transaction where it had one of its own.
    func reset() {
        // It repeats the error of the last step, which was thrown then.
        sqlite3_reset(pointer)
    }

    /// The integer in the column `column`, from 0.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// The bytes in the column `column`, from 0, as they lie until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let address = sqlite3_column_blob(pointer, column)
        return UnsafeRawBufferPointer(
            start: address,
            count: Int(sqlite3_column_bytes(pointer, column))
        )
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw error(code) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}
