internal import Kelisim
internal import KelisimText

/// What the text form of a comparison says besides the texts.
enum DiffWords {
    /// What happened to a clause.
    static let kinds: [BlockChange.Kind: Sentence] = [
        .reworded: Sentence(en: "reworded", kk: "мәтіні өзгертілді", ru: "изменён текст"),
        .added: Sentence(en: "added", kk: "қосылды", ru: "добавлено"),
        .removed: Sentence(en: "removed", kk: "алып тасталды", ru: "исключено"),
        .moved: Sentence(en: "moved", kk: "орны ауыстырылды", ru: "перемещено"),
        .renumbered: Sentence(en: "renumbered", kk: "нөмірі өзгерді", ru: "изменён номер"),
        .split: Sentence(en: "split", kk: "бөлінді", ru: "разделено"),
        .merged: Sentence(en: "merged", kk: "біріктірілді", ru: "объединено"),
        .formatting: Sentence(
            en: "formatting",
            kk: "безендірілуі өзгерді",
            ru: "изменено оформление"
        ),
        .typographic: Sentence(
            en: "typographic",
            kk: "таңбалары ғана өзгерді",
            ru: "изменены только знаки"
        ),
    ]

    static let count = Sentence(
        en: "{count} {what}",
        kk: "{what} — {count}",
        ru: "{what} — {count}"
    )
    static let noDifferences = Sentence(
        en: "no differences",
        kk: "айырмашылық жоқ",
        ru: "различий нет"
    )
    static let unchanged = Sentence(
        en: "{count} unchanged",
        kk: "өзгеріссіз — {count}",
        ru: "без изменений — {count}"
    )

    static let changedHere = Sentence(
        en: "Reworded here and not in {language}: {clauses}.",
        kk: "Осында ғана өзгерді, {language} мәтіні бұрынғыша қалды: {clauses}.",
        ru: "Изменено только здесь, текст {language} остался прежним: {clauses}."
    )
    static let changedThere = Sentence(
        en: "Reworded in {language} and not here: {clauses}.",
        kk: "{language} мәтінінде ғана өзгерді, мұнда бұрынғыша қалды: {clauses}.",
        ru: "Изменено только в тексте {language}, здесь осталось прежним: {clauses}."
    )

    // MARK: - Where things went

    static let movedTo = Sentence(
        en: "now at {place} (move {number})",
        kk: "енді {place} орнында ({number}-ауыстыру)",
        ru: "теперь на месте {place} (перемещение {number})"
    )
    static let movedFrom = Sentence(
        en: "was at {place} (move {number})",
        kk: "бұрын {place} орнында болған ({number}-ауыстыру)",
        ru: "прежде на месте {place} (перемещение {number})"
    )
    static let splitInto = Sentence(
        en: "split into {place}",
        kk: "{place} болып бөлінді",
        ru: "разделено на {place}"
    )
    static let splitFrom = Sentence(
        en: "split off from {place}",
        kk: "{place} құрамынан бөлінді",
        ru: "выделено из {place}"
    )
    static let mergedInto = Sentence(
        en: "merged into {place}",
        kk: "{place} құрамына біріктірілді",
        ru: "объединено в {place}"
    )
    static let onlyNumbers = Sentence(
        en: "only the number changed",
        kk: "тек нөмірі өзгерді",
        ru: "изменён только номер"
    )
    static let references = Sentence(
        en: "References that only follow the new numbers: {places}.",
        kk: "Жаңа нөмірлерге сай өзгерген сілтемелер: {places}.",
        ru: "Ссылки, изменённые только вслед за номерами: {places}."
    )

    // MARK: - What changed besides words

    static let marks = Sentence(
        en: "emphasis, code or line breaks",
        kk: "ерекшелеу, код немесе жол ауыстыру",
        ru: "выделение, код или переносы строк"
    )
    static let destination = Sentence(
        en: "link: {old} → {new}",
        kk: "сілтеме: {old} → {new}",
        ru: "ссылка: {old} → {new}"
    )
    static let level = Sentence(
        en: "level of the heading: {old} → {new}",
        kk: "тақырып деңгейі: {old} → {new}",
        ru: "уровень заголовка: {old} → {new}"
    )
    static let list = Sentence(
        en: "kind or depth of the list",
        kk: "тізімнің түрі немесе деңгейі",
        ru: "вид или вложенность списка"
    )
    static let block = Sentence(
        en: "heading, paragraph or another kind of block",
        kk: "тақырып, абзац немесе басқа блок түрі",
        ru: "заголовок, абзац или другой вид блока"
    )
    static let characters = Sentence(
        en: "characters: {changes}",
        kk: "таңбалар: {changes}",
        ru: "знаки: {changes}"
    )
    static let cutShort = Sentence(
        en: "The words were compared only roughly here: true to both texts, not the fewest marks.",
        kk: "Мұнда сөздер жуықтап салыстырылды: екі мәтінге де дәл, бірақ белгі саны ең аз емес.",
        ru: "Здесь слова сопоставлены приближённо: оба текста переданы верно, но пометок больше "
            + "наименьшего."
    )

    /// «12 clauses unchanged».
    static func unchanged(clauses count: Int, in language: WordingLanguage) -> String {
        switch language {
        case .en: "\(count) clause\(count == 1 ? "" : "s") unchanged"
        case .kk: "\(count) тармақ өзгеріссіз"
        case .ru:
            "\(count) \(RussianPlural.form(count, one: "пункт", few: "пункта", many: "пунктов")) "
                + "без изменений"
        }
    }
}
