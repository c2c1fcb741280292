internal import Kelisim
internal import KelisimLog

/// Records a batch of submissions in one transaction.
///
/// The transaction first locks the row of the head, which makes all processes take turns; only then it
/// reads what the batch needs, so it sees everything that was committed before. It ends when the rows are
/// on the disks that PostgreSQL was told to wait for.
struct BatchTransaction {
    let connection: PostgresConnection
    let cache: ShelfCache
    let options: PostgresRegistry.Options

    /// What became of a submission.
    typealias Outcome = Result<Answer, RegistryError>

    /// Records `batch`.
    ///
    /// - Returns: what became of each, in order.
    func settle(_ batch: [Submission]) async -> [Outcome] {
        do throws(PostgresError) {
            do throws(PostgresError) {
                return try await record(batch)
            } catch .lost {
                // Nothing was committed. Often the connection broke while it had nothing to do.
                return try await record(batch)
            } catch .rejected(let state, _) where state.isConflict {
                return try await record(batch)
            }
        } catch {
            if case .rejected(let state, _) = error, state.blamesStatement, batch.count > 1 {
                // What the server can't take is the fault of one.
                var outcomes: [Outcome] = []
                for submission in batch { outcomes += await settle([submission]) }
                return outcomes
            }
            return batch.map { _ in .failure(RegistryError(error)) }
        }
    }

    /// Records `batch` or throws, and then nothing of it is recorded, or that is not known.
    private func record(_ batch: [Submission]) async throws(PostgresError) -> [Outcome] {
        do throws(PostgresError) {
            let held = try await hold(for: batch)
            let shelf = try await cache.shelf(
                of: held.publications,
                on: connection,
                continuing: true
            )
            var registrar = Registrar(
                shelf: shelf,
                size: held.head.size,
                lastRecordedAt: held.head.lastRecordedAt,
                key: held.key,
                histories: held.histories,
                guardianships: held.guardianships,
                remembered: held.remembered
            )
            var outcomes: [Outcome] = []
            for submission in batch {
                do throws(Refusal) {
                    outcomes.append(.success(try registrar.settle(submission, at: options.clock())))
                } catch {
                    outcomes.append(.failure(.refused(error)))
                }
            }
            guard outcomes.contains(where: \.isAnswer) else {
                await connection.abandon()
                return outcomes
            }
            try await commit(registrar, after: held)
            cache.keep(registrar.shelf)
            return outcomes
        } catch {
            await connection.abandon()
            throw error
        }
    }
}

extension Result where Success == Answer {
    fileprivate var isAnswer: Bool { if case .success = self { true } else { false } }
}
