public import Kelisim
internal import KelisimText

extension Application {
    /// What recording a decision did, in words.
    public func describe(_ decided: Decided) -> String {
        let facts = [
            "decision": decided.recorded.decision.id.description,
            "index": String(decided.recorded.index),
        ]
        let sentence = decided.isRepeat ? Messages.decisionKnown : Messages.decisionRecorded
        return say(sentence, facts) + describe(decided.recorded.standing)
    }

    /// How to repeat a decision under a key that was chosen for it.
    public func describe(key: String) -> String {
        say(Messages.idempotencyKey, ["key": key])
    }

    /// A standing, in words.
    public func describe(_ standing: Standing) -> String {
        var lines = ["\(standing.subject), \(standing.policy.slug): \(word(standing.state))"]
        let add = { (sentence: Sentence, facts: [String: String]) in
            lines.append("  " + sentence.text(in: language, facts))
        }
        add(standing.allowed ? Messages.allowed : Messages.notAllowed, [:])
        if let required = standing.required {
            let edition = EditionWording.name(required.edition, in: language)
            let deadline = required.acceptBy.map {
                Messages.acceptBy.text(in: language, ["instant": $0.description])
            }
            let parts = [edition, deadline].compactMap(\.self).joined(separator: ", ")
            add(Messages.required, ["edition": parts])
        }
        if let accepted = standing.accepted {
            add(Messages.standsAccepted, ["what": describe(accepted)])
        }
        if let last = standing.lastAccepted, last != standing.accepted {
            add(Messages.lastAccepted, ["what": describe(last)])
        }
        if !standing.upcoming.isEmpty {
            let editions = standing.upcoming.map { EditionWording.name($0, in: language) }
            add(Messages.upcomingEditions, ["editions": editions.joined(separator: ", ")])
        }
        if let end = standing.validUntil {
            add(Messages.validUntil, ["instant": end.description])
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ accepted: Standing.Accepted) -> String {
        [
            EditionWording.name(accepted.edition, in: language), accepted.language?.tag,
            accepted.method.sentence.text(in: language), accepted.at.description,
            accepted.actor.map(describe), accepted.decision.description,
        ]
        .compactMap(\.self).joined(separator: ", ")
    }

    private func describe(_ actor: Actor) -> String {
        Messages.byGuardian.text(in: language, ["actor": actor.id.id])
    }

    private func word(_ state: Standing.State) -> String { state.sentence.text(in: language) }

    /// The decisions of a subject, a line each.
    public func describe(_ history: HistoryPage, of subject: String) -> String {
        guard !history.rows.isEmpty else { return say(Messages.nothingHeld, ["subject": subject]) }
        let rows = history.rows.map { decision, _ in
            [
                decision.occurredAt.description, decision.policy.slug,
                decision.edition.map { EditionWording.name($0, in: language) } ?? "—",
                decision.language?.tag ?? "—", decision.act.sentence.text(in: language),
                decision.method.sentence.text(in: language), decision.actor.map(describe) ?? "",
                decision.id.description,
            ]
        }
        return text(TextTable(rows).lines)
    }

    /// Whether a subject is on legal hold, in words.
    public func describe(hold reason: String?, on subject: String) -> String {
        say(
            reason == nil ? Messages.holdOff : Messages.holdOn,
            ["subject": subject, "reason": VisibleText.make(reason ?? "")]
        )
    }

    /// What an erasure came to, in words.
    public func describe(_ erased: Erased, of subject: String) -> String {
        guard erased.records > 0 else { return say(Messages.nothingHeld, ["subject": subject]) }
        let facts = ["subject": subject, "count": String(erased.records)]
        return say(Messages.erased, facts)
            + text(erased.retained.map { "  " + $0.why.text(in: language) })
    }

    /// What an erasure came to, as programs are told of it.
    public func document(_ erased: Erased) -> ErasureDocument {
        ErasureDocument(erased: erased.records, retained: erased.retained, in: language)
    }

    func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
