internal import Dispatch
internal import GRDB
internal import Kelisim
internal import Synchronization

/// Group commit without a timer: what was submitted while the last transaction ran is the next one.
///
/// Batches follow each other on the serial queue of the connection that writes. Who submits waits for the
/// commit of its own batch and for no other.
final class WriteQueue: Sendable {
    /// With more submissions waiting than these, others are told to come again later.
    static let mostWaiting = 4096
    /// A transaction takes at most so many submissions,
    fileprivate static let mostSubmissions = 256
    /// and no further ones when it has so many decisions.
    fileprivate static let mostDecisions = 4096

    /// Somebody who waits for an answer.
    fileprivate struct Waiting {
        let submission: Submission
        let answer: CheckedContinuation<Result<Answer, RegistryError>, Never>
    }

    fileprivate struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let desk: WriteDesk

    /// A queue for the work of `desk`.
    init(_ desk: WriteDesk) {
        self.desk = desk
    }

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
            if mustStart { desk.run { self.turn() } }
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
    }

    /// Settles the next batch. Runs on the queue of the desk.
    private func turn() {
        let batch = state.withLock { $0.takeBatch() }
        guard !batch.isEmpty else {
            let closing = state.withLock { state in
                defer { state.closing = [] }
                return state.closing
            }
            for continuation in closing { continuation.resume() }
            return
        }
        desk.settle(batch.map(\.submission)) { place, result in
            batch[place].answer.resume(returning: result)
        }
        // Not a loop: what else waits for the connection gets its turn.
        desk.run { self.turn() }
    }
}

extension WriteQueue.State {
    /// The next batch; empty when nothing waits, and then the queue stands still.
    fileprivate mutating func takeBatch() -> [WriteQueue.Waiting] {
        var (count, decisions) = (0, 0)
        while count < min(waiting.count, WriteQueue.mostSubmissions),
            decisions < WriteQueue.mostDecisions
        {
            decisions += waiting[count].submission.subjects.count
            count += 1
        }
        let batch = Array(waiting.prefix(count))
        waiting.removeFirst(count)
        isRunning = !batch.isEmpty
        return batch
    }
}
