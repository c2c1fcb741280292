extension RepositoryWriter {
    /// Ends the policy named `name`: writes its `repeal.json`.
    ///
    /// Texts and history stay.
    ///
    /// - Parameters:
    ///   - name: The slug of the policy.
    ///   - effective: When it ends; "publication" means the recording, now.
    ///   - reason: Why, in each language of the newest published edition.
    ///   - replacedBy: The slug of the policy that takes its place.
    ///   - now: The present moment.
    ///   - dryRun: Whether to leave the disk alone and only say what would be written.
    /// - Returns: the record and the bytes of its file.
    /// - Throws: ``Failure/refused(_:)`` when it has ended already, was never published, or has an
    ///   edition that would come into force afterwards; ``Failure/impossible(_:)`` when the disk
    ///   does not play along. Nothing was changed then.
    public func repeal(
        _ name: String,
        effective: EffectiveRule,
        reason: LocalizedText,
        replacedBy: String? = nil,
        now: Instant,
        dryRun: Bool = false
    ) throws(Failure) -> RecordOutcome<Repeal> {
        try withPolicy(name) { repository, policy throws(Failure) in
            let place = Place(policy.folder)
            try RepositoryWriter.refuse(repository.historyErrors(in: policy.folder))
            if policy.repeal != nil { throw .refused([Finding(.policyRepealed, at: place)]) }
            guard let last = policy.editions.last(where: { $0.publication != nil }),
                let publication = last.publication
            else { throw .refused([Finding(.repealWithoutEdition, at: place)]) }
            let replacement = try replacement(replacedBy, of: policy, in: repository)
            let repeal = Repeal(
                policy: policy.id,
                repealedAt: now,
                effectiveAt: try instant(effective, publication.terms.timeZone, now, place),
                effective: effective,
                timeZone: publication.terms.timeZone,
                tzdata: TimeZoneRules.dataVersion,
                reason: try reasons(reason, in: publication.terms.languages, at: place),
                replacedBy: replacement,
                previous: publication.digest
            )
            try RepositoryWriter.refuse(
                policy.editions.filter { $0.isAfter(repeal) }
                    .map { edition in
                        let arguments = ["edition": String(edition.number)]
                        return Finding(.editionAfterRepeal, at: Place(edition.folder), arguments)
                    }
            )
            let outcome = RecordOutcome(
                record: repeal,
                file: "\(policy.folder)/repeal.json",
                bytes: repeal.bytes,
                warnings: []
            )
            if !dryRun { try RepositoryWriter.write(outcome) }
            return outcome
        }
    }

    private func replacement(
        _ name: String?,
        of policy: Policy,
        in repository: Repository
    ) throws(Failure) -> PolicyID? {
        guard let name else { return nil }
        guard let id = PolicyID(name), id != policy.id, repository.policy(id) != nil else {
            throw .refused([
                Finding(.unknownReplacement, at: Place(policy.folder), ["policy": name])
            ])
        }
        return id
    }

    private func instant(
        _ rule: EffectiveRule,
        _ timeZone: TimeZoneRules,
        _ now: Instant,
        _ place: Place
    ) throws(Failure) -> Instant {
        let instant: Instant
        do throws(LocalDayError) {
            instant = try rule.resolved(publishedAt: now, in: timeZone)
        } catch {
            throw .refused([error.finding(at: place)])
        }
        guard instant >= now else {
            throw .refused([
                Finding(
                    .effectiveBeforePublication,
                    at: place,
                    ["effectiveAt": instant.description, "publishedAt": now.description]
                )
            ])
        }
        return instant
    }

    private func reasons(
        _ text: LocalizedText,
        in languages: [Language],
        at place: Place
    ) throws(Failure) -> LocalizedText {
        let known = languages.map(\.tag).joined(separator: ", ")
        let foreign = text.languages.filter { !languages.contains($0) }
        try RepositoryWriter.refuse(
            foreign.map { language in
                let arguments = ["language": language.tag, "languages": known]
                return Finding(.languageNotListed, at: place, arguments)
            }
        )
        let missing = languages.filter { text[$0] == nil }.map(\.tag)
        if !missing.isEmpty {
            let arguments = ["key": "reason", "languages": missing.joined(separator: ", ")]
            throw .refused([Finding(.missingTranslation, at: place, arguments)])
        }
        var entries: [LocalizedText.Entry] = []
        for language in languages {
            let reason = try RepositoryWriter.reason(text[language] ?? "", at: place)
            entries.append(LocalizedText.Entry(language, reason))
        }
        return LocalizedText(entries)
    }
}
