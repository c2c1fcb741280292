internal import KelisimLog

extension RepositoryWriter {
    /// Calls edition `number` of the policy named `name` off before it comes into force: writes its
    /// `cancellation.json`.
    ///
    /// - Throws: ``Failure/refused(_:)`` unless it is published at `now` and not in force yet,
    ///   ``Failure/impossible(_:)`` when the disk does not play along. Nothing was changed then.
    public func cancel(
        _ name: String,
        edition number: Int,
        reason: String,
        now: Instant,
        dryRun: Bool = false
    ) throws(Failure) -> RecordOutcome<Cancellation> {
        try withPolicy(name) { repository, policy throws(Failure) in
            let place = Place("\(policy.folder)/\(number)")
            let arguments = ["edition": String(number)]
            guard let edition = policy.edition(number) else {
                throw .refused([Finding(.unknownEdition, at: place, arguments)])
            }
            try RepositoryWriter.refuse(repository.historyErrors(in: policy.folder))
            guard let publication = edition.publication else {
                throw .refused([Finding(.notPublished, at: place, arguments)])
            }
            let reason = try RepositoryWriter.reason(reason, at: place)
            let dates = [
                "publishedAt": publication.publishedAt.description,
                "effectiveAt": publication.effectiveAt.description,
            ]
            if edition.cancellation != nil {
                throw .refused([Finding(.alreadyCancelled, at: place, arguments)])
            }
            guard now < publication.effectiveAt else {
                throw .refused([
                    Finding(.alreadyInForce, at: place, arguments.merging(dates) { old, _ in old })
                ])
            }
            let cancellation = Cancellation(
                policy: policy.id,
                edition: number,
                cancelledAt: now,
                reason: reason,
                publication: publication.digest
            )
            let outcome = RecordOutcome(
                record: cancellation,
                file: "\(edition.folder)/cancellation.json",
                bytes: cancellation.bytes,
                warnings: []
            )
            if !dryRun { try RepositoryWriter.write(outcome) }
            return outcome
        }
    }
}
