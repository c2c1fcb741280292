internal import KelisimLog

/// The rules that the facts of a record must keep, and its links to others.
struct RecordAudit {
    /// The path of the record.
    let file: String
    /// Where each of its keys stands.
    let places: [String: Place]

    /// What is wrong with the publication of edition `number`, given the editions before it.
    func findings(
        of publication: Publication,
        policy: PolicyID,
        number: Int,
        after editions: [Edition]
    ) -> [Finding] {
        misplaced("policy", publication.policy.slug, expected: policy.slug)
            + misplaced("edition", String(publication.edition), expected: String(number))
            + chain(publication, number: number, after: editions)
            + order(publication, number: number, after: editions)
            + resolution(
                of: publication.terms.effective,
                in: publication.terms.timeZone,
                from: publication.publishedAt,
                tzdata: publication.tzdata,
                recorded: publication.effectiveAt
            )
    }

    /// What is wrong with the texts that belong to `publication`.
    func findings(of publication: Publication, texts: [Text]) -> [Finding] {
        publication.texts.flatMap { published in
            texts.filter { $0.language == published.language && $0.digest != published.digest }
                .map { text in
                    Finding(
                        .textChanged,
                        at: Place(text.file),
                        [
                            "expected": published.digest.description,
                            "actual": text.digest.description,
                        ],
                        related: [place("texts")]
                    )
                }
        }
    }

    /// What is wrong with the cancellation of edition `number`, whose publication has `digest`.
    func findings(
        of cancellation: Cancellation,
        policy: PolicyID,
        number: Int,
        publication: Publication,
        digest: Digest
    ) -> [Finding] {
        var findings =
            misplaced("policy", cancellation.policy.slug, expected: policy.slug)
            + misplaced("edition", String(cancellation.edition), expected: String(number))
        if cancellation.publication != digest {
            let target = file.replacing("cancellation.json", with: "publication.json")
            findings.append(
                broken("publication", target, cancellation.publication, actual: digest)
            )
        }
        if cancellation.cancelledAt >= publication.effectiveAt {
            findings.append(
                Finding(
                    .cancelledOutOfTime,
                    at: place("cancelledAt"),
                    [
                        "publishedAt": publication.publishedAt.description,
                        "effectiveAt": publication.effectiveAt.description,
                    ]
                )
            )
        }
        return findings
    }

    /// What is wrong with the repeal of a policy that has `editions`.
    func findings(of repeal: Repeal, policy: PolicyID, editions: [Edition]) -> [Finding] {
        var findings = misplaced("policy", repeal.policy.slug, expected: policy.slug)
        guard let last = editions.last(where: { $0.publicationFile != nil }),
            let digest = last.publicationFile
        else { return findings + [Finding(.repealWithoutEdition, at: Place(file))] }
        if repeal.previous != digest {
            let target = "\(last.folder)/publication.json"
            findings.append(broken("previous", target, repeal.previous, actual: digest))
        }
        findings += resolution(
            of: repeal.effective,
            in: repeal.timeZone,
            from: repeal.repealedAt,
            tzdata: repeal.tzdata,
            recorded: repeal.effectiveAt
        )
        let late = editions.filter { $0.isAfter(repeal) }
        return findings
            + late.map { edition in
                Finding(
                    .editionAfterRepeal,
                    at: place("effectiveAt"),
                    ["edition": String(edition.number)]
                )
            }
    }

    private func place(_ key: String) -> Place { places[key] ?? Place(file) }

    private func misplaced(_ key: String, _ actual: String, expected: String) -> [Finding] {
        guard actual != expected else { return [] }
        let arguments = ["key": key, "expected": expected, "actual": actual]
        return [Finding(.recordMisplaced, at: place(key), arguments)]
    }

    private func broken(
        _ key: String,
        _ target: String,
        _ expected: Digest?,
        actual: Digest?
    ) -> Finding {
        Finding(
            .chainBroken,
            at: place(key),
            [
                "file": target, "expected": expected?.description ?? "null",
                "actual": actual?.description ?? "null",
            ],
            related: [Place(target)]
        )
    }

