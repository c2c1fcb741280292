extension FindingCode {
    /// What a text on personal data does not seem to mention.
    static let consent: [FindingCode] = [
        consentOperator, consentTerm, consentThirdParties, consentCrossBorder, consentPublication,
        consentData, consentWithdrawal,
    ]

    static let consentOperator = missing(
        "consent-operator",
        en: "the identification number (BIN or IIN) of the operator",
        kk: "оператордың сәйкестендіру нөмірі (БСН не ЖСН)",
        ru: "идентификационного номера оператора (БИН или ИИН)"
    )

    static let consentTerm = missing(
        "consent-term",
        en: "the term for which personal data are processed",
        kk: "дербес деректерді өңдеу мерзімі",
        ru: "срока обработки персональных данных"
    )

    static let consentThirdParties = missing(
        "consent-third-parties",
        en: "whether personal data are given to third parties",
        kk: "дербес деректердің үшінші тұлғаларға берілетіні не берілмейтіні",
        ru: "сведений о передаче персональных данных третьим лицам или о её отсутствии"
    )

    static let consentCrossBorder = missing(
        "consent-cross-border",
        en: "whether personal data are transferred across the border",
        kk: "дербес деректердің трансшекаралық берілетіні не берілмейтіні",
        ru: "сведений о трансграничной передаче персональных данных или о её отсутствии"
    )

    static let consentPublication = missing(
        "consent-publication",
        en: "whether personal data are published in open sources",
        kk: "дербес деректердің жалпыға қолжетімді көздерде таратылатыны не таратылмайтыны",
        ru: "сведений о распространении персональных данных в общедоступных источниках или о его "
            + "отсутствии"
    )

    static let consentData = missing(
        "consent-data",
        en: "which personal data are collected",
        kk: "жиналатын дербес деректердің тізбесі",
        ru: "перечня собираемых персональных данных"
    )

    static let consentWithdrawal = missing(
        "consent-withdrawal",
        en: "how consent is withdrawn",
        kk: "келісімді кері қайтарып алу тәртібі",
        ru: "порядка отзыва согласия"
    )

    /// A code of the checklist; the words name what is missing, in Russian in the genitive.
    private static func missing(
        _ name: String,
        en: String,
        kk: String,
        ru: String
    ) -> FindingCode {
        FindingCode(
            name,
            .warning,
            message: Sentence(
                en: "The text does not seem to mention \(en).",
                kk: "Мәтінде мына мәлімет айтылмаған сияқты: \(kk).",
                ru: "В тексте, по-видимому, нет \(ru)."
            ),
            help: Sentence(
                en:
                    "See whether the text should say it; Law 94-V, art. 8, names what a consent holds.",
                kk: "Мәтінде осы мәлімет керек пе, қараңыз; келісімнің мазмұны № 94-V Заңның "
                    + "8-бабында аталған.",
                ru: "Посмотрите, нужно ли это в тексте; что содержит согласие, названо в статье 8 "
                    + "Закона № 94-V."
            )
        )
    }
}
