internal import KelisimText

/// Lines such as «Последнее обновление: …» that say by hand what `edition.yaml` decides.
enum DateLineRules {
    private static let phrases = [
        "последнее обновление", "последнего обновления", "последнее изменение",
        "последние изменения", "последнего изменения", "дата обновления", "версия от", "обновлено",
        "обновлена",
        "дата вступления в силу", "вступает в силу", "вступают в силу", "вступила в силу",
        "вступили в силу", "действует с", "действуют с",
        "дата публикации",
        "дата размещения", "редакция от", "в редакции от", "соңғы жаңарту", "жаңартылған күні",
        "соңғы өзгеріс", "күшіне енген күні", "күшіне енетін күні", "бастап күшіне енеді",
        "жарияланған күні", "орналастырылған күні", "last updated",
        "last modified", "last revised", "effective date", "effective from",
    ]

    static func findings(_ text: ReviewedText) -> [Finding] {
        text.clauses.indices.flatMap { position -> [Finding] in
            let plain = text.content.plainText(of: position)
            // Beyond the printed number digits are rare; most clauses end here.
            let words = plain.utf8.dropFirst(text.clauses[position].labelLength)
            guard words.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
            let dates = DateFinder.dates(in: plain).filter { $0.date != nil }
            guard !dates.isEmpty else { return [] }
            let lowered = plain.lowercased()
            guard phrases.contains(where: lowered.contains) else { return [] }
            // A date that belongs to an act is not the text's own.
            let acts = text.content.actReferences(of: position).compactMap(\.dateRange)
            return dates.compactMap { date in
                guard let day = date.date, !acts.contains(where: date.utf8Range.overlaps) else {
                    return nil
                }
                return finding(day, at: date.utf8Range.lowerBound, position, text)
            }
        }
    }

    private static func finding(
        _ day: LocalDate,
        at offset: Int,
        _ position: Int,
        _ text: ReviewedText
    ) -> Finding? {
        guard let terms = text.edition.terms else { return nil }
        var right: [LocalDate] = []
        if let publication = text.edition.publication {
            right = [publication.effectiveAt, publication.publishedAt]
                .compactMap(terms.timeZone.day)
        } else {
            switch terms.effective {
            case .date(let date): right = [date]
            case .instant(let instant): right = [instant].compactMap(terms.timeZone.day)
            case .onPublication, .daysAfterPublication: break
            }
        }
        guard !right.contains(day) else { return nil }
        let expected = right.first.map { "\($0)" } ?? "\(terms.effective)"
        return Finding(
            .typedDateDiffers,
            at: text.place(ofByte: offset, in: text.block(position)),
            ["date": "\(day)", "expected": expected]
        )
    }
}
