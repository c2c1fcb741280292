internal import KelisimLog
internal import KelisimText

/// The decision whether an edition can be published, and what its record says.
struct PublicationPlan {
    let repository: Repository
    let policy: Policy
    let number: Int
    let now: Instant
    let publishedAt: Instant
    let reason: String?

    private let findings: [Finding]

    init(
        repository: Repository,
        policy: Policy,
        number: Int,
        now: Instant,
        publishedAt: Instant,
        reason: String?
    ) {
        self.repository = repository
        self.policy = policy
        self.number = number
        self.now = now
        self.publishedAt = publishedAt
        self.reason = reason
        let all =
            repository.findings(at: publishedAt) + repository.renderingFindings()
            + Review.findings(in: policy)
        let concerned = all.filter { finding in
            PublicationPlan.concerns(finding.place.file, policy.folder, through: number)
        }
        let editions = policy.editions.filter { $0.number <= number }
        findings = ReviewOutcome(concerned, accepting: editions).findings
    }

    /// What a person should look at although it does not block.
    var warnings: [Finding] { findings.filter { $0.severity == .warning } }

    /// The edition, if it is its turn and nothing is wrong with it.
    func edition() throws(Failure) -> Edition {
        guard let edition = policy.edition(number) else {
            let place = Place("\(policy.folder)/\(number)")
            let own = findings.filter { $0.place.isInside(place.file) }
            let unknown = Finding(.unknownEdition, at: place, ["edition": String(number)])
            throw .refused(own.isEmpty ? [unknown] : own)
        }
        let place = Place(edition.folder)
        let arguments = ["edition": String(number)]
        if edition.publicationFile != nil {
            throw .refused([Finding(.alreadyPublished, at: place, arguments)])
        }
        if policy.repeal != nil { throw .refused([Finding(.policyRepealed, at: place)]) }
        if number > 1, policy.edition(number - 1)?.publicationFile == nil {
            let missing = ["missing": String(number - 1)]
            throw .refused([
                Finding(
                    .publishedOutOfOrder,
                    at: place,
                    arguments.merging(missing) { old, _ in old }
                )
            ])
        }
        try RepositoryWriter.refuse(findings.filter { $0.severity == .error })
        return edition
    }

    /// What the record of `edition` says.
    func publication(of edition: Edition) throws(Failure) -> Publication {
        guard let terms = edition.terms else {
            throw .refused([Finding(.missingEditionFile, at: Place(edition.folder))])
        }
        let previous = policy.edition(number - 1)
        let backdating = try backdating(at: Place(edition.folder))
        try RepositoryWriter.refuse(order(at: Place(edition.folder), after: previous))
        return Publication(
            policy: policy.id,
            edition: number,
            publishedAt: publishedAt,
            effectiveAt: try effectiveAt(terms, edition),
            tzdata: TimeZoneRules.dataVersion,
            terms: terms,
            texts: try texts(of: edition, terms),
            renderer: MarkdownDocument.renderer,
            previous: previous?.publicationFile,
            backdated: backdating
        )
    }

    private func backdating(at place: Place) throws(Failure) -> Backdating? {
        guard let reason else { return nil }
        return Backdating(
            reason: try RepositoryWriter.reason(reason, at: place),
            recordedAt: now
        )
    }

    private func order(at place: Place, after previous: Edition?) -> [Finding] {
        var findings: [Finding] = []
        if reason == nil, publishedAt < now {
            let arguments = ["publishedAt": publishedAt.description]
            findings.append(Finding(.publicationInPast, at: place, arguments))
        }
        if reason != nil, publishedAt >= now {
            findings.append(Finding(.backdatingNotPast, at: place))
        }
        let first = policy.editions.first { $0.publication.map { $0.backdated == nil } ?? false }
        if reason != nil, let first {
            let arguments = ["edition": String(first.number)]
            findings.append(Finding(.backdatingTooLate, at: place, arguments))
        }
        // One that was called off, perhaps before its slot, holds up nothing.
        let kept = policy.editions.last {
            $0.number < number && $0.publication != nil && $0.cancellation == nil
        }
        if let before = kept?.publication, publishedAt <= before.publishedAt {
            findings.append(
                Finding(
                    .publishedBeforePrevious,
                    at: place,
                    [
                        "publishedAt": publishedAt.description, "edition": String(before.edition),
                        "previous": before.publishedAt.description,
                    ]
                )
            )
        }
        return findings
    }

    private func effectiveAt(
        _ terms: EditionTerms,
        _ edition: Edition
    ) throws(Failure) -> Instant {
        let place = edition.settings?.places["effective"] ?? Place("\(edition.folder)/edition.yaml")
        let instant: Instant
        do throws(LocalDayError) {
            instant = try terms.effective.resolved(publishedAt: publishedAt, in: terms.timeZone)
            if let grace = terms.acceptWithin {
                _ = try terms.timeZone.startOfDay(days: grace.days + 1, after: instant)
            }
        } catch {
            throw .refused([error.finding(at: place)])
        }
        guard instant >= publishedAt else {
            throw .refused([
                Finding(
                    .effectiveBeforePublication,
                    at: place,
                    [
                        "effectiveAt": instant.description,
                        "publishedAt": publishedAt.description,
                    ]
                )
            ])
        }
        return instant
    }

    private func texts(
        of edition: Edition,
        _ terms: EditionTerms
    ) throws(Failure) -> [PublishedText] {
        var texts: [PublishedText] = []
        for text in edition.texts {
            do throws(MarkdownLimits.Violation) {
                let html = Digest(of: try MarkdownDocument(text.bytes).plainHTML())
                texts.append(
                    PublishedText(
                        language: text.language,
                        digest: text.digest,
                        html: html,
                        official: terms.isOfficial(text.language)
                    )
                )
            } catch {
                throw .refused([error.finding(in: text.bytes, of: text.file)])
            }
        }
        return texts
    }

    /// Whether a finding in `file` says something about the policy in `folder` up to an edition.
    private static func concerns(_ file: String, _ folder: String, through number: Int) -> Bool {
        if file == folder { return true }
        guard file.hasPrefix(folder + "/") else { return false }
        let first = file.dropFirst(folder.count + 1).prefix { $0 != "/" }
        return Int(first).map { $0 <= number } ?? ["policy.yaml", "repeal.json"].contains(first)
    }
}
