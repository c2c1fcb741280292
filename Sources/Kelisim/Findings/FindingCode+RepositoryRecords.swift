/// The codes about what was published: records, their links, and what they fix.
extension FindingCode {
    static let repositoryRecords: [FindingCode] = [
        .publicationDamaged, .publicationEdited, .recordMisplaced, .chainBroken,
        .publishedOutOfOrder, .publishedBeforePrevious, .effectiveBeforePublication,
        .effectiveMismatch, .timeZoneDataChanged, .textChanged, .htmlChanged,
        .rendererDiffers, .editionChangedAfterPublication, .policyChangedSincePublication,
    ]

    /// `publication-damaged`: The file can no longer be read as the record that Kelisim
    /// wrote.
    public static let publicationDamaged = FindingCode(
        "publication-damaged",
        .error,
        message: Sentence(
            en: "The file can no longer be read as the record that Kelisim wrote.",
            kk: "Файлды енді Kelisim жазған жазба ретінде оқу мүмкін емес.",
            ru: "Файл больше не читается как запись, сделанная Kelisim."
        ),
        help: Sentence(
            en: "Restore it from the history of the repository.",
            kk: "Оны репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите его из истории репозитория."
        )
    )

    /// `publication-edited`: The record is not as Kelisim wrote it: here should be
    /// “`expected`”, but there is “`actual`”.
    public static let publicationEdited = FindingCode(
        "publication-edited",
        .error,
        message: Sentence(
            en: """
                The record is not as Kelisim wrote it: here should be “{expected}”, but \
                there is “{actual}”.
                """,
            kk: """
                Жазба Kelisim жазғандай емес: мұнда «{expected}» болуы керек, бірақ \
                «{actual}» тұр.
                """,
            ru: """
                Запись не такая, какой её сделал Kelisim: здесь должно быть «{expected}», а \
                стоит «{actual}».
                """
        ),
        help: Sentence(
            en: "Restore the file from the history of the repository; records are never edited.",
            kk: "Файлды репозиторий тарихынан қалпына келтіріңіз: жазбалар ешқашан өңделмейді.",
            ru: "Восстановите файл из истории репозитория: записи никогда не правят."
        )
    )

    /// `record-misplaced`: “`key`” is `actual`, but the record stands in the folder of
    /// `expected`.
    public static let recordMisplaced = FindingCode(
        "record-misplaced",
        .error,
        message: Sentence(
            en: "“{key}” is {actual}, but the record stands in the folder of {expected}.",
            kk: "«{key}» мәні — {actual}, ал жазба {expected} қалтасында тұр.",
            ru: "Значение «{key}» — {actual}, но запись лежит в папке {expected}."
        ),
        help: Sentence(
            en: "Put the record back where it belongs.",
            kk: "Жазбаны өз орнына қайтарыңыз.",
            ru: "Верните запись на её место."
        )
    )

    /// `chain-broken`: The chain is broken: `file` should have the digest `expected`, but
    /// has `actual`.
    public static let chainBroken = FindingCode(
        "chain-broken",
        .error,
        message: Sentence(
            en: """
                The chain is broken: {file} should have the digest {expected}, but has \
                {actual}.
                """,
            kk: """
                Тізбек үзілген: {file} файлының бақылау қосындысы {expected} болуы керек, \
                бірақ {actual}.
                """,
            ru: """
                Цепочка нарушена: контрольная сумма {file} должна быть {expected}, а на деле \
                {actual}.
                """
        ),
        help: Sentence(
            en: "Restore both files from the history of the repository.",
            kk: "Екі файлды да репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите оба файла из истории репозитория."
        )
    )

    /// `published-out-of-order`: Edition `edition` cannot be published while edition
    /// `missing` is not.
    public static let publishedOutOfOrder = FindingCode(
        "published-out-of-order",
        .error,
        message: Sentence(
            en: "Edition {edition} cannot be published while edition {missing} is not.",
            kk: """
                {missing}-редакция орналастырылмайынша, {edition}-редакцияны орналастыруға \
                болмайды.
                """,
            ru: """
                Редакция № {edition} не может быть размещена, пока не размещена редакция № \
                {missing}.
                """
        ),
        help: Sentence(
            en: "Publish the editions in the order of their numbers.",
            kk: "Редакцияларды нөмір ретімен орналастырыңыз.",
            ru: "Размещайте редакции по порядку номеров."
        )
    )

