/// The codes about the form of YAML and JSON files.
extension FindingCode {
    static let repositoryMetadata: [FindingCode] = [
        .yamlSyntax, .jsonSyntax, .emptyFile, .severalDocuments, .yamlFeature, .tooDeep,
        .unknownKey, .misspelledKey, .duplicateKey, .missingKey, .emptyValue,
        .expectedMapping, .expectedList, .expectedText, .expectedBoolean, .expectedNumber,
        .valueNotAllowed,
    ]

    /// `yaml-syntax`: This is not valid YAML: `problem`.
    public static let yamlSyntax = FindingCode(
        "yaml-syntax",
        .error,
        message: Sentence(
            en: "This is not valid YAML: {problem}.",
            kk: "Бұл дұрыс YAML емес: {problem}.",
            ru: "Это неправильный YAML: {problem}."
        ),
        help: Sentence(
            en: "Check indentation, quotes and colons on this line and the one before.",
            kk: """
                Осы жолдағы және алдыңғы жолдағы шегіністі, тырнақшаларды және қос \
                нүктелерді тексеріңіз.
                """,
            ru: "Проверьте отступы, кавычки и двоеточия в этой строке и в предыдущей."
        )
    )

    /// `json-syntax`: This is not valid JSON: `problem`.
    public static let jsonSyntax = FindingCode(
        "json-syntax",
        .error,
        message: Sentence(
            en: "This is not valid JSON: {problem}.",
            kk: "Бұл дұрыс JSON емес: {problem}.",
            ru: "Это неправильный JSON: {problem}."
        ),
        help: Sentence(
            en: "Restore the file from the history of the repository; only Kelisim writes it.",
            kk: "Файлды репозиторий тарихынан қалпына келтіріңіз: оны тек Kelisim жазады.",
            ru: "Восстановите файл из истории репозитория: его пишет только Kelisim."
        )
    )

    /// `empty-file`: The file is empty.
    public static let emptyFile = FindingCode(
        "empty-file",
        .error,
        message: Sentence(
            en: "The file is empty.",
            kk: "Файл бос.",
            ru: "Файл пуст."
        ),
        help: Sentence(
            en: "Write what belongs in it, or remove it.",
            kk: "Тиісті мазмұнын жазыңыз немесе файлды алып тастаңыз.",
            ru: "Напишите в нём то, что нужно, или удалите его."
        )
    )

    /// `several-documents`: A second YAML document begins here.
    public static let severalDocuments = FindingCode(
        "several-documents",
        .error,
        message: Sentence(
            en: "A second YAML document begins here.",
            kk: "Осы жерден екінші YAML құжаты басталады.",
            ru: "Здесь начинается второй документ YAML."
        ),
        help: Sentence(
            en: "Keep one document in a file.",
            kk: "Бір файлда бір ғана құжат қалдырыңыз.",
            ru: "Оставьте в файле один документ."
        )
    )

    /// `yaml-feature`: “`token`” is a feature of YAML that is not accepted here.
    public static let yamlFeature = FindingCode(
        "yaml-feature",
        .error,
        message: Sentence(
            en: "“{token}” is a feature of YAML that is not accepted here.",
            kk: "«{token}» — мұнда қабылданбайтын YAML мүмкіндігі.",
            ru: "«{token}» — возможность YAML, которая здесь не принимается."
        ),
        help: Sentence(
            en: """
                Write the value out; anchors, aliases, tags, directives and keys that are \
                not plain text are not used. Put text that begins with such a sign in \
                quotes.
                """,
            kk: """
                Мәнді толық жазыңыз: зәкірлер, бүркеншік аттар, тегтер, директивалар және \
                қарапайым мәтін емес кілттер қолданылмайды. Мұндай белгіден басталатын \
                мәтінді тырнақшаға алыңыз.
                """,
            ru: """
                Запишите значение целиком: якоря, псевдонимы, теги, директивы и ключи, не \
                являющиеся простым текстом, не используются. Текст, который начинается с \
                такого знака, возьмите в кавычки.
                """
        )
    )

    /// `too-deep`: The values are nested deeper than `limit` levels.
    public static let tooDeep = FindingCode(
        "too-deep",
        .error,
        message: Sentence(
            en: "The values are nested deeper than {limit} levels.",
            kk: "Мәндер {limit} деңгейден терең кірістірілген.",
            ru: "Значения вложены глубже {limit} уровней."
        ),
        help: Sentence(
            en: "Make the structure flatter.",
            kk: "Құрылымды ықшамдаңыз.",
            ru: "Упростите структуру."
        )
    )

    /// `unknown-key`: There is no key “`key`”.
    public static let unknownKey = FindingCode(
        "unknown-key",
        .error,
        message: Sentence(
            en: "There is no key “{key}”.",
            kk: "«{key}» деген кілт жоқ.",
            ru: "Ключа «{key}» не существует."
        ),
        help: Sentence(
            en: "Remove it; the keys here are {known}.",
            kk: "Оны алып тастаңыз; мұндағы кілттер: {known}.",
            ru: "Удалите его; здесь возможны ключи: {known}."
        )
    )

    /// `misspelled-key`: There is no key “`key`”; “`nearest`” is probably meant.
    public static let misspelledKey = FindingCode(
        "misspelled-key",
        .error,
        message: Sentence(
            en: "There is no key “{key}”; “{nearest}” is probably meant.",
            kk: "«{key}» деген кілт жоқ; сірә, «{nearest}» болуы керек.",
            ru: "Ключа «{key}» не существует; вероятно, имеется в виду «{nearest}»."
        ),
        help: Sentence(
            en: "Correct the spelling; the keys here are {known}.",
            kk: "Жазылуын түзетіңіз; мұндағы кілттер: {known}.",
            ru: "Исправьте написание; здесь возможны ключи: {known}."
        )
    )

