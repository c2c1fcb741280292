extension Publication {
    /// Where `settings`, which `file` gives now, differ from what was published.
    func findings(comparing settings: EditionSettings, of file: String) -> [Finding] {
        let same = [
            ("effective", settings.effective == terms.effective),
            ("change", settings.change == terms.change),
            ("acceptWithin", settings.acceptWithin == terms.acceptWithin),
            ("basedOn", settings.basedOn == terms.basedOn),
            ("summary", EditionTerms.same(settings.summary, terms.summary)),
            (
                "editorialReason",
                EditionTerms.same(settings.editorialReason, terms.editorialReason)
            ),
            ("unofficial", settings.unofficial == terms.unofficial),
            ("approvedBy", settings.approvedBy == terms.approvedBy),
        ]
        return same.filter { !$0.1 }
            .map { key, _ in
                Finding(
                    .editionChangedAfterPublication,
                    at: settings.places[key] ?? Place(file),
                    ["key": key, "edition": String(edition)]
                )
            }
    }
}

extension EditionTerms {
    fileprivate static func same(_ left: LocalizedText?, _ right: LocalizedText?) -> Bool {
        guard let left, let right else { return left == right }
        return left.saysTheSame(as: right)
    }
}
