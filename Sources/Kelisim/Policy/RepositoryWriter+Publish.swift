internal import KelisimLog
internal import KelisimText

extension RepositoryWriter {
    /// Publishes edition `number` of the policy named `name`: writes its `publication.json`.
    ///
    /// - Parameters:
    ///   - name: The slug of the policy.
    ///   - number: The number of the edition.
    ///   - now: The present moment.
    ///   - at: The moment of publication when that is not now. A later one is a deploy slot: until
    ///     then the edition is a draft to everybody. An earlier one needs `backdated`.
    ///   - backdated: Why the publication is recorded after the fact. Possible only before the
    ///     policy's first edition that is not backdated.
    ///   - dryRun: Whether to leave the disk alone and only say what would be written.
    /// - Returns: the record, the bytes of its file, and what a person should look at all the same.
    /// - Throws: ``Failure/refused(_:)`` with everything that stands against it,
    ///   ``Failure/impossible(_:)`` when the disk does not play along. Nothing was changed then.
    public func publish(
        _ name: String,
        edition number: Int,
        now: Instant,
        at: Instant? = nil,
        backdated: String? = nil,
        dryRun: Bool = false
    ) throws(Failure) -> RecordOutcome<Publication> {
        try withPolicy(name) { repository, policy throws(Failure) in
            let plan = PublicationPlan(
                repository: repository,
                policy: policy,
                number: number,
                now: now,
                publishedAt: at ?? now,
                reason: backdated
            )
            let edition = try plan.edition()
            let publication = try plan.publication(of: edition)
            let outcome = RecordOutcome(
                record: publication,
                file: "\(edition.folder)/publication.json",
                bytes: publication.bytes,
                warnings: plan.warnings
            )
            if !dryRun { try RepositoryWriter.write(outcome) }
            return outcome
        }
    }
}