    /// `duplicate-key`: The key “`key`” stands here a second time.
    public static let duplicateKey = FindingCode(
        "duplicate-key",
        .error,
        message: Sentence(
            en: "The key “{key}” stands here a second time.",
            kk: "«{key}» кілті мұнда екінші рет жазылған.",
            ru: "Ключ «{key}» указан здесь повторно."
        ),
        help: Sentence(
            en: "Keep one of the two.",
            kk: "Екеуінің бірін қалдырыңыз.",
            ru: "Оставьте один из двух."
        )
    )

    /// `missing-key`: The key “`key`” is missing.
    public static let missingKey = FindingCode(
        "missing-key",
        .error,
        message: Sentence(
            en: "The key “{key}” is missing.",
            kk: "«{key}» кілті жоқ.",
            ru: "Нет ключа «{key}»."
        ),
        help: Sentence(
            en: "Add it.",
            kk: "Оны қосыңыз.",
            ru: "Добавьте его."
        )
    )

    /// `empty-value`: “`key`” has no value.
    public static let emptyValue = FindingCode(
        "empty-value",
        .error,
        message: Sentence(
            en: "“{key}” has no value.",
            kk: "«{key}» кілтінің мәні жоқ.",
            ru: "У ключа «{key}» нет значения."
        ),
        help: Sentence(
            en: "Write a value, or remove the key if it is optional.",
            kk: "Мәнін жазыңыз немесе кілт міндетті болмаса, оны алып тастаңыз.",
            ru: "Запишите значение или удалите ключ, если он необязателен."
        )
    )

    /// `expected-mapping`: “`key`” should hold keys with values.
    public static let expectedMapping = FindingCode(
        "expected-mapping",
        .error,
        message: Sentence(
            en: "“{key}” should hold keys with values.",
            kk: "«{key}» ішінде мәндері бар кілттер болуы керек.",
            ru: "В «{key}» должны быть ключи со значениями."
        ),
        help: Sentence(
            en: "Write it as {k: v}, or as indented lines “k: v”.",
            kk: "Оны {k: v} түрінде немесе шегініспен «k: v» жолдары ретінде жазыңыз.",
            ru: "Запишите в виде {k: v} или строками «k: v» с отступом."
        )
    )

    /// `expected-list`: “`key`” should hold a list.
    public static let expectedList = FindingCode(
        "expected-list",
        .error,
        message: Sentence(
            en: "“{key}” should hold a list.",
            kk: "«{key}» ішінде тізім болуы керек.",
            ru: "В «{key}» должен быть список."
        ),
        help: Sentence(
            en: "Write it as [a, b].",
            kk: "Оны [a, b] түрінде жазыңыз.",
            ru: "Запишите в виде [a, b]."
        )
    )

    /// `expected-text`: “`key`” should hold a text.
    public static let expectedText = FindingCode(
        "expected-text",
        .error,
        message: Sentence(
            en: "“{key}” should hold a text.",
            kk: "«{key}» ішінде мәтін болуы керек.",
            ru: "В «{key}» должен быть текст."
        ),
        help: Sentence(
            en: "Write one text, in quotes where it holds colons or brackets.",
            kk: "Бір мәтін жазыңыз; онда қос нүкте не жақша болса, тырнақшаға алыңыз.",
            ru: """
                Запишите один текст; если в нём есть двоеточия или скобки, возьмите его в \
                кавычки.
                """
        )
    )

    /// `expected-boolean`: “`key`” should be true or false.
    public static let expectedBoolean = FindingCode(
        "expected-boolean",
        .error,
        message: Sentence(
            en: "“{key}” should be true or false.",
            kk: "«{key}» мәні true немесе false болуы керек.",
            ru: "Значение «{key}» должно быть true или false."
        ),
        help: Sentence(
            en: "Write true or false without quotes.",
            kk: "Тырнақшасыз true немесе false деп жазыңыз.",
            ru: "Напишите true или false без кавычек."
        )
    )

    /// `expected-number`: “`key`” should be a whole number from `least` to `most`.
    public static let expectedNumber = FindingCode(
        "expected-number",
        .error,
        message: Sentence(
            en: "“{key}” should be a whole number from {least} to {most}.",
            kk: "«{key}» мәні {least}–{most} аралығындағы бүтін сан болуы керек.",
            ru: "Значение «{key}» должно быть целым числом от {least} до {most}."
        ),
        help: Sentence(
            en: "Write the number in digits, without quotes.",
            kk: "Санды цифрмен, тырнақшасыз жазыңыз.",
            ru: "Запишите число цифрами, без кавычек."
        )
    )

    /// `value-not-allowed`: “`key`” cannot be “`value`”.
    public static let valueNotAllowed = FindingCode(
        "value-not-allowed",
        .error,
        message: Sentence(
            en: "“{key}” cannot be “{value}”.",
            kk: "«{key}» мәні «{value}» бола алмайды.",
            ru: "Значение «{key}» не может быть «{value}»."
        ),
        help: Sentence(
            en: "Write one of: {allowed}.",
            kk: "Мыналардың бірін жазыңыз: {allowed}.",
            ru: "Укажите одно из значений: {allowed}."
        )
    )
}
