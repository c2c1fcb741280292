internal import Dispatch
internal import GRDB
internal import Kelisim
internal import Synchronization

/// The connection that writes, and what is done through it: the only one of the database that writes and
/// that checkpoints.
///
/// It is `@unchecked Sendable` because `ledger` and what stands below it are used only in blocks that run
/// on the serial queue of `connection`, or before the first of them.
final class WriteDesk: @unchecked Sendable {
    /// Why nothing can be done any more after ``close()``.
    static let closed = "the registry was closed"
    /// How long an erasure waits for readers, in tries and the milliseconds between them.
    private static let tries = (count: 600, apart: 100)

    /// What everybody sees who was answered.
    struct Committed: Sendable {
        /// The publications taken up.
        let shelf: Shelf
        /// How far the log has grown.
        let head: LogHead
        /// The newest key that signs the log.
        let key: String?
    }

    private let connection: DatabaseQueue
    private let checkpointer: Checkpointer
    private let onFatal: @Sendable (String) -> Void
    private let state: Mutex<Committed>
    private let readers: Readers
    private let checkpointPages: Int

    private var ledger: Ledger?
    private var failure: String?
    private var pages = 0
    private var isCheckpointing = false

    /// A desk that writes through `connection`, beside `readers`.
    init(
        _ connection: DatabaseQueue,
        _ checkpointer: Checkpointer,
        _ mark: Mark,
        _ readers: Readers,
        _ options: SQLiteRegistry.Options
    ) throws {
        self.connection = connection
        self.checkpointer = checkpointer
        self.readers = readers
        onFatal = options.onFatal
        checkpointPages = options.checkpointPages
        let ledger = try connection.unsafeRead { database in
            let ledger = try Ledger(database, mark, readers.recent, options)
            // What an erasure before a crash left in the write-ahead log.
            _ = try ledger.checkpoint(truncating: true)
            return ledger
        }
        state = Mutex(ledger.committed)
        self.ledger = ledger
    }

    /// What everybody sees who was answered.
    var committed: Committed { state.withLock { $0 } }

    /// Writes `settled` and answers those who wait; after erasures when the bytes are gone from the
    /// write-ahead log.
    ///
    /// - Returns: the transaction, which ends before anybody is answered.
    func commit(_ settled: SettledBatch, _ batch: [SubmissionQueue.Waiting]) -> Commit {
        commit { ledger in
            try ledger.write(settled.registrar)
        } then: { [self] outcome in
            switch outcome {
            case .success: answer(batch, settled.results)
            case .failure(let error):
                for waiting in batch { waiting.answer.resume(returning: .failure(error)) }
            }
        }
    }

    private func answer(
        _ batch: [SubmissionQueue.Waiting],
        _ results: [Result<Answer, RegistryError>]
    ) {
        var erasures: [(waiting: SubmissionQueue.Waiting, result: Result<Answer, RegistryError>)] =
            []
        for (waiting, result) in zip(batch, results) {
            if case .erasure = waiting.submission {
                erasures.append((waiting, result))
            } else {
                waiting.answer.resume(returning: result)
            }
        }
        guard !erasures.isEmpty else { return checkpoint() }
        truncate(Self.tries.count) { [erasures] outcome in
            for (waiting, result) in erasures {
                waiting.answer.resume(returning: outcome.flatMap { result })
            }
        }
    }

    /// Adds rows of which only the leaves are known.
    ///
    /// - Returns: the transaction.
    func adopt(
        _ leaves: [[UInt8]],
        then finish: @escaping @Sendable (Result<Void, RegistryError>) -> Void
    ) -> Commit {
        commit { ledger in
            try ledger.adopt(leaves)
        } then: { outcome in
            finish(outcome)
        }
    }

    /// Destroys the records of `indices`, and goes on when the bytes are gone from the write-ahead log.
    ///
    /// - Returns: the transaction.
    func destroy(
        _ indices: [UInt64],
        then finish: @escaping @Sendable (Result<[UInt64], RegistryError>) -> Void
    ) -> Commit {
        commit { ledger in
            try ledger.destroy(indices)
        } then: { [self] outcome in
            guard case .success(let destroyed) = outcome else { return finish(outcome) }
            truncate(Self.tries.count) { end in finish(end.map { destroyed }) }
        }
    }

    /// Does `work`, a transaction about tables that have nothing to do with the log.
    func change<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(RegistryError) -> Value {
        let result = await withCheckedContinuation { continuation in
            run { [self] in
                let result = Result { () throws(RegistryError) in
                    try working { try $0.change(work) }
                }
                continuation.resume(returning: result)
                checkpoint()
            }
        }
        return try result.get()
    }

