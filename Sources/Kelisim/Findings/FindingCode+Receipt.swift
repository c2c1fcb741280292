extension FindingCode {
    /// What can be wrong with a receipt: the link of the chain that broke.
    static let receipts: [FindingCode] = [
        unknownDecision, receiptPending, receiptFile, receiptRecord, receiptCommitment,
        receiptInclusion, receiptCheckpoint, receiptPublication, receiptTextDigest, receiptOrder,
        receiptText, keyNotReadable,
    ]

    package static let unknownDecision = FindingCode(
        "unknown-decision",
        .error,
        message: Sentence(
            en: "There is no decision {decision}, or it was erased.",
            kk: "{decision} ерік білдіруі жоқ немесе өшірілген.",
            ru: "Волеизъявления {decision} нет или оно удалено."
        ),
        help: Sentence(
            en: "Check its name; “kelisim history” lists the decisions of a subject.",
            kk: "Атауын тексеріңіз; субъектінің ерік білдірулерін «kelisim history» көрсетеді.",
            ru: "Проверьте обозначение; волеизъявления субъекта показывает «kelisim history»."
        )
    )

    package static let receiptPending = FindingCode(
        "receipt-pending",
        .error,
        message: Sentence(
            en: "No checkpoint covers the decision yet.",
            kk: "Ерік білдіруді қамтитын бақылау нүктесі әлі жоқ.",
            ru: "Контрольной точки, охватывающей волеизъявление, ещё нет."
        ),
        help: Sentence(
            en: "Ask for the receipt again in a minute.",
            kk: "Түбіртекті бір минуттан кейін қайта сұраңыз.",
            ru: "Запросите квитанцию снова через минуту."
        )
    )

    package static let receiptFile = FindingCode(
        "receipt-file",
        .error,
        message: Sentence(
            en: "This is no receipt ({place}).",
            kk: "Бұл түбіртек емес ({place}).",
            ru: "Это не квитанция ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptRecord = FindingCode(
        "receipt-record",
        .error,
        message: Sentence(
            en: "The receipt does not tell what the record says ({place}).",
            kk: "Түбіртекте жазбада тұрғаннан басқа дерек көрсетілген ({place}).",
            ru: "Квитанция сообщает не то, что сказано в записи ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptCommitment = FindingCode(
        "receipt-commitment",
        .error,
        message: Sentence(
            en: "The record is not the one that the log commits to ({place}).",
            kk: "Жазба журнал растайтын жазба емес ({place}).",
            ru: "Запись не та, которую подтверждает журнал ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptInclusion = FindingCode(
        "receipt-inclusion",
        .error,
        message: Sentence(
            en: "The log does not have the record at this place ({place}).",
            kk: "Журналдың бұл орнында мұндай жазба жоқ ({place}).",
            ru: "На этом месте журнала такой записи нет ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptCheckpoint = FindingCode(
        "receipt-checkpoint",
        .error,
        message: Sentence(
            en: "The checkpoint is not signed with the key {key} ({place}).",
            kk: "Бақылау нүктесіне {key} кілтімен қол қойылмаған ({place}).",
            ru: "Контрольная точка не подписана ключом {key} ({place})."
        ),
        help: Sentence(
            en: "Check that --key is the key of the log that the receipt comes from.",
            kk: "--key сол түбіртек алынған журналдың кілті екенін тексеріңіз.",
            ru: "Проверьте, что --key — ключ того журнала, из которого получена квитанция."
        )
    )

    package static let receiptPublication = FindingCode(
        "receipt-publication",
        .error,
        message: Sentence(
            en: "The receipt does not prove that the text was published ({place}).",
            kk: "Түбіртек мәтіннің орналастырылғанын дәлелдемейді ({place}).",
            ru: "Квитанция не доказывает, что текст был размещён ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptTextDigest = FindingCode(
        "receipt-text-digest",
        .error,
        message: Sentence(
            en: "The publication is not of the text that was decided on ({place}).",
            kk: "Орналастырылған мәтін ерік білдіру жасалған мәтін емес ({place}).",
            ru: "Размещён не тот текст, по которому выражена воля ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptOrder = FindingCode(
        "receipt-order",
        .error,
        message: Sentence(
            en: "The publication does not stand before the decision in the log ({place}).",
            kk: "Журналда орналастыру ерік білдірудің алдында тұрған жоқ ({place}).",
            ru: "В журнале размещение стоит не перед волеизъявлением ({place})."
        ),
        help: Sentence(
            en: "This receipt proves nothing as it is. Ask for it again.",
            kk: "Бұл түбіртек осы күйінде ештеңені дәлелдемейді. Оны қайта сұраңыз.",
            ru: "В таком виде эта квитанция ничего не доказывает. Запросите её снова."
        )
    )

    package static let receiptText = FindingCode(
        "receipt-text",
        .error,
        message: Sentence(
            en: "The text at hand is not the one that was decided on ({place}).",
            kk: "Қолдағы мәтін ерік білдіру жасалған мәтін емес ({place}).",
            ru: "Имеющийся текст — не тот, по которому выражена воля ({place})."
        ),
        help: Sentence(
            en: "Check that --texts is the folder of the policies.",
            kk: "--texts саясаттар қалтасы екенін тексеріңіз.",
            ru: "Проверьте, что --texts — папка политик."
        )
    )

    package static let keyNotReadable = FindingCode(
        "verifier-key-unreadable",
        .error,
        message: Sentence(
            en: "“{value}” is not a verifier key.",
            kk: "«{value}» – тексеру кілті емес.",
            ru: "«{value}» — не ключ проверки."
        ),
        help: Sentence(
            en: "Give the line that “kelisim log key” prints, or a file with it.",
            kk: "«kelisim log key» шығаратын жолды немесе сол жол жазылған файлды көрсетіңіз.",
            ru: "Укажите строку, которую выводит «kelisim log key», или файл с ней."
        )
    )
}
