/// The codes about what the metadata of an edition says.
extension FindingCode {
    static let repositoryEditions: [FindingCode] = [
        .firstEditionReconsent, .firstEditionBasis, .unknownBasis, .missingSummary,
        .editorialReasonMisplaced,
        .unofficialAuthoritative, .unofficialAll, .dayWithoutMidnight,
        .dayWithTwoMidnights, .dayTooLate, .effectiveInPast, .basisNotReplaced,
        .shorterNotice,
    ]

    /// `first-edition-reconsent`: The first edition cannot be “`value`”: nobody has agreed
    /// to anything yet.
    public static let firstEditionReconsent = FindingCode(
        "first-edition-reconsent",
        .error,
        message: Sentence(
            en: "The first edition cannot be “{value}”: nobody has agreed to anything yet.",
            kk: "Бірінші редакцияда «{value}» болмайды: әлі ешкім ештеңеге келісім берген жоқ.",
            ru: "Для первой редакции «{value}» невозможно: пока никто ни на что не соглашался."
        ),
        help: Sentence(
            en: "Write “change: reconsent”.",
            kk: "«change: reconsent» деп жазыңыз.",
            ru: "Напишите «change: reconsent»."
        )
    )

    /// `first-edition-basis`: The first edition is not made from another.
    public static let firstEditionBasis = FindingCode(
        "first-edition-basis",
        .error,
        message: Sentence(
            en: "The first edition is not made from another.",
            kk: "Бірінші редакция басқа редакцияға негізделмейді.",
            ru: "Первая редакция не может быть основана на другой."
        ),
        help: Sentence(
            en: "Remove basedOn.",
            kk: "basedOn кілтін алып тастаңыз.",
            ru: "Удалите ключ basedOn."
        )
    )

    /// `unknown-basis`: There is no edition `edition` that this one could be made from.
    public static let unknownBasis = FindingCode(
        "unknown-basis",
        .error,
        message: Sentence(
            en: "There is no edition {edition} that this one could be made from.",
            kk: "Бұл редакция негізделетін {edition}-редакция жоқ.",
            ru: "Нет редакции № {edition}, на которой могла бы основываться эта."
        ),
        help: Sentence(
            en: "Name an edition with a lower number in basedOn.",
            kk: "basedOn кілтінде нөмірі кіші редакцияны көрсетіңіз.",
            ru: "Укажите в basedOn редакцию с меньшим номером."
        )
    )

    /// `missing-summary`: The summary of what changed is missing in: `languages`.
    public static let missingSummary = FindingCode(
        "missing-summary",
        .error,
        message: Sentence(
            en: "The summary of what changed is missing in: {languages}.",
            kk: "Өзгерістердің қысқаша сипаттамасы мына тілде жоқ: {languages}.",
            ru: "Нет краткого описания изменений на языке: {languages}."
        ),
        help: Sentence(
            en: "Say under summary, in each language, what changed and why.",
            kk: "summary кілтінде әр тілде не өзгергенін және неге өзгергенін жазыңыз.",
            ru: "Напишите в summary на каждом языке, что изменилось и почему."
        )
    )

    /// `editorial-reason-misplaced`: There is an editorialReason, and the change is “`value`”.
    public static let editorialReasonMisplaced = FindingCode(
        "editorial-reason-misplaced",
        .error,
        message: Sentence(
            en: "editorialReason says why a change is editorial, but the change is “{value}”.",
            kk: """
                editorialReason түзетудің неге редакциялық екенін түсіндіреді, ал мұнда өзгеріс \
                түрі — «{value}».
                """,
            ru: """
                editorialReason объясняет, почему правка редакционная, а здесь вид изменения — \
                «{value}».
                """
        ),
        help: Sentence(
            en: "Remove editorialReason, or write “change: editorial”.",
            kk: "editorialReason кілтін алып тастаңыз немесе «change: editorial» деп жазыңыз.",
            ru: "Удалите editorialReason или напишите «change: editorial»."
        )
    )

    /// `unofficial-authoritative`: The text in `language` prevails, so it cannot be
    /// unofficial.
    public static let unofficialAuthoritative = FindingCode(
        "unofficial-authoritative",
        .error,
        message: Sentence(
            en: "The text in {language} prevails, so it cannot be unofficial.",
            kk: "{language} тіліндегі мәтіннің күші басым, сондықтан ол бейресми бола алмайды.",
            ru: """
                Текст на языке {language} имеет преимущественную силу, поэтому не может быть \
                неофициальным.
                """
        ),
        help: Sentence(
            en: "Remove it from unofficial.",
            kk: "Бұл тілді unofficial тізімінен алып тастаңыз.",
            ru: "Удалите этот язык из unofficial."
        )
    )

    /// `unofficial-all`: All texts are unofficial, so there would be nothing to agree to.
    public static let unofficialAll = FindingCode(
        "unofficial-all",
        .error,
        message: Sentence(
            en: "All texts are unofficial, so there would be nothing to agree to.",
            kk: "Барлық мәтін бейресми, сонда келісетін ештеңе қалмайды.",
            ru: "Все тексты неофициальные, и соглашаться было бы не с чем."
        ),
        help: Sentence(
            en: "Keep at least one language out of unofficial.",
            kk: "Кемінде бір тілді unofficial тізіміне қоспаңыз.",
            ru: "Оставьте хотя бы один язык вне unofficial."
        )
    )

