/// The codes about files and folders of a policy repository.
extension FindingCode {
    static let repositoryFiles: [FindingCode] = [
        .cannotRead, .cannotWrite, .diskFull, .fileTooLarge, .notAFile,
        .linkLeavesRepository, .linkBroken, .linkLoop, .unknownFile, .unknownFolder,
        .invalidPolicyName, .reservedPolicyName, .missingPolicyFile, .missingEditionFile,
        .publishedFileMissing, .invalidEditionNumber, .editionGap, .missingLanguage,
        .unexpectedLanguage,
    ]

    /// `cannot-read`: It cannot be read: `reason`.
    public static let cannotRead = FindingCode(
        "cannot-read",
        .error,
        message: Sentence(
            en: "It cannot be read: {reason}.",
            kk: "Оны оқу мүмкін емес: {reason}.",
            ru: "Не удаётся прочитать: {reason}."
        ),
        help: Sentence(
            en: "Check that it exists and that you may read it.",
            kk: "Оның бар екенін және оны оқуға рұқсатыңыз бар екенін тексеріңіз.",
            ru: "Проверьте, что файл или папка существует и что у вас есть право на чтение."
        )
    )

    /// `cannot-write`: It cannot be written: `reason`.
    public static let cannotWrite = FindingCode(
        "cannot-write",
        .error,
        message: Sentence(
            en: "It cannot be written: {reason}. Nothing was changed.",
            kk: "Оны жазу мүмкін емес: {reason}. Ештеңе өзгертілген жоқ.",
            ru: "Не удаётся записать: {reason}. Ничего не изменено."
        ),
        help: Sentence(
            en: "Check that the folder exists and that you may write in it.",
            kk: "Қалтаның бар екенін және оған жазуға рұқсатыңыз бар екенін тексеріңіз.",
            ru: "Проверьте, что папка существует и что у вас есть право на запись в неё."
        )
    )

    /// `disk-full`: There is no space left to write it: `reason`.
    public static let diskFull = FindingCode(
        "disk-full",
        .error,
        message: Sentence(
            en: "There is no space left to write it: {reason}. Nothing was changed.",
            kk: "Жазуға дискіде орын қалмады: {reason}. Ештеңе өзгертілген жоқ.",
            ru: "Для записи не осталось места: {reason}. Ничего не изменено."
        ),
        help: Sentence(
            en: "Free some space and try again.",
            kk: "Орын босатып, қайта көріңіз.",
            ru: "Освободите место и повторите."
        )
    )

    /// `file-too-large`: The file is larger than `limit` bytes.
    public static let fileTooLarge = FindingCode(
        "file-too-large",
        .error,
        message: Sentence(
            en: "The file is larger than {limit} bytes.",
            kk: "Файл {limit} байттан үлкен.",
            ru: "Файл больше {limit} байт."
        ),
        help: Sentence(
            en: "Make it smaller; a text may have 4 MiB, a metadata file 64 KiB.",
            kk: "Оны кішірейтіңіз: мәтін 4 МиБ-тан, метадеректер файлы 64 КиБ-тан аспауы керек.",
            ru: "Уменьшите его: текст может занимать до 4 МиБ, файл метаданных — до 64 КиБ."
        )
    )

    /// `not-a-file`: This is neither a file nor a folder.
    public static let notAFile = FindingCode(
        "not-a-file",
        .error,
        message: Sentence(
            en: "This is neither a file nor a folder.",
            kk: "Бұл файл да, қалта да емес.",
            ru: "Это не файл и не папка."
        ),
        help: Sentence(
            en: "Remove it; a repository consists of files and folders only.",
            kk: "Оны алып тастаңыз: репозиторий тек файлдар мен қалталардан тұрады.",
            ru: "Уберите его: репозиторий состоит только из файлов и папок."
        )
    )

    /// `link-leaves-repository`: The symbolic link leads out of the repository, to
    /// `target`.
    public static let linkLeavesRepository = FindingCode(
        "link-leaves-repository",
        .error,
        message: Sentence(
            en: "The symbolic link leads out of the repository, to {target}.",
            kk: "Символдық сілтеме репозиторийден тыс жерге апарады: {target}.",
            ru: "Символическая ссылка ведёт за пределы репозитория: {target}."
        ),
        help: Sentence(
            en: "Copy the file into the repository in place of the link.",
            kk: "Сілтеменің орнына файлдың өзін репозиторийге көшіріңіз.",
            ru: "Скопируйте в репозиторий сам файл вместо ссылки."
        )
    )

