internal import KelisimText

/// The words of a comparison table that stand in no text.
///
/// Source: text-facts.md, the forms that Kazakh and Russian legal drafting uses.
struct ComparisonWords {
    let language: WordingLanguage
    let headings: ComparisonHeadings

    /// What the table is called.
    var table: String {
        choose(
            kk: "Салыстырмалы кесте",
            ru: "Сравнительная таблица",
            en: "Comparison table"
        )
    }

    /// The heading of the column of numbers.
    var number: String { choose(kk: "№", ru: "№", en: "No.") }

    /// The heading of the column of units.
    var unit: String {
        choose(kk: "Құрылымдық элемент", ru: "Структурный элемент", en: "Structural unit")
    }

    /// The heading of the old wording.
    var old: String {
        switch headings {
        case .draft:
            choose(
                kk: "Қолданыстағы редакция",
                ru: "Действующая редакция",
                en: "Edition in force"
            )
        case .editions(let number, _): name(number)
        case .texts: choose(kk: "Бұрынғы мәтін", ru: "Прежний текст", en: "Old text")
        }
    }

    /// The heading of the new wording.
    var new: String {
        switch headings {
        case .draft:
            choose(
                kk: "Ұсынылатын редакция",
                ru: "Предлагаемая редакция",
                en: "Proposed edition"
            )
        case .editions(_, let number): name(number)
        case .texts: choose(kk: "Жаңа мәтін", ru: "Новый текст", en: "New text")
        }
    }

    /// The heading of the justifications.
    var justification: String { choose(kk: "Негіздеме", ru: "Обоснование", en: "Justification") }

    /// What stands in the place of the old wording of a unit that is new.
    var absent: String { choose(kk: "Жоқ", ru: "Отсутствует", en: "None") }

    /// What stands in the place of the new wording of a unit that is gone; the Russian participle
    /// agrees with `noun`.
    func removed(_ noun: UnitNoun) -> String {
        headings.isProposed
            ? choose(kk: "Алып тасталсын", ru: "Исключить", en: "To be deleted")
            : choose(
                kk: "Алып тасталды",
                ru: noun.agreeing("Исключён", "Исключена", "Исключено"),
                en: "Deleted"
            )
    }

    /// What stands in the place of both wordings in a language whose text did not change.
    var same: String { choose(kk: "Өзгеріссіз", ru: "Без изменений", en: "Unchanged") }

    /// What is said when there is no row.
    var nothing: String {
        choose(
            kk: "Мәтін сөзбе-сөз бірдей.",
            ru: "Тексты дословно совпадают.",
            en: "The texts have the same words."
        )
    }

    /// The name of an edition at the beginning of a cell.
    private func name(_ number: Int) -> String {
        EditionWording.name(number, in: language).capitalizedFirst
    }

    private func choose(kk: String, ru: String, en: String) -> String {
        switch language {
        case .kk: kk
        case .ru: ru
        case .en: en
        }
    }
}
