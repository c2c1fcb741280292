extension FindingCode {
    /// What can keep the log from being published, and what a check of it can find.
    static let log: [FindingCode] = [
        logShrunk, logForked, logRowsDiffer, logTileDiffers, logTileMissing,
        logCheckpointUnreadable, logKeyUnusable, logRowMissing, logLeafUnreadable, logRecordChanged,
        logRecordMissing, logRecordNotErased, logTimeGoesBack, logPublicationNotBefore,
        logRootDiffers, logCheckpointDiffers, logCheckpointAhead,
    ]

    package static let logShrunk = FindingCode(
        "log-shrunk",
        .error,
        message: Sentence(
            en: "The registry has {size} rows, but a checkpoint over {signed} rows was "
                + "signed with its key: this is an older copy. Nothing was signed.",
            kk: "Тізілімде {size} жазба бар, ал оның кілтімен {signed} жазбаны қамтитын "
                + "бақылау нүктесіне қол қойылған: бұл – ескірек көшірме. Ештеңеге қол "
                + "қойылған жоқ.",
            ru: "В реестре записей: {size}, а его ключом подписана контрольная точка, "
                + "охватывающая {signed}: это более старая копия. Ничего не подписано."
        ),
        help: Sentence(
            en: "Don't go on with this database. Find out which of the two is the real one, "
                + "and restore that with “kelisim restore”.",
            kk: "Бұл дерекқормен жұмысты жалғастырмаңыз. Екеуінің қайсысы нағыз екенін "
                + "анықтап, соны «kelisim restore» арқылы қалпына келтіріңіз.",
            ru: "Не продолжайте работу с этой базой. Выясните, какая из двух настоящая, и "
                + "восстановите её командой «kelisim restore»."
        )
    )

    package static let logForked = FindingCode(
        "log-forked",
        .error,
        message: Sentence(
            en: "The registry's {size} rows do not go on from the {signed} that were signed "
                + "with its key. Nothing was signed.",
            kk: "Тізілімнің {size} жазбасы оның кілтімен қол қойылған {signed} жазбаның "
                + "жалғасы емес. Ештеңеге қол қойылған жоқ.",
            ru: "Записи реестра ({size}) не продолжают те {signed}, что подписаны его "
                + "ключом. Ничего не подписано."
        ),
        help: Sentence(
            en: "Two logs must never share a key, and rows never change. Give this log a "
                + "key of its own, or restore the database from a backup.",
            kk: "Екі журналда бір кілт болмауы керек, ал жазбалар ешқашан өзгермейді. Бұл "
                + "журналға өз кілтін беріңіз немесе дерекқорды сақтық көшірмеден қалпына "
                + "келтіріңіз.",
            ru: "Два журнала не могут иметь один ключ, а записи никогда не меняются. Дайте "
                + "этому журналу собственный ключ или восстановите базу из резервной копии."
        )
    )

    package static let logRowsDiffer = FindingCode(
        "log-rows-differ",
        .error,
        message: Sentence(
            en: "The registry does not have the {size} rows that it says it has.",
            kk: "Тізілімде өзі көрсеткен {size} жазба жоқ.",
            ru: "В реестре нет тех {size} записей, о которых он сообщает."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logTileDiffers = FindingCode(
        "log-tile-differs",
        .error,
        message: Sentence(
            en: "{path} is not what the rows of the registry make.",
            kk: "{path} тізілім жазбаларына сай емес.",
            ru: "{path} не соответствует записям реестра."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logTileMissing = FindingCode(
        "log-tile-missing",
        .error,
        message: Sentence(
            en: "{path} is missing.",
            kk: "{path} жоқ.",
            ru: "{path} отсутствует."
        ),
        help: Sentence(
            en: "Remove the folder of the log; it is made anew from the database when the "
                + "log is next published.",
            kk: "Журнал қалтасын жойыңыз: журнал келесі жолы жарияланғанда, ол дерекқордан "
                + "қайта жасалады.",
            ru: "Удалите папку журнала: при следующей публикации она будет создана заново "
                + "из базы данных."
        )
    )

    package static let logCheckpointUnreadable = FindingCode(
        "log-checkpoint-unreadable",
        .error,
        message: Sentence(
            en: "A checkpoint is not signed with the key of the log.",
            kk: "Бақылау нүктесіне журнал кілтімен қол қойылмаған.",
            ru: "Контрольная точка не подписана ключом журнала."
        ),
        help: Sentence(
            en: "Check that KELISIM_LOG_KEY and KELISIM_LOG_DIR belong together.",
            kk: "KELISIM_LOG_KEY пен KELISIM_LOG_DIR бір журналға тиесілі екенін тексеріңіз.",
            ru: "Проверьте, что KELISIM_LOG_KEY и KELISIM_LOG_DIR относятся к одному журналу."
        )
    )

    package static let logKeyUnusable = FindingCode(
        "log-key-unusable",
        .error,
        message: Sentence(
            en: "The key of the log can't be used: {reason}.",
            kk: "Журнал кілтін пайдалану мүмкін емес: {reason}.",
            ru: "Ключ журнала использовать нельзя: {reason}."
        ),
        help: Sentence(
            en: "Name the file of the key in KELISIM_LOG_KEY; only its owner may read it.",
            kk: "Кілт файлын KELISIM_LOG_KEY арқылы көрсетіңіз; оны тек иесі оқи алуы керек.",
            ru: "Укажите файл ключа в KELISIM_LOG_KEY; читать его может только владелец."
        )
    )

    package static let logRowMissing = FindingCode(
        "log-row-missing",
        .error,
        message: Sentence(
            en: "The row {index} of the log is missing.",
            kk: "Журналдың {index}-жазбасы жоқ.",
            ru: "В журнале нет записи {index}."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logLeafUnreadable = FindingCode(
        "log-leaf-unreadable",
        .error,
        message: Sentence(
            en: "The leaf {index} can't be read.",
            kk: "{index}-жапырақты оқу мүмкін емес.",
            ru: "Лист {index} не читается."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logRecordChanged = FindingCode(
        "log-record-changed",
        .error,
        message: Sentence(
            en: "The record {index} is not the one that was logged.",
            kk: "{index}-жазба журналға енгізілген жазба емес.",
            ru: "Запись {index} — не та, что была внесена в журнал."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logRecordMissing = FindingCode(
        "log-record-missing",
        .error,
        message: Sentence(
            en: "The record {index} is missing, and it was not erased.",
            kk: "{index}-жазба жоқ, бірақ ол өшірілмеген.",
            ru: "Запись {index} отсутствует, хотя её не удаляли."
        ),
        help: Sentence(
            en: "Either an older copy was restored and the record is lost, or somebody removed it. "
                + "Look for it in other backups.",
            kk: "Не ескірек көшірме қалпына келтіріліп, жазба жоғалған, не оны біреу алып "
                + "тастаған. "
                + "Оны басқа сақтық көшірмелерден іздеңіз.",
            ru: "Либо восстановлена более старая копия и запись потеряна, либо её кто-то убрал. "
                + "Поищите её в других резервных копиях."
        )
    )

    package static let logRecordNotErased = FindingCode(
        "log-record-not-erased",
        .error,
        message: Sentence(
            en: "The record {index} is still there although it was erased.",
            kk: "{index}-жазба өшірілгенімен, әлі сақталып тұр.",
            ru: "Запись {index} удалена, но всё ещё хранится."
        ),
        help: Sentence(
            en: "Run “kelisim restore” on the backup again; it erases what the log says was "
                + "erased.",
            kk: "Сақтық көшірмемен «kelisim restore» командасын қайта іске қосыңыз: ол "
                + "журналда өшірілді делінгеннің бәрін өшіреді.",
            ru: "Выполните «kelisim restore» с резервной копией ещё раз: команда удалит "
                + "всё, что удалено по журналу."
        )
    )

    package static let logTimeGoesBack = FindingCode(
        "log-time-goes-back",
        .error,
        message: Sentence(
            en: "The row {index} was recorded earlier than the one before it.",
            kk: "{index}-жазба алдыңғысынан бұрын тіркелген.",
            ru: "Запись {index} зарегистрирована раньше предыдущей."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logPublicationNotBefore = FindingCode(
        "log-publication-not-before",
        .error,
        message: Sentence(
            en: "The decision {index} does not stand behind the publication that it is about.",
            kk: "{index}-ерік білдіру өзіне қатысты орналастырудан кейін тұрған жоқ.",
            ru: "Волеизъявление {index} стоит не после размещения, к которому относится."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logRootDiffers = FindingCode(
        "log-root-differs",
        .error,
        message: Sentence(
            en: "The {size} rows have another root than the registry says.",
            kk: "{size} жазбаның түбірі тізілім көрсеткеннен өзгеше.",
            ru: "Корень {size} записей не тот, о котором сообщает реестр."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logCheckpointDiffers = FindingCode(
        "log-checkpoint-differs",
        .error,
        message: Sentence(
            en: "The rows do not have the root that was signed for {size} of them.",
            kk: "Жазбалардың түбірі {size} жазба үшін қол қойылған түбірден өзгеше.",
            ru: "Корень записей не тот, что подписан для {size} из них."
        ),
        help: Sentence(
            en: "Somebody changed the log or its database. Keep both as they are, and "
                + "compare them with a backup.",
            kk: "Біреу журналды немесе оның дерекқорын өзгерткен. Екеуін де сол күйінде "
                + "сақтап, сақтық көшірмемен салыстырыңыз.",
            ru: "Кто-то изменил журнал или его базу данных. Сохраните и то и другое как "
                + "есть и сравните с резервной копией."
        )
    )

    package static let logCheckpointAhead = FindingCode(
        "log-checkpoint-ahead",
        .error,
        message: Sentence(
            en: "A checkpoint covers {size} rows, but there are only {rows}.",
            kk: "Бақылау нүктесі {size} жазбаны қамтиды, ал бары {rows} ғана.",
            ru: "Контрольная точка охватывает {size} записей, а их только {rows}."
        ),
        help: Sentence(
            en: "Don't go on with this database. Find out which of the two is the real one, "
                + "and restore that with “kelisim restore”.",
            kk: "Бұл дерекқормен жұмысты жалғастырмаңыз. Екеуінің қайсысы нағыз екенін "
                + "анықтап, соны «kelisim restore» арқылы қалпына келтіріңіз.",
            ru: "Не продолжайте работу с этой базой. Выясните, какая из двух настоящая, и "
                + "восстановите её командой «kelisim restore»."
        )
    )
}
