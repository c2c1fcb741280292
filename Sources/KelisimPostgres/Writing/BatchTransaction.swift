internal import Kelisim
internal import KelisimLog

/// Records batches of submissions, each in one transaction.
///
/// The transaction locks the row of the head, which makes all processes take turns. What the batch needs is
/// read after that, so it includes everything that was committed before; or ahead of it, while this process
/// commits the batch before, and then it counts only if the locked head is the one that was expected. The
/// transaction ends when the rows are on the disks that PostgreSQL was told to wait for.
struct BatchTransaction: Sendable {
    let connection: PostgresConnection
    let cache: ShelfCache
    let options: PostgresRegistry.Options

    /// What became of a submission.
    typealias Outcome = Result<Answer, RegistryError>

    /// Records `batch`.
    ///
    /// - Parameters:
    ///   - batch: what was submitted.
    ///   - last: the batch that this process is committing meanwhile, if that can be followed.
    ///   - onSettled: told of the batch when all that is left to do is to commit it.
    /// - Returns: what became of each submission, in order.
    func settle(
        _ batch: [Submission],
        after last: SettledBatch? = nil,
        onSettled: @Sendable (SettledBatch) -> Void
    ) async -> [Outcome] {
        do throws(PostgresError) {
            do throws(PostgresError) {
                return try await record(batch, after: last, onSettled)
            } catch .lost {
                // Nothing was committed. Often the connection broke while it had nothing to do.
                return try await record(batch, after: nil, onSettled)
            } catch .rejected(let state, _) where state.isConflict {
                return try await record(batch, after: nil, onSettled)
            }
        } catch {
            if case .rejected(let state, _) = error, state.blamesStatement, batch.count > 1 {
                // What the server can't take is the fault of one.
                var outcomes: [Outcome] = []
                for submission in batch {
                    outcomes += await settle([submission], onSettled: onSettled)
                }
                return outcomes
            }
            return batch.map { _ in .failure(RegistryError(error)) }
        }
    }

    /// Records `batch` or throws, and then nothing of it is recorded, or that is not known.
    private func record(
        _ batch: [Submission],
        after last: SettledBatch?,
        _ onSettled: @Sendable (SettledBatch) -> Void
    ) async throws(PostgresError) -> [Outcome] {
        do throws(PostgresError) {
            var settled: SettledBatch?
            if let last, let held = try await look(ahead: batch, after: last) {
                let shelf = last.registrar.shelf
                settled = SettledBatch(batch, held, shelf: shelf, clock: options.clock)
                settled.map(onSettled)
            }
            var head: HeldLog
            if let ahead = settled {
                head = try HeldLog(try await connection.run([.begin, .lockHead]).rows[1])
                if ahead.before != head.head.frontier { settled = nil }
                if settled == nil { try await hold(for: batch, &head) }
            } else {
                head = try await hold(for: batch)
            }
            let ready: SettledBatch
            if let settled {
                ready = settled
            } else {
                let shelf = try await cache.shelf(
                    of: head.publications,
                    on: connection,
                    continuing: true
                )
                ready = SettledBatch(batch, head, shelf: shelf, clock: options.clock)
                onSettled(ready)
            }
            guard ready.hasAnswers else {
                await connection.abandon()
                return ready.outcomes
            }
            try await commit(ready, head)
            cache.keep(ready.registrar.shelf)
            return ready.outcomes
        } catch {
            await connection.abandon()
            throw error
        }
    }
}
