/// The codes about the bytes and characters of texts and metadata.
extension FindingCode {
    static let repositoryCharacters: [FindingCode] = [
        .invalidUTF8, .byteOrderMark, .nullCharacter, .controlCharacter, .carriageReturn,
        .bidiControl, .notNFC, .emptyText, .nestingTooDeep,
        .bracketsOpen, .layoutTooCostly,
    ]

    /// `invalid-utf8`: The file is not UTF-8: the byte `byte` cannot stand here.
    public static let invalidUTF8 = FindingCode(
        "invalid-utf8",
        .error,
        message: Sentence(
            en: "The file is not UTF-8: the byte {byte} cannot stand here.",
            kk: "Файл UTF-8 кодтауында емес: {byte} байты бұл жерде тұра алмайды.",
            ru: "Файл не в кодировке UTF-8: байт {byte} здесь недопустим."
        ),
        help: Sentence(
            en: "Save the file as UTF-8.",
            kk: "Файлды UTF-8 кодтауымен сақтаңыз.",
            ru: "Сохраните файл в кодировке UTF-8."
        )
    )

    /// `byte-order-mark`: The file begins with a byte order mark.
    public static let byteOrderMark = FindingCode(
        "byte-order-mark",
        .error,
        message: Sentence(
            en: "The file begins with a byte order mark.",
            kk: "Файл байттар ретінің белгісінен (BOM) басталады.",
            ru: "Файл начинается с метки порядка байтов (BOM)."
        ),
        help: Sentence(
            en: "Save the file as UTF-8 without BOM.",
            kk: "Файлды BOM-сыз UTF-8 түрінде сақтаңыз.",
            ru: "Сохраните файл в UTF-8 без BOM."
        )
    )

    /// `null-character`: There is a null character (U+0000).
    public static let nullCharacter = FindingCode(
        "null-character",
        .error,
        message: Sentence(
            en: "There is a null character (U+0000).",
            kk: "Мұнда нөлдік таңба (U+0000) бар.",
            ru: "Здесь нулевой символ (U+0000)."
        ),
        help: Sentence(
            en: "Remove it.",
            kk: "Оны алып тастаңыз.",
            ru: "Удалите его."
        )
    )

    /// `control-character`: There is a control character, `character`.
    public static let controlCharacter = FindingCode(
        "control-character",
        .error,
        message: Sentence(
            en: "There is a control character, {character}.",
            kk: "Мұнда басқару таңбасы бар: {character}.",
            ru: "Здесь управляющий символ {character}."
        ),
        help: Sentence(
            en: "Remove it; only tabs and line ends are accepted.",
            kk: "Оны алып тастаңыз: тек табуляция мен жол соңына рұқсат етіледі.",
            ru: "Удалите его: допускаются только табуляция и конец строки."
        )
    )

    /// `carriage-return`: The lines end with a carriage return (CR), which would change the
    /// digest.
    public static let carriageReturn = FindingCode(
        "carriage-return",
        .error,
        message: Sentence(
            en: "The lines end with a carriage return (CR), which would change the digest.",
            kk: "Жолдар CR таңбасымен аяқталады, бұл бақылау қосындысын өзгертер еді.",
            ru: "Строки заканчиваются символом CR, что изменило бы контрольную сумму."
        ),
        help: Sentence(
            en: "Save the file with LF line ends, and set “* -text” in .gitattributes.",
            kk: "Файлды LF жол соңымен сақтап, .gitattributes ішіне «* -text» деп жазыңыз.",
            ru: "Сохраните файл с окончаниями строк LF и добавьте «* -text» в .gitattributes."
        )
    )

    /// `bidi-control`: There is an invisible character that changes the direction of
    /// writing, `character`.
    public static let bidiControl = FindingCode(
        "bidi-control",
        .error,
        message: Sentence(
            en: """
                There is an invisible character that changes the direction of writing, \
                {character}.
                """,
            kk: "Мұнда жазу бағытын өзгертетін көрінбейтін таңба бар: {character}.",
            ru: "Здесь невидимый символ, меняющий направление письма: {character}."
        ),
        help: Sentence(
            en: "Remove it; it can make a text read differently from what it says.",
            kk: "Оны алып тастаңыз: ол мәтінді мазмұнынан басқаша көрсетуі мүмкін.",
            ru: "Удалите его: из-за него текст может читаться не так, как написан."
        )
    )

