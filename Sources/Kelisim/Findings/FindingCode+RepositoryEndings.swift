/// The codes about records that stand beside a publication: backdating, cancellation, repeal.
extension FindingCode {
    static let repositoryEndings: [FindingCode] = [
        .backdatingTooLate, .backdatingNotPast, .cancellationWithoutPublication,
        .cancelledOutOfTime, .repealWithoutEdition, .editionAfterRepeal,
        .unknownReplacement,
    ]

    /// `backdating-too-late`: Edition `edition` was published at its own time, so nothing
    /// after it can be backdated.
    public static let backdatingTooLate = FindingCode(
        "backdating-too-late",
        .error,
        message: Sentence(
            en: """
                Edition {edition} was published at its own time, so nothing after it can be \
                backdated.
                """,
            kk: """
                {edition}-редакцияның орналастырылуы өз уақытында жазылған, сондықтан одан \
                кейінгілерді өткен күнмен жазуға болмайды.
                """,
            ru: """
                Размещение редакции № {edition} записано вовремя, поэтому более поздние \
                редакции нельзя записать задним числом.
                """
        ),
        help: Sentence(
            en: "Publish it without --backdated.",
            kk: "Оны --backdated параметрінсіз орналастырыңыз.",
            ru: "Разместите её без --backdated."
        )
    )

    /// `backdating-not-past`: A backdated publication must lie in the past when it is
    /// recorded.
    public static let backdatingNotPast = FindingCode(
        "backdating-not-past",
        .error,
        message: Sentence(
            en: "A backdated publication must lie in the past when it is recorded.",
            kk: "Өткен күнмен жазылатын орналастыру уақыты жазу сәтінен бұрын болуы керек.",
            ru: "Размещение, записываемое задним числом, должно предшествовать моменту записи."
        ),
        help: Sentence(
            en: "Name a past instant with --at, or leave --backdated out.",
            kk: "--at арқылы өткен сәтті көрсетіңіз немесе --backdated параметрін алып тастаңыз.",
            ru: "Укажите прошедший момент в --at или уберите --backdated."
        )
    )

    /// `cancellation-without-publication`: There is a cancellation of an edition whose
    /// publication is missing or cannot be read.
    public static let cancellationWithoutPublication = FindingCode(
        "cancellation-without-publication",
        .error,
        message: Sentence(
            en: """
                There is a cancellation of an edition whose publication is missing or cannot \
                be read.
                """,
            kk: """
                Редакцияның күшін жою туралы жазба бар, ал оны орналастыру туралы жазба жоқ \
                немесе оқылмайды.
                """,
            ru: """
                Есть запись об отмене редакции, а запись о её размещении отсутствует или не \
                читается.
                """
        ),
        help: Sentence(
            en: "Restore publication.json from the history of the repository.",
            kk: "publication.json файлын репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите publication.json из истории репозитория."
        )
    )

    /// `cancelled-out-of-time`: The cancellation does not lie between publication at
    /// `publishedAt` and coming into force at `effectiveAt`.
    public static let cancelledOutOfTime = FindingCode(
        "cancelled-out-of-time",
        .error,
        message: Sentence(
            en: """
                The cancellation does not lie between publication at {publishedAt} and \
                coming into force at {effectiveAt}.
                """,
            kk: """
                Күшін жою уақыты орналастыру ({publishedAt}) мен күшіне ену ({effectiveAt}) \
                аралығында емес.
                """,
            ru: """
                Момент отмены не находится между размещением ({publishedAt}) и вступлением в \
                силу ({effectiveAt}).
                """
        ),
        help: Sentence(
            en: "Restore the files from the history of the repository.",
            kk: "Файлдарды репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите файлы из истории репозитория."
        )
    )

    /// `repeal-without-edition`: No edition of the policy has been published, so there is
    /// nothing to repeal.
    public static let repealWithoutEdition = FindingCode(
        "repeal-without-edition",
        .error,
        message: Sentence(
            en: "No edition of the policy has been published, so there is nothing to repeal.",
            kk: """
                Саясаттың бірде-бір редакциясы орналастырылмаған, сондықтан оның күшін жою \
                қажет емес.
                """,
            ru: """
                Ни одна редакция политики не размещена, поэтому признавать утратившим силу \
                нечего.
                """
        ),
        help: Sentence(
            en: "Remove the folder of the policy instead if nobody needs it.",
            kk: "Саясат ешкімге керек болмаса, қалтасын жойыңыз.",
            ru: "Если политика никому не нужна, удалите её папку."
        )
    )

    /// `edition-after-repeal`: Edition `edition` would be published or come into force only
    /// after the repeal.
    public static let editionAfterRepeal = FindingCode(
        "edition-after-repeal",
        .error,
        message: Sentence(
            en: "Edition {edition} would be published or come into force only after the repeal.",
            kk: """
                {edition}-редакция саясат күшін жойғаннан кейін ғана орналастырылар немесе \
                күшіне енер еді.
                """,
            ru: """
                Редакция № {edition} была бы размещена или вступила бы в силу уже после \
                того, как политика утратит силу.
                """
        ),
        help: Sentence(
            en: "Cancel that edition first, or repeal the policy later.",
            kk: "Алдымен сол редакцияның күшін жойыңыз немесе саясаттың күшін кейінірек жойыңыз.",
            ru: """
                Сначала отмените эту редакцию или перенесите утрату силы политики на более \
                поздний срок.
                """
        )
    )

    /// `unknown-replacement`: There is no other policy “`policy`” that could take its
    /// place.
    public static let unknownReplacement = FindingCode(
        "unknown-replacement",
        .error,
        message: Sentence(
            en: "There is no other policy “{policy}” that could take its place.",
            kk: "Оның орнына келетін «{policy}» деген басқа саясат жоқ.",
            ru: "Нет другой политики «{policy}», которая могла бы её заменить."
        ),
        help: Sentence(
            en: "Name a policy of this repository.",
            kk: "Осы репозиторийдегі саясатты көрсетіңіз.",
            ru: "Укажите политику из этого репозитория."
        )
    )
}
