extension FindingCode {
    /// What is found about a deployment and the files it is given.
    static let application: [FindingCode] = [
        unknownVariable, databaseAddress, logOrigin, textExists, importPublished, nothingToImport,
        wordsLost, noEditionInForce, unknownClause, unknownTextLanguage, baseURLMissing,
        outputInRepository,
        cannotPrint, portInUse, cannotListen, watchesExhausted,
    ]

    package static let unknownVariable = FindingCode(
        "unknown-variable",
        .error,
        message: Sentence(
            en: "There is no setting {variable}.",
            kk: "{variable} деген баптау жоқ.",
            ru: "Настройки {variable} не существует."
        ),
        help: Sentence(
            en: "Correct the name of the variable, or unset it.",
            kk: "Айнымалының атауын түзетіңіз немесе оны алып тастаңыз.",
            ru: "Исправьте имя переменной или уберите её."
        )
    )

    package static let databaseAddress = FindingCode(
        "database-address",
        .error,
        message: Sentence(
            en: "{variable} is no address of a database.",
            kk: "{variable} мәні дерекқор мекенжайы емес.",
            ru: "Значение {variable} не является адресом базы данных."
        ),
        help: Sentence(
            en: "Write sqlite:PATH, or postgresql://HOST/DATABASE.",
            kk: "sqlite:ЖОЛ немесе postgresql://СЕРВЕР/ДЕРЕКҚОР түрінде жазыңыз.",
            ru: "Напишите sqlite:ПУТЬ или postgresql://СЕРВЕР/БАЗА."
        )
    )

    package static let logOrigin = FindingCode(
        "log-origin",
        .error,
        message: Sentence(
            en: "No log can go by the name that {variable} gives.",
            kk: "{variable} айнымалысындағы атауды журналға беруге болмайды.",
            ru: "Название из {variable} для журнала не подходит."
        ),
        help: Sentence(
            en: "Take an address without https://, spaces and plus signs, such as example.kz/log.",
            kk: "https://, бос орын мен қосу белгісі жоқ мекенжайды беріңіз, мысалы "
                + "example.kz/log.",
            ru: "Укажите адрес без https://, пробелов и знаков «плюс», например example.kz/log."
        )
    )

    package static let textExists = FindingCode(
        "text-exists",
        .error,
        message: Sentence(
            en: "There is a text already.",
            kk: "Мәтін бұрыннан бар.",
            ru: "Текст уже есть."
        ),
        help: Sentence(
            en: "Import into another edition, or remove the file if it is not needed.",
            kk: "Басқа редакцияға импорттаңыз немесе файл керек болмаса, оны жойыңыз.",
            ru: "Импортируйте в другую редакцию или удалите файл, если он не нужен."
        )
    )

    package static let importPublished = FindingCode(
        "import-published",
        .error,
        message: Sentence(
            en: "The edition is published and never changes.",
            kk: "Редакция орналастырылған, ол енді өзгермейді.",
            ru: "Редакция размещена и больше не меняется."
        ),
        help: Sentence(
            en: "Import into a new edition.",
            kk: "Жаңа редакцияға импорттаңыз.",
            ru: "Импортируйте в новую редакцию."
        )
    )

    package static let nothingToImport = FindingCode(
        "nothing-to-import",
        .error,
        message: Sentence(
            en: "There is no text in the file.",
            kk: "Файлда мәтін жоқ.",
            ru: "В файле нет текста."
        ),
        help: Sentence(
            en: "Name a file with the text of the policy.",
            kk: "Саясат мәтіні бар файлды көрсетіңіз.",
            ru: "Укажите файл с текстом политики."
        )
    )

    package static let wordsLost = FindingCode(
        "words-lost",
        .error,
        message: Sentence(
            en: "The Markdown would not show every word: «{expected}» became «{actual}».",
            kk: "Markdown сөздердің бәрін көрсетпес еді: «{expected}» орнына «{actual}» шықты.",
            ru: "Markdown показал бы не все слова: вместо «{expected}» получилось «{actual}»."
        ),
        help: Sentence(
            en: "Simplify the place in the source, and import again.",
            kk: "Бастапқы мәтіннің бұл жерін ықшамдап, қайта импорттаңыз.",
            ru: "Упростите это место в исходном тексте и импортируйте снова."
        )
    )

    package static let noEditionInForce = FindingCode(
        "no-edition-in-force",
        .error,
        message: Sentence(
            en: "No edition of {policy} is in force at {instant}.",
            kk: "{instant} сәтінде {policy} саясатының қолданыстағы редакциясы жоқ.",
            ru: "На момент {instant} нет действующей редакции политики {policy}."
        ),
        help: Sentence(
            en: "Name an edition with --edition, or another instant with --at.",
            kk: "--edition арқылы редакцияны немесе --at арқылы басқа сәтті көрсетіңіз.",
            ru: "Укажите редакцию с помощью --edition или другой момент с помощью --at."
        )
    )