    /// `published-before-previous`: The publication at `publishedAt` does not come after
    /// that of edition `edition` at `previous`.
    public static let publishedBeforePrevious = FindingCode(
        "published-before-previous",
        .error,
        message: Sentence(
            en: """
                The publication at {publishedAt} does not come after that of edition \
                {edition} at {previous}.
                """,
            kk: """
                Орналастыру уақыты ({publishedAt}) {edition}-редакцияның орналастыру \
                уақытынан ({previous}) кейін емес.
                """,
            ru: """
                Момент размещения {publishedAt} не позже момента размещения редакции № \
                {edition} — {previous}.
                """
        ),
        help: Sentence(
            en: "Choose a later instant; editions are published in the order of their numbers.",
            kk: "Кешірек уақытты таңдаңыз: редакциялар нөмір ретімен орналастырылады.",
            ru: "Выберите более поздний момент: редакции размещаются по порядку номеров."
        )
    )

    /// `effective-before-publication`: It would take effect at `effectiveAt`, before it is
    /// published at `publishedAt`.
    public static let effectiveBeforePublication = FindingCode(
        "effective-before-publication",
        .error,
        message: Sentence(
            en: "It would take effect at {effectiveAt}, before it is published at {publishedAt}.",
            kk: """
                Ол {publishedAt} сәтінде орналастырылмай тұрып, {effectiveAt} сәтінде күшіне \
                енер еді.
                """,
            ru: "Вступление в силу пришлось бы на {effectiveAt}, до размещения {publishedAt}."
        ),
        help: Sentence(
            en: "Choose a later day or instant, or “on publication”.",
            kk: "Кешірек күнді не сәтті немесе «on publication» дегенді таңдаңыз.",
            ru: "Выберите более поздний день или момент либо «on publication»."
        )
    )

    /// `effective-mismatch`: effectiveAt is `actual`, but by the rule it is `expected`.
    public static let effectiveMismatch = FindingCode(
        "effective-mismatch",
        .error,
        message: Sentence(
            en: "effectiveAt is {actual}, but by the rule it is {expected}.",
            kk: "effectiveAt мәні — {actual}, ал ереже бойынша {expected} болуы керек.",
            ru: "Значение effectiveAt — {actual}, а по правилу должно быть {expected}."
        ),
        help: Sentence(
            en: "Restore the file from the history of the repository.",
            kk: "Файлды репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите файл из истории репозитория."
        )
    )

    /// `time-zone-data-changed`: By the time zone data `now` the rule gives `resolved`; it
    /// was recorded as `recorded` by `tzdata`.
    public static let timeZoneDataChanged = FindingCode(
        "time-zone-data-changed",
        .warning,
        message: Sentence(
            en: """
                By the time zone data {now} the rule gives {resolved}; it was recorded as \
                {recorded} by {tzdata}. What was recorded holds.
                """,
            kk: """
                Уақыт белдеулерінің {now} деректері бойынша ереже {resolved} береді; \
                {tzdata} бойынша {recorded} деп жазылған. Жазылғаны күшінде қалады.
                """,
            ru: """
                По данным о часовых поясах {now} правило даёт {resolved}; по {tzdata} \
                записано {recorded}. В силе остаётся записанное.
                """
        ),
        help: Sentence(
            en: "Nothing need be done; announce the exact instant if it matters.",
            kk: "Ештеңе істеудің қажеті жоқ; маңызды болса, нақты сәтін хабарлаңыз.",
            ru: "Делать ничего не нужно; если это важно, объявите точный момент."
        )
    )

    /// `text-changed`: The published text was changed: its digest should be `expected`, but
    /// is `actual`.
    public static let textChanged = FindingCode(
        "text-changed",
        .error,
        message: Sentence(
            en: """
                The published text was changed: its digest should be {expected}, but is \
                {actual}.
                """,
            kk: """
                Орналастырылған мәтін өзгертілген: бақылау қосындысы {expected} болуы керек, \
                бірақ {actual}.
                """,
            ru: """
                Размещённый текст изменён: контрольная сумма должна быть {expected}, а на \
                деле {actual}.
                """
        ),
        help: Sentence(
            en: """
                Restore it from the history of the repository, and mend mistakes by a new \
                edition with “change: editorial”.
                """,
            kk: """
                Оны репозиторий тарихынан қалпына келтіріңіз, ал қателерді «change: \
                editorial» көрсетілген жаңа редакциямен түзетіңіз.
                """,
            ru: """
                Восстановите его из истории репозитория, а ошибки исправьте новой редакцией \
                с «change: editorial».
                """
        )
    )

