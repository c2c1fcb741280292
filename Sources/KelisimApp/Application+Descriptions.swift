public import Kelisim
internal import KelisimText

extension Application {
    /// What publishing did, in words.
    public func describe(_ outcome: RecordOutcome<Publication>) -> String {
        say(
            Messages.published,
            ["file": outcome.file, "effectiveAt": outcome.record.effectiveAt.description]
        )
    }

    /// What cancelling did, in words.
    public func describe(_ outcome: RecordOutcome<Cancellation>) -> String {
        say(Messages.cancelled, ["file": outcome.file])
    }

    /// What repealing did, in words.
    public func describe(_ outcome: RecordOutcome<Repeal>) -> String {
        say(
            Messages.repealed,
            ["file": outcome.file, "effectiveAt": outcome.record.effectiveAt.description]
        )
    }

    /// What beginning an edition did, in words.
    public func describe(_ draft: DraftOutcome) -> String {
        say(Messages.begun, ["number": "\(draft.number)", "basedOn": "\(draft.basedOn)"])
            + draft.files.map { "  \($0)\n" }.joined()
    }

    /// What became of a file of justifications, in words.
    public func describe(_ outcome: JustificationsOutcome) -> String {
        let sentence =
            outcome.added.isEmpty ? Messages.nothingToJustify : Messages.justificationsBegun
        return say(sentence, ["file": outcome.file, "count": "\(outcome.added.count)"])
    }

    /// What an import recognised, in words.
    public func describe(_ imported: Imported) -> String {
        let facts = [
            "file": imported.file, "title": imported.text.title ?? "—",
            "sections": "\(imported.text.sections)", "clauses": "\(imported.text.clauses)",
            "points": "\(imported.text.points)",
        ]
        return say(Messages.imported, facts)
            + (imported.isComposed ? say(Messages.importComposed) : "")
            + (imported.needsPolicyFile ? say(Messages.importNeedsPolicy) : "")
    }

    func say(_ sentence: Sentence, _ facts: [String: String] = [:]) -> String {
        sentence.text(in: language, facts) + "\n"
    }

    /// Where a preview is to be seen, in words.
    public func describePreview(at url: String) -> String {
        say(Messages.previewed, ["url": url])
    }
}
