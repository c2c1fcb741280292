/// The codes about single values in metadata and records.
extension FindingCode {
    static let repositoryValues: [FindingCode] = [
        .invalidLanguage, .languageNotListed, .duplicateLanguage, .missingTranslation,
        .invalidTimeZone, .invalidAddress, .invalidEffectiveRule, .invalidDayCount,
        .invalidInstant, .invalidDigest,
    ]

    /// `invalid-language`: “`value`” is not the usual spelling of a language tag (BCP 47).
    public static let invalidLanguage = FindingCode(
        "invalid-language",
        .error,
        message: Sentence(
            en: "“{value}” is not the usual spelling of a language tag (BCP 47).",
            kk: "«{value}» — тіл тегінің (BCP 47) қалыпты жазылуы емес.",
            ru: "«{value}» — необычное написание языкового тега (BCP 47)."
        ),
        help: Sentence(
            en: "Write it like this: {suggestion}.",
            kk: "Былай жазыңыз: {suggestion}.",
            ru: "Пишите так: {suggestion}."
        )
    )

    /// `language-not-listed`: `language` is not one of the languages `languages`.
    public static let languageNotListed = FindingCode(
        "language-not-listed",
        .error,
        message: Sentence(
            en: "{language} is not one of the languages {languages}.",
            kk: "{language} тілі мына тілдердің қатарында жоқ: {languages}.",
            ru: "Языка {language} нет среди языков {languages}."
        ),
        help: Sentence(
            en: "Use one of those languages, or add this one to the policy.",
            kk: "Сол тілдердің бірін қолданыңыз немесе осы тілді саясатқа қосыңыз.",
            ru: "Используйте один из этих языков или добавьте этот язык в политику."
        )
    )

    /// `duplicate-language`: The language `language` is listed twice.
    public static let duplicateLanguage = FindingCode(
        "duplicate-language",
        .error,
        message: Sentence(
            en: "The language {language} is listed twice.",
            kk: "{language} тілі екі рет жазылған.",
            ru: "Язык {language} указан дважды."
        ),
        help: Sentence(
            en: "Remove one of the two.",
            kk: "Екеуінің бірін алып тастаңыз.",
            ru: "Удалите одно из двух упоминаний."
        )
    )

    /// `missing-translation`: “`key`” has no wording in: `languages`.
    public static let missingTranslation = FindingCode(
        "missing-translation",
        .error,
        message: Sentence(
            en: "“{key}” has no wording in: {languages}.",
            kk: "«{key}» кілтінің мәтіні мына тілде жоқ: {languages}.",
            ru: "У ключа «{key}» нет текста на языке: {languages}."
        ),
        help: Sentence(
            en: "Write it in each language of the policy.",
            kk: "Оны саясаттың әр тілінде жазыңыз.",
            ru: "Напишите его на каждом языке политики."
        )
    )

    /// `invalid-time-zone`: “`value`” is not a time zone.
    public static let invalidTimeZone = FindingCode(
        "invalid-time-zone",
        .error,
        message: Sentence(
            en: "“{value}” is not a time zone.",
            kk: "«{value}» деген уақыт белдеуі жоқ.",
            ru: "«{value}» — не часовой пояс."
        ),
        help: Sentence(
            en: "Write a name from the IANA database with its area, such as Asia/Almaty.",
            kk: "IANA дерекқорындағы атауды аймағымен жазыңыз, мысалы Asia/Almaty.",
            ru: "Напишите имя из базы IANA с областью, например Asia/Almaty."
        )
    )

    /// `invalid-address`: “`value`” is not the address of a site.
    public static let invalidAddress = FindingCode(
        "invalid-address",
        .error,
        message: Sentence(
            en: "“{value}” is not the address of a site.",
            kk: "«{value}» — сайт мекенжайы емес.",
            ru: "«{value}» — не адрес сайта."
        ),
        help: Sentence(
            en: "Write the whole address, such as https://example.kz/.",
            kk: "Мекенжайды толық жазыңыз, мысалы https://example.kz/.",
            ru: "Напишите адрес полностью, например https://example.kz/."
        )
    )

    /// `invalid-effective-rule`: “`value`” does not say when it takes effect.
    public static let invalidEffectiveRule = FindingCode(
        "invalid-effective-rule",
        .error,
        message: Sentence(
            en: "“{value}” does not say when it takes effect.",
            kk: "«{value}» дегеннен қашан күшіне енетіні белгісіз.",
            ru: "Из «{value}» не ясно, с какого времени начинается действие."
        ),
        help: Sentence(
            en: """
                Write “on publication”, a day such as 2027-01-01, an instant such as \
                2027-01-01T09:00:00+05:00, or “10 days after publication” (1 to 3650).
                """,
            kk: """
                Мыналардың бірін жазыңыз: «on publication»; күн, мысалы 2027-01-01; уақыт \
                сәті, мысалы 2027-01-01T09:00:00+05:00; немесе «10 days after publication» \
                (1-ден 3650-ге дейін).
                """,
            ru: """
                Напишите «on publication»; день, например 2027-01-01; момент, например \
                2027-01-01T09:00:00+05:00; или «10 days after publication» (от 1 до 3650).
                """
        )
    )

    /// `invalid-day-count`: “`value`” is not a number of days.
    public static let invalidDayCount = FindingCode(
        "invalid-day-count",
        .error,
        message: Sentence(
            en: "“{value}” is not a number of days.",
            kk: "«{value}» — күн саны емес.",
            ru: "«{value}» — не количество дней."
        ),
        help: Sentence(
            en: "Write it like “30 days” or “1 day” (1 to 3650).",
            kk: "«30 days» немесе «1 day» деп жазыңыз (1-ден 3650-ге дейін).",
            ru: "Пишите так: «30 days» или «1 day» (от 1 до 3650)."
        )
    )

    /// `invalid-instant`: “`value`” is not an instant in UTC.
    public static let invalidInstant = FindingCode(
        "invalid-instant",
        .error,
        message: Sentence(
            en: "“{value}” is not an instant in UTC.",
            kk: "«{value}» — UTC бойынша уақыт сәті емес.",
            ru: "«{value}» — не момент времени в UTC."
        ),
        help: Sentence(
            en: "Write it like 2026-11-23T12:00:00Z.",
            kk: "Былай жазыңыз: 2026-11-23T12:00:00Z.",
            ru: "Пишите так: 2026-11-23T12:00:00Z."
        )
    )

    /// `invalid-digest`: “`value`” is not a SHA-256 digest.
    public static let invalidDigest = FindingCode(
        "invalid-digest",
        .error,
        message: Sentence(
            en: "“{value}” is not a SHA-256 digest.",
            kk: "«{value}» — SHA-256 бақылау қосындысы емес.",
            ru: "«{value}» — не контрольная сумма SHA-256."
        ),
        help: Sentence(
            en: "Write 64 small hexadecimal digits; records put “sha256:” before them.",
            kk: """
                64 он алтылық цифрды кіші әріппен жазыңыз; жазбаларда олардың алдында «sha256:» \
                тұрады.
                """,
            ru: """
                Запишите 64 строчные шестнадцатеричные цифры; в записях перед ними стоит \
                «sha256:».
                """
        )
    )
}
