internal import KelisimText

/// What a text on personal data is expected to speak of, and the words by which it is seen to.
///
/// The elements are those that Law 94-V, art. 8, names for a consent, and its withdrawal. That a
/// text mentions one says nothing about whether it does so well.
struct ConsentElement {
    /// The finding where a text seems not to mention it.
    let code: FindingCode
    /// Words by language.
    ///
    /// An entry is seen where all of its phrases stand in one clause; a phrase is a run of words by
    /// their beginnings.
    let signs: [WordingLanguage: [[String]]]
    /// How many entries must be seen.
    var least = 1
    /// Whether the clause must also have an identification number of twelve digits.
    var hasIdentificationNumber = false

    static let all = [
        ConsentElement(
            code: .consentOperator,
            signs: [
                .kk: [["бсн"], ["жсн"], ["сәйкестендіру нөмір"]],
                .ru: [["бин"], ["иин"], ["идентификационн номер"]],
            ],
            hasIdentificationNumber: true
        ),
        ConsentElement(
            code: .consentTerm,
            signs: [
                .kk: [
                    ["мерзім", "дерек"], ["мерзім", "келісім"], ["мерзім", "өңде"],
                    ["мерзім", "сақта"], ["сақта", "жыл"], ["сақта", "күн"],
                    ["мерзімсіз"],
                ],
                .ru: [
                    ["срок", "данн"], ["срок", "согласи"], ["срок", "обработк"],
                    ["срок", "хран"], ["хран", "лет"], ["хран", "год"], ["хран", "дн"],
                    ["хран", "месяц"], ["бессрочн"], ["период", "согласи"],
                ],
            ]
        ),
        ConsentElement(
            code: .consentThirdParties,
            signs: [
                .kk: [["үшінші тұлға", "дерек"], ["үшінші жақ", "дерек"]],
                .ru: [["трет лиц", "данн"], ["третьи лиц", "данн"]],
            ]
        ),
        ConsentElement(
            code: .consentCrossBorder,
            signs: [
                .kk: [
                    ["трансшекара"], ["шет мемлекет"], ["шет ел"], ["шетел"],
                    ["республикасынан тыс"], ["қазақстаннан тыс"], ["елден тыс"],
                    ["шекарасынан тыс"],
                ],
                .ru: [
                    ["трансгранич"], ["за рубеж"], ["зарубеж"], ["иностранн государств"],
                    ["за предел", "казахстан"], ["за предел", "республик"], ["за предел", "стран"],
                ],
            ]
        ),
        ConsentElement(
            code: .consentPublication,
            signs: [
                .kk: [
                    ["жалпыға", "қолжетімді"], ["жалпы қолжетімді"], ["көпшілік", "қолжетімді"],
                    ["жариял", "дерек"],
                ],
                .ru: [
                    ["общедоступн"], ["открыт источник"], ["опублик", "данн"],
                    ["публик", "данн"], ["обнарод", "данн"],
                ],
            ]
        ),
        ConsentElement(
            code: .consentData,
            signs: [
                .kk: [
                    ["тегі", "аты"], ["тегі", "есім"], ["аты жөні"], ["телефон"],
                    ["электрондық пошта"], ["жсн"], ["туған күн"], ["жеке куәлі"],
                    ["тұрғылықты"], ["деректер", "тізбе"],
                ],
                .ru: [
                    ["фамили"], ["телефон"], ["электронн почт"], ["иин"], ["дат рождени"],
                    ["паспорт"], ["удостоверени личност"], ["адрес прожив"],
                    ["мест жительств"], ["перечень", "данн"],
                ],
            ],
            least: 2
        ),
        ConsentElement(
            code: .consentWithdrawal,
            signs: [
                .kk: [
                    ["кері қайтар", "келісім"], ["қайтарып ал", "келісім"],
                    ["келісімнен бас тарт"], ["келісімінен бас тарт"], ["кері шақыр", "келісім"],
                ],
                .ru: [
                    ["отзыв", "согласи"], ["отозв", "согласи"], ["отзов", "согласи"],
                    ["отказаться от согласи"],
                ],
            ]
        ),
    ]

    /// Personal data, as a text on it calls them.
    static let subject: [WordingLanguage: [String]] = [
        .kk: ["дербес дерек", "жеке дерек"], .ru: ["персональн данн", "личн данн"],
    ]
    /// What the title of a text on personal data names.
    static let titles: [WordingLanguage: [String]] = [
        .kk: ["дербес дерек", "жеке дерек", "құпиялылы"],
        .ru: ["персональн данн", "личн данн", "конфиденциальност", "приватност"],
    ]
}
