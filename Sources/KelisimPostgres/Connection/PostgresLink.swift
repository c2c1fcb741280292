internal import CLibPQ
internal import Foundation

/// An open connection: the one place that knows libpq.
///
/// It blocks, and serves one thread at a time. What libpq allocates is freed before a function returns,
/// and the connection itself with the object.
final class PostgresLink {
    private let connection: OpaquePointer
    private let notices = Notices()
    private var prepared: Set<String> = []

    /// Opens a connection.
    ///
    /// - Parameters:
    ///   - address: a URL or a list of settings, as libpq reads them.
    ///   - defaults: what holds as far as the address doesn't say otherwise.
    /// - Throws: ``PostgresError/lost(_:)`` when no server that takes writes can be reached.
    init(_ address: String, defaults: [(name: String, value: String)]) throws(PostgresError) {
        // Of two values for one setting libpq takes the last, so the order decides.
        let settings = defaults + [("dbname", address), ("client_encoding", "UTF8")]
        let opened = PostgresLink.withCStrings(settings.map(\.0)) { names in
            PostgresLink.withCStrings(settings.map(\.1)) { values in
                PQconnectdbParams(names, values, 1)
            }
        }
        guard let opened else { throw .lost("out of memory") }
        guard PQstatus(opened) == CONNECTION_OK, PQsetnonblocking(opened, 1) == 0,
            PQenterPipelineMode(opened) == 1
        else {
            let reason = PostgresLink.text(PQerrorMessage(opened))
            PQfinish(opened)
            throw .lost(reason)
        }
        connection = opened
        notices.attach(to: opened)
    }

    deinit {
        PQfinish(connection)
    }

    /// Whether no transaction is open.
    var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

    /// The version of the server, such as 150018.
    var serverVersion: Int { Int(PQserverVersion(connection)) }

