internal import Kelisim

// What the verbs of the registry say.

extension Messages {
    static let decisionRecorded = Sentence(
        en: "Recorded: {decision}, entry {index} of the log.",
        kk: "Тіркелді: {decision}, журналдың {index}-жазбасы.",
        ru: "Зарегистрировано: {decision}, запись журнала {index}."
    )
    static let decisionKnown = Sentence(
        en: "Recorded before under this key: {decision}, entry {index} of the log.",
        kk: "Осы кілтпен бұрын тіркелген: {decision}, журналдың {index}-жазбасы.",
        ru: "С этим ключом уже зарегистрировано: {decision}, запись журнала {index}."
    )
    static let idempotencyKey = Sentence(
        en: "To repeat exactly this without recording it twice: --idempotency-key {key}",
        kk: "Дәл осыны екінші рет тіркемей қайталау үшін: --idempotency-key {key}",
        ru: "Чтобы повторить именно это и не зарегистрировать дважды: --idempotency-key {key}"
    )
    static let allowed = Sentence(
        en: "may use the service: yes",
        kk: "қызметті пайдалана алады: иә",
        ru: "может пользоваться сервисом: да"
    )
    static let notAllowed = Sentence(
        en: "may use the service: no",
        kk: "қызметті пайдалана алады: жоқ",
        ru: "может пользоваться сервисом: нет"
    )
    static let required = Sentence(
        en: "required: {edition}",
        kk: "қабылдануы тиіс: {edition}",
        ru: "требуется принять: {edition}"
    )
    static let acceptBy = Sentence(en: "by {instant}", kk: "мерзімі: {instant}", ru: "до {instant}")
    static let standsAccepted = Sentence(
        en: "accepted: {what}",
        kk: "қабылданған: {what}",
        ru: "принято: {what}"
    )
    static let lastAccepted = Sentence(
        en: "last accepted: {what}",
        kk: "соңғы қабылданған: {what}",
        ru: "последнее принятое: {what}"
    )
    static let upcomingEditions = Sentence(
        en: "upcoming: {editions}",
        kk: "әлі күшіне енбеген: {editions}",
        ru: "ещё не вступили в силу: {editions}"
    )
    static let validUntil = Sentence(
        en: "changes by itself at {instant}",
        kk: "өздігінен өзгеретін сәті: {instant}",
        ru: "изменится само собой {instant}"
    )
    static let byGuardian = Sentence(
        en: "guardian {actor}",
        kk: "заңды өкіл {actor}",
        ru: "законный представитель {actor}"
    )
    static let bySelf = Sentence(en: "self", kk: "өзі", ru: "сам субъект")
    static let byAGuardian = Sentence(
        en: "guardian",
        kk: "заңды өкіл",
        ru: "законный представитель"
    )
    static let nothingHeld = Sentence(
        en: "Nothing is held of {subject}.",
        kk: "{subject} туралы ештеңе сақталмаған.",
        ru: "О {subject} ничего не хранится."
    )
    static let holdOn = Sentence(
        en: "{subject} is on legal hold: {reason}",
        kk: "{subject} деректерін өшіруге тыйым салынған: {reason}",
        ru: "Данные {subject} запрещено удалять: {reason}"
    )
    static let holdOff = Sentence(
        en: "{subject} is on no legal hold.",
        kk: "{subject} деректерін өшіруге тыйым салынбаған.",
        ru: "Запрета удалять данные {subject} нет."
    )
    static let erased = Sentence(
        en: "Erased: {count} records of {subject}. What remains:",
        kk: "Өшірілді: {subject} субъектісінің {count} жазбасы. Қалғаны:",
        ru: "Удалено записей {subject}: {count}. Что остаётся:"
    )
    static let guardianshipAdded = Sentence(
        en: "Registered: {guardianship}.",
        kk: "Тіркелді: {guardianship}.",
        ru: "Зарегистрировано: {guardianship}."
    )
    static let guardianshipKnown = Sentence(
        en: "Registered already: {guardianship}.",
        kk: "Бұрын тіркелген: {guardianship}.",
        ru: "Уже зарегистрировано: {guardianship}."
    )
    static let noGuardianships = Sentence(
        en: "No guardianship of or by {subject} is registered.",
        kk: "{subject} бала не заңды өкіл ретінде тіркелмеген.",
        ru: "Для {subject} не зарегистрировано представительств — ни как ребёнка, ни как "
            + "представителя."
    )
    static let guardianOf = Sentence(
        en: "{guardian} for {ward}, {basis}",
        kk: "{guardian} → {ward}, {basis}",
        ru: "{guardian} за {ward}, {basis}"
    )
    static let interval = Sentence(
        en: "from {from}, until {until}",
        kk: "басталуы: {from}, аяқталуы: {until}",
        ru: "с {from} до {until}"
    )
    static let reaches = Sentence(
        en: "{age} years on {day}",
        kk: "{age} жасқа толуы: {day}",
        ru: "исполнится {age}: {day}"
    )
    static let evidence = Sentence(
        en: "evidence: {evidence}",
        kk: "растайтын құжат: {evidence}",
        ru: "подтверждение: {evidence}"
    )
    static let verifiedBy = Sentence(
        en: "verified by {who}",
        kk: "тексерген: {who}",
        ru: "кто проверил: {who}"
    )
    static let noSubjects = Sentence(
        en: "The registry has not heard of any subject.",
        kk: "Тізілімге ешбір субъект туралы дерек түспеген.",
        ru: "Реестр ещё не знает ни одного субъекта."
    )
    static let reportTotals = Sentence(
        en: "Subjects heard of: {heardOf}; erasures: {erased}.",
        kk: "Белгілі субъектілер: {heardOf}; өшірулер: {erased}.",
        ru: "Известно субъектов: {heardOf}; удалений: {erased}."
    )
    static let reportTime = Sentence(
        en: "{policy} at {at}, as known at {knownAt}",
        kk: "{policy}, {at} сәтіндегі күйі, {knownAt} сәтінде белгілі болғаны бойынша",
        ru: "{policy} на момент {at}, по данным на {knownAt}"
    )
    static let impactTitle = Sentence(
        en: "{policy}, {edition}: {change}; in force from {effectiveAt}.",
        kk: "{policy}, {edition}: {change}; күшіне енетін уақыты: {effectiveAt}.",
        ru: "{policy}, {edition}: {change}; вступает в силу {effectiveAt}."
    )
    static let impactAgain = Sentence(
        en: "Will have to decide again: {again} of {heardOf} subjects.",
        kk: "Қайта шешім қабылдайтыны: {heardOf} субъектінің {again}.",
        ru: "Должны будут решить заново: {again} из {heardOf} субъектов."
    )
    static let impactLanguage = Sentence(
        en: "agreed in {language}: {subjects}",
        kk: "{language} тілінде келіскені: {subjects}",
        ru: "согласились на языке {language}: {subjects}"
    )
    static let impactUnknownLanguage = Sentence(
        en: "agreed in an unknown language: {subjects}",
        kk: "қай тілде келіскені белгісіз: {subjects}",
        ru: "согласились на неизвестном языке: {subjects}"
    )
    static let impactGuardian = Sentence(
        en: "through a guardian: {subjects}",
        kk: "заңды өкілі арқылы: {subjects}",
        ru: "через законного представителя: {subjects}"
    )
    static let impactImplied = Sentence(
        en: "only by using the service: {subjects}",
        kk: "тек қызметті пайдалану арқылы: {subjects}",
        ru: "только использованием сервиса: {subjects}"
    )
    static let impactWithout = Sentence(
        en: "even without this edition: {subjects}",
        kk: "бұл редакциясыз да: {subjects}",
        ru: "и без этой редакции: {subjects}"
    )
    static let impactRest = Sentence(
        en: "Not agreed now either: {open}. Nothing more needed: {settled}.",
        kk: "Қазірдің өзінде келіспегені: {open}. Ештеңе қажет емесі: {settled}.",
        ru: "Не согласны и сейчас: {open}. Больше ничего не нужно: {settled}."
    )
    static let importDone = Sentence(
        en: "{file}: lines {lines}, recorded {recorded}, known before {known}, bad {bad}; "
            + "history only {historyOnly}.",
        kk: "{file}: жолдар – {lines}, тіркелгені – {recorded}, бұрыннан белгілісі – {known}, "
            + "жарамсызы – {bad}; тек тарих ретінде – {historyOnly}.",
        ru: "{file}: строк — {lines}, зарегистрировано — {recorded}, уже известно — {known}, "
            + "негодных — {bad}; только для истории — {historyOnly}."
    )
    static let importForeseen = Sentence(
        en: "{file}: lines {lines}, to be recorded {recorded}, known {known}, bad {bad}; history "
            + "only {historyOnly}.",
        kk: "{file}: жолдар – {lines}, тіркелетіні – {recorded}, бұрыннан белгілісі – {known}, "
            + "жарамсызы – {bad}; тек тарих ретінде – {historyOnly}.",
        ru: "{file}: строк — {lines}, будет зарегистрировано — {recorded}, уже известно — "
            + "{known}, негодных — {bad}; только для истории — {historyOnly}."
    )
    static let importNothing = Sentence(
        en: "Nothing was imported: mend the bad lines, or leave them out with --skip-bad.",
        kk: "Ештеңе импортталған жоқ: жарамсыз жолдарды түзетіңіз немесе --skip-bad арқылы "
            + "оларды қалдырып кетіңіз.",
        ru: "Ничего не импортировано: исправьте негодные строки или пропустите их с помощью "
            + "--skip-bad."
    )
    static let importHidden = Sentence(
        en: "… and {count} more bad lines.",
        kk: "… тағы {count} жарамсыз жол бар.",
        ru: "… и ещё негодных строк: {count}."
    )
}
