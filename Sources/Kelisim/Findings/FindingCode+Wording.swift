extension FindingCode {
    /// What one text writes in several ways.
    static let wording: [FindingCode] = [
        dashDrift, quoteDrift, strayHyphen, strayApostrophe, headingWordDiffers, termDrift,
        capitalDrift, definedTermEnding,
    ]

    // MARK: - Marks

    static let dashDrift = FindingCode(
        "dash-drift",
        .warning,
        message: Sentence(
            en: "Dashes between words are {usual} ({usualCount}), but also {rare} ({rareCount}: "
                + "{clauses}).",
            kk: "Сөз арасындағы сызықша бір жерде {usual} ({usualCount}), бір жерде {rare} "
                + "({rareCount}: {clauses}).",
            ru: "Тире между словами набрано то как {usual} ({usualCount}), то как {rare} "
                + "({rareCount}: {clauses})."
        ),
        help: Sentence(
            en: "Type every dash in the same way.",
            kk: "Сызықшаның бәрін бірдей етіп теріңіз.",
            ru: "Наберите все тире одинаково."
        )
    )

    static let quoteDrift = FindingCode(
        "quote-drift",
        .warning,
        message: Sentence(
            en:
                "Quotation marks are {usual} ({usualCount}), but also {rare} ({rareCount}: {clauses}).",
            kk:
                "Тырнақша бір жерде {usual} ({usualCount}), бір жерде {rare} ({rareCount}: {clauses}).",
            ru:
                "Кавычки набраны то как {usual} ({usualCount}), то как {rare} ({rareCount}: {clauses})."
        ),
        help: Sentence(
            en: "Use the same marks; only a quotation inside another one may have different ones.",
            kk: "Бірдей тырнақша қолданыңыз; тек тырнақша ішіндегі тырнақша өзгеше бола алады.",
            ru: "Используйте одинаковые кавычки; иными могут быть только кавычки внутри кавычек."
        )
    )

    static let strayHyphen = FindingCode(
        "stray-hyphen",
        .warning,
        message: Sentence(
            en: "A space stands behind the hyphen in «{typed}».",
            kk: "«{typed}» дегенде дефистен кейін бос орын тұр.",
            ru: "В «{typed}» после дефиса стоит пробел."
        ),
        help: Sentence(
            en: "Write «{meant}»; a dash has a space on either side.",
            kk: "«{meant}» деп жазыңыз; сызықшаның екі жағында да бос орын болады.",
            ru: "Напишите «{meant}»; вокруг тире пробелы стоят с обеих сторон."
        )
    )

    static let strayApostrophe = FindingCode(
        "stray-apostrophe",
        .warning,
        message: Sentence(
            en: "The apostrophe in «{word}» has no counterpart.",
            kk: "«{word}» сөзіндегі дәйекшенің жұбы жоқ.",
            ru: "У апострофа в «{word}» нет пары."
        ),
        help: Sentence(
            en:
                "Delete it, or, if it stands for a letter, spell the name as its owner registered it.",
            kk: "Оны өшіріңіз, ал әріп орнына тұрса, атауды тіркелген жазылуымен беріңіз.",
            ru: "Удалите его, а если он заменяет букву, напишите название так, как оно "
                + "зарегистрировано."
        )
    )

    // MARK: - Words

    static let headingWordDiffers = FindingCode(
        "heading-word-differs",
        .warning,
        message: Sentence(
            en: "The heading has «{word}»; the text has «{meant}» ({count}).",
            kk: "Тақырыпта «{word}» деп тұр, ал мәтінде «{meant}» ({count}).",
            ru: "В заголовке «{word}», а в тексте «{meant}» ({count})."
        ),
        help: Sentence(
            en: "Check the spelling of the heading.",
            kk: "Тақырыптың жазылуын тексеріңіз.",
            ru: "Проверьте написание заголовка."
        )
    )

    static let termDrift = FindingCode(
        "term-drift",
        .warning,
        message: Sentence(
            en:
                "The text says «{usual}» ({usualCount}), but also «{rare}» ({rareCount}: {clauses}).",
            kk: "Мәтінде бір жерде «{usual}» ({usualCount}), бір жерде «{rare}» "
                + "({rareCount}: {clauses}) делінген.",
            ru:
                "В тексте говорится то «{usual}» ({usualCount}), то «{rare}» ({rareCount}: {clauses})."
        ),
        help: Sentence(
            en: "If the same is meant, use one term; else define both.",
            kk: "Екеуі бір ұғым болса, бір терминді қолданыңыз; болмаса, екеуіне де анықтама "
                + "беріңіз.",
            ru: "Если речь об одном и том же, используйте один термин; если нет — определите оба."
        )
    )

    static let capitalDrift = FindingCode(
        "capital-drift",
        .warning,
        message: Sentence(
            en: "The defined term is written {usual} ({usualCount}), but also {rare} ({rareCount}: "
                + "{clauses}).",
            kk: "Анықтамасы берілген термин бір жерде {usual} ({usualCount}), бір жерде {rare} "
                + "({rareCount}: {clauses}) деп жазылған.",
            ru: "Определённый в тексте термин написан то {usual} ({usualCount}), то {rare} "
                + "({rareCount}: {clauses})."
        ),
        help: Sentence(
            en: "If «{term}» is meant everywhere, use capitals in the same way everywhere.",
            kk: "Барлық жерде «{term}» меңзелсе, бас әріпті бірдей қолданыңыз.",
            ru: "Если везде имеется в виду «{term}», пишите прописные буквы одинаково."
        )
    )

    static let definedTermEnding = FindingCode(
        "defined-term-ending",
        .warning,
        message: Sentence(
            en: "«{typed}» lacks the possessive ending that the defined term «{term}» has.",
            kk: "«{typed}» сөзінде анықталған «{term}» терминіндегі тәуелдік жалғауы жоқ.",
            ru: "В «{typed}» нет притяжательного окончания, которое есть в определённом термине "
                + "«{term}»."
        ),
        help: Sentence(
            en: "Write «{meant}» if the defined term is meant.",
            kk: "Анықталған термин меңзелсе, «{meant}» деп жазыңыз.",
            ru: "Если имеется в виду определённый термин, напишите «{meant}»."
        )
    )
}