    /// `link-broken`: The symbolic link leads nowhere: `target`.
    public static let linkBroken = FindingCode(
        "link-broken",
        .error,
        message: Sentence(
            en: "The symbolic link leads nowhere: {target}.",
            kk: "Символдық сілтеме ешқайда апармайды: {target}.",
            ru: "Символическая ссылка никуда не ведёт: {target}."
        ),
        help: Sentence(
            en: "Mend the link or remove it.",
            kk: "Сілтемені түзетіңіз немесе алып тастаңыз.",
            ru: "Исправьте ссылку или удалите её."
        )
    )

    /// `link-loop`: The symbolic link leads back to itself: `target`.
    public static let linkLoop = FindingCode(
        "link-loop",
        .error,
        message: Sentence(
            en: "The symbolic link leads back to itself: {target}.",
            kk: "Символдық сілтеме қайтадан өзіне апарады: {target}.",
            ru: "Символическая ссылка замкнута сама на себя: {target}."
        ),
        help: Sentence(
            en: "Mend the link or remove it.",
            kk: "Сілтемені түзетіңіз немесе алып тастаңыз.",
            ru: "Исправьте ссылку или удалите её."
        )
    )

    /// `unknown-file`: Kelisim does not know this file and ignores it.
    public static let unknownFile = FindingCode(
        "unknown-file",
        .warning,
        message: Sentence(
            en: "Kelisim does not know this file and ignores it.",
            kk: "Kelisim бұл файлды танымайды және ескермейді.",
            ru: "Kelisim не знает такого файла и не учитывает его."
        ),
        help: Sentence(
            en: "Move it out of the policies, or correct its name.",
            kk: "Оны саясаттар қалтасынан шығарыңыз немесе атауын түзетіңіз.",
            ru: "Уберите его из папки политик или исправьте имя."
        )
    )

    /// `unknown-folder`: A folder “`value`” does not belong here.
    public static let unknownFolder = FindingCode(
        "unknown-folder",
        .error,
        message: Sentence(
            en: "A folder “{value}” does not belong here.",
            kk: "«{value}» қалтасы бұл жерде болмауы керек.",
            ru: "Папки «{value}» здесь быть не должно."
        ),
        help: Sentence(
            en: """
                A policy holds folders 1, 2, 3 … for its editions, and an edition holds no \
                folders.
                """,
            kk: """
                Саясатта тек редакциялардың 1, 2, 3 … қалталары болады, ал редакцияның ішінде \
                қалта болмайды.
                """,
            ru: """
                В политике бывают только папки редакций 1, 2, 3 …, а внутри редакции папок \
                не бывает.
                """
        )
    )

    /// `invalid-policy-name`: “`value`” cannot be the name of a policy.
    public static let invalidPolicyName = FindingCode(
        "invalid-policy-name",
        .error,
        message: Sentence(
            en: "“{value}” cannot be the name of a policy.",
            kk: "«{value}» саясат атауы бола алмайды.",
            ru: "«{value}» не может быть именем политики."
        ),
        help: Sentence(
            en: """
                Use a small Latin letter and then up to 63 small letters, digits and \
                hyphens, such as privacy.
                """,
            kk: """
                Атау кіші латын әрпінен басталуы керек, одан әрі 63-ке дейін кіші латын әрпі, \
                цифр немесе дефис тұра алады, мысалы privacy.
                """,
            ru: """
                Начните со строчной латинской буквы, далее возможны до 63 строчных латинских \
                букв, цифр и дефисов, например privacy.
                """
        )
    )

    /// `reserved-policy-name`: “`value`” means something else in addresses and cannot name
    /// a policy.
    public static let reservedPolicyName = FindingCode(
        "reserved-policy-name",
        .error,
        message: Sentence(
            en: "“{value}” means something else in addresses and cannot name a policy.",
            kk: """
                «{value}» сөзінің мекенжайларда басқа мағынасы бар, сондықтан ол саясат \
                атауы бола алмайды.
                """,
            ru: """
                Слово «{value}» имеет в адресах другое значение и не может быть именем \
                политики.
                """
        ),
        help: Sentence(
            en: "Choose another name, such as privacy or user-agreement.",
            kk: "Басқа атау таңдаңыз, мысалы privacy немесе user-agreement.",
            ru: "Выберите другое имя, например privacy или user-agreement."
        )
    )

    /// `missing-policy-file`: The policy has no policy.yaml.
    public static let missingPolicyFile = FindingCode(
        "missing-policy-file",
        .error,
        message: Sentence(
            en: "The policy has no policy.yaml.",
            kk: "Саясатта policy.yaml файлы жоқ.",
            ru: "У политики нет файла policy.yaml."
        ),
        help: Sentence(
            en: """
                Write one with title, operator, languages, authoritative, timeZone and \
                acceptance.
                """,
            kk: """
                Оны title, operator, languages, authoritative, timeZone және acceptance \
                кілттерімен жазыңыз.
                """,
            ru: """
                Создайте его с ключами title, operator, languages, authoritative, timeZone и \
                acceptance.
                """
        )
    )