    /// `not-nfc`: `found` is not composed (NFC); it should be `wanted`.
    public static let notNFC = FindingCode(
        "not-nfc",
        .error,
        message: Sentence(
            en: "{found} is not composed (NFC); it should be {wanted}.",
            kk: "{found} құрама түрде (NFC) емес; {wanted} болуы керек.",
            ru: "{found} записано не в составной форме (NFC); должно быть {wanted}."
        ),
        help: Sentence(
            en: """
                Save the file in Unicode normalisation form C, for example with “uconv -x \
                any-nfc”.
                """,
            kk: "Файлды Юникодтың C нормалау түрінде сақтаңыз, мысалы «uconv -x any-nfc» арқылы.",
            ru: "Сохраните файл в форме нормализации C (NFC), например: «uconv -x any-nfc»."
        )
    )

    /// `empty-text`: The text is empty.
    public static let emptyText = FindingCode(
        "empty-text",
        .error,
        message: Sentence(
            en: "The text is empty.",
            kk: "Мәтін бос.",
            ru: "Текст пуст."
        ),
        help: Sentence(
            en: "Write the text of the edition.",
            kk: "Редакция мәтінін жазыңыз.",
            ru: "Напишите текст редакции."
        )
    )

    /// `nesting-too-deep`: Lists, quotations or marks such as emphasis are nested too deep.
    public static let nestingTooDeep = FindingCode(
        "nesting-too-deep",
        .error,
        message: Sentence(
            en: "Lists, quotations or emphasis are nested {found} deep here; {limit} is the most.",
            kk: "Тізімдер, дәйексөздер немесе мәтін белгілері мұнда {found} деңгейге дейін "
                + "кірістірілген; ең көбі {limit}.",
            ru: "Глубина вложенности списков, цитат или выделений здесь {found}; допустимо не "
                + "более {limit}."
        ),
        help: Sentence(
            en: "Write the text with fewer levels.",
            kk: "Деңгейлердің санын азайтыңыз.",
            ru: "Сократите число уровней."
        )
    )

    /// `brackets-open`: Too many square brackets are open at once.
    public static let bracketsOpen = FindingCode(
        "brackets-open",
        .error,
        message: Sentence(
            en: "{found} square brackets are open at once here; {limit} is the most.",
            kk: "Мұнда бір мезгілде {found} тік жақша ашық тұр; ең көбі {limit}.",
            ru: "Одновременно открытых квадратных скобок здесь {found}; допустимо не более {limit}."
        ),
        help: Sentence(
            en: "Close the brackets, or put a backslash before those that mean themselves (`\\[`).",
            kk: "Жақшаларды жабыңыз немесе жай таңба ретінде тұрғандарының алдына кері қиғаш сызық "
                + "қойыңыз (`\\[`).",
            ru: "Закройте скобки или поставьте обратную косую черту перед теми, которые служат "
                + "обычными знаками (`\\[`)."
        )
    )

    /// `layout-too-costly`: Too many blank lines in deep lists, or links around pictures.
    public static let layoutTooCostly = FindingCode(
        "layout-too-costly",
        .error,
        message: Sentence(
            en: "The text up to here would take libcmark too long: {found} steps, at most {limit}.",
            kk:
                "Осы жерге дейінгі мәтінді libcmark тым ұзақ өңдер еді: {found} қадам, ең көбі {limit}.",
            ru: "Текст до этого места libcmark обрабатывал бы слишком долго: шагов — {found}, "
                + "допустимо не более {limit}."
        ),
        help: Sentence(
            en: "Remove needless blank lines from deep lists, and links around many pictures.",
            kk: "Терең тізімдердегі артық бос жолдарды және көп суретті қамтитын сілтемелерді алып "
                + "тастаңыз.",
            ru: "Уберите лишние пустые строки из глубоких списков и ссылки, охватывающие много "
                + "изображений."
        )
    )
}
