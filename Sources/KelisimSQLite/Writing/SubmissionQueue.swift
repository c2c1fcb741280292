internal import Kelisim
internal import Synchronization

/// What waits to be settled, and who for.
///
/// Group commit without a timer: what was submitted while other batches were under way is the next one.
final class SubmissionQueue: Sendable {
    /// With more submissions waiting than these, others are told to come again later.
    static let mostWaiting = 4096
    /// A batch has at most so many submissions.
    static let mostSubmissions = 256
    /// A batch gets no further submissions when it has so many decisions.
    static let mostDecisions = 4096

    /// Somebody who waits for an answer.
    struct Waiting: Sendable {
        /// What was submitted.
        let submission: Submission
        /// Who is to be answered.
        let answer: CheckedContinuation<Result<Answer, RegistryError>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let settler: Settler
    private let measure: @Sendable (BatchMeasure) -> Void

    /// A queue for the work of `settler`.
    init(_ settler: Settler, measure: @escaping @Sendable (BatchMeasure) -> Void) {
        self.settler = settler
        self.measure = measure
    }

    /// How many wait for their batch.
    var count: Int { state.withLock { $0.waiting.count } }

    /// Waits until `submission` is settled and durable.
    func submit(_ submission: Submission) async throws(RegistryError) -> Answer {
        let result = await withCheckedContinuation { continuation in
            let waiting = Waiting(submission: submission, answer: continuation)
            let (refusal, mustStart) = state.withLock { state -> (RegistryError?, Bool) in
                guard !state.isClosed else { return (.unavailable(WriteDesk.closed), false) }
                guard state.waiting.count < Self.mostWaiting else { return (.busy, false) }
                state.waiting.append(waiting)
                defer { state.isRunning = true }
                return (nil, !state.isRunning)
            }
            if let refusal { continuation.resume(returning: .failure(refusal)) }
            if mustStart { settler.run { self.turn() } }
        }
        return try result.get()
    }

    /// Takes nothing more, and waits until what was taken is settled.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isRunning { state.closing.append(continuation) }
                return !state.isRunning
            }
            if isIdle { continuation.resume() }
        }
        await settler.finish()
    }

    /// Settles the next batch, on the queue of the settler.
    private func turn() {
        let (batch, waiting) = state.withLock { state in
            let batch = SubmissionQueue.takeBatch(&state.waiting)
            state.isRunning = !batch.isEmpty
            if batch.isEmpty {
                for continuation in state.closing { continuation.resume() }
                state.closing = []
            }
            return (batch, state.waiting.count)
        }
        guard !batch.isEmpty else { return }
        measure(BatchMeasure(size: batch.count, waiting: waiting))
        settler.settle(batch)
        // Not a loop: what else there is to do for the settler gets its turn.
        settler.run { self.turn() }
    }

    private static func takeBatch(_ waiting: inout [Waiting]) -> [Waiting] {
        var (count, decisions) = (0, 0)
        while count < min(waiting.count, mostSubmissions), decisions < mostDecisions {
            decisions += waiting[count].submission.subjects.count
            count += 1
        }
        let batch = Array(waiting.prefix(count))
        waiting.removeFirst(count)
        return batch
    }
}