    /// `missing-edition-file`: The edition has no edition.yaml.
    public static let missingEditionFile = FindingCode(
        "missing-edition-file",
        .error,
        message: Sentence(
            en: "The edition has no edition.yaml.",
            kk: "Редакцияда edition.yaml файлы жоқ.",
            ru: "У редакции нет файла edition.yaml."
        ),
        help: Sentence(
            en: "Write one, or begin the edition with “kelisim new”.",
            kk: "Оны жазыңыз немесе редакцияны «kelisim new» арқылы бастаңыз.",
            ru: "Создайте его или начните редакцию командой «kelisim new»."
        )
    )

    /// `published-file-missing`: The published edition has no edition.yaml any more.
    public static let publishedFileMissing = FindingCode(
        "published-file-missing",
        .warning,
        message: Sentence(
            en: """
                The published edition has no edition.yaml any more. What was published holds \
                all the same.
                """,
            kk: """
                Орналастырылған редакцияның edition.yaml файлы енді жоқ. Орналастырылғанға бұл \
                әсер етпейді.
                """,
            ru: """
                У размещённой редакции больше нет файла edition.yaml. На размещённое это не \
                влияет.
                """
        ),
        help: Sentence(
            en: "Restore the file from the history of the repository.",
            kk: "Файлды репозиторий тарихынан қалпына келтіріңіз.",
            ru: "Восстановите файл из истории репозитория."
        )
    )

    /// `invalid-edition-number`: “`value`” cannot be the number of an edition.
    public static let invalidEditionNumber = FindingCode(
        "invalid-edition-number",
        .error,
        message: Sentence(
            en: "“{value}” cannot be the number of an edition.",
            kk: "«{value}» редакция нөмірі бола алмайды.",
            ru: "«{value}» не может быть номером редакции."
        ),
        help: Sentence(
            en: "Name the folder 1, 2, 3 … without zeros or signs in front.",
            kk: "Қалтаны 1, 2, 3 … деп атаңыз, алдына нөл де, таңба да қоймаңыз.",
            ru: "Назовите папку 1, 2, 3 … без нулей и знаков впереди."
        )
    )

    /// `edition-gap`: There is an edition `edition` but no edition `missing`.
    public static let editionGap = FindingCode(
        "edition-gap",
        .error,
        message: Sentence(
            en: "There is an edition {edition} but no edition {missing}.",
            kk: "{edition}-редакция бар, бірақ {missing}-редакция жоқ.",
            ru: "Есть редакция № {edition}, но нет редакции № {missing}."
        ),
        help: Sentence(
            en: "Number the editions 1, 2, 3 … without gaps.",
            kk: "Редакцияларды 1, 2, 3 … деп қатарынан нөмірлеңіз.",
            ru: "Нумеруйте редакции подряд: 1, 2, 3 …"
        )
    )

    /// `missing-language`: The edition has no text in the language `language`.
    public static let missingLanguage = FindingCode(
        "missing-language",
        .error,
        message: Sentence(
            en: "The edition has no text in the language {language}.",
            kk: "Редакцияның {language} тіліндегі мәтіні жоқ.",
            ru: "У редакции нет текста на языке {language}."
        ),
        help: Sentence(
            en: "Add the text; every edition needs one in each language of the policy.",
            kk: "Мәтінді қосыңыз: әр редакцияның саясаттағы әр тілде мәтіні болуы керек.",
            ru: "Добавьте текст: у каждой редакции должен быть текст на каждом языке политики."
        )
    )

    /// `unexpected-language`: There is a text in `language`, but the languages are
    /// `languages`.
    public static let unexpectedLanguage = FindingCode(
        "unexpected-language",
        .error,
        message: Sentence(
            en: "There is a text in {language}, but the languages are {languages}.",
            kk: "{language} тілінде мәтін бар, ал саясаттың тілдері: {languages}.",
            ru: "Есть текст на языке {language}, но языки политики: {languages}."
        ),
        help: Sentence(
            en: """
                Add the language to policy.yaml before the edition is published, or remove \
                the text.
                """,
            kk: """
                Редакция орналастырылмай тұрып тілді policy.yaml файлына қосыңыз немесе \
                мәтінді алып тастаңыз.
                """,
            ru: "Добавьте язык в policy.yaml до размещения редакции или уберите текст."
        )
    )
}
