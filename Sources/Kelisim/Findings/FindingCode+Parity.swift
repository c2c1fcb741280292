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
            kk: "{clause} {language} мәтінінде бар, {other} мәтінінде жоқ: «{words}»",
            ru: "{clause} есть в тексте {language}, но не в тексте {other}: «{words}»"
        ),
        help: Sentence(
            en: "Bring both texts to the same clauses, points and paragraphs.",
            kk: "Екі мәтіннің тармақтарын, тармақшалары мен абзацтарын сәйкестендіріңіз.",
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
                kk: "{clause}: \(kk) сәйкес емес — {language}: {here}; {other}: {there}.",
                ru: "{clause}: \(ru) не совпадают — {language}: {here}; {other}: {there}."
            ),
            help: Sentence(
                en: "Make the texts say the same in every language.",
                kk: "Мәтіндер барлық тілде бірдей болуға тиіс: айырмашылықты түзетіңіз.",
                ru: "Тексты должны совпадать на всех языках: устраните расхождение."
            )
        )
    }

    static let parityUntranslated = FindingCode(
        "parity-untranslated",
        .error,
        message: Sentence(
            en: "{clause} of the {language} text is written in {other}.",
            kk: "{language} мәтініндегі {clause} {other} тілінде жазылған.",
            ru: "{clause} в тексте {language} написан на языке {other}."
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
            kk: "{language} мәтініндегі {clause} {other} мәтінімен салыстырғанда басқа тармақтарға "
                + "қарағанда тым ұзын.",
            ru: "{clause} в тексте {language} намного длиннее текста {other}, чем другие пункты."
        ),
        help: Sentence(
            en: "Check that both texts say the same.",
            kk: "Екі мәтіннің мазмұны бірдей екенін тексеріңіз.",
            ru: "Проверьте, что оба текста говорят одно и то же."
        )
    )

    static let parityShorter = FindingCode(
        "parity-shorter",
        .warning,
        message: Sentence(
            en: "{clause} in {language} is far shorter against {other} than the other clauses are.",
            kk: "{language} мәтініндегі {clause} {other} мәтінімен салыстырғанда басқа тармақтарға "
                + "қарағанда тым қысқа.",
            ru: "{clause} в тексте {language} намного короче текста {other}, чем другие пункты."
        ),
        help: parityLonger.help
    )
}
