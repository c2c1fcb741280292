internal import Kelisim
internal import KelisimLog

/// A batch that the rules have been applied to, and that is to be committed.
///
/// A frontier tells apart all logs, since each leaf has a random nonce. So it says exactly what a database
/// holds, and behind which log the batch can be added.
struct SettledBatch: Sendable {
    /// What was settled: the rows to add, and all that is known after them.
    let registrar: Registrar
    /// What became of each submission, if the rows become durable.
    let outcomes: [BatchTransaction.Outcome]
    /// The log that the batch follows.
    let before: MerkleFrontier
    /// The log with the batch.
    let after: MerkleFrontier
    /// What was held of the subjects that it erases.
    let held: [Subject: SubjectHistory]

    /// Settles `batch`.
    ///
    /// - Parameters:
    ///   - batch: what was submitted.
    ///   - held: what is known of the log and what the batch needs of it.
    ///   - shelf: the publications.
    ///   - clock: tells the time.
    init(
        _ batch: [Submission],
        _ held: HeldLog,
        shelf: Shelf,
        clock: @Sendable () -> Instant
    ) {
        var registrar = Registrar(
            shelf: shelf,
            size: held.head.size,
            lastRecordedAt: held.head.lastRecordedAt,
            key: held.key,
            histories: held.histories,
            guardianships: held.guardianships,
            remembered: held.remembered
        )
        outcomes = batch.map { submission in
            do throws(Refusal) {
                return .success(try registrar.settle(submission, at: clock()))
            } catch {
                return .failure(.refused(error))
            }
        }
        var frontier = held.head.frontier
        before = frontier
        for row in registrar.entries { frontier.append(leafHash: row.entry.leafHash) }
        after = frontier
        self.held = registrar.erasures.isEmpty ? [:] : held.histories
        self.registrar = registrar
    }

    /// Whether something was answered, and not everything refused.
    var hasAnswers: Bool {
        outcomes.contains { if case .success = $0 { true } else { false } }
    }

    /// Whether the next batch can be settled before this one is committed.
    ///
    /// After an erasure it can't: what is read meanwhile may be what is being erased.
    var canBeFollowed: Bool { registrar.erasures.isEmpty }
}
