internal import AsyncHTTPClient
internal import Foundation
public import Kelisim
public import KelisimLog
internal import NIOCore
internal import NIOHTTP1

/// The registry that another process of this machine has open, reached through the socket beside its
/// database.
///
/// It keeps the contract of ``Registry``: a connection that was lost makes an answer
/// ``RegistryError/unavailable(_:)``, and then nobody knows whether a submission was recorded.
public final class RemoteRegistry: Registry, CopyableRegistry {
    /// How long an answer may take; an erasure waits for whoever reads.
    private static let patience = TimeAmount.minutes(10)
    /// How long a copy may take.
    private static let patienceForCopies = TimeAmount.hours(12)
    /// How much is taken for an answer, in bytes.
    private static let limit = 1 << 30

    /// O_PATH of open(2), which Swift doesn't import: a socket can't be opened otherwise.
    private static let onlyNamed: Int32 = 0o10_000_000

    private let socket: Int32
    private let client: HTTPClient

    /// Reaches the process that owns the database at `path`.
    ///
    /// - Parameters:
    ///   - path: the path of the database.
    ///   - patience: for how many seconds an answer is waited for.
    /// - Returns: nil when there is no socket, or nobody answers.
    public static func reach(database path: String, patience: Int64 = 5) async -> RemoteRegistry? {
        guard let registry = RemoteRegistry(beside: path) else { return nil }
        do throws(RegistryError) {
            let _: LogHead = try await registry.ask(.head, within: .seconds(patience))
            return registry
        } catch {
            await registry.close()
            return nil
        }
    }

    private init?(beside database: String) {
        let path = RegistryCall.socket(of: database)
        // Nobody else may put a socket there and be told what is meant for the registry.
        guard let owner = RemoteRegistry.owner(of: path),
            owner
                == RemoteRegistry.owner(
                    of: URL(fileURLWithPath: database).resolvingSymlinksInPath().path
                )
        else { return nil }
        // By its descriptor it can be named however long its path is, and stays the same one.
        socket = open(path, RemoteRegistry.onlyNamed | O_CLOEXEC | O_NOFOLLOW)
        guard socket >= 0 else { return nil }
        var configuration = HTTPClient.Configuration()
        // Also how long a call waits for one of the connections, when many ask at the same time.
        configuration.timeout.connect = RemoteRegistry.patience
        // Who does not listen now does not own the database.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    private static func owner(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.ownerAccountID] as? Int
    }

    deinit {
        // After `close()` there is nothing left to shut down, which is no error here.
        client.shutdown { _ in }
        Foundation.close(socket)
    }

    /// Adds what `submission` asks for.
    public func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        try await ask(.submit(submission))
    }

    /// Every publication, cancellation and repeal.
    public func shelf() async throws(RegistryError) -> Shelf { Shelf(try await ask(.shelf)) }

    /// How far the log has grown.
    public func head() async throws(RegistryError) -> LogHead { try await ask(.head) }

    /// Everything held of `subject`.
    public func history(of subject: Subject) async throws(RegistryError) -> SubjectHistory {
        try await ask(.history(subject))
    }

    /// What is held of each of `subjects`.
    public func histories(
        of subjects: [Subject]
    ) async throws(RegistryError) -> [SubjectHistory] {
        try await ask(.historiesOf(subjects))
    }

    /// The histories behind `last`, at most `limit`.
    public func histories(
        after last: Subject?,
        limit: Int
    ) async throws(RegistryError) -> [SubjectHistory] {
        try await ask(.histories(after: last, limit: limit))
    }

    /// The rows of `subject` from `first` on, at most `limit`.
    public func entries(
        of subject: Subject,
        from first: UInt64,
        limit: Int
    ) async throws(RegistryError) -> [Entry] {
        try await ask(.entriesOf(subject, from: first, limit: limit))
    }

    /// The rows in `range`, as far as there are any.
    public func entries(in range: Range<UInt64>) async throws(RegistryError) -> [Entry] {
        try await ask(.entriesIn(range))
    }

    /// The row of `decision`.
    public func entry(of decision: DecisionID) async throws(RegistryError) -> Entry? {
        try await ask(.entryOf(decision))
    }

    /// The versions of the guardianship `id`.
    public func versions(
        of id: GuardianshipID
    ) async throws(RegistryError) -> [SubjectHistory.Version] {
        try await ask(.versions(id))
    }

    /// The newest versions of the guardianships of `guardian`.
    public func guardianships(by guardian: Subject) async throws(RegistryError) -> [Guardianship] {
        try await ask(.guardianships(guardian))
    }

    /// The secret called `name`.
    public func secret(_ name: SecretName) async throws(RegistryError) -> Nonce {
        try await ask(.secret(name))
    }

    /// Has the other process copy the registry to a new file at `path`, which is its owner's.
    public func backup(to path: String) async throws(RegistryError) {
        let absolute = URL(fileURLWithPath: path).path
        let _: Done = try await ask(.backup(absolute), within: RemoteRegistry.patienceForCopies)
    }

    /// Has the other process publish the log as far as the registry has grown.
    public func publishLog() async throws(RegistryError) {
        let _: Done = try await ask(.publishLog)
    }

    /// Lets the connection go; the registry stays open where it is.
    public func close() async {
        try? await client.shutdown()
    }

    /// Asks the other process.
    func ask<Value: Codable & Sendable>(
        _ call: RegistryCall,
        within patience: TimeAmount = RemoteRegistry.patience
    ) async throws(RegistryError) -> Value {
        let reply: RegistryReply<Value>
        do {
            let (status, data) = try await post(JSONEncoder().encode(call), within: patience)
            guard status == 200 else {
                throw RegistryError.unavailable(
                    "the process that has the database open does not understand (\(status)); is it of "
                        + "this version?"
                )
            }
            reply = try JSONDecoder().decode(RegistryReply<Value>.self, from: data)
        } catch let error as RegistryError {
            throw error
        } catch is EncodingError, is DecodingError {
            // What stands in these errors may be personal.
            throw .unavailable(
                "the process that has the database open and this one do not understand each other"
            )
        } catch {
            throw .unavailable(
                "the process that has the database open does not answer: \(error)"
            )
        }
        switch reply {
        case .value(let value): return value
        case .error(let error): throw error
        }
    }

    /// Posts `body` as it is.
    func post(
        _ body: Data,
        within patience: TimeAmount = RemoteRegistry.patience
    ) async throws -> (status: Int, body: Data) {
        let path = "%2Fproc%2Fself%2Ffd%2F\(socket)"
        var request = HTTPClientRequest(url: "http+unix://\(path)\(RegistryCall.path)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(body, length: .known(Int64(body.count)))
        let response = try await client.execute(request, timeout: patience)
        let answer = try await response.body.collect(upTo: RemoteRegistry.limit)
        return (Int(response.status.code), Data(answer.readableBytesView))
    }
}
