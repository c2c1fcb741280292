extension FindingCode {
    /// What is found in one text.
    static let text: [FindingCode] =
        [
            duplicateNumber, missingNumber, misorderedNumber, renumberedByMarkdown,
            numberBecomesList,
            clausesMerged, rawHTML, endPunctuation, enumerationPunctuation, unresolvedReference,
            selfReference, referenceDrift, mixedScripts, invisibleCharacter, unbalancedQuotes,
            typedDateDiffers,
        ] + wording + consent

    // MARK: - Numbers

    static let duplicateNumber = FindingCode(
        "duplicate-number",
        .error,
        message: Sentence(
            en: "The number {number} already stands in line {line}.",
            kk: "{number} нөмірі {line}-жолда да тұр.",
            ru: "Номер {number} уже стоит в строке {line}."
        ),
        help: Sentence(
            en: "Give each clause its own number; an insertion takes a hyphen, such as 2-1.",
            kk: "Әр тармаққа өз нөмірін беріңіз; қосылған тармақ дефиспен нөмірленеді, мысалы 2-1.",
            ru: "Дайте каждому пункту свой номер; вставка нумеруется через дефис, например 2-1."
        )
    )

    static let missingNumber = FindingCode(
        "missing-number",
        .error,
        message: Sentence(
            en: "The number {number} is missing before {next}.",
            kk: "{next} алдында {number} нөмірі жоқ.",
            ru: "Перед {next} нет номера {number}."
        ),
        help: Sentence(
            en: "Restore the clause or correct the number; a removed clause keeps its number, with "
                + "the words «Алып тасталды» or «Исключён».",
            kk: "Тармақты қалпына келтіріңіз немесе нөмірді түзетіңіз; алып тасталған тармақтың "
                + "нөмірі «Алып тасталды» деген сөзбен сақталады.",
            ru: "Верните пункт или исправьте номер; за исключённым пунктом сохраняется номер со "
                + "словом «Исключён»."
        )
    )

    static let misorderedNumber = FindingCode(
        "misordered-number",
        .error,
        message: Sentence(
            en: "The number {number} stands after {before}.",
            kk: "{number} нөмірі {before} нөмірінен кейін тұр.",
            ru: "Номер {number} стоит после {before}."
        ),
        help: Sentence(
            en: "Put the clauses in the order of their numbers, or correct the number.",
            kk: "Тармақтарды нөмірлерінің ретімен қойыңыз немесе нөмірді түзетіңіз.",
            ru: "Расставьте пункты по порядку номеров или исправьте номер."
        )
    )

    // MARK: - What Markdown does to a text

    static let renumberedByMarkdown = FindingCode(
        "renumbered-by-markdown",
        .error,
        message: Sentence(
            en: "Markdown reads «{typed}» as a list and would show the number {shown}.",
            kk: "Markdown «{typed}» белгісін тізім деп оқиды да, {shown} нөмірін көрсетеді.",
            ru: "Markdown прочитает «{typed}» как список и покажет номер {shown}."
        ),
        help: Sentence(
            en:
                "Put a backslash before the dot or bracket (`4\\.`), so that the number stays as typed.",
            kk:
                "Нөмір терілген күйінде қалуы үшін нүктенің немесе жақшаның алдына кері қиғаш сызық "
                + "қойыңыз (`4\\.`).",
            ru:
                "Поставьте перед точкой или скобкой обратную косую черту (`4\\.`), чтобы номер остался "
                + "как набран."
        )
    )

    static let numberBecomesList = FindingCode(
        "number-becomes-list",
        .error,
        message: Sentence(
            en:
                "Markdown reads «{number}» as a list item, not as the number of a section or clause.",
            kk: "Markdown «{number}» нөмірін бөлімнің не тармақтың нөмірі емес, тізім элементі деп "
                + "оқиды.",
            ru: "Markdown прочитает «{number}» как элемент списка, а не как номер раздела или "
                + "пункта."
        ),
        help: Sentence(
            en:
                "Make a section title a heading (`## 1. …`), or put a backslash before the dot (`1\\.`).",
            kk: "Бөлім атауын тақырып етіңіз (`## 1. …`) немесе нүктенің алдына кері қиғаш сызық "
                + "қойыңыз (`1\\.`).",
            ru:
                "Сделайте название раздела заголовком (`## 1. …`) или поставьте перед точкой обратную "
                + "косую черту (`1\\.`)."
        )
    )

    static let clausesMerged = FindingCode(
        "clauses-merged",
        .error,
        message: Sentence(
            en: "«{number}» stands in the same paragraph as clause {clause}.",
            kk: "«{number}» мына тармақпен бір абзацта тұр: {clause}.",
            ru: "«{number}» стоит в одном абзаце с пунктом {clause}."
        ),
        help: Sentence(
            en: "Put a blank line before it.",
            kk: "Оның алдына бос жол қойыңыз.",
            ru: "Поставьте перед ним пустую строку."
        )
    )

    static let rawHTML = FindingCode(
        "raw-html",
        .warning,
        message: Sentence(
            en: "Raw HTML is left out of the page.",
            kk: "HTML белгілеуі бетке шықпайды.",
            ru: "HTML-разметка не попадёт на страницу."
        ),
        help: Sentence(
            en: "Write it as Markdown, or delete it.",
            kk: "Оны Markdown түрінде жазыңыз немесе жойыңыз.",
            ru: "Запишите это средствами Markdown или удалите."
        )
    )

    // MARK: - Punctuation

    static let endPunctuation = FindingCode(
        "end-punctuation",
        .warning,
        message: Sentence(
            en: "Clause {clause} ends without a full stop.",
            kk: "{clause}-тармақтың соңында нүкте жоқ.",
            ru: "В конце пункта {clause} нет точки."
        ),
        help: Sentence(
            en: "End the clause with a full stop, or with a colon when a list follows.",
            kk: "Тармақты нүктемен, ал одан кейін тізім келсе, қос нүктемен аяқтаңыз.",
            ru: "Закончите пункт точкой, а перед перечнем — двоеточием."
        )
    )

    static let enumerationPunctuation = FindingCode(
        "enumeration-punctuation",
        .warning,
        message: Sentence(
            en: "Point {clause} of the enumeration should end with «{expected}».",
            kk: "Тізбенің {clause} элементі «{expected}» белгісімен аяқталуға тиіс.",
            ru: "Элемент перечня {clause} должен заканчиваться знаком «{expected}»."
        ),
        help: Sentence(
            en: "End each point with a semicolon and the last with a full stop.",
            kk: "Әр элементті нүктелі үтірмен, соңғысын нүктемен аяқтаңыз.",
            ru: "Заканчивайте каждый элемент точкой с запятой, а последний — точкой."
        )
    )

    // MARK: - References

    static let unresolvedReference = FindingCode(
        "unresolved-reference",
        .error,
        message: Sentence(
            en: "There is no clause {number} in this text.",
            kk: "Бұл мәтінде мұндай тармақ жоқ: {number}.",
            ru: "В этом тексте нет пункта {number}."
        ),
        help: Sentence(
            en: "Correct the number, or name the act to which it belongs.",
            kk: "Нөмірді түзетіңіз немесе ол қай актіге жататынын жазыңыз.",
            ru: "Исправьте номер или укажите, к какому акту он относится."
        )
    )

    static let selfReference = FindingCode(
        "self-reference",
        .error,
        message: Sentence(
            en: "Clause {number} refers to itself.",
            kk: "{number}-тармақ өзіне-өзі сілтеме жасайды.",
            ru: "Пункт {number} ссылается сам на себя."
        ),
        help: Sentence(
            en: "Name the clause that is meant.",
            kk: "Қай тармақ меңзелгенін көрсетіңіз.",
            ru: "Укажите тот пункт, который имеется в виду."
        )
    )

    static let referenceDrift = FindingCode(
        "reference-drift",
        .warning,
        message: Sentence(
            en: "What was clause {number} in edition {edition} is now {now}: «{words}»",
            kk: "{edition}-редакциядағы {number}-тармақтың нөмірі енді {now}: «{words}»",
            ru: "Пункт {number} редакции № {edition} теперь имеет номер {now}: «{words}»"
        ),
        help: Sentence(
            en: "Check whether the reference should follow the clause to its new number.",
            kk: "Сілтеме тармақтың жаңа нөміріне көшуге тиіс пе, тексеріңіз.",
            ru: "Проверьте, не следует ли изменить ссылку вслед за номером пункта."
        )
    )

    // MARK: - Characters

    static let mixedScripts = FindingCode(
        "mixed-scripts",
        .error,
        message: Sentence(
            en:
                "«{word}» mixes Latin and Cyrillic letters: {letters}. Meant is probably «{meant}».",
            kk:
                "«{word}» сөзінде латын және кирилл әріптері араласқан: {letters}. Дұрысы «{meant}» "
                + "болса керек.",
            ru: "В слове «{word}» смешаны латинские и кириллические буквы: {letters}. Вероятно, "
                + "имеется в виду «{meant}»."
        ),
        help: Sentence(
            en: "Type the word in one alphabet; a foreign stem takes a hyphen before the ending "
                + "(«Cookies-ті»).",
            kk: "Сөзді бір әліпбимен теріңіз; шетел сөзіне жалғау дефис арқылы жалғанады "
                + "(«Cookies-ті»).",
            ru:
                "Наберите слово одним алфавитом; окончание к иностранному слову присоединяется дефисом "
                + "(«Cookies-ті»)."
        )
    )

    static let invisibleCharacter = FindingCode(
        "invisible-character",
        .error,
        message: Sentence(
            en: "An invisible character stands here: {character}.",
            kk: "Мұнда көрінбейтін таңба тұр: {character}.",
            ru: "Здесь стоит невидимый символ: {character}."
        ),
        help: Sentence(
            en: "Delete it; nobody can see it, and it makes equal words differ.",
            kk: "Оны жойыңыз: ол көзге көрінбейді, бірақ бірдей сөздерді әртүрлі етеді.",
            ru: "Удалите его: его не видно, но одинаковые слова из-за него различаются."
        )
    )

    static let unbalancedQuotes = FindingCode(
        "unbalanced-quotes",
        .warning,
        message: Sentence(
            en: "The mark {mark} in {clause} has no counterpart.",
            kk: "{clause} ішіндегі {mark} тырнақшасының жұбы жоқ.",
            ru: "У кавычки {mark} в {clause} нет пары."
        ),
        help: Sentence(
            en: "Open and close every quotation.",
            kk: "Әр ашу тырнақшасының жабу тырнақшасы болуға тиіс.",
            ru: "У каждой открывающей кавычки должна быть закрывающая."
        )
    )

    // MARK: - Dates typed by hand

    static let typedDateDiffers = FindingCode(
        "typed-date-differs",
        .warning,
        message: Sentence(
            en: "The text says {date}; the edition says {expected}.",
            kk: "Мәтінде {date} деп тұр, ал редакцияда {expected}.",
            ru: "В тексте указано {date}, а у редакции — {expected}."
        ),
        help: Sentence(
            en: "Delete the line: the page shows the dates of the edition by itself.",
            kk: "Бұл жолды алып тастаңыз: бет редакцияның күндерін өзі көрсетеді.",
            ru: "Удалите эту строку: страница сама показывает даты редакции."
        )
    )
}
