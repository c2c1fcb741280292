internal import Kelisim
internal import KelisimLog

/// Reads a file of legacy acceptances twice: first every line is judged, then the good ones are recorded.
struct DecisionImport {
    /// How many batches are with the registry at the same time.
    private static let inFlight = 4

    private let path: String
    private let options: ImportOptions
    private let opened: OpenedRegistry
    private let progress: @Sendable (ImportProgress) -> Void

    init(
        _ path: String,
        _ options: ImportOptions,
        into opened: OpenedRegistry,
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) {
        self.path = path
        self.options = options
        self.opened = opened
        self.progress = progress
    }

    /// Imports the file, or says why not.
    func run() async throws(Failure) -> ImportOutcome {
        let registry = opened.registry
        let salt = try await opened.ask(about: path) { registry async throws(RegistryError) in
            try await registry.secret(.idempotencySalt)
        }
        let opened = opened
        let known = options.isDryRun ? salt : nil
        let judged = try await pass(isRecording: false) { batch async throws(RegistryError) in
            try await batch.judged(by: opened, salt: known)
        }
        if options.isDryRun { return judged }
        guard judged.bad == 0 || options.skipsBad else {
            var outcome = judged
            (outcome.recorded, outcome.known, outcome.historyOnly) = (0, 0, 0)
            outcome.isGivenUp = true
            return outcome
        }
        return try await pass(isRecording: true) { batch async throws(RegistryError) in
            try await batch.recorded(in: registry, salt: salt)
        }
    }

    private typealias Work =
        @Sendable (ImportBatch) async throws(RegistryError) -> ImportBatch.Outcome

    /// Reads the file once, and has `work` done with every batch of lines.
    private func pass(
        isRecording: Bool,
        _ work: @escaping Work
    ) async throws(Failure) -> ImportOutcome {
        var lines = try LegacyFile(path, in: options.timeZone)
        var outcome = ImportOutcome(file: path, isDryRun: options.isDryRun)
        var failure: Failure?
        await withTaskGroup(of: Result<ImportBatch.Outcome, RegistryError>.self) { group in
            var waiting = 0
            do throws(Failure) {
                while let batch = try lines.next(&outcome) {
                    if waiting == DecisionImport.inFlight, let result = await group.next() {
                        waiting -= 1
                        try add(result, to: &outcome)
                    }
                    group.addTask { await result(of: batch, work) }
                    waiting += 1
                    progress(
                        ImportProgress(
                            isRecording: isRecording,
                            lines: outcome.lines,
                            part: lines.part
                        )
                    )
                }
                while let result = await group.next() { try add(result, to: &outcome) }
            } catch {
                failure = error
                // What was submitted is finished all the same.
                await group.waitForAll()
            }
        }
        if let failure { throw failure }
        outcome.findings.sort()
        return outcome
    }

    private func add(
        _ result: Result<ImportBatch.Outcome, RegistryError>,
        to outcome: inout ImportOutcome
    ) throws(Failure) {
        switch result {
        case .success(let batch):
            outcome.recorded += batch.recorded
            outcome.known += batch.known
            outcome.historyOnly += batch.historyOnly
            for (number, refusal) in batch.refusals {
                let place = Place(path, line: number)
                outcome.refuse([refusal.finding(at: place, shelf: opened.shelf)])
            }
        case .failure(let error):
            throw error.failure(at: Place(path), database: opened.database, shelf: opened.shelf)
        }
    }
}

/// What comes of a batch.
private func result(
    of batch: ImportBatch,
    _ work: @Sendable (ImportBatch) async throws(RegistryError) -> ImportBatch.Outcome
) async -> Result<ImportBatch.Outcome, RegistryError> {
    do throws(RegistryError) {
        return .success(try await work(batch))
    } catch {
        return .failure(error)
    }
}
