internal import Kelisim
internal import KelisimServer
internal import Synchronization

/// Publishes the log of a service soon after something was recorded.
actor LogKeeper {
    /// How long is waited at least from one checkpoint to the next.
    private static let interval = Duration.milliseconds(200)
    /// How often is looked after what other servers, or a failure, have left.
    private static let round = Duration.seconds(5)

    private let publisher: LogPublisher
    private let log: ServiceLog
    private let calls: AsyncStream<Void>
    private let caller: AsyncStream<Void>.Continuation
    private let trouble = Mutex<String?>(nil)

    init(_ publisher: LogPublisher, log: ServiceLog) {
        self.publisher = publisher
        self.log = log
        (calls, caller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Says that something was recorded.
    nonisolated func call() { caller.yield() }

    /// What keeps the log from being published; nil when nothing does.
    nonisolated var currentTrouble: String? { trouble.withLock { $0 } }

    /// Publishes whenever there is something, until the task is cancelled, and once more then.
    func run() async {
        await withTaskGroup { group in
            group.addTask { [caller] in
                while (try? await Task.sleep(for: LogKeeper.round)) != nil { caller.yield() }
            }
            for await _ in calls {
                await publish()
                guard (try? await Task.sleep(for: LogKeeper.interval)) != nil else { break }
            }
            group.cancelAll()
        }
        await publish()
    }

    /// Publishes what was committed.
    func publish() async {
        do throws(LogTrouble) {
            try await publisher.publish()
            trouble.withLock { $0 = nil }
        } catch {
            let reason = "\(error)"
            let isNew = trouble.withLock { trouble in
                defer { trouble = reason }
                return trouble != reason
            }
            if isNew { log.error("The log can't be published.", ["reason": reason]) }
        }
    }
}
