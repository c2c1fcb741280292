extension FindingCode {
    /// What is found when the registry is asked for something.
    static let registry: [FindingCode] = [
        unknownGuardianship, guardianshipFixed, subjectOnHold, publicationContradicted,
        publicationOutOfOrder, policiesNotTakenUp, busy, unavailable, registryDamaged,
        registryNotOpened, registryMissing, registryInUse, socketNotMade, registryForeign,
        registryNewer, registryOlder, draftIncomplete, editionNotUpcoming, unknownAccessKey,
    ]

    package static let unknownGuardianship = FindingCode(
        "unknown-guardianship",
        .error,
        message: Sentence(
            en: "There is no guardianship {guardianship}, or it was erased.",
            kk: "{guardianship} заңды өкілдігі жоқ немесе өшірілген.",
            ru: "Законного представительства {guardianship} нет или оно удалено."
        ),
        help: Sentence(
            en: "Register it with “kelisim guardian add”; “kelisim guardian list” shows those of "
                + "a subject.",
            kk: "Оны «kelisim guardian add» арқылы тіркеңіз; субъектінің өкілдіктерін «kelisim "
                + "guardian list» көрсетеді.",
            ru: "Зарегистрируйте его командой «kelisim guardian add»; представительства субъекта "
                + "показывает «kelisim guardian list»."
        )
    )

    package static let guardianshipFixed = FindingCode(
        "guardianship-fixed",
        .error,
        message: Sentence(
            en: "The guardianship {guardianship} is registered already, with other facts.",
            kk: "{guardianship} заңды өкілдігі бұрын басқа деректермен тіркелген.",
            ru: "Законное представительство {guardianship} уже зарегистрировано с другими данными."
        ),
        help: Sentence(
            en: "Only its end can be changed, with “kelisim guardian end”. Register other facts "
                + "under another name.",
            kk: "Тек аяқталу уақытын «kelisim guardian end» арқылы өзгертуге болады. Басқа "
                + "деректерді басқа атаумен тіркеңіз.",
            ru: "Изменить можно только окончание — командой «kelisim guardian end». Другие "
                + "данные зарегистрируйте под другим обозначением."
        )
    )

    package static let subjectOnHold = FindingCode(
        "subject-on-hold",
        .error,
        message: Sentence(
            en: "The subject is on legal hold: {reason} The refusal to erase was recorded.",
            kk: "Субъект деректерін өшіруге тыйым салынған: {reason} Өшіруден бас тартылғаны "
                + "тіркелді.",
            ru: "Данные субъекта запрещено удалять: {reason} Отказ в удалении зарегистрирован."
        ),
        help: Sentence(
            en: "When the hold is no longer needed, release it with “kelisim release”.",
            kk: "Тыйым енді қажет болмаса, оны «kelisim release» арқылы алып тастаңыз.",
            ru: "Когда запрет станет не нужен, снимите его командой «kelisim release»."
        )
    )

    package static let publicationContradicted = FindingCode(
        "publication-contradicted",
        .error,
        message: Sentence(
            en: "The registry's log holds another {kind}.json for this, as entry {index}.",
            kk: "Тізілім журналындағы {index}-жазбада бұған қатысты басқа {kind}.json тұр.",
            ru: "В журнале реестра, в записи {index}, для этого стоит другой {kind}.json."
        ),
        help: Sentence(
            en: "Published files never change. Check that the folder of policies and the "
                + "database belong together, and take the folder from version control.",
            kk: "Орналастырылған файлдар ешқашан өзгермейді. Саясаттар қалтасы мен дерекқордың "
                + "бір-біріне сай екенін тексеріп, қалтаны нұсқаларды басқару жүйесінен алыңыз.",
            ru: "Размещённые файлы никогда не меняются. Проверьте, что папка политик и база "
                + "данных относятся друг к другу, и возьмите папку из системы контроля версий."
        )
    )

    package static let publicationOutOfOrder = FindingCode(
        "publication-out-of-order",
        .error,
        message: Sentence(
            en: "The {kind}.json does not go on from what the registry's log holds.",
            kk: "{kind}.json тізілім журналындағы жазбалардың жалғасы емес.",
            ru: "{kind}.json не продолжает того, что есть в журнале реестра."
        ),
        help: Sentence(
            en: "Check that the folder of policies and the database belong together.",
            kk: "Саясаттар қалтасы мен дерекқордың бір-біріне сай екенін тексеріңіз.",
            ru: "Проверьте, что папка политик и база данных относятся друг к другу."
        )
    )

    package static let busy = FindingCode(
        "busy",
        .error,
        message: Sentence(
            en: "The registry has too much to do.",
            kk: "Тізілімде жұмыс тым көп.",
            ru: "Реестр перегружен."
        ),
        help: Sentence(
            en: "Try again in a moment. Nothing was recorded.",
            kk: "Сәлден кейін қайталап көріңіз. Ештеңе тіркелген жоқ.",
            ru: "Повторите чуть позже. Ничего не зарегистрировано."
        )
    )

    package static let unavailable = FindingCode(
        "unavailable",
        .error,
        message: Sentence(
            en: "The database can't be reached or written: {reason}.",
            kk: "Дерекқорға қосылу немесе оған жазу мүмкін емес: {reason}.",
            ru: "База данных недоступна или в неё нельзя записать: {reason}."
        ),
        help: Sentence(
            en: "Try again. Whether something was recorded is not known; a decision repeated "
                + "with the same --idempotency-key is recorded once.",
            kk: "Қайталап көріңіз. Бірдеңе тіркелген-тіркелмегені белгісіз; бұрынғы "
                + "--idempotency-key мәнімен қайталанған ерік білдіру бір-ақ рет тіркеледі.",
            ru: "Повторите. Неизвестно, было ли что-то зарегистрировано; волеизъявление, "
                + "повторённое с тем же --idempotency-key, регистрируется один раз."
        )
    )

    package static let registryDamaged = FindingCode(
        "registry-damaged",
        .error,
        message: Sentence(
            en: "The database holds what it can't hold: {reason}.",
            kk: "Дерекқорда болуы мүмкін емес дерек тұр: {reason}.",
            ru: "В базе данных то, чего в ней быть не может: {reason}."
        ),
        help: Sentence(
            en: "Keep it as it is, and restore a backup elsewhere; “kelisim log check” says what "
                + "is left.",
            kk: "Оны сол күйінде сақтап, сақтық көшірмені басқа жерде қалпына келтіріңіз; не "
                + "сақталғанын «kelisim log check» айтады.",
            ru: "Сохраните её как есть и восстановите резервную копию в другом месте; что "
                + "уцелело, скажет «kelisim log check»."
        )
    )

    package static let registryNotOpened = FindingCode(
        "registry-not-opened",
        .error,
        message: Sentence(
            en: "The registry can't be opened: {reason}.",
            kk: "Тізілімді ашу мүмкін емес: {reason}.",
            ru: "Реестр не открывается: {reason}."
        ),
        help: Sentence(
            en: "Check KELISIM_DATABASE, and that you may read and write there.",
            kk: "KELISIM_DATABASE мәнін және ол жерден оқуға, оған жазуға рұқсатыңыз бар екенін "
                + "тексеріңіз.",
            ru: "Проверьте KELISIM_DATABASE и право читать и писать там."
        )
    )

    package static let policiesNotTakenUp = FindingCode(
        "policies-not-taken-up",
        .warning,
        message: Sentence(
            en: "What is new here is not in the registry yet, since something published is not "
                + "as it should be.",
            kk: "Мұндағы жаңа файлдар тізілімге әлі енгізілген жоқ: орналастырылғандардың бірі "
                + "тиісті күйде емес.",
            ru: "Нового отсюда в реестре ещё нет: что-то из размещённого не такое, каким должно "
                + "быть."
        ),
        help: Sentence(
            en: "See “kelisim check”; “kelisim decide” says what stands against it.",
            kk: "«kelisim check» арқылы қараңыз; не кедергі екенін «kelisim decide» айтады.",
            ru: "Посмотрите «kelisim check»; что мешает, скажет «kelisim decide»."
        )
    )

    package static let registryMissing = FindingCode(
        "registry-missing",
        .warning,
        message: Sentence(
            en: "There is no registry here yet; an empty one answers.",
            kk: "Мұнда әлі тізілім жоқ; жауап бос тізілім бойынша беріледі.",
            ru: "Реестра здесь ещё нет; ответ — как от пустого."
        ),
        help: Sentence(
            en: "Check KELISIM_DATABASE; the first verb that records something sets a registry "
                + "up.",
            kk: "KELISIM_DATABASE мәнін тексеріңіз; тізілімді бірдеңе тіркейтін алғашқы команда "
                + "жасайды.",
            ru: "Проверьте KELISIM_DATABASE; реестр создаёт первая команда, которая что-то "
                + "регистрирует."
        )
    )

    package static let registryInUse = FindingCode(
        "registry-in-use",
        .error,
        message: Sentence(
            en: "Another process, {process}, has the database.",
            kk: "Дерекқорды басқа процесс пайдаланып тұр: {process}.",
            ru: "Базу данных занимает другой процесс: {process}."
        ),
        help: Sentence(
            en: "Wait until it ends; a database in SQLite belongs to one process at a time.",
            kk: "Оның аяқталуын күтіңіз: SQLite дерекқоры бір сәтте бір ғана процеске тиесілі.",
            ru: "Дождитесь, пока он закончит: база SQLite принадлежит одному процессу."
        )
    )

    package static let socketNotMade = FindingCode(
        "socket-not-made",
        .error,
        message: Sentence(
            en: "The socket for verbs of the command line can't be made: {reason}.",
            kk: "Командалық жолға арналған сокетті жасау мүмкін емес: {reason}.",
            ru: "Не удаётся создать сокет для командной строки: {reason}."
        ),
        help: Sentence(
            en: "Check that you may write in its folder, and that nothing else is at its path.",
            kk:
                "Оның қалтасына жазуға рұқсатыңыз бар екенін және сол жолда басқа ештеңе жоқ екенін "
                + "тексеріңіз.",
            ru: "Проверьте право писать в его папку и что по этому пути нет ничего другого."
        )
    )

    package static let registryForeign = FindingCode(
        "registry-foreign",
        .error,
        message: Sentence(
            en: "This is no registry of Kelisim.",
            kk: "Бұл – Kelisim тізілімі емес.",
            ru: "Это не реестр Kelisim."
        ),
        help: Sentence(
            en: "Check KELISIM_DATABASE.",
            kk: "KELISIM_DATABASE мәнін тексеріңіз.",
            ru: "Проверьте KELISIM_DATABASE."
        )
    )

    package static let registryNewer = FindingCode(
        "registry-newer",
        .error,
        message: Sentence(
            en: "The database is of version {version}; this program knows versions up to {known}.",
            kk: "Дерекқордың нұсқасы – {version}; бұл бағдарлама {known}-нұсқаға дейін ғана "
                + "біледі.",
            ru: "Версия базы данных — {version}; эта программа знает версии до {known}."
        ),
        help: Sentence(
            en: "Use a newer kelisim.",
            kk: "kelisim бағдарламасының жаңарақ нұсқасын қолданыңыз.",
            ru: "Возьмите более новый kelisim."
        )
    )

    package static let registryOlder = FindingCode(
        "registry-older",
        .error,
        message: Sentence(
            en: "The database is of version {version}; this program needs version {known}.",
            kk: "Дерекқордың нұсқасы – {version}; бұл бағдарламаға {known}-нұсқа керек.",
            ru: "Версия базы данных — {version}; этой программе нужна версия {known}."
        ),
        help: Sentence(
            en: "Make a backup, and run “kelisim migrate”.",
            kk: "Сақтық көшірме жасап, «kelisim migrate» командасын іске қосыңыз.",
            ru: "Сделайте резервную копию и выполните «kelisim migrate»."
        )
    )

    package static let draftIncomplete = FindingCode(
        "draft-incomplete",
        .error,
        message: Sentence(
            en: "Edition {edition} can't be looked at as if published: its settings have errors, "
                + "or it has no text.",
            kk: "{edition}-редакцияны орналастырылғандай қарау мүмкін емес: баптауларында қате "
                + "бар немесе мәтіні жоқ.",
            ru: "Рассмотреть редакцию № {edition} как размещённую нельзя: в её настройках ошибки "
                + "или у неё нет текста."
        ),
        help: Sentence(
            en: "See “kelisim check”.",
            kk: "«kelisim check» арқылы қараңыз.",
            ru: "Посмотрите «kelisim check»."
        )
    )

    package static let editionNotUpcoming = FindingCode(
        "edition-not-upcoming",
        .error,
        message: Sentence(
            en: "Edition {edition} is neither a draft nor upcoming.",
            kk: "{edition}-редакция жоба да, әлі күшіне енбеген редакция да емес.",
            ru: "Редакция № {edition} — не проект и не ожидает вступления в силу."
        ),
        help: Sentence(
            en: "“kelisim report” tells who has agreed to it.",
            kk: "Оған кімдер келіскенін «kelisim report» көрсетеді.",
            ru: "Кто с ней согласился, показывает «kelisim report»."
        )
    )

    package static let unknownAccessKey = FindingCode(
        "unknown-access-key",
        .error,
        message: Sentence(
            en: "There is no API key {key}.",
            kk: "{key} API кілті жоқ.",
            ru: "Ключа API {key} нет."
        ),
        help: Sentence(
            en: "“kelisim key list” shows the ids of all keys; the secret of a key is not its id.",
            kk: "Барлық кілттің белгісін «kelisim key list» көрсетеді; кілттің құпия мәні оның "
                + "белгісі емес.",
            ru: "Обозначения всех ключей показывает «kelisim key list»; секретное значение ключа "
                + "— не его обозначение."
        )
    )
}
