internal import Kelisim
internal import Synchronization

/// Records what is submitted, in batches: what has gathered while one was committed is the next.
///
/// When a whole batch has gathered while another is committed, it is settled meanwhile, on a second
/// connection. No more than these two are under way.
final class BatchWriter: Sendable {
    private struct Waiting {
        let submission: Submission
        let caller: CheckedContinuation<BatchTransaction.Outcome, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        /// The connections that have nothing to do.
        var idle: [BatchTransaction]
        /// How many batches are under way.
        var active = 0
        /// The batch that began last, once all that is left to do is to commit it.
        var last: SettledBatch?
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private struct Next {
        let batch: [Waiting]
        let transaction: BatchTransaction
        let last: SettledBatch?
        /// How many wait for a later one.
        let waiting: Int
    }

    private let transactions: [BatchTransaction]
    private let options: PostgresRegistry.Options
    private let state: Mutex<State>

    /// How many decisions are recorded at once; they may come in few submissions.
    private static let mostDecisions = 2048

    /// Records by `transactions`, each of which has a connection of its own.
    init(_ transactions: [BatchTransaction], _ options: PostgresRegistry.Options) {
        self.transactions = transactions
        self.options = options
        state = Mutex(State(idle: transactions))
    }

    /// Records `submission` and waits until that is durable.
    func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        let outcome = await withCheckedContinuation { caller in
            let refusal = state.withLock { state -> RegistryError? in
                if state.isClosed { return .unavailable("the registry is closed") }
                if state.waiting.count >= options.waiting { return .busy }
                state.waiting.append(Waiting(submission: submission, caller: caller))
                return nil
            }
            if let refusal { return caller.resume(returning: .failure(refusal)) }
            begin()
        }
        return try outcome.get()
    }

    /// Waits for what was submitted, and takes no more.
    func close() async {
        await withCheckedContinuation { closer in
            let isOver = state.withLock { state in
                state.isClosed = true
                if state.active > 0 { state.closers.append(closer) }
                return state.active == 0
            }
            if isOver { closer.resume() }
        }
        for transaction in transactions { await transaction.connection.close() }
    }

    /// Begins the next batch, if it is time for it.
    private func begin() {
        guard let next = state.withLock({ next(&$0) }) else { return }
        options.measure(BatchMeasure(size: next.batch.count, waiting: next.waiting))
        Task {
            let submissions = next.batch.map(\.submission)
            let outcomes = await next.transaction.settle(submissions, after: next.last) { settled in
                state.withLock { $0.last = settled }
                begin()
            }
            finish(next.transaction)
            for (waiting, outcome) in zip(next.batch, outcomes) {
                waiting.caller.resume(returning: outcome)
            }
        }
    }

    private func finish(_ transaction: BatchTransaction) {
        let closers = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.active -= 1
            state.idle.append(transaction)
            guard state.active == 0, state.waiting.isEmpty else { return [] }
            defer { state.closers = [] }
            return state.closers
        }
        for closer in closers { closer.resume() }
        begin()
    }

    /// What is recorded next, and behind what; nil when it isn't time.
    private func next(_ state: inout State) -> Next? {
        let limit = max(1, options.batch)
        if state.active > 0 {
            guard state.waiting.count >= limit, state.last?.canBeFollowed ?? false
            else { return nil }
        }
        guard !state.waiting.isEmpty, let transaction = state.idle.popLast() else { return nil }
        var (count, decisions) = (0, 0)
        for waiting in state.waiting.prefix(limit) {
            decisions += waiting.submission.marks.count
            guard count == 0 || decisions <= BatchWriter.mostDecisions else { break }
            count += 1
        }
        let batch = Array(state.waiting.prefix(count))
        state.waiting.removeFirst(count)
        let last = state.active > 0 ? state.last : nil
        state.active += 1
        state.last = nil
        return Next(
            batch: batch,
            transaction: transaction,
            last: last,
            waiting: state.waiting.count
        )
    }
}