    /// `day-without-midnight`: `day` has no 00:00 in `timeZone`: the clocks are put forward
    /// at that moment.
    public static let dayWithoutMidnight = FindingCode(
        "day-without-midnight",
        .error,
        message: Sentence(
            en: "{day} has no 00:00 in {timeZone}: the clocks are put forward at that moment.",
            kk: """
                {timeZone} белдеуінде {day} күні 00:00 болмайды: дәл сол сәтте сағат алға \
                жылжытылады.
                """,
            ru: """
                В часовом поясе {timeZone} {day} не бывает 00:00: в этот момент часы переводят \
                вперёд.
                """
        ),
        help: Sentence(
            en: "Name another day, or an instant with its offset.",
            kk: "Басқа күнді немесе UTC-ден ығысуы көрсетілген сәтті жазыңыз.",
            ru: "Укажите другой день или момент со смещением от UTC."
        )
    )

    /// `day-with-two-midnights`: 00:00 comes twice on `day` in `timeZone`: the clocks are
    /// put back over it.
    public static let dayWithTwoMidnights = FindingCode(
        "day-with-two-midnights",
        .error,
        message: Sentence(
            en: "00:00 comes twice on {day} in {timeZone}: the clocks are put back over it.",
            kk: "{timeZone} белдеуінде {day} күні 00:00 екі рет болады: сағат кері жылжытылады.",
            ru: """
                В часовом поясе {timeZone} {day} время 00:00 наступает дважды: часы переводят \
                назад.
                """
        ),
        help: Sentence(
            en: "Name another day, or an instant with its offset.",
            kk: "Басқа күнді немесе UTC-ден ығысуы көрсетілген сәтті жазыңыз.",
            ru: "Укажите другой день или момент со смещением от UTC."
        )
    )

    /// `day-too-late`: The day lies beyond the year 9999.
    public static let dayTooLate = FindingCode(
        "day-too-late",
        .error,
        message: Sentence(
            en: "The day lies beyond the year 9999.",
            kk: "Бұл күн 9999 жылдан асып кетеді.",
            ru: "Этот день позже 9999 года."
        ),
        help: Sentence(
            en: "Name an earlier day.",
            kk: "Ертерек күнді жазыңыз.",
            ru: "Укажите более ранний день."
        )
    )

    /// `effective-in-past`: The edition would come into force on `effectiveAt`, which has
    /// passed.
    public static let effectiveInPast = FindingCode(
        "effective-in-past",
        .warning,
        message: Sentence(
            en: "The edition would come into force on {effectiveAt}, which has passed.",
            kk: "Редакция {effectiveAt} сәтінде күшіне енер еді, бірақ бұл сәт өтіп кетті.",
            ru: "Редакция вступила бы в силу {effectiveAt}, но этот момент уже прошёл."
        ),
        help: Sentence(
            en: "Correct effective before publishing.",
            kk: "Орналастырмас бұрын effective мәнін түзетіңіз.",
            ru: "Исправьте effective до размещения."
        )
    )

    /// `basis-not-replaced`: Edition `edition` replaces edition `replaced` but was made
    /// from `basedOn`; what `replaced` changed may be undone.
    public static let basisNotReplaced = FindingCode(
        "basis-not-replaced",
        .warning,
        message: Sentence(
            en: """
                Edition {edition} replaces edition {replaced} but was made from {basedOn}; \
                what {replaced} changed may be undone.
                """,
            kk: """
                {edition}-редакция {replaced}-редакцияның орнына келеді, бірақ \
                {basedOn}-редакцияға негізделген; {replaced}-редакцияның өзгерістері \
                жоғалып кетуі мүмкін.
                """,
            ru: """
                Редакция № {edition} сменяет редакцию № {replaced}, но основана на редакции \
                № {basedOn}; изменения редакции № {replaced} могут пропасть.
                """
        ),
        help: Sentence(
            en: "Take over the changes of edition {replaced} and correct basedOn.",
            kk: "{replaced}-редакцияның өзгерістерін енгізіп, basedOn мәнін түзетіңіз.",
            ru: "Перенесите изменения редакции № {replaced} и исправьте basedOn."
        )
    )

    /// `shorter-notice`: Edition `edition` gives `days` days of notice; edition `previous`
    /// gave `previousDays`.
    public static let shorterNotice = FindingCode(
        "shorter-notice",
        .warning,
        message: Sentence(
            en: """
                Edition {edition} gives {days} days of notice; edition {previous} gave \
                {previousDays}.
                """,
            kk: """
                {edition}-редакция туралы {days} күн бұрын хабарланады, ал {previous}-редакция \
                туралы {previousDays} күн бұрын хабарланған.
                """,
            ru: """
                О редакции № {edition} объявляется за {days} дн., а о редакции № {previous} \
                было объявлено за {previousDays} дн.
                """
        ),
        help: Sentence(
            en: "Choose a later date unless the shorter notice is meant.",
            kk: "Мерзім әдейі қысқартылмаса, кешірек күнді таңдаңыз.",
            ru: "Выберите более позднюю дату, если срок сокращён не намеренно."
        )
    )
}
