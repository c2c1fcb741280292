public import Kelisim
internal import KelisimText

extension Application {
    /// What registering a guardianship did, in words.
    public func describe(_ registered: Registered) -> String {
        let sentence =
            registered.isNew ? Messages.guardianshipAdded : Messages.guardianshipKnown
        return say(sentence, ["guardianship": registered.guardianship.id.name])
            + text(lines(registered.guardianship))
    }

    /// A guardianship by its versions, in words.
    public func describe(_ versions: [SubjectHistory.Version]) -> String {
        guard let newest = versions.last?.guardianship else { return "" }
        let earlier = versions.dropLast()
            .map { version in
                "  \(version.recordedAt): \(interval(version.guardianship))"
            }
        return newest.id.name + "\n" + text(lines(newest) + earlier)
    }

    /// The guardianships of a subject, in words.
    public func describe(_ guardianships: [Guardianship], of subject: String) -> String {
        guard !guardianships.isEmpty else {
            return say(Messages.noGuardianships, ["subject": subject])
        }
        return guardianships.map { "\($0.id)\n" + text(lines($0)) }.joined()
    }

    private func lines(_ guardianship: Guardianship) -> [String] {
        let persons = Messages.guardianOf.text(
            in: language,
            [
                "guardian": guardianship.guardian.id, "ward": guardianship.ward.id,
                "basis": guardianship.basis.sentence.text(in: language),
            ]
        )
        let ages = guardianship.wardReaches.sorted { $0.key < $1.key }
            .map { age, day in
                Messages.reaches.text(
                    in: language,
                    ["age": String(age), "day": day.description]
                )
            }
        let evidence = guardianship.evidence.map {
            Messages.evidence.text(in: language, ["evidence": VisibleText.make($0)])
        }
        let verifiedBy = guardianship.verifiedBy.map {
            Messages.verifiedBy.text(in: language, ["who": VisibleText.make($0)])
        }
        return
            ([persons, interval(guardianship)] + ages + [evidence, verifiedBy].compactMap(\.self))
            .map { "  \($0)" }
    }

    private func interval(_ guardianship: Guardianship) -> String {
        Messages.interval.text(
            in: language,
            [
                "from": guardianship.from.description,
                "until": guardianship.until?.description ?? "—",
            ]
        )
    }
}