    /// Sends all of `calls` and then reads what they return.
    ///
    /// When one is rejected, those behind it are not executed.
    ///
    /// - Parameters:
    ///   - calls: what to execute, in order.
    ///   - patience: how long it may take.
    /// - Returns: the rows of each call.
    /// - Throws: ``PostgresError``.
    func run(
        _ calls: [PostgresCall],
        within patience: Duration
    ) throws(PostgresError) -> PostgresReply {
        let deadline = ContinuousClock.now + patience
        notices.warnings = []
        let preparations = try send(calls)
        var (rows, failure): ([PostgresRows], PostgresError?) = ([], nil)
        var place = 0
        while true {
            try wait(until: deadline)
            guard let result = PQgetResult(connection) else {
                // The end of what one statement returned.
                guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
                continue
            }
            defer { PQclear(result) }
            let status = PQresultStatus(result)
            guard status != PGRES_PIPELINE_SYNC else { break }
            defer { place += 1 }
            switch status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
                if let name = preparations[place] {
                    prepared.insert(name)
                } else {
                    rows.append(PostgresLink.rows(of: result))
                }
            case PGRES_PIPELINE_ABORTED: break
            default:
                let error = PostgresLink.error(of: result)
                if case .lost = error { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        guard rows.count == calls.count else { throw .malformed("answers are missing") }
        return PostgresReply(rows: rows, warnings: notices.warnings)
    }

    /// Queues `calls`, each behind its preparation where that is still to be done.
    ///
    /// - Returns: for each answer that will come, the name of the statement that it prepares.
    private func send(_ calls: [PostgresCall]) throws(PostgresError) -> [String?] {
        var steps: [String?] = []
        for call in calls {
            let statement = call.statement
            let types = call.values.map(\.type)
            if let name = statement.name, !prepared.contains(name), !steps.contains(name) {
                let count = Int32(types.count)
                guard PQsendPrepare(connection, name, statement.sql, count, types) == 1
                else { throw lost() }
                steps.append(name)
            }
            guard send(call, types) else { throw lost() }
            steps.append(nil)
        }
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        return steps
    }

    private func send(_ call: PostgresCall, _ types: [UInt32]) -> Bool {
        let lengths = call.values.map { Int32($0.bytes?.count ?? 0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lengths.reduce(1) { $0 + Int($1) })
        for value in call.values { bytes += value.bytes ?? [] }
        // So that there is an address even where all parameters are empty.
        bytes.append(0)
        let formats = [Int32](repeating: 1, count: types.count)
        let count = Int32(types.count)
        return bytes.withUnsafeBytes { memory in
            var start = memory.bindMemory(to: CChar.self).baseAddress
            let pointers = zip(call.values, lengths)
                .map { value, length in
                    defer { start = start?.advanced(by: Int(length)) }
                    return value.bytes == nil ? nil : start
                }
            let name = call.statement.name
            let sent =
                if let name {
                    PQsendQueryPrepared(connection, name, count, pointers, lengths, formats, 1)
                } else {
                    PQsendQueryParams(
                        connection,
                        call.statement.sql,
                        count,
                        types,
                        pointers,
                        lengths,
                        formats,
                        1
                    )
                }
            return sent == 1
        }
    }

    /// Sends and receives until an answer is complete.
    private func wait(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        while true {
            let unsent = PQflush(connection)
            guard unsent >= 0 else { throw lost() }
            guard PQisBusy(connection) == 1 else { return }
            let rest = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            guard rest > 0 else { throw .lost("the server did not answer in time") }
            var socket = pollfd()
            socket.fd = PQsocket(connection)
            socket.events = Int16(unsent == 1 ? POLLIN | POLLOUT : POLLIN)
            // A signal only makes it look again.
            _ = poll(&socket, 1, Int32(clamping: Int(rest) + 1))
            guard socket.revents != 0 else { continue }
            guard PQconsumeInput(connection) == 1 else { throw lost() }
        }
    }

    private func lost() -> PostgresError { .lost(PostgresLink.text(PQerrorMessage(connection))) }

    // MARK: - Results

    private static func rows(of result: OpaquePointer) -> PostgresRows {
        let (count, columns) = (PQntuples(result), PQnfields(result))
        var (bytes, ends): ([UInt8], [Int]) = ([], [])
        ends.reserveCapacity(Int(count) * Int(columns))
        for row in 0..<count {
            for column in 0..<columns {
                guard PQgetisnull(result, row, column) == 0 else {
                    ends.append(~bytes.count)
                    continue
                }
                let length = Int(PQgetlength(result, row, column))
                let start = UnsafeRawPointer(PQgetvalue(result, row, column))
                bytes += UnsafeRawBufferPointer(start: start, count: length)
                ends.append(bytes.count)
            }
        }
        return PostgresRows(
            count: Int(count),
            columns: Int(columns),
            tag: text(PQcmdStatus(result)),
            bytes: bytes,
            ends: ends
        )
    }

    private static func error(of result: OpaquePointer) -> PostgresError {
        // libpq's own errors, which are about the connection, have no code.
        guard let code = PQresultErrorField(result, Field.sqlState) else {
            return .lost(text(PQresultErrorMessage(result)))
        }
        let state = SQLState(code: String(cString: code))
        let message = text(PQresultErrorField(result, Field.message))
        return state.endsSession ? .lost(message) : .rejected(state, message)
    }

    /// Names of the parts of an error (libpq's PG_DIAG_ constants).
    private enum Field {
        static let severity = Int32(UInt8(ascii: "V"))
        static let sqlState = Int32(UInt8(ascii: "C"))
        static let message = Int32(UInt8(ascii: "M"))
    }

    private static func text(_ string: UnsafePointer<CChar>?) -> String {
        guard let string else { return "" }
        return String(cString: string).split(whereSeparator: \.isNewline)
            .joined(separator: " ")
    }

    /// Collects the warnings of the server.
    private final class Notices {
        var warnings: [String] = []

        func attach(to connection: OpaquePointer) {
            let place = Unmanaged.passUnretained(self).toOpaque()
            PQsetNoticeReceiver(
                connection,
                { place, result in
                    guard let place, let result,
                        PostgresLink.text(PQresultErrorField(result, Field.severity)) == "WARNING"
                    else { return }
                    let message = PostgresLink.text(PQresultErrorField(result, Field.message))
                    Unmanaged<Notices>.fromOpaque(place).takeUnretainedValue()
                        .warnings.append(message)
                },
                place
            )
        }
    }

    /// Gives `body` the strings as C has them, with a null pointer behind the last.
    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }
}
