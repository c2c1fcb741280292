internal import KelisimText

extension RedlineWords {
    static let kazakh = RedlineWords(
        tag: "kk",
        changes: "Өзгерістер тізбесі",
        clause: "Құрылымдық элемент",
        change: "Өзгеріс",
        removedWords: "Алып тасталған сөз",
        insertedWords: "Қосылған сөз",
        key: "Белгілер",
        removedText: "алып тасталған мәтін",
        insertedText: "қосылған мәтін",
        movedText: "Орны ауысқан мәтін бұрынғы және жаңа орнында көрсетілген.",
        newNumbers: "Нөмірлер өзгерді",
        references: "Өзгерген нөмірлерге сілтемелер",
        minor: "Безендіру мен таңбалар",
        hideMinor: "Безендіру мен таңбалардағы өзгерістерді жасыру",
        unchanged: "өзгеріссіз",
        same: "Мәтіндер бірдей: өзгеріс жоқ.",
        formerWording: "Бұрынғы мәтін",
        newPlace: "жаңа орны",
        formerPlace: "бұрынғы орны",
        whole: "ортақ сөз аз, екі мәтін толық көрсетілген",
        cutShort: "сөздерді салыстыру қысқартылды",
        previous: "Алдыңғы өзгеріс",
        next: "Келесі өзгеріс",
        changedHere: {
            "Осы тілде ғана өзгерген, басқа тілде (\($0)) бұрынғыша қалған құрылымдық элементтер"
        },
        changedThere: {
            "Басқа тілде (\($0)) өзгерген, осы тілде бұрынғыша қалған құрылымдық элементтер"
        },
        spoken: ("алып тасталды:", "қосылды:", "соңы"),
        kinds: [
            .reworded: "мәтіні өзгерді", .added: "қосылды", .removed: "алып тасталды",
            .moved: "орны ауысты", .renumbered: "нөмірі өзгерді", .split: "бөлінді",
            .merged: "біріктірілді", .formatting: "безендірілуі өзгерді",
            .typographic: "таңбалары өзгерді",
        ],
        name: { "\($0)-өзгеріс" }
    )

    static let russian = RedlineWords(
        tag: "ru",
        changes: "Перечень изменений",
        clause: "Структурный элемент",
        change: "Изменение",
        removedWords: "Исключено слов",
        insertedWords: "Добавлено слов",
        key: "Обозначения",
        removedText: "исключённый текст",
        insertedText: "добавленный текст",
        movedText: "Перенесённый текст показан на прежнем и на новом месте.",
        newNumbers: "Изменены номера",
        references: "Ссылки на изменившиеся номера",
        minor: "Оформление и знаки",
        hideMinor: "Скрыть изменения оформления и знаков",
        unchanged: "без изменений",
        same: "Тексты одинаковы: изменений нет.",
        formerWording: "Прежний текст",
        newPlace: "новое место",
        formerPlace: "прежнее место",
        whole: "общих слов мало, оба текста показаны целиком",
        cutShort: "сравнение слов сокращено",
        previous: "Предыдущее изменение",
        next: "Следующее изменение",
        changedHere: { "Изменено только на этом языке, а на другом (\($0)) осталось прежним" },
        changedThere: { "Изменено только на другом языке (\($0)), а на этом осталось прежним" },
        spoken: ("исключено:", "добавлено:", "конец"),
        kinds: [
            .reworded: "изменён текст", .added: "добавлено", .removed: "исключено",
            .moved: "перенесено", .renumbered: "изменён номер", .split: "разделено",
            .merged: "объединено", .formatting: "изменено оформление",
            .typographic: "изменены знаки",
        ],
        name: { "Изменение \($0)" }
    )

    static let english = RedlineWords(
        tag: "en",
        changes: "List of changes",
        clause: "Clause",
        change: "Change",
        removedWords: "Words removed",
        insertedWords: "Words inserted",
        key: "Key",
        removedText: "removed text",
        insertedText: "inserted text",
        movedText: "Moved text is shown in its former and in its new place.",
        newNumbers: "New numbers",
        references: "References to changed numbers",
        minor: "Formatting and signs",
        hideMinor: "Hide changes of formatting and signs",
        unchanged: "unchanged",
        same: "The texts are the same: nothing changed.",
        formerWording: "Former wording",
        newPlace: "new place",
        formerPlace: "former place",
        whole: "few words in common, both texts shown whole",
        cutShort: "the comparison of words was cut short",
        previous: "Previous change",
        next: "Next change",
        changedHere: { "Reworded in this language only, and as it was in the other (\($0))" },
        changedThere: { "Reworded in the other language only (\($0)), and as it was in this one" },
        spoken: ("deleted:", "inserted:", "end"),
        kinds: [
            .reworded: "reworded", .added: "added", .removed: "removed", .moved: "moved",
            .renumbered: "renumbered", .split: "split", .merged: "merged",
            .formatting: "formatting changed", .typographic: "signs changed",
        ],
        name: { "Change \($0)" }
    )
}
