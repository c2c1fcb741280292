/// A connection that is opened when it is first needed, and again when it was lost.
///
/// It runs on a queue of its own, because libpq blocks.
actor PostgresConnection {
    private let executor: QueueExecutor
    private let session: PostgresSession
    private var link: PostgresLink?
    private var backoff = Backoff()
    /// Until when nothing is tried, and why.
    private var pause: (end: ContinuousClock.Instant, reason: PostgresError)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// A connection for `purpose`, which isn't opened yet.
    init(_ session: PostgresSession, for purpose: String) {
        executor = QueueExecutor(label: "kelisim.postgres.\(purpose)")
        self.session = session
    }

    /// Executes `calls` in one round trip.
    ///
    /// - Parameters:
    ///   - calls: what to execute; when one is rejected, those behind it are not executed.
    ///   - isContinued: whether they belong to the transaction that is open, so that they must not run on
    ///     another connection.
    /// - Returns: what they return.
    /// - Throws: ``PostgresError``; after ``PostgresError/lost(_:)`` the next call opens a new connection.
    func run(
        _ calls: [PostgresCall],
        continuing isContinued: Bool = false
    ) throws(PostgresError) -> PostgresReply {
        if let link, link.isIdle == isContinued { self.link = nil }
        guard !isContinued || link != nil else { throw .lost("the transaction was lost") }
        let link = try open()
        do throws(PostgresError) {
            return try link.run(calls, within: session.patience)
        } catch {
            if case .lost = error { self.link = nil }
            throw error
        }
    }

    /// Ends a transaction that may be open, without its changes.
    func abandon() {
        guard let link, !link.isIdle else { return }
        do throws(PostgresError) {
            _ = try link.run([PostgresStatement.rollback()], within: session.patience)
        } catch {
            self.link = nil
        }
    }

    /// How long nothing will be tried from now on.
    var rest: Duration {
        pause.map { max(.zero, ContinuousClock.now.duration(to: $0.end)) } ?? .zero
    }

    /// Closes the connection.
    func close() {
        link = nil
    }

    private func open() throws(PostgresError) -> PostgresLink {
        if let link { return link }
        if let pause, ContinuousClock.now < pause.end { throw pause.reason }
        do throws(PostgresError) {
            let link = try session.open()
            self.link = link
            (backoff, pause) = (Backoff(), nil)
            return link
        } catch {
            pause = (ContinuousClock.now + backoff.next(), error)
            throw error
        }
    }
}