    private func chain(
        _ publication: Publication,
        number: Int,
        after editions: [Edition]
    ) -> [Finding] {
        let before = editions.last { $0.number == number - 1 }
        if number > 1, before?.publicationFile == nil {
            let arguments = ["edition": String(number), "missing": String(number - 1)]
            return [Finding(.publishedOutOfOrder, at: Place(file), arguments)]
        }
        guard publication.previous != before?.publicationFile else { return [] }
        let target = before.map { "\($0.folder)/publication.json" } ?? file
        return [
            broken("previous", target, publication.previous, actual: before?.publicationFile)
        ]
    }

    private func order(
        _ publication: Publication,
        number: Int,
        after editions: [Edition]
    ) -> [Finding] {
        var findings: [Finding] = []
        let before = editions.last { $0.publication != nil && $0.cancellation == nil }?.publication
        if let before, publication.publishedAt < before.publishedAt {
            findings.append(
                Finding(
                    .publishedBeforePrevious,
                    at: place("publishedAt"),
                    [
                        "publishedAt": publication.publishedAt.description,
                        "edition": String(before.edition),
                        "previous": before.publishedAt.description,
                    ]
                )
            )
        }
        if number == 1, publication.terms.change != .reconsent {
            let arguments = ["value": publication.terms.change.rawValue]
            findings.append(Finding(.firstEditionReconsent, at: place("change"), arguments))
        }
        if let backdated = publication.backdated {
            let first = editions.first { $0.publication.map { $0.backdated == nil } ?? false }
            if let first {
                let arguments = ["edition": String(first.number)]
                findings.append(Finding(.backdatingTooLate, at: place("backdated"), arguments))
            }
            if backdated.recordedAt <= publication.publishedAt {
                findings.append(Finding(.backdatingNotPast, at: place("backdated")))
            }
        }
        return findings
    }

    private func resolution(
        of rule: EffectiveRule,
        in timeZone: TimeZoneRules,
        from start: Instant,
        tzdata: String,
        recorded: Instant
    ) -> [Finding] {
        var findings: [Finding] = []
        if recorded < start {
            findings.append(
                Finding(
                    .effectiveBeforePublication,
                    at: place("effectiveAt"),
                    ["effectiveAt": recorded.description, "publishedAt": start.description]
                )
            )
        }
        let resolved: Instant
        do throws(LocalDayError) {
            resolved = try rule.resolved(publishedAt: start, in: timeZone)
        } catch {
            guard tzdata == TimeZoneRules.dataVersion else {
                return findings + [changedTimeZone(tzdata, recorded, "—")]
            }
            return findings + [error.finding(at: place("effectiveRule"))]
        }
        guard resolved != recorded else { return findings }
        guard tzdata == TimeZoneRules.dataVersion else {
            return findings + [changedTimeZone(tzdata, recorded, resolved.description)]
        }
        let arguments = ["expected": resolved.description, "actual": recorded.description]
        return findings + [Finding(.effectiveMismatch, at: place("effectiveAt"), arguments)]
    }

    private func changedTimeZone(
        _ tzdata: String,
        _ recorded: Instant,
        _ resolved: String
    ) -> Finding {
        Finding(
            .timeZoneDataChanged,
            at: place("effectiveAt"),
            [
                "tzdata": tzdata, "now": TimeZoneRules.dataVersion,
                "recorded": recorded.description, "resolved": resolved,
            ]
        )
    }
}

extension Edition {
    /// Whether the edition would be published or come into force once `repeal` holds.
    func isAfter(_ repeal: Repeal) -> Bool {
        guard let publication, cancellation == nil else { return false }
        return publication.publishedAt > repeal.repealedAt
            || publication.effectiveAt >= repeal.effectiveAt
    }
}
