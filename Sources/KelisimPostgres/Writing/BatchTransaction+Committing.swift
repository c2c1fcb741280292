internal import Kelisim
internal import KelisimLog

extension BatchTransaction {
    /// Adds the rows of `batch`, destroys what it erases, moves the head and commits, in one round trip.
    ///
    /// - Parameters:
    ///   - batch: what was settled.
    ///   - head: the head that the transaction has locked.
    /// - Throws: ``PostgresError``; unless it is ``PostgresError/undecided(_:)`` nothing was recorded.
    func commit(_ batch: SettledBatch, _ head: HeldLog) async throws(PostgresError) {
        let registrar = batch.registrar
        let added = registrar.entries.lazy.filter { $0.record.type == .publication }.count
        let (leafEnd, partitions) = PostgresSchema.growth(
            from: head.leafEnd,
            by: head.leafStep,
            to: registrar.size
        )
        let changes = partitions + erasures(of: batch) + BatchRows(registrar.entries).calls
        // Also a batch that only repeats earlier answers waits for a commit of its own: rows that another
        // process could not finish waiting for may be on the primary alone.
        let move = PostgresStatement.moveHead(
            .int(Int64(registrar.size)),
            .bytes(batch.after.peaks.flatMap(\.bytes)),
            .int(registrar.size == 0 ? nil : registrar.lastRecordedAt.milliseconds),
            .bytes(registrar.key.map { Array($0.utf8) }),
            .int(Int64(head.publications) + Int64(added)),
            .int(Int64(leafEnd))
        )
        var calls = changes + [move, .commit]
        if let pass = options.pass {
            _ = try await connection.run(changes, continuing: true)
            pass(.afterInsert)
            _ = try await connection.run([move], continuing: true)
            pass(.beforeCommit)
            calls = [.commit]
        }
        try await finish(calls, adding: registrar.entries.first?.entry)
        options.pass?(.afterCommit)
    }

    /// Executes `calls`, the last of which commits; the first row that they add is `entry`.
    private func finish(_ calls: [PostgresCall], adding entry: Entry?) async throws(PostgresError) {
        let trouble: String
        do throws(PostgresError) {
            let reply = try await connection.run(calls, continuing: true)
            guard reply.rows.last?.tag == "COMMIT" else {
                throw .malformed("nothing was committed")
            }
            if reply.warnings.isEmpty { return }
            // The server was told to stop waiting for its standby: the rows are on the primary alone.
            trouble = reply.warnings.joined(separator: " ")
        } catch .lost(let reason) {
            trouble = reason
        }
        guard let entry else { throw .lost(trouble) }
        guard try await isCommitted(entry, after: trouble) else { throw .lost(trouble) }
    }

    /// Finds out whether a transaction was committed whose first row is `entry`.
    ///
    /// Who holds the head's lock knows that it is over. Nonces are random, so no other transaction can have
    /// added the same leaf. To be told that it is durable, it takes a commit that comes after it.
    private func isCommitted(
        _ entry: Entry,
        after trouble: String
    ) async throws(PostgresError) -> Bool {
        let deadline = ContinuousClock.now + options.patience
        var reason = trouble
        repeat {
            try? await Task.sleep(for: await connection.rest)
            do throws(PostgresError) {
                let look = PostgresStatement.leavesAt(.ints([Int64(entry.index)]))
                let rows = try await connection.run([.begin, .lockHead, look]).rows[2]
                guard rows.count == 1, rows.bytes(0, 1) == entry.leaf else {
                    await connection.abandon()
                    return false
                }
                let touch = [PostgresStatement.touchHead(), .commit]
                let reply = try await connection.run(touch, continuing: true)
                if reply.warnings.isEmpty, reply.rows[1].tag == "COMMIT" { return true }
                reason = reply.warnings.joined(separator: " ")
            } catch {
                await connection.abandon()
                reason = error.description
            }
        } while ContinuousClock.now < deadline
        throw .undecided(reason)
    }

    /// What destroys the records that `batch` erases, and takes them out of the tables by which they are
    /// found.
    private func erasures(of batch: SettledBatch) -> [PostgresCall] {
        var calls: [PostgresCall] = []
        for (subject, indices) in batch.registrar.erasures {
            let history = batch.held[subject] ?? SubjectHistory(subject: subject)
            let guardianships = Set(history.guardianships.map(\.guardianship.id.name))
            calls += [
                PostgresStatement.eraseRecords(.text(subject.id), .ints(indices.map(Int64.init))),
                PostgresStatement.eraseDecisions(.uuids(history.acts.map(\.decision.bytes))),
                PostgresStatement.eraseGuardianships(.texts(Array(guardianships))),
            ]
        }
        return calls
    }
}

extension PostgresSchema {
    /// The partitions that the log needs before it grows to `size`, made well before they are.
    ///
    /// - Parameters:
    ///   - start: where the last partition ends.
    ///   - step: how many leaves a partition has.
    ///   - size: how many leaves there will be.
    /// - Returns: where the last partition ends then, and what makes the new ones.
    static func growth(
        from start: UInt64,
        by step: UInt64,
        to size: UInt64
    ) -> (end: UInt64, calls: [PostgresCall]) {
        let reserve = min(step / 10, 1_000_000)
        var (end, calls): (UInt64, [PostgresCall]) = (start, [])
        while end < size + reserve + 1 {
            calls += leaves(of: end..<end + step)
            end += step
        }
        return (end, calls)
    }
}
