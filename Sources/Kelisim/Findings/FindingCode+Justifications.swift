extension FindingCode {
    /// What can be wrong with the reasons for the changes of an edition.
    static let justifications: [FindingCode] = [
        justificationMissing, justificationWithoutChange, nothingToJustify,
        justificationsOfOtherChanges, justificationsNotExtended,
    ]

    /// Whether findings of this kind are about a clause of the edition in all of its languages.
    var isAboutClauseAlone: Bool {
        self == .justificationMissing || self == .justificationWithoutChange
    }

    static let justificationMissing = FindingCode(
        "justification-missing",
        .warning,
        message: Sentence(
            en: "{clause}: the change has no justification ({languages}).",
            kk: "{clause}: өзгерістің негіздемесі жазылмаған ({languages}).",
            ru: "{clause}: не написано обоснование изменения ({languages})."
        ),
        help: Sentence(
            en: "Write it under the key «{clause}»; `kelisim diff` with "
                + "`--write-justifications` adds the keys that are missing.",
            kk: "Негіздемені «{clause}» кілтіне жазыңыз; жетіспейтін кілттерді "
                + "`--write-justifications` берілген `kelisim diff` қосады.",
            ru: "Напишите его под ключом «{clause}»; недостающие ключи добавит `kelisim diff` с "
                + "`--write-justifications`."
        )
    )

    static let justificationWithoutChange = FindingCode(
        "justification-without-change",
        .warning,
        message: Sentence(
            en: "The justification «{clause}» belongs to no clause that changed.",
            kk: "«{clause}» негіздемесі өзгерген ешбір тармаққа жатпайды.",
            ru: "Обоснование «{clause}» не относится ни к одному изменённому пункту."
        ),
        help: Sentence(
            en: "Correct the key, which is the id of the clause, or delete the entry.",
            kk: "Кілтті түзетіңіз (ол – тармақтың идентификаторы) немесе жазбаны өшіріңіз.",
            ru: "Исправьте ключ (это идентификатор пункта) или удалите запись."
        )
    )

    static let nothingToJustify = FindingCode(
        "nothing-to-justify",
        .error,
        message: Sentence(
            en: "Edition {edition} takes the place of no other, so there is no change to justify.",
            kk: "{edition}-редакция басқа редакцияны алмастырмайды, сондықтан негіздейтін өзгеріс "
                + "жоқ.",
            ru: "Редакция № {edition} не заменяет другой редакции, поэтому обосновывать нечего."
        ),
        help: Sentence(
            en: "Name an edition that has one before it.",
            kk: "Алдында басқа редакциясы бар редакцияны көрсетіңіз.",
            ru: "Укажите редакцию, перед которой есть другая."
        )
    )

    static let justificationsOfOtherChanges = FindingCode(
        "justifications-of-other-changes",
        .error,
        message: Sentence(
            en: "The justifications of edition {edition} are about what it changes in edition "
                + "{base}, not in edition {named}.",
            kk: "{edition}-редакцияның негіздемелері {named}-редакцияға емес, {base}-редакцияға "
                + "қатысты өзгерістерге жазылады.",
            ru:
                "Обоснования редакции № {edition} относятся к её отличиям от редакции № {base}, а не "
                + "от редакции № {named}."
        ),
        help: Sentence(
            en: "Compare it with edition {base}.",
            kk: "Оны {base}-редакциямен салыстырыңыз.",
            ru: "Сравните её с редакцией № {base}."
        )
    )

    static let justificationsNotExtended = FindingCode(
        "justifications-not-extended",
        .error,
        message: Sentence(
            en: "Nothing can be added at the end of this file.",
            kk: "Бұл файлдың соңына ештеңе қосу мүмкін емес.",
            ru: "В конец этого файла ничего нельзя добавить."
        ),
        help: Sentence(
            en: "Write each entry on lines of its own, without braces around them all.",
            kk: "Әр жазбаны бөлек жолдарға жазыңыз, бәрін бір жақшаға алмаңыз.",
            ru: "Пишите каждую запись с новой строки, без общих фигурных скобок."
        )
    )
}
