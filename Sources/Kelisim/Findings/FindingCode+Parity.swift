extension FindingCode {
    /// What is found between the languages of one edition.
    static let parity: [FindingCode] = [
        parityClause, parityReference, parityDate, parityNumber, parityAddress, parityAct,
        parityDefinition, parityUntranslated, parityLonger, parityShorter,
    ]

    static let parityClause = FindingCode(
        "parity-clause",
        .error,
        message: Sentence(
            en: "{clause} stands in {language} and not in {other}: «{words}»",
            kk: "{language} тіліндегі мәтінде {clause} бар, {other} тіліндегі мәтінде жоқ: "
                + "«{words}»",
            ru: "В тексте на языке {language} есть {clause}, в тексте на языке {other} — нет: "
                + "«{words}»"
        ),
        help: Sentence(
            en: "Bring both texts to the same clauses, points and paragraphs.",
            kk: "Екі мәтіннің тармақтарын, тармақшаларын және абзацтарын бір-біріне сәйкес "
                + "келтіріңіз.",
            ru: "Приведите оба текста к одним и тем же пунктам, подпунктам и абзацам."
        )
    )

    static let parityReference = difference(
        "parity-reference",
        en: "references",
        kk: "сілтемелер",
        ru: "ссылки"
    )

    static let parityDate = difference("parity-date", en: "dates", kk: "күндер", ru: "даты")

    static let parityNumber = difference(
        "parity-number",
        en: "numbers",
        kk: "сандар",
        ru: "числа"
    )

    static let parityAddress = difference(
        "parity-address",
        en: "addresses",
        kk: "мекенжайлар",
        ru: "адреса"
    )

    static let parityAct = difference(
        "parity-act",
        en: "act numbers",
        kk: "акт нөмірлері",
        ru: "номера актов"
    )

    static let parityDefinition = difference(
        "parity-definition",
        en: "counts of definitions",
        kk: "анықтамалар саны",
        ru: "число определений"
    )

    /// A code for facts of one sort that only one of the languages has.
    private static func difference(
        _ name: String,
        en: String,
        kk: String,
        ru: String
    ) -> FindingCode {
        FindingCode(
            name,
            .error,
            message: Sentence(
                en: "{clause}: \(en) differ — {language}: {here}; {other}: {there}.",
                kk: "{clause}: \(kk) сәйкес келмейді — {language}: {here}; {other}: {there}.",
                ru: "{clause}: \(ru) не совпадают — {language}: {here}; {other}: {there}."
            ),
            help: Sentence(
                en: "Make the texts say the same in every language.",
                kk: "Барлық тілдегі мәтіннің мазмұны бірдей болуға тиіс: айырмашылықты жойыңыз.",
                ru: "Тексты на всех языках должны совпадать по смыслу: устраните расхождение."
            )
        )
    }

    static let parityUntranslated = FindingCode(
        "parity-untranslated",
        .error,
        message: Sentence(
            en: "{clause} of the {language} text is written in {other}.",
            kk: "{clause}: {language} тіліндегі мәтінде {other} тілінде жазылған.",
            ru: "{clause}: в тексте на языке {language} написано на языке {other}."
        ),
        help: Sentence(
            en: "Translate the clause.",
            kk: "Бұл тармақты аударыңыз.",
            ru: "Переведите этот пункт."
        )
    )

    static let parityLonger = FindingCode(
        "parity-longer",
        .warning,
        message: Sentence(
            en: "{clause} in {language} is far longer against {other} than the other clauses are.",
            kk: "{clause}: {other} тіліндегімен салыстырғанда {language} тіліндегі мәтін басқа "
                + "тармақтардағыдан әлдеқайда ұзын.",
            ru: "{clause}: текст на языке {language} по сравнению с текстом на языке {other} "
                + "намного длиннее, чем в других пунктах."
        ),
        help: Sentence(
            en: "Check that both texts say the same.",
            kk: "Екі мәтіннің мазмұны бірдей екенін тексеріңіз.",
            ru: "Проверьте, совпадают ли оба текста по смыслу."
        )
    )

    static let parityShorter = FindingCode(
        "parity-shorter",
        .warning,
        message: Sentence(
            en: "{clause} in {language} is far shorter against {other} than the other clauses are.",
            kk: "{clause}: {other} тіліндегімен салыстырғанда {language} тіліндегі мәтін басқа "
                + "тармақтардағыдан әлдеқайда қысқа.",
            ru: "{clause}: текст на языке {language} по сравнению с текстом на языке {other} "
                + "намного короче, чем в других пунктах."
        ),
        help: parityLonger.help
    )
}
