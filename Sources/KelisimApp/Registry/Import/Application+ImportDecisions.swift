public import Kelisim

extension Application {
    /// Takes over acceptances of another system from a table.
    ///
    /// Reads the file twice; memory stays flat. What was imported before is passed over.
    ///
    /// - Parameters:
    ///   - path: the file, comma-separated values with a header.
    ///   - options: how.
    ///   - progress: called after every batch of lines.
    /// - Returns: what came of it; when it has bad lines and they aren't left out, nothing was recorded.
    /// - Throws: ``Failure``, among them that the file has no proper header.
    public func importDecisions(
        _ path: String,
        _ options: ImportOptions = ImportOptions(),
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(Failure) -> ImportOutcome {
        try await withRegistry(for: .deciding) { opened async throws(Failure) in
            try await DecisionImport(path, options, into: opened, progress: progress).run()
        }
    }

    /// What came of an import, in words.
    public func describe(_ outcome: ImportOutcome) -> String {
        let facts = [
            "file": outcome.file, "lines": String(outcome.lines),
            "recorded": String(outcome.recorded), "known": String(outcome.known),
            "historyOnly": String(outcome.historyOnly), "bad": String(outcome.bad),
        ]
        let sentence = outcome.isDryRun ? Messages.importForeseen : Messages.importDone
        return say(sentence, facts) + (outcome.isGivenUp ? say(Messages.importNothing) : "")
    }

    /// That there are more bad lines than are shown, in words; empty where all are.
    public func describeHidden(_ outcome: ImportOutcome) -> String {
        let shown = Set(outcome.findings.map(\.place)).count
        guard outcome.bad > shown else { return "" }
        return say(Messages.importHidden, ["count": String(outcome.bad - shown)])
    }

    /// What came of an import, for programs.
    public func json(_ outcome: ImportOutcome) -> String {
        JSONText.make(ImportDocument(outcome, in: language)) + "\n"
    }
}
