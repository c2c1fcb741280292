internal import Foundation
internal import GRDB
public import Kelisim
public import KelisimLog

/// A registry in a SQLite database, for one machine: the default.
///
/// One process owns the database (`<path>.lock`). One connection writes, in batches that are flushed to
/// the disk before anybody is answered; readers never wait for it.
public final class SQLiteRegistry: Registry {
    /// What can be chosen about a registry.
    public struct Options: Sendable {
        /// Tells the time.
        public var clock: @Sendable () -> Instant = { .now }
        /// Whether a database of an older schema is brought to the newest one.
        public var migrates = true
        /// How many connections serve look-ups; nil for one for each core.
        public var readers: Int?
        /// Called with the reason when the disk fails, since nobody knows then what it holds.
        ///
        /// By default the process ends with status 2; where this returns, nothing is recorded any more.
        public var onFatal: @Sendable (String) -> Void = Options.end
        /// Told of each batch.
        public var measure: @Sendable (BatchMeasure) -> Void = { _ in }
        /// Called at the points at which tests let the process die.
        public var failpoint: Failpoint.Hook = { _ in }

        private static let end: @Sendable (String) -> Void = { reason in
            FileHandle.standardError.write(Data("kelisim: \(reason)\n".utf8))
            _exit(2)
        }

        /// The tables that are known; tests know others.
        var schema = Schema.current
        /// At how many places rows gather before they are filed.
        var gathering = Filing.enough
        /// By how many pages of 4 KiB the write-ahead log grows before a checkpoint is made.
        var checkpointPages = 16_384
        /// For how many seconds the writer waits for another program that has no business there.
        var patience = 5.0

        /// The defaults.
        public init() {}
    }

    /// The path of the database.
    public let path: String

    /// The version of the tables that was found, 0 for an empty database.
    public let foundVersion: Int
    /// The version of the tables that this program has.
    public static let version = Schema.current.version

    let connections: Connections
    let mark: Mark
    let desk: WriteDesk
    let settler: Settler
    let queue: SubmissionQueue
    let keys: AccessKeyShelf
    private let readers: Readers
    private let secrets: [SecretName: Nonce]
    private let lock: Ownership

    /// Opens the registry at `path`, or makes a new one where there is none.
    ///
    /// - Parameters:
    ///   - path: the path of the database.
    ///   - options: what can be chosen.
    /// - Throws: ``OpeningError``; then nothing was changed.
    public init(path: String, options: Options = Options()) throws(OpeningError) {
        let opened = try OpenedDatabase(path: path, options: options)
        self.path = path
        foundVersion = opened.found
        connections = opened.connections
        mark = opened.mark
        desk = opened.desk
        settler = Settler(opened.desk, opened.readers.settling, clock: options.clock)
        queue = SubmissionQueue(settler, measure: options.measure)
        keys = opened.keys
        readers = opened.readers
        secrets = opened.secrets
        lock = opened.lock
    }

    /// Adds what `submission` asks for, together with what else waits.
    public func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        try await queue.submit(submission)
    }

    /// Every publication, cancellation and repeal.
    public func shelf() -> Shelf { desk.committed.shelf }

    /// How far the log has grown.
    public func head() -> LogHead { desk.committed.head }

    /// Everything held of `subject`, by one index.
    public func history(of subject: Subject) throws(RegistryError) -> SubjectHistory {
        try readers.pool.read { try $0.history(of: subject) }
    }

    /// The histories behind `last`, at most `limit`.
    public func histories(
        after last: Subject?,
        limit: Int
    ) async throws(RegistryError) -> [SubjectHistory] {
        try await desk.file()
        return try await readers.aside.readAside { try $0.histories(after: last, limit: limit) }
    }

    /// Runs `body` with the reader for what may take long.
    func aside<Value: Sendable>(
        _ body: @escaping @Sendable (RowReader) throws -> Value
    ) async throws(RegistryError) -> Value {
        try await readers.aside.readAside(body)
    }

    /// The rows of `subject` from `first` on, at most `limit`.
    public func entries(
        of subject: Subject,
        from first: UInt64,
        limit: Int
    ) throws(RegistryError) -> [Entry] {
        try readers.pool.read { try $0.entries(of: subject, from: first, limit: limit) }
    }

    /// The rows in `range`, as far as there are any.
    public func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry] {
        try await readers.aside.readAside { try $0.entries(in: range) }
    }

    /// The row of `decision`.
    public func entry(of decision: DecisionID) throws(RegistryError) -> Entry? {
        try readers.pool.read { try $0.entry(of: decision) }
    }

    /// The versions of the guardianship `id`.
    public func versions(
        of id: GuardianshipID
    ) throws(RegistryError) -> [SubjectHistory.Version] {
        try readers.pool.read { try $0.versions(of: id) }
    }

    /// The newest versions of the guardianships of `guardian`.
    public func guardianships(by guardian: Subject) throws(RegistryError) -> [Guardianship] {
        try readers.pool.read { try $0.guardianships(by: guardian) }
    }

    /// The secret called `name`, made with the database.
    public func secret(_ name: SecretName) throws(RegistryError) -> Nonce {
        guard let secret = secrets[name] else { throw .damaged("there is no \(name.rawValue)") }
        return secret
    }

    /// Finishes what was submitted, empties the write-ahead log, and lets the database go.
    public func close() async {
        await queue.close()
        readers.close()
        await desk.close()
        lock.giveUp()
    }
}
