internal import Kelisim
internal import KelisimLog

/// Some lines of a file, which are judged or recorded together.
struct ImportBatch: Sendable {
    /// How many lines are taken together.
    static let size = 500

    /// Good lines, as far as the file alone tells, each with its number.
    var lines: [(number: Int, line: LegacyLine)] = []

    /// What came of a batch.
    struct Outcome: Sendable {
        var recorded = 0
        var known = 0
        var historyOnly = 0
        var refusals: [(number: Int, refusal: Refusal)] = []
    }

    /// Judges the lines without recording them.
    ///
    /// - Parameters:
    ///   - opened: the registry.
    ///   - salt: nil when it doesn't matter whether they are known.
    /// - Returns: what would come of them.
    /// - Throws: ``RegistryError``.
    func judged(by opened: OpenedRegistry, salt: Nonce?) async throws(RegistryError) -> Outcome {
        var outcome = Outcome()
        let requests = lines.map(\.line.request)
            .filter { salt != nil || $0.dependsOnGuardians(on: opened.shelf) }
        let histories = Dictionary(
            try await opened.registry.histories(of: requests.map(\.subject))
                .map { ($0.subject, $0) }
        ) { first, _ in first }
        for (number, line) in lines {
            let request = line.request
            let history =
                histories[request.subject] ?? SubjectHistory(subject: request.subject)
            let refusal = request.refusal(on: opened.shelf, history: history, at: opened.now)
            if let refusal {
                outcome.refusals.append((number, refusal))
                continue
            }
            if line.isHistoryOnly { outcome.historyOnly += 1 }
            var isKnown = false
            if !history.indices.isEmpty {
                isKnown = try await self.isKnown(line, salt, opened.registry)
            }
            if isKnown { outcome.known += 1 } else { outcome.recorded += 1 }
        }
        return outcome
    }

    private func isKnown(
        _ line: LegacyLine,
        _ salt: Nonce?,
        _ registry: any Registry
    ) async throws(RegistryError) -> Bool {
        guard let salt else { return false }
        let subject = line.request.subject
        let mark = line.mark(salt: salt)
        let entries = try await registry.entries(of: subject, from: 0, limit: .max)
        return entries.contains { entry in
            if case .decision(let decision) = entry.record {
                decision.idempotency == mark
            } else {
                false
            }
        }
    }

    /// Records the lines.
    ///
    /// - Parameters:
    ///   - registry: the registry.
    ///   - salt: its salt.
    /// - Returns: what came of them.
    /// - Throws: ``RegistryError``.
    func recorded(
        in registry: any Registry,
        salt: Nonce
    ) async throws(RegistryError) -> Outcome {
        let marked = lines.map {
            Submission.Legacy(request: $0.line.request, mark: $0.line.mark(salt: salt))
        }
        var answer: Answer?
        while answer == nil {
            do throws(RegistryError) {
                answer = try await registry.submit(.legacy(marked))
            } catch {
                guard error == .busy else { throw error }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        guard case .legacy(let outcomes) = answer, outcomes.count == lines.count else {
            throw .damaged("\(lines.count)")
        }
        var outcome = Outcome()
        for (line, result) in zip(lines, outcomes) {
            switch result {
            case .recorded: outcome.recorded += 1
            case .known: outcome.known += 1
            case .refused(let refusal): outcome.refusals.append((line.number, refusal))
            }
            if line.line.isHistoryOnly { outcome.historyOnly += 1 }
        }
        return outcome
    }
}
