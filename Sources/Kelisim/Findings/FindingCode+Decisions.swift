extension FindingCode {
    /// Why a decision is not recorded.
    static let decisions: [FindingCode] = [
        subjectNotOpaque, editionNotAcceptable, textMismatch, textNotOfficial, presentationExpired,
        presentationInvalid, wardCannotDecide, guardianshipNotValid, occurredAtNotAllowed,
        evidenceMissing, methodNotPossible, idempotencyKeyReused, gone,
    ]

    package static let subjectNotOpaque = FindingCode(
        "subject-not-opaque",
        .error,
        message: Sentence(
            en: "This can't name a subject: {reason}.",
            kk: "Мұны субъектінің идентификаторы етуге болмайды: {reason}.",
            ru: "Это не годится как идентификатор субъекта: {reason}."
        ),
        help: Sentence(
            en: "Use an opaque identifier of your own: 1 to 128 of the characters A-Z a-z 0-9 . "
                + "_ ~ -, nothing that tells who the person is.",
            kk: "Өз жүйеңіздегі бейтарап идентификаторды қолданыңыз: 1–128 таңба, тек A-Z a-z "
                + "0-9 . _ ~ -; ол адамның кім екенін көрсетпеуі керек.",
            ru: "Используйте обезличенный идентификатор из своей системы: от 1 до 128 знаков A-Z "
                + "a-z 0-9 . _ ~ -, по которым нельзя понять, кто этот человек."
        )
    )

    package static let editionNotAcceptable = FindingCode(
        "edition-not-acceptable",
        .error,
        message: Sentence(
            en: "Edition {edition} of “{policy}” can't be decided on: {reason}.",
            kk: "«{policy}» саясатының {edition}-редакциясы бойынша ерік білдіруге болмайды: "
                + "{reason}.",
            ru: "По редакции № {edition} политики «{policy}» волеизъявление невозможно: {reason}."
        ),
        help: Sentence(
            en: "Name an edition that was in force or upcoming at that time; see “kelisim "
                + "status”. An imported acceptance without an edition is kept as history.",
            kk: "Сол сәтте қолданыста болған немесе әлі күшіне енбеген редакцияны көрсетіңіз; "
                + "оларды «kelisim status» көрсетеді. Импортталған қабылдау редакциясыз тек "
                + "тарих ретінде сақталады.",
            ru: "Укажите редакцию, которая в тот момент действовала или ещё не вступила в силу; "
                + "см. «kelisim status». Импортированное принятие без редакции хранится только "
                + "как история."
        )
    )

    package static let textMismatch = FindingCode(
        "text-mismatch",
        .error,
        message: Sentence(
            en: "The digest is not that of the text, which is {expected}.",
            kk: "Бақылау қосындысы мәтіндікіне сай емес; мәтіннің бақылау қосындысы: {expected}.",
            ru: "Контрольная сумма не та, что у текста; у него {expected}."
        ),
        help: Sentence(
            en: "Find out which text was shown; only that one can be agreed to.",
            kk: "Қай мәтін көрсетілгенін анықтаңыз: тек соған ғана келісім беруге болады.",
            ru: "Выясните, какой текст был показан: согласиться можно только с ним."
        )
    )

    package static let textNotOfficial = FindingCode(
        "text-not-official",
        .error,
        message: Sentence(
            en: "The text in {language} is a translation for reading only.",
            kk: "{language} тіліндегі мәтін – тек танысуға арналған аударма.",
            ru: "Текст на языке {language} — перевод только для ознакомления."
        ),
        help: Sentence(
            en: "Show the official text, and record agreement to that one.",
            kk: "Ресми мәтінді көрсетіп, келісімді сол мәтінге тіркеңіз.",
            ru: "Покажите официальный текст и регистрируйте согласие с ним."
        )
    )

    package static let presentationExpired = FindingCode(
        "presentation-expired",
        .error,
        message: Sentence(
            en: "What was shown could be decided on until {instant}.",
            kk: "Көрсетілген мәтін бойынша {instant} сәтіне дейін ғана ерік білдіруге болатын "
                + "еді.",
            ru: "По показанному тексту можно было принять решение только до {instant}."
        ),
        help: Sentence(
            en: "Show the text anew.",
            kk: "Мәтінді қайта көрсетіңіз.",
            ru: "Покажите текст заново."
        )
    )

    package static let presentationInvalid = FindingCode(
        "presentation-invalid",
        .error,
        message: Sentence(
            en: "The presentation was forged or changed, or is not of this registry.",
            kk: "Көрсетілім жалған, өзгертілген немесе бұл тізілімге тиесілі емес.",
            ru: "Отметка о показе подделана, изменена или относится не к этому реестру."
        ),
        help: Sentence(
            en: "Show the text anew.",
            kk: "Мәтінді қайта көрсетіңіз.",
            ru: "Покажите текст заново."
        )
    )

    package static let wardCannotDecide = FindingCode(
        "ward-cannot-decide",
        .error,
        message: Sentence(
            en: "The subject is a child under the age at which one decides alone.",
            kk: "Субъект – өз бетінше шешім қабылдау жасына толмаған бала.",
            ru: "Субъект — ребёнок, не достигший возраста, с которого решают самостоятельно."
        ),
        help: Sentence(
            en: "Ask the guardian, and name who acted with --actor and --guardianship.",
            kk: "Заңды өкілінен сұрап, әрекет жасаған тұлғаны --actor және --guardianship арқылы "
                + "көрсетіңіз.",
            ru: "Обратитесь к законному представителю и укажите его с помощью --actor и "
                + "--guardianship."
        )
    )

    package static let guardianshipNotValid = FindingCode(
        "guardianship-not-valid",
        .error,
        message: Sentence(
            en: "The guardianship does not allow this: {reason}.",
            kk: "Заңды өкілдік бұған құқық бермейді: {reason}.",
            ru: "Законное представительство не даёт на это права: {reason}."
        ),
        help: Sentence(
            en: "See what is registered with “kelisim guardian show” and “kelisim guardian list”.",
            kk: "Тіркелген деректерді «kelisim guardian show» мен «kelisim guardian list» "
                + "көрсетеді.",
            ru: "Что зарегистрировано, показывают «kelisim guardian show» и «kelisim guardian "
                + "list»."
        )
    )

    package static let occurredAtNotAllowed = FindingCode(
        "occurred-at-not-allowed",
        .error,
        message: Sentence(
            en: "The time of the act can't be given: {reason}.",
            kk: "Әрекет уақытын бұлай көрсетуге болмайды: {reason}.",
            ru: "Указать такое время действия нельзя: {reason}."
        ),
        help: Sentence(
            en: "Leave --occurred-at out, or correct it; paper and imported decisions have a "
                + "time of their own.",
            kk: "--occurred-at мәнін алып тастаңыз немесе түзетіңіз; қағаз жүзіндегі және "
                + "импортталған ерік білдірулердің өз уақыты болады.",
            ru: "Уберите или исправьте --occurred-at; собственное время бывает у волеизъявлений "
                + "на бумаге и у импортированных."
        )
    )

    package static let evidenceMissing = FindingCode(
        "evidence-missing",
        .error,
        message: Sentence(
            en: "A signature needs evidence.",
            kk: "Қолтаңбаны растайтын дәлел керек.",
            ru: "Для подписи нужно подтверждение."
        ),
        help: Sentence(
            en: "Say what shows it with --evidence-type, and --evidence-digest or "
                + "--evidence-reference.",
            kk: "Оны не растайтынын --evidence-type және --evidence-digest немесе "
                + "--evidence-reference арқылы көрсетіңіз.",
            ru: "Укажите, чем она подтверждается: --evidence-type и --evidence-digest или "
                + "--evidence-reference."
        )
    )

    package static let methodNotPossible = FindingCode(
        "invalid",
        .error,
        message: Sentence(
            en: "“{act}” can't be done by “{method}”.",
            kk: "«{act}» әрекетін «{method}» тәсілімен жасауға болмайды.",
            ru: "Действие «{act}» нельзя совершить способом «{method}»."
        ),
        help: Sentence(
            en: "Notices are given by screen, email, sms or letter; all else by click, "
                + "signature, paper or imported, and accepting also by implied.",
            kk: "Хабарлау тәсілдері: screen, email, sms, letter; қалған әрекеттердікі: click, "
                + "signature, paper, imported; қабылдау implied тәсілімен де болады.",
            ru: "Уведомляют способами screen, email, sms, letter; остальное — click, signature, "
                + "paper, imported, а принятие возможно и способом implied."
        )
    )

    package static let idempotencyKeyReused = FindingCode(
        "idempotency-key-reused",
        .error,
        message: Sentence(
            en: "The key was used for another request.",
            kk: "Бұл кілт басқа сұрауда қолданылған.",
            ru: "Ключ уже использован для другого запроса."
        ),
        help: Sentence(
            en: "Use a new key for each decision, and the same one only to repeat it word for "
                + "word.",
            kk: "Әр ерік білдіруге жаңа кілт беріңіз; бұрынғысын сол сұрауды дәлме-дәл "
                + "қайталағанда ғана қолданыңыз.",
            ru: "Для каждого волеизъявления берите новый ключ, а прежний — только чтобы "
                + "повторить запрос слово в слово."
        )
    )

    package static let gone = FindingCode(
        "gone",
        .error,
        message: Sentence(
            en: "The decision under this key was erased.",
            kk: "Осы кілтпен тіркелген ерік білдіру өшірілген.",
            ru: "Волеизъявление с этим ключом удалено."
        ),
        help: Sentence(
            en: "Don't repeat it. A new decision needs a new key.",
            kk: "Оны қайталамаңыз. Жаңа ерік білдіруге жаңа кілт керек.",
            ru: "Не повторяйте его. Для нового волеизъявления нужен новый ключ."
        )
    )
}
