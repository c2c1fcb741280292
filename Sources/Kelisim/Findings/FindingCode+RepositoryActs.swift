/// The codes that say why an act was refused.
extension FindingCode {
    static let repositoryActs: [FindingCode] = [
        .unknownPolicy, .unknownEdition, .alreadyPublished, .publicationInPast,
        .policyRepealed, .reasonMissing, .notPublished,
        .alreadyCancelled, .alreadyInForce, .draftExists, .nothingToCopy,
    ]

    /// `unknown-policy`: There is no policy “`policy`”.
    public static let unknownPolicy = FindingCode(
        "unknown-policy",
        .error,
        message: Sentence(
            en: "There is no policy “{policy}”.",
            kk: "«{policy}» деген саясат жоқ.",
            ru: "Политики «{policy}» нет."
        ),
        help: Sentence(
            en: "See “kelisim status” for those there are.",
            kk: "Барларын «kelisim status» көрсетеді.",
            ru: "Какие есть, покажет «kelisim status»."
        )
    )

    /// `unknown-edition`: There is no edition `edition`.
    public static let unknownEdition = FindingCode(
        "unknown-edition",
        .error,
        message: Sentence(
            en: "There is no edition {edition}.",
            kk: "{edition}-редакция жоқ.",
            ru: "Редакции № {edition} нет."
        ),
        help: Sentence(
            en: "See “kelisim status” for those there are.",
            kk: "Барларын «kelisim status» көрсетеді.",
            ru: "Какие есть, покажет «kelisim status»."
        )
    )

    /// `already-published`: Edition `edition` is published already.
    public static let alreadyPublished = FindingCode(
        "already-published",
        .error,
        message: Sentence(
            en: "Edition {edition} is published already.",
            kk: "{edition}-редакция орналастырылып қойған.",
            ru: "Редакция № {edition} уже размещена."
        ),
        help: Sentence(
            en: "Begin a new edition with “kelisim new” to change anything.",
            kk: "Өзгеріс енгізу үшін «kelisim new» арқылы жаңа редакция бастаңыз.",
            ru: "Чтобы что-то изменить, начните новую редакцию командой «kelisim new»."
        )
    )

    /// `publication-in-past`: `publishedAt` has passed; an edition is published now or
    /// later.
    public static let publicationInPast = FindingCode(
        "publication-in-past",
        .error,
        message: Sentence(
            en: "{publishedAt} has passed; an edition is published now or later.",
            kk: "{publishedAt} сәті өтіп кетті; редакция қазір немесе кейін орналастырылады.",
            ru: "Момент {publishedAt} уже прошёл; разместить редакцию можно сейчас или позже."
        ),
        help: Sentence(
            en: "Leave --at out, or give the reason for recording it late with --backdated.",
            kk: """
                --at параметрін алып тастаңыз немесе жазбаның кеш жасалу себебін --backdated \
                арқылы көрсетіңіз.
                """,
            ru: "Уберите --at или укажите в --backdated, почему запись делается позже."
        )
    )

    /// `policy-repealed`: The policy is repealed.
    public static let policyRepealed = FindingCode(
        "policy-repealed",
        .error,
        message: Sentence(
            en: "The policy is repealed.",
            kk: "Саясат күшін жойған.",
            ru: "Политика утратила силу."
        ),
        help: Sentence(
            en: "Begin a new policy under another name.",
            kk: "Басқа атаумен жаңа саясат бастаңыз.",
            ru: "Начните новую политику под другим именем."
        )
    )

    /// `reason-missing`: The reason is missing.
    public static let reasonMissing = FindingCode(
        "reason-missing",
        .error,
        message: Sentence(
            en: "The reason is missing.",
            kk: "Себебі көрсетілмеген.",
            ru: "Не указана причина."
        ),
        help: Sentence(
            en: "Say in a few words why; it is kept and shown.",
            kk: "Себебін бірнеше сөзбен жазыңыз: ол сақталады және көрсетіледі.",
            ru: "Укажите причину в нескольких словах: она сохраняется и показывается."
        )
    )

    /// `not-published`: Edition `edition` is not published, so there is nothing to cancel.
    public static let notPublished = FindingCode(
        "not-published",
        .error,
        message: Sentence(
            en: "Edition {edition} is not published, so there is nothing to cancel.",
            kk: "{edition}-редакция орналастырылмаған, сондықтан оның күшін жою қажет емес.",
            ru: "Редакция № {edition} не размещена, поэтому отменять нечего."
        ),
        help: Sentence(
            en: "Change the draft or remove its folder.",
            kk: "Жобаны өзгертіңіз немесе қалтасын жойыңыз.",
            ru: "Измените проект или удалите его папку."
        )
    )

    /// `already-cancelled`: Edition `edition` is cancelled already.
    public static let alreadyCancelled = FindingCode(
        "already-cancelled",
        .error,
        message: Sentence(
            en: "Edition {edition} is cancelled already.",
            kk: "{edition}-редакцияның күші жойылып қойған.",
            ru: "Редакция № {edition} уже отменена."
        ),
        help: Sentence(
            en: "Nothing need be done.",
            kk: "Ештеңе істеудің қажеті жоқ.",
            ru: "Делать ничего не нужно."
        )
    )

    /// `already-in-force`: Edition `edition` came into force at `effectiveAt` and can no
    /// longer be cancelled.
    public static let alreadyInForce = FindingCode(
        "already-in-force",
        .error,
        message: Sentence(
            en: """
                Edition {edition} came into force at {effectiveAt} and can no longer be \
                cancelled.
                """,
            kk: """
                {edition}-редакция {effectiveAt} сәтінде күшіне енген, енді оның күшін жоюға \
                болмайды.
                """,
            ru: "Редакция № {edition} вступила в силу {effectiveAt}, отменить её уже нельзя."
        ),
        help: Sentence(
            en: "Publish a new edition, or repeal the policy.",
            kk: "Жаңа редакция орналастырыңыз немесе саясаттың күшін жойыңыз.",
            ru: "Разместите новую редакцию или признайте политику утратившей силу."
        )
    )

    /// `draft-exists`: Edition `edition` is still a draft.
    public static let draftExists = FindingCode(
        "draft-exists",
        .error,
        message: Sentence(
            en: "Edition {edition} is still a draft.",
            kk: "{edition}-редакция әлі жоба күйінде.",
            ru: "Редакция № {edition} — всё ещё проект."
        ),
        help: Sentence(
            en: "Publish it or remove its folder first.",
            kk: "Алдымен оны орналастырыңыз немесе қалтасын жойыңыз.",
            ru: "Сначала разместите её или удалите её папку."
        )
    )

    /// `nothing-to-copy`: The policy has no edition to copy.
    public static let nothingToCopy = FindingCode(
        "nothing-to-copy",
        .error,
        message: Sentence(
            en: "The policy has no edition to copy.",
            kk: "Саясатта көшіретін редакция жоқ.",
            ru: "У политики нет редакции, которую можно скопировать."
        ),
        help: Sentence(
            en: "Bring the first texts in with “kelisim import”, or write them.",
            kk: "Алғашқы мәтіндерді «kelisim import» арқылы енгізіңіз немесе жазыңыз.",
            ru: "Внесите первые тексты командой «kelisim import» или напишите их."
        )
    )
}
