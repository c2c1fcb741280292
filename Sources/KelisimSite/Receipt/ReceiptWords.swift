internal import Kelisim
internal import KelisimText

/// What a receipt says, in one language.
struct ReceiptWords: Sendable {
    let tag: String
    let title: String
    let act: String
    let subject: String
    let actor: String
    let policy: String
    let edition: String
    let unknownEdition: String
    let text: String
    let address: String
    let language: String
    let occurred: String
    let recorded: String
    let method: String
    let statement: String
    let button: String
    let evidence: String
    let published: String
    let inForce: String
    let proof: String
    let pending: String
    let place: @Sendable (UInt64, UInt64) -> String
    let checkpoint: String
    let remarks: String
    let verify: String
    let acts: [Act: String]
    let methods: [DecisionMethod: String]

    /// The words in the language of `tag`, or in English.
    static func words(in tag: String?) -> ReceiptWords {
        switch tag.flatMap({ WordingLanguage(tag: $0) }) {
        case .kk?: kazakh
        case .ru?: russian
        default: english
        }
    }

    static let kazakh = ReceiptWords(
        tag: "kk",
        title: "Ерік білдіру туралы түбіртек",
        act: "Әрекет",
        subject: "Субъект",
        actor: "Заңды өкіл",
        policy: "Құжат",
        edition: "Редакция",
        unknownEdition: "белгісіз",
        text: "Мәтіннің дайджесті",
        address: "Мәтіннің мекенжайы",
        language: "Мәтін тілі",
        occurred: "Әрекет жасалған уақыт",
        recorded: "Тіркелген уақыт",
        method: "Тәсілі",
        statement: "Мәлімдеме",
        button: "Түйме",
        evidence: "Дәлел",
        published: "Мәтін орналастырылған уақыт",
        inForce: "Күшіне енген уақыты",
        proof: "Дәлелдеме",
        pending:
            "Бұл жазбаны қамтитын бақылау нүктесі әлі жоқ. Түбіртекті кейінірек қайта сұраңыз.",
        place: { "Журналдағы орны: \($0). Бақылау нүктесі қамтитын жазбалар саны: \($1)." },
        checkpoint: "Қол қойылған бақылау нүктесі",
        remarks: "Нені білу керек",
        verify: "Түбіртектің JSON нұсқасын журналдың ашық кілтімен желісіз тексеруге болады: "
            + "kelisim verify",
        acts: [
            .accepted: "қабылданды", .declined: "бас тартылды",
            .withdrawn: "кері қайтарып алынды", .notified: "хабарланды",
        ],
        methods: [
            .implied: "қызметті пайдалану арқылы", .click: "түймені басу арқылы",
            .signature: "электрондық қолтаңбамен", .paper: "қағаз жүзінде",
            .imported: "басқа жүйеден көшірілген", .screen: "экранда",
            .email: "электрондық поштамен",
            .sms: "SMS арқылы", .letter: "хатпен",
        ]
    )

    static let russian = ReceiptWords(
        tag: "ru",
        title: "Квитанция о волеизъявлении",
        act: "Действие",
        subject: "Субъект",
        actor: "Законный представитель",
        policy: "Документ",
        edition: "Редакция",
        unknownEdition: "неизвестна",
        text: "Дайджест текста",
        address: "Адрес текста",
        language: "Язык текста",
        occurred: "Время действия",
        recorded: "Время регистрации",
        method: "Способ",
        statement: "Заявление",
        button: "Кнопка",
        evidence: "Подтверждение",
        published: "Время размещения текста",
        inForce: "Время вступления в силу",
        proof: "Доказательство",
        pending:
            "Контрольной точки, охватывающей эту запись, ещё нет. Запросите квитанцию позднее.",
        place: { "Место в журнале: \($0). Записей, охваченных контрольной точкой: \($1)." },
        checkpoint: "Подписанная контрольная точка",
        remarks: "Что нужно знать",
        verify: "Квитанцию в формате JSON можно проверить без сети, открытым ключом журнала: "
            + "kelisim verify",
        acts: [
            .accepted: "принято", .declined: "отказ", .withdrawn: "отозвано",
            .notified: "уведомлено",
        ],
        methods: [
            .implied: "использованием сервиса", .click: "нажатием кнопки",
            .signature: "электронной подписью", .paper: "на бумаге",
            .imported: "перенесено из другой системы", .screen: "на экране",
            .email: "по электронной почте", .sms: "по SMS", .letter: "письмом",
        ]
    )

    static let english = ReceiptWords(
        tag: "en",
        title: "Receipt of a decision",
        act: "Act",
        subject: "Subject",
        actor: "Legal representative",
        policy: "Document",
        edition: "Edition",
        unknownEdition: "unknown",
        text: "Digest of the text",
        address: "Address of the text",
        language: "Language of the text",
        occurred: "Time of the act",
        recorded: "Time of recording",
        method: "Method",
        statement: "Statement",
        button: "Button",
        evidence: "Evidence",
        published: "Text published",
        inForce: "In force from",
        proof: "Proof",
        pending: "No checkpoint covers this row yet. Ask for the receipt again later.",
        place: { "Place in the log: \($0). Rows that the checkpoint covers: \($1)." },
        checkpoint: "Signed checkpoint",
        remarks: "What to know",
        verify:
            "The JSON form of this receipt can be checked offline, with the public key of the log: "
            + "kelisim verify",
        acts: [
            .accepted: "accepted", .declined: "declined", .withdrawn: "withdrawn",
            .notified: "notified",
        ],
        methods: [
            .implied: "by using the service", .click: "by a press of a button",
            .signature: "by an electronic signature", .paper: "on paper",
            .imported: "taken over from another system", .screen: "on a screen",
            .email: "by e-mail", .sms: "by SMS", .letter: "by letter",
        ]
    )
}