    /// `html-changed`: The HTML of the published text should have the digest `expected`,
    /// but has `actual`, with the same `recorded`.
    public static let htmlChanged = FindingCode(
        "html-changed",
        .error,
        message: Sentence(
            en: """
                The HTML of the published text should have the digest {expected}, but has \
                {actual}, with the same {recorded}.
                """,
            kk: """
                Орналастырылған мәтін HTML-інің бақылау қосындысы {expected} болуы керек, \
                бірақ {actual}; рендерер сол күйінде: {recorded}.
                """,
            ru: """
                Контрольная сумма HTML размещённого текста должна быть {expected}, а на деле \
                {actual} при том же {recorded}.
                """
        ),
        help: Sentence(
            en: """
                Restore publication.json from the history of the repository, or find out how \
                this {recorded} differs.
                """,
            kk: """
                publication.json файлын репозиторий тарихынан қалпына келтіріңіз немесе осы \
                {recorded} несімен өзгеше екенін анықтаңыз.
                """,
            ru: """
                Восстановите publication.json из истории репозитория или выясните, чем \
                отличается этот {recorded}.
                """
        )
    )

    /// `renderer-differs`: `now` makes other HTML of the published text than `recorded`
    /// did: `actual` in place of `expected`.
    public static let rendererDiffers = FindingCode(
        "renderer-differs",
        .warning,
        message: Sentence(
            en: """
                {now} makes other HTML of the published text than {recorded} did: {actual} \
                in place of {expected}. The text itself is unchanged.
                """,
            kk: """
                {now} орналастырылған мәтіннен {recorded} жасағаннан өзгеше HTML жасайды: \
                {expected} орнына {actual}. Мәтіннің өзі өзгермеген.
                """,
            ru: """
                {now} делает из размещённого текста другой HTML, чем {recorded}: {actual} \
                вместо {expected}. Сам текст не изменён.
                """
        ),
        help: Sentence(
            en: "Use {recorded} to verify the HTML.",
            kk: "HTML-ді тексеру үшін {recorded} қолданыңыз.",
            ru: "Для проверки HTML используйте {recorded}."
        )
    )

    /// `edition-changed-after-publication`: “`key`” was changed after edition `edition` was
    /// published.
    public static let editionChangedAfterPublication = FindingCode(
        "edition-changed-after-publication",
        .error,
        message: Sentence(
            en: """
                “{key}” was changed after edition {edition} was published. It changes \
                nothing about it.
                """,
            kk: """
                «{key}» мәні {edition}-редакция орналастырылғаннан кейін өзгертілген. Редакцияға \
                бұл әсер етпейді.
                """,
            ru: """
                Значение «{key}» изменено после размещения редакции № {edition}. На неё это \
                не влияет.
                """
        ),
        help: Sentence(
            en: "Restore edition.yaml, or make the change in a new edition.",
            kk: """
                edition.yaml файлын қалпына келтіріңіз немесе өзгерісті жаңа редакцияда \
                жасаңыз.
                """,
            ru: "Восстановите edition.yaml или внесите изменение в новой редакции."
        )
    )

    /// `policy-changed-since-publication`: “`key`” differs from what was published with
    /// edition `edition`.
    public static let policyChangedSincePublication = FindingCode(
        "policy-changed-since-publication",
        .warning,
        message: Sentence(
            en: "“{key}” differs from what was published with edition {edition}.",
            kk: "«{key}» мәні {edition}-редакциямен бірге орналастырылғаннан өзгеше.",
            ru: "Значение «{key}» отличается от размещённого с редакцией № {edition}."
        ),
        help: Sentence(
            en: """
                Nothing need be done if this is meant for the next edition; it takes effect \
                with that.
                """,
            kk: """
                Бұл келесі редакцияға арналса, ештеңе істеудің қажеті жоқ: өзгеріс сол \
                редакциямен бірге күшіне енеді.
                """,
            ru: """
                Если это для следующей редакции, делать ничего не нужно: изменение вступит в \
                силу вместе с ней.
                """
        )
    )
}
