internal import Kelisim
internal import Synchronization

/// Records what is submitted, in batches: what has gathered while one was committed is the next.
final class BatchWriter: Sendable {
    private struct Waiting {
        let submission: Submission
        let caller: CheckedContinuation<BatchTransaction.Outcome, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let transaction: BatchTransaction
    private let state = Mutex(State())

    /// How many decisions are recorded at once; they may come in few submissions.
    private static let mostDecisions = 2048

    init(_ transaction: BatchTransaction) {
        self.transaction = transaction
    }

    /// Records `submission` and waits until that is durable.
    func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        let outcome = await withCheckedContinuation { caller in
            let (refusal, begins) = state.withLock { state -> (RegistryError?, Bool) in
                if state.isClosed { return (.unavailable("the registry is closed"), false) }
                if state.waiting.count >= transaction.options.waiting { return (.busy, false) }
                state.waiting.append(Waiting(submission: submission, caller: caller))
                defer { state.isRunning = true }
                return (nil, !state.isRunning)
            }
            if let refusal { caller.resume(returning: .failure(refusal)) }
            if begins { Task { await run() } }
        }
        return try outcome.get()
    }

    /// Waits for what was submitted, and takes no more.
    func close() async {
        await withCheckedContinuation { closer in
            let isOver = state.withLock { state in
                state.isClosed = true
                if state.isRunning { state.closers.append(closer) }
                return !state.isRunning
            }
            if isOver { closer.resume() }
        }
        await transaction.connection.close()
    }

    private func run() async {
        while let batch = next() {
            let outcomes = await transaction.settle(batch.map(\.submission))
            for (waiting, outcome) in zip(batch, outcomes) {
                waiting.caller.resume(returning: outcome)
            }
        }
    }

    /// What is recorded next; nil when nothing is waiting.
    private func next() -> [Waiting]? {
        let (batch, closers) = state.withLock {
            state -> ([Waiting], [CheckedContinuation<Void, Never>]) in
            var (count, decisions) = (0, 0)
            for waiting in state.waiting.prefix(max(1, transaction.options.batch)) {
                decisions += waiting.submission.marks.count
                guard count == 0 || decisions <= BatchWriter.mostDecisions else { break }
                count += 1
            }
            let batch = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            guard batch.isEmpty else { return (batch, []) }
            state.isRunning = false
            defer { state.closers = [] }
            return (batch, state.closers)
        }
        for closer in closers { closer.resume() }
        return batch.isEmpty ? nil : batch
    }
}
