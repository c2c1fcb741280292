internal import Dispatch
internal import Kelisim
internal import Synchronization

/// Settles batches one after the other; while one is settled, the desk writes the one before.
///
/// What a batch changes is seen by the next one before it is committed. When it can't be committed, the
/// next one is settled again without it, and nobody was answered yet.
///
/// It is `@unchecked Sendable` because everything that changes is used only in blocks that run on the
/// serial queue `queue`.
final class Settler: @unchecked Sendable {
    private let queue = DispatchQueue(label: "kelisim.settler")
    private let desk: WriteDesk
    private let reader: ReadConnection
    private let clock: @Sendable () -> Instant

    private let began = Atomic(0)

    /// What came out of the last batch, while the database may not have it yet.
    private var last: Registrar?
    /// The commit of the last batch, until its outcome was looked at.
    private var commit: Commit?

    /// A settler that reads through `reader`, and has its batches written by `desk`.
    init(_ desk: WriteDesk, _ reader: ReadConnection, clock: @escaping @Sendable () -> Instant) {
        self.desk = desk
        self.reader = reader
        self.clock = clock
    }

    /// How many batches it has begun with.
    var count: Int { began.load(ordering: .acquiring) }

    /// Runs `work` behind what was asked before.
    func run(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    /// Settles a batch and has it written, on the queue.
    func settle(_ batch: [SubmissionQueue.Waiting]) {
        began.add(1, ordering: .releasing)
        do throws(RegistryError) {
            var settled = try settled(batch)
            // Only now, so that the two went on side by side.
            if !isCommitted() { settled = try self.settled(batch) }
            commit = desk.commit(settled, batch)
            last = settled.registrar
            // What was remembered of erased records can't be told from the overlay.
            if !settled.registrar.erasures.isEmpty {
                _ = isCommitted()
                last = nil
            }
        } catch {
            for waiting in batch { waiting.answer.resume(returning: .failure(error)) }
        }
    }

    /// Adds rows of which only the leaves are known, between two batches.
    func adopt(_ leaves: [[UInt8]]) async throws(RegistryError) {
        let result = await withCheckedContinuation { continuation in
            run { [self] in
                alone { desk.adopt(leaves) { continuation.resume(returning: $0) } }
            }
        }
        return try result.get()
    }

    /// Destroys the records at `indices` between two batches.
    func destroy(_ indices: [UInt64]) async throws(RegistryError) -> [UInt64] {
        let result = await withCheckedContinuation { continuation in
            run { [self] in
                alone { desk.destroy(indices) { continuation.resume(returning: $0) } }
            }
        }
        return try result.get()
    }

    /// Waits until everything is written.
    func finish() async {
        await withCheckedContinuation { continuation in
            run { [self] in
                _ = isCommitted()
                continuation.resume()
            }
        }
    }

    /// Begins a transaction after the last batch, and waits for it.
    private func alone(_ begin: () -> Commit) {
        _ = isCommitted()
        last = nil
        commit = begin()
        _ = isCommitted()
    }

    /// Waits for the last commit.
    ///
    /// - Returns: whether it succeeded; if not, what came of it is forgotten.
    private func isCommitted() -> Bool {
        defer { commit = nil }
        guard let commit, !commit.wait() else { return true }
        last = nil
        return false
    }

    /// What comes out of `batch`, on top of the last one.
    private func settled(_ batch: [SubmissionQueue.Waiting]) throws(RegistryError) -> SettledBatch {
        let (last, committed) = (last, desk.committed)
        do {
            var registrar = try reader.read { reader in
                try Registrar(
                    for: batch.lazy.map(\.submission),
                    after: last,
                    committed: committed,
                    reader
                )
            }
            let results = batch.map { waiting in
                Result { () throws(RegistryError) in
                    do throws(Refusal) {
                        return try registrar.settle(waiting.submission, at: clock())
                    } catch {
                        throw .refused(error)
                    }
                }
            }
            return SettledBatch(registrar: registrar, results: results)
        } catch {
            throw RegistryError(error)
        }
    }
}

/// A batch whose rows are yet to be written.
struct SettledBatch: Sendable {
    /// What is to be written.
    let registrar: Registrar
    /// What is to be answered, in the order of the batch.
    let results: [Result<Answer, RegistryError>]
}

extension Registrar {
    /// A registrar that knows everything it takes to settle `submissions`.
    ///
    /// What the last batch was about is taken from it, whether it is committed yet or not; everything else
    /// is the same with and without it, and is read.
    fileprivate init(
        for submissions: some Sequence<Submission>,
        after last: Registrar?,
        committed: WriteDesk.Committed,
        _ reader: RowReader
    ) throws {
        var histories: [Subject: SubjectHistory] = [:]
        var guardianships: [GuardianshipID: Guardianship] = [:]
        var remembered: [[UInt8]: Remembered] = [:]
        for submission in submissions {
            for subject in submission.subjects where histories[subject] == nil {
                histories[subject] =
                    try last?.histories[subject] ?? reader.history(of: subject)
            }
            for mark in submission.marks where remembered[mark.key] == nil {
                remembered[mark.key] =
                    try last?.remembered[mark.key] ?? reader.remembered(mark.key)
            }
            if let id = submission.guardianship, guardianships[id] == nil {
                guardianships[id] =
                    try last?.guardianships[id] ?? reader.versions(of: id).last?.guardianship
            }
        }
        self.init(
            shelf: last?.shelf ?? committed.shelf,
            size: last?.size ?? committed.head.size,
            lastRecordedAt: last?.lastRecordedAt ?? committed.head.lastRecordedAt,
            key: last?.key ?? committed.key,
            histories: histories,
            guardianships: guardianships,
            remembered: remembered
        )
    }
}
