public import Kelisim
internal import KelisimText

extension Application {
    /// How many subjects have agreed to what, a line for each group.
    public func describe(_ report: PolicyReport) -> String {
        let facts = [
            "policy": report.policy.slug, "at": report.at.description,
            "knownAt": report.knownAt.description,
        ]
        let rows = report.rows.map { group, subjects in
            [
                group.edition.map { EditionWording.name($0, in: language) } ?? "—",
                group.language?.tag ?? "—", group.method?.sentence.text(in: language) ?? "—",
                group.isByGuardian.map { actor(isGuardian: $0) } ?? "—",
                group.state.sentence.text(in: language), String(subjects),
            ]
        }
        let totals = ["heardOf": String(report.heardOf), "erased": String(report.erased)]
        return say(Messages.reportTime, facts) + text(TextTable(rows).lines)
            + say(Messages.reportTotals, totals)
    }

    private func actor(isGuardian: Bool) -> String {
        (isGuardian ? Messages.byAGuardian : Messages.bySelf).text(in: language)
    }

    /// What an edition will ask of whom, in words.
    public func describe(_ report: ImpactReport) -> String {
        let title = say(
            Messages.impactTitle,
            [
                "policy": report.policy.slug,
                "edition": EditionWording.name(report.edition, in: language),
                "change": report.change.sentence.text(in: language),
                "effectiveAt": report.effectiveAt.description,
            ]
        )
        let again = say(
            Messages.impactAgain,
            ["again": String(report.again), "heardOf": String(report.heardOf)]
        )
        let languages = report.languages.map { tag, subjects in
            let sentence =
                tag == nil ? Messages.impactUnknownLanguage : Messages.impactLanguage
            return (sentence, ["language": tag?.tag ?? "", "subjects": String(subjects)])
        }
        let counts = [
            (Messages.impactGuardian, report.throughGuardian),
            (Messages.impactImplied, report.impliedOnly),
            (Messages.impactWithout, report.evenWithout),
        ]
        .filter { $0.1 > 0 }.map { ($0.0, ["subjects": String($0.1)]) }
        let details = (languages + counts).map { "  " + $0.0.text(in: language, $0.1) }
        let rest = say(
            Messages.impactRest,
            ["open": String(report.open), "settled": String(report.settled)]
        )
        return title + again + text(details) + rest
    }
}
