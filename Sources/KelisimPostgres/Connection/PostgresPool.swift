internal import Kelisim

/// The connections that read, as many as are needed and no more than a limit.
actor PostgresPool {
    private let session: PostgresSession
    private var count = 0
    private var idle: [PostgresConnection] = []
    private var waiting: [CheckedContinuation<PostgresConnection, Never>] = []
    private var isClosed = false

    init(_ session: PostgresSession) {
        self.session = session
    }

    /// Asks on a connection that nobody else uses meanwhile.
    ///
    /// Reading changes nothing, so after a loss of the connection it is tried once more.
    ///
    /// - Parameter body: what is asked.
    /// - Returns: what `body` returns.
    /// - Throws: ``RegistryError``.
    nonisolated func reading<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws(PostgresError) -> Value
    ) async throws(RegistryError) -> Value {
        let connection = try await borrow()
        let result: Result<Value, PostgresError>
        do throws(PostgresError) {
            do throws(PostgresError) {
                result = .success(try await body(connection))
            } catch .lost {
                result = .success(try await body(connection))
            }
        } catch {
            await connection.abandon()
            result = .failure(error)
        }
        await giveBack(connection)
        return try result.mapError(RegistryError.init).get()
    }

    private func borrow() async throws(RegistryError) -> PostgresConnection {
        guard !isClosed else { throw .unavailable("the registry is closed") }
        if let connection = idle.popLast() { return connection }
        if count < max(1, session.options.readers) {
            count += 1
            return PostgresConnection(session, for: "reader-\(count)")
        }
        guard waiting.count < session.options.waiting else { throw .busy }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ connection: PostgresConnection) async {
        if !waiting.isEmpty {
            waiting.removeFirst().resume(returning: connection)
        } else if isClosed {
            await connection.close()
        } else {
            idle.append(connection)
        }
    }

    /// Closes what is idle now, and the others when they are given back.
    func close() async {
        isClosed = true
        for connection in idle { await connection.close() }
        idle = []
    }
}
