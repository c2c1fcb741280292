extension FindingCode {
    /// What can be wrong with a list of accepted warnings.
    static let acceptedWarnings: [FindingCode] = [
        unknownWarning, errorNotAcceptable, acceptedWithoutLanguage, acceptedInVain,
    ]

    static let unknownWarning = FindingCode(
        "unknown-warning",
        .error,
        message: Sentence(
            en: "There is no finding called «{value}»; the nearest name is «{nearest}».",
            kk: "«{value}» деген ескерту жоқ; ең жақын атау: «{nearest}».",
            ru: "Нет замечания с именем «{value}»; ближайшее имя — «{nearest}»."
        ),
        help: Sentence(
            en: "Give the name that `kelisim check` prints in brackets behind the warning.",
            kk: "`kelisim check` ескертудің соңында жақшада көрсететін атауды жазыңыз.",
            ru: "Укажите имя, которое `kelisim check` печатает в скобках после предупреждения."
        )
    )

    static let errorNotAcceptable = FindingCode(
        "error-not-acceptable",
        .error,
        message: Sentence(
            en: "«{value}» is an error; only warnings can be accepted.",
            kk: "«{value}» — қате; тек ескертуді қабылдауға болады.",
            ru: "«{value}» — ошибка; принять можно только предупреждение."
        ),
        help: Sentence(
            en: "Delete the entry, and mend what is wrong.",
            kk: "Жазбаны өшіріп, қатенің өзін түзетіңіз.",
            ru: "Удалите запись и исправьте саму ошибку."
        )
    )

    static let acceptedWithoutLanguage = FindingCode(
        "accepted-without-language",
        .error,
        message: Sentence(
            en: "The entry names clause {clause}, but not the language of the text.",
            kk: "Жазбада «{clause}» тармағы көрсетілген, бірақ мәтіннің тілі көрсетілмеген.",
            ru: "В записи указан пункт {clause}, но не указан язык текста."
        ),
        help: Sentence(
            en: "Add the key `language`, such as `language: kk`.",
            kk: "`language` кілтін қосыңыз, мысалы `language: kk`.",
            ru: "Добавьте ключ `language`, например `language: kk`."
        )
    )

    static let acceptedInVain = FindingCode(
        "accepted-in-vain",
        .warning,
        message: Sentence(
            en: "There is no warning «{value}» in this place any more.",
            kk: "Бұл жерде «{value}» ескертуі енді жоқ.",
            ru: "Предупреждения «{value}» в этом месте больше нет."
        ),
        help: Sentence(
            en: "Delete the entry, or correct the clause and the language.",
            kk: "Жазбаны өшіріңіз немесе тармақ пен тілді түзетіңіз.",
            ru: "Удалите запись или исправьте пункт и язык."
        )
    )
}