    /// Files what is committed, so that the finders alone find all.
    func file() async throws(RegistryError) {
        let result = await withCheckedContinuation { continuation in
            run { [self] in
                continuation.resume(
                    returning: Result { () throws(RegistryError) in try working { try $0.file() } }
                )
                checkpoint()
            }
        }
        try result.get()
    }

    private typealias Work<Value> = @Sendable (Ledger) throws -> Value

    /// Runs a transaction, lets it be seen, and then goes on with `next`.
    private func commit<Value: Sendable>(
        _ work: @escaping Work<Value>,
        then next: @escaping @Sendable (Result<Value, RegistryError>) -> Void
    ) -> Commit {
        let commit = Commit()
        run { [self] in
            do throws(RegistryError) {
                let (value, committed) = try working { ledger in
                    (try work(ledger), ledger.committed)
                }
                state.withLock { $0 = committed }
                commit.end(true)
                next(.success(value))
            } catch {
                commit.end(false)
                next(.failure(error))
            }
        }
        return commit
    }

    /// Empties the write-ahead log and closes the connection.
    func close() async {
        checkpointer.close()
        await withCheckedContinuation { continuation in
            run { [self] in
                _ = try? working { ledger in
                    try ledger.file()
                    _ = try ledger.checkpoint(truncating: true)
                }
                // Its statements would keep the connection open.
                ledger = nil
                continuation.resume()
            }
        }
        try? connection.close()
    }

    /// What the connection says of the pragma `name`.
    func value(of name: String) async -> String? {
        await withCheckedContinuation { continuation in
            connection.asyncWriteWithoutTransaction { database in
                let value = try? String.fetchOne(database, sql: "PRAGMA \(name)")
                continuation.resume(returning: value)
            }
        }
    }

    private func run(_ work: @escaping @Sendable () -> Void) {
        connection.asyncWriteWithoutTransaction { _ in work() }
    }

    // MARK: - On the queue of the connection

    /// Makes a checkpoint when there is enough for one.
    ///
    /// SQLite would do so itself, but would not tell that it failed: a page that the disk did not take
    /// would count as written from the next checkpoint on.
    private func checkpoint() {
        pages += ledger?.takeWrittenPages() ?? 0
        guard pages >= checkpointPages, !isCheckpointing else { return }
        pages = 0
        isCheckpointing = true
        // What a reader has seen last is as far as it can go.
        try? readers.rest()
        checkpointer.run { [self] outcome in
            run {
                self.isCheckpointing = false
                _ = try? self.working { ledger in
                    try outcome.get()
                    try self.readers.rest()
                    _ = try ledger.checkpoint(truncating: false)
                    // Who began meanwhile would keep the write-ahead log from being written from its start.
                    try self.readers.rest()
                }
            }
        }
    }

    /// Cuts the write-ahead log off, again and again as long as readers are in the way, and goes on with
    /// other work meanwhile.
    private func truncate(
        _ tries: Int,
        then finish: @escaping @Sendable (Result<Void, RegistryError>) -> Void
    ) {
        do throws(RegistryError) {
            let isDone = try working { ledger in
                try readers.rest()
                return try ledger.checkpoint(truncating: true)
            }
            if isDone {
                pages = 0
                return finish(.success(()))
            }
        } catch {
            return finish(.failure(error))
        }
        guard tries > 1 else {
            return finish(
                .failure(.unavailable("readers keep what was erased in the write-ahead log"))
            )
        }
        let pause = DispatchTime.now() + .milliseconds(Self.tries.apart)
        DispatchQueue.global()
            .asyncAfter(deadline: pause) { [self] in
                run { self.truncate(tries - 1, then: finish) }
            }
    }

    /// Does `work`, unless the desk has stopped, and stops it when the disk fails.
    private func working<Value>(
        _ work: (Ledger) throws -> Value
    ) throws(RegistryError) -> Value {
        if let failure { throw .unavailable(failure) }
        guard let ledger else { throw .unavailable(Self.closed) }
        do {
            return try work(ledger)
        } catch let error as DatabaseError where error.isOfDisk {
            // After a failed fsync nobody knows what the disk holds, and trying again would hide it.
            let failure = "the disk failed: \(error.reason)"
            self.failure = failure
            onFatal(failure)
            throw .unavailable(failure)
        } catch {
            throw RegistryError(error)
        }
    }
}
