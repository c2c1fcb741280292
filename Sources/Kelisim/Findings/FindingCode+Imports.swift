extension FindingCode {
    /// What is wrong with a table of legacy acceptances.
    static let imports: [FindingCode] = [
        importEmpty, importColumnUnknown, importColumnTwice, importColumnMissing, importEncoding,
        importQuotes, importTooLong, importFieldCount, importEdition, importLanguage, importMethod,
        importImplied, importTimeMissing, importTime, importTimeOffset, importTimeSkipped,
        importTimeTwice,
    ]

    package static let importEmpty = FindingCode(
        "import-empty",
        .error,
        message: Sentence(en: "The file is empty.", kk: "Файл бос.", ru: "Файл пуст."),
        help: Sentence(
            en: "Begin it with a header: subject,policy,edition,language,at,method,note.",
            kk: "Оны тақырып жолынан бастаңыз: subject,policy,edition,language,at,method,note.",
            ru: "Начните его с заголовка: subject,policy,edition,language,at,method,note."
        )
    )

    package static let importColumnUnknown = FindingCode(
        "import-column-unknown",
        .error,
        message: Sentence(
            en: "There is no column “{column}”.",
            kk: "«{column}» деген баған болмайды.",
            ru: "Столбца «{column}» не бывает."
        ),
        help: Sentence(
            en: "The columns are subject, policy, edition, language, at, method and note, with "
                + "commas between them.",
            kk: "Бағандар: subject, policy, edition, language, at, method, note; олар үтірмен "
                + "бөлінеді.",
            ru: "Столбцы: subject, policy, edition, language, at, method, note; они разделяются "
                + "запятыми."
        )
    )

    package static let importColumnTwice = FindingCode(
        "import-column-twice",
        .error,
        message: Sentence(
            en: "The column “{column}” stands there twice.",
            kk: "«{column}» бағаны екі рет берілген.",
            ru: "Столбец «{column}» указан дважды."
        ),
        help: Sentence(
            en: "Remove one of them.",
            kk: "Біреуін алып тастаңыз.",
            ru: "Уберите один из них."
        )
    )

    package static let importColumnMissing = FindingCode(
        "import-column-missing",
        .error,
        message: Sentence(
            en: "The column “{column}” is missing.",
            kk: "«{column}» бағаны жоқ.",
            ru: "Нет столбца «{column}»."
        ),
        help: Sentence(
            en: "The first line names the columns; subject, policy and at must be among them.",
            kk: "Бірінші жолда бағандардың атауы тұрады; оның ішінде subject, policy және at "
                + "болуы керек.",
            ru: "В первой строке стоят названия столбцов; среди них должны быть subject, policy "
                + "и at."
        )
    )

    package static let importEncoding = FindingCode(
        "import-encoding",
        .error,
        message: Sentence(
            en: "The line is not text in UTF-8.",
            kk: "Жол UTF-8 кодтауындағы мәтін емес.",
            ru: "Строка — не текст в кодировке UTF-8."
        ),
        help: Sentence(
            en: "Save the file as UTF-8.",
            kk: "Файлды UTF-8 кодтауында сақтаңыз.",
            ru: "Сохраните файл в кодировке UTF-8."
        )
    )

    package static let importQuotes = FindingCode(
        "import-quotes",
        .error,
        message: Sentence(
            en: "A quotation mark is missing or out of place.",
            kk: "Тырнақша жетіспейді немесе орнында тұрған жоқ.",
            ru: "Кавычки не хватает или она не на месте."
        ),
        help: Sentence(
            en: "Put a field with commas, quotation marks or line breaks into quotation marks, "
                + "and write one inside of it twice.",
            kk: "Үтірі, тырнақшасы немесе жол үзілімі бар өрісті тырнақшаға алып, ішіндегі "
                + "тырнақшаны екі рет жазыңыз.",
            ru: "Поле с запятыми, кавычками или переводами строки заключите в кавычки, а кавычку "
                + "внутри него напишите дважды."
        )
    )

    package static let importTooLong = FindingCode(
        "import-too-long",
        .error,
        message: Sentence(
            en: "The line has more than 65,536 bytes.",
            kk: "Жол 65 536 байттан ұзын.",
            ru: "В строке больше 65 536 байт."
        ),
        help: Sentence(
            en: "Shorten the note; perhaps a quotation mark is not closed.",
            kk: "Ескертпені қысқартыңыз; мүмкін, тырнақша жабылмаған шығар.",
            ru: "Сократите примечание; возможно, не закрыта кавычка."
        )
    )

    package static let importFieldCount = FindingCode(
        "import-field-count",
        .error,
        message: Sentence(
            en: "The line has {count} fields, and the header {expected}.",
            kk: "Жолда {count} өріс бар, ал тақырыпта – {expected}.",
            ru: "В строке полей — {count}, а в заголовке — {expected}."
        ),
        help: Sentence(
            en: "Write every field, also empty ones; one with a comma stands in quotation marks.",
            kk: "Бос өрістерді де қалдырмай жазыңыз; үтірі бар өріс тырнақшаға алынады.",
            ru: "Пишите все поля, и пустые тоже; поле с запятой заключается в кавычки."
        )
    )

    package static let importEdition = FindingCode(
        "import-edition",
        .error,
        message: Sentence(
            en: "“{value}” is no number of an edition.",
            kk: "«{value}» – редакция нөмірі емес.",
            ru: "«{value}» — не номер редакции."
        ),
        help: Sentence(
            en: "Write a number such as 1; leave it empty where the edition is not known.",
            kk: "1 сияқты нөмірді жазыңыз; редакция белгісіз болса, бос қалдырыңыз.",
            ru: "Напишите номер, например 1; если редакция неизвестна, оставьте поле пустым."
        )
    )

    package static let importLanguage = FindingCode(
        "import-language",
        .error,
        message: Sentence(
            en: "“{value}” is no language.",
            kk: "«{value}» – тіл белгісі емес.",
            ru: "«{value}» — не обозначение языка."
        ),
        help: Sentence(
            en: "Write a tag such as kk; leave it empty where the language is not known.",
            kk: "kk сияқты белгіні жазыңыз; тіл белгісіз болса, бос қалдырыңыз.",
            ru: "Напишите обозначение, например kk; если язык неизвестен, оставьте поле пустым."
        )
    )

    package static let importMethod = FindingCode(
        "import-method",
        .error,
        message: Sentence(
            en: "Nobody can agree by “{value}”.",
            kk: "«{value}» тәсілімен келісім берілмейді.",
            ru: "Согласие не даётся способом «{value}»."
        ),
        help: Sentence(
            en: "Write imported, click, signature, paper or implied, or leave it empty.",
            kk: "imported, click, signature, paper немесе implied деп жазыңыз не бос қалдырыңыз.",
            ru: "Напишите imported, click, signature, paper или implied либо оставьте поле пустым."
        )
    )

    package static let importImplied = FindingCode(
        "import-implied",
        .error,
        message: Sentence(
            en: "Use of the service can't be taken over as agreement to a text.",
            kk: "Қызметті пайдалану мәтінге берілген келісім ретінде көшірілмейді.",
            ru: "Использование сервиса нельзя перенести как согласие с текстом."
        ),
        help: Sentence(
            en: "Leave edition or language empty: then it is kept as history.",
            kk: "Редакцияны немесе тілді бос қалдырыңыз: сонда ол тек тарих ретінде сақталады.",
            ru: "Оставьте редакцию или язык пустыми: тогда это сохранится как история."
        )
    )

    package static let importTimeMissing = FindingCode(
        "import-time-missing",
        .error,
        message: Sentence(
            en: "The time is missing.",
            kk: "Уақыты көрсетілмеген.",
            ru: "Время не указано."
        ),
        help: Sentence(
            en: "Say when it was agreed to: 2019-05-01T10:00:00+05:00.",
            kk: "Келісім қашан берілгенін көрсетіңіз: 2019-05-01T10:00:00+05:00.",
            ru: "Укажите, когда дано согласие: 2019-05-01T10:00:00+05:00."
        )
    )

    package static let importTime = FindingCode(
        "import-time",
        .error,
        message: Sentence(
            en: "“{value}” is no time.",
            kk: "«{value}» – уақыт емес.",
            ru: "«{value}» — не время."
        ),
        help: Sentence(
            en: "Write it as 2019-05-01T10:00:00+05:00.",
            kk: "Оны 2019-05-01T10:00:00+05:00 түрінде жазыңыз.",
            ru: "Запишите его как 2019-05-01T10:00:00+05:00."
        )
    )

    package static let importTimeOffset = FindingCode(
        "import-time-offset",
        .error,
        message: Sentence(
            en: "“{value}” does not say in which time zone.",
            kk: "«{value}» қай уақыт белдеуінде екені көрсетілмеген.",
            ru: "Для «{value}» не указан часовой пояс."
        ),
        help: Sentence(
            en: "Write the offset behind it, such as +05:00, or name the time zone of all such "
                + "times with --time-zone.",
            kk: "Соңына ығысуын, мысалы +05:00, жазыңыз немесе мұндай уақыттардың бәріне ортақ "
                + "белдеуді --time-zone арқылы көрсетіңіз.",
            ru: "Допишите смещение, например +05:00, или укажите часовой пояс всех таких времён "
                + "с помощью --time-zone."
        )
    )

    package static let importTimeSkipped = FindingCode(
        "import-time-skipped",
        .error,
        message: Sentence(
            en: "Clocks in {zone} never showed {value}.",
            kk: "{zone} белдеуіндегі сағаттар {value} уақытын ешқашан көрсетпеген.",
            ru: "Часы в поясе {zone} никогда не показывали {value}."
        ),
        help: Sentence(
            en: "They were put forward over it. Write the offset behind the time.",
            kk: "Ол кезде сағат тілі алға жылжытылған. Уақыттың соңына ығысуын жазыңыз.",
            ru: "Их перевели вперёд через это время. Допишите к времени смещение."
        )
    )

    package static let importTimeTwice = FindingCode(
        "import-time-twice",
        .error,
        message: Sentence(
            en: "Clocks in {zone} showed {value} twice.",
            kk: "{zone} белдеуіндегі сағаттар {value} уақытын екі рет көрсеткен.",
            ru: "Часы в поясе {zone} показывали {value} дважды."
        ),
        help: Sentence(
            en: "They were put back. Write the offset behind the time.",
            kk: "Ол кезде сағат тілі кері жылжытылған. Уақыттың соңына ығысуын жазыңыз.",
            ru: "Их перевели назад. Допишите к времени смещение."
        )
    )
}