    package static let unknownClause = FindingCode(
        "unknown-clause",
        .error,
        message: Sentence(
            en: "There is no clause {clause} in this text.",
            kk: "Бұл мәтінде мұндай тармақ жоқ: {clause}.",
            ru: "В этом тексте нет пункта {clause}."
        ),
        help: Sentence(
            en: "Give the printed number, such as 9.2, or an id from `show --format json`.",
            kk: "Мәтіндегі нөмірді, мысалы 9.2, немесе `show --format json` шығарған "
                + "идентификаторды көрсетіңіз.",
            ru: "Укажите номер, как он стоит в тексте, например 9.2, или идентификатор из "
                + "`show --format json`."
        )
    )

    package static let unknownTextLanguage = FindingCode(
        "unknown-language",
        .error,
        message: Sentence(
            en: "The edition has no text in {language}; it has {languages}.",
            kk: "Редакцияда {language} тіліндегі мәтін жоқ; бар тілдер: {languages}.",
            ru: "В редакции нет текста на языке {language}; имеющиеся языки: {languages}."
        ),
        help: Sentence(
            en: "Choose one of them with --language.",
            kk: "--language арқылы солардың бірін таңдаңыз.",
            ru: "Выберите один из них с помощью --language."
        )
    )

    package static let baseURLMissing = FindingCode(
        "base-url-missing",
        .error,
        message: Sentence(
            en: "The address of the site is not set.",
            kk: "Сайттың мекенжайы берілмеген.",
            ru: "Адрес сайта не задан."
        ),
        help: Sentence(
            en: "Give --base-url https://…, or set KELISIM_BASE_URL.",
            kk: "--base-url https://… деп көрсетіңіз немесе KELISIM_BASE_URL айнымалысына мән "
                + "беріңіз.",
            ru: "Укажите --base-url https://… или задайте KELISIM_BASE_URL."
        )
    )

    package static let outputInRepository = FindingCode(
        "output-in-repository",
        .error,
        message: Sentence(
            en: "The site would be built into the policy repository.",
            kk: "Сайт саясаттар репозиторийінің ішіне құрастырылар еді.",
            ru: "Сайт был бы собран внутри репозитория политик."
        ),
        help: Sentence(
            en: "Name a folder outside of it with --output.",
            kk: "--output арқылы репозиторийден тыс қалтаны көрсетіңіз.",
            ru: "Укажите с помощью --output папку вне репозитория."
        )
    )

    package static let cannotPrint = FindingCode(
        "cannot-print",
        .error,
        message: Sentence(
            en: "The result could not be printed: {reason}.",
            kk: "Нәтижені шығару мүмкін болмады: {reason}.",
            ru: "Не удалось вывести результат: {reason}."
        ),
        help: Sentence(
            en: "What the command does to files is done; see `kelisim status`.",
            kk: "Команданың файлдарға қатысты жұмысы орындалды; `kelisim status` арқылы қараңыз.",
            ru: "С файлами команда всё сделала; посмотрите `kelisim status`."
        )
    )

    package static let portInUse = FindingCode(
        "port-in-use",
        .error,
        message: Sentence(
            en: "Another program is using port {port} of this computer.",
            kk: "Осы компьютердің {port} портын басқа бағдарлама пайдаланып тұр.",
            ru: "Порт {port} на этом компьютере занят другой программой."
        ),
        help: Sentence(
            en: "End that program, or choose another port with --port; 0 takes any free one.",
            kk: "Ол бағдарламаны жабыңыз немесе --port арқылы басқа портты көрсетіңіз; 0 деп "
                + "берсеңіз, бос порттардың бірі алынады.",
            ru: "Завершите ту программу или укажите другой порт с помощью --port; если задать 0, "
                + "будет взят любой свободный."
        )
    )

    package static let cannotListen = FindingCode(
        "cannot-listen",
        .error,
        message: Sentence(
            en: "Pages cannot be shown at port {port}: {reason}.",
            kk: "Беттерді {port} порты арқылы көрсету мүмкін емес: {reason}.",
            ru: "Показать страницы через порт {port} нельзя: {reason}."
        ),
        help: Sentence(
            en: "Choose a port above 1023 with --port.",
            kk: "--port арқылы 1023-тен үлкен портты көрсетіңіз.",
            ru: "Укажите с помощью --port порт с номером больше 1023."
        )
    )

    package static let watchesExhausted = FindingCode(
        "watches-exhausted",
        .warning,
        message: Sentence(
            en: "The system reports no more changes of files ({reason}), so the folders are looked "
                + "through five times a second.",
            kk: "Жүйе файлдардың өзгергенін енді хабарламайды ({reason}), сондықтан қалталар "
                + "секундына бес рет қаралып тұрады.",
            ru: "Система больше не сообщает об изменениях файлов ({reason}), поэтому папки "
                + "просматриваются пять раз в секунду."
        ),
        help: Sentence(
            en: "Raise the system's limits fs.inotify.max_user_watches and max_user_instances.",
            kk: "Жүйенің fs.inotify.max_user_watches және max_user_instances шектерін арттырыңыз.",
            ru: "Увеличьте системные пределы fs.inotify.max_user_watches и max_user_instances."
        )
    )
}
