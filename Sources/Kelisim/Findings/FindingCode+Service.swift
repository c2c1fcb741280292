extension FindingCode {
    /// Why a request over HTTP is not answered as asked.
    static let service: [FindingCode] = [
        unauthenticated, forbidden, notFound, methodNotAllowed, notAcceptable, mediaType, malformed,
        invalidField, tooLarge, idempotencyKeyMissing, rateLimited, serviceUnavailable,
        notYetCovered, internalError, certificateUnusable, serviceSetting, tokenKeys,
        registryElsewhere,
    ]

    package static let serviceSetting = FindingCode(
        "service-setting",
        .error,
        message: Sentence(
            en: "{variable} can't be so.",
            kk: "{variable} мәні жарамсыз.",
            ru: "Недопустимое значение {variable}."
        ),
        help: Sentence(
            en: "KELISIM_LISTEN is “127.0.0.1:8080”, KELISIM_RATE_LIMIT “100/1s”, "
                + "KELISIM_ALLOWED_RETURN_ORIGINS a list such as “https://a.kz,https://b.kz”, "
                + "KELISIM_LOG_LEVEL trace, debug, info, notice, warning, error or critical, "
                + "KELISIM_LOG_FORMAT text or json; certificate and key, and token keys and "
                + "issuer, come in pairs.",
            kk: "KELISIM_LISTEN – «127.0.0.1:8080», KELISIM_RATE_LIMIT – «100/1s», "
                + "KELISIM_ALLOWED_RETURN_ORIGINS – «https://a.kz,https://b.kz» сияқты тізім, "
                + "KELISIM_LOG_LEVEL – trace, debug, info, notice, warning, error немесе "
                + "critical, KELISIM_LOG_FORMAT – text немесе json; сертификат пен кілті және "
                + "токен кілттері мен шығарушысы бірге беріледі.",
            ru: "KELISIM_LISTEN — «127.0.0.1:8080», KELISIM_RATE_LIMIT — «100/1s», "
                + "KELISIM_ALLOWED_RETURN_ORIGINS — список вида «https://a.kz,https://b.kz», "
                + "KELISIM_LOG_LEVEL — trace, debug, info, notice, warning, error или critical, "
                + "KELISIM_LOG_FORMAT — text или json; сертификат и ключ, а также ключи токенов "
                + "и их издатель указываются вместе."
        )
    )

    package static let tokenKeys = FindingCode(
        "token-keys",
        .error,
        message: Sentence(
            en: "This is no set of named Ed25519 keys.",
            kk: "Бұл – атауы бар Ed25519 кілттерінің жиыны емес.",
            ru: "Это не набор именованных ключей Ed25519."
        ),
        help: Sentence(
            en: "Give a JWK Set (RFC 7517) with the public keys, each with a kid.",
            kk: "Ашық кілттердің JWK Set (RFC 7517) файлын беріңіз, әрқайсысында kid болсын.",
            ru: "Укажите файл JWK Set (RFC 7517) с открытыми ключами, у каждого должен быть kid."
        )
    )

    package static let registryElsewhere = FindingCode(
        "registry-elsewhere",
        .error,
        message: Sentence(
            en: "Another process has the registry open; a service needs it for itself.",
            kk: "Тізілімді басқа процесс ашып тұр; қызметке ол түгел керек.",
            ru: "Реестр открыт другим процессом; службе он нужен целиком."
        ),
        help: Sentence(
            en: "Stop the other process, or use PostgreSQL for several services.",
            kk: "Басқа процесті тоқтатыңыз немесе бірнеше қызмет үшін PostgreSQL қолданыңыз.",
            ru: "Остановите другой процесс или используйте PostgreSQL для нескольких служб."
        )
    )

    package static let certificateUnusable = FindingCode(
        "certificate-unusable",
        .error,
        message: Sentence(
            en: "The certificate or its key can't be used: {reason}.",
            kk: "Сертификатты немесе оның кілтін қолдану мүмкін емес: {reason}.",
            ru: "Сертификат или его ключ не годится: {reason}."
        ),
        help: Sentence(
            en: "Give the files of a certificate chain and its private key in PEM.",
            kk: "Сертификаттар тізбегі мен оның жеке кілтінің PEM файлдарын беріңіз.",
            ru: "Укажите файлы цепочки сертификатов и закрытого ключа в формате PEM."
        )
    )

    package static let unauthenticated = FindingCode(
        "unauthenticated",
        .error,
        message: Sentence(
            en: "The request needs a key or a token that is good.",
            kk: "Сұрауға жарамды кілт немесе токен керек.",
            ru: "Для запроса нужен действующий ключ или токен."
        ),
        help: Sentence(
            en: "Send “Authorization: Bearer …” with a key from “kelisim key create”.",
            kk: "«kelisim key create» берген кілтпен «Authorization: Bearer …» өрісін "
                + "жіберіңіз.",
            ru: "Передайте «Authorization: Bearer …» с ключом, который выдала команда "
                + "«kelisim key create»."
        )
    )

    package static let forbidden = FindingCode(
        "forbidden",
        .error,
        message: Sentence(
            en: "This key or token may not do that.",
            kk: "Бұл кілттің немесе токеннің мұндай құқығы жоқ.",
            ru: "У этого ключа или токена нет на это права."
        ),
        help: Sentence(
            en: "The description at /openapi.json names the scope of every call.",
            kk: "Әр сұрауға қандай құқық керегін /openapi.json сипаттамасы айтады.",
            ru: "Какое право нужно для каждого запроса, сказано в описании /openapi.json."
        )
    )

    package static let notFound = FindingCode(
        "not-found",
        .error,
        message: Sentence(
            en: "There is nothing at this address.",
            kk: "Бұл мекенжайда ештеңе жоқ.",
            ru: "По этому адресу ничего нет."
        ),
        help: Sentence(
            en: "The description at /openapi.json lists the addresses.",
            kk: "Мекенжайлар тізімі /openapi.json сипаттамасында.",
            ru: "Адреса перечислены в описании /openapi.json."
        )
    )

    package static let methodNotAllowed = FindingCode(
        "method-not-allowed",
        .error,
        message: Sentence(
            en: "This address does not take the method {method}; it takes {allowed}.",
            kk: "Бұл мекенжай {method} әдісін қабылдамайды; қабылдайтыны: {allowed}.",
            ru: "Этот адрес не принимает метод {method}; он принимает {allowed}."
        ),
        help: Sentence(
            en: "Use one of those methods.",
            kk: "Сол әдістердің бірін қолданыңыз.",
            ru: "Используйте один из этих методов."
        )
    )

    package static let notAcceptable = FindingCode(
        "not-acceptable",
        .error,
        message: Sentence(
            en: "The answer can be had as {types}.",
            kk: "Жауаптың қолжетімді түрлері: {types}.",
            ru: "Ответ можно получить в виде {types}."
        ),
        help: Sentence(
            en: "Name one of these types in Accept.",
            kk: "Accept өрісінде осы түрлердің бірін атаңыз.",
            ru: "Укажите один из этих типов в поле Accept."
        )
    )

    package static let mediaType = FindingCode(
        "media-type",
        .error,
        message: Sentence(
            en: "The body must be JSON, sent as application/json.",
            kk: "Сұрау денесі application/json ретінде жіберілген JSON болуы керек.",
            ru: "Тело запроса должно быть в формате JSON и передаваться как "
                + "application/json."
        ),
        help: Sentence(
            en: "Set Content-Type: application/json.",
            kk: "Content-Type: application/json өрісін қойыңыз.",
            ru: "Укажите Content-Type: application/json."
        )
    )

    package static let malformed = FindingCode(
        "malformed",
        .error,
        message: Sentence(
            en: "The request can't be read: {reason}.",
            kk: "Сұрауды оқу мүмкін емес: {reason}.",
            ru: "Запрос не читается: {reason}."
        ),
        help: Sentence(
            en: "Send UTF-8 and JSON as RFC 8259 has it.",
            kk: "UTF-8 кодтауындағы, RFC 8259 талаптарына сай JSON жіберіңіз.",
            ru: "Передайте JSON по RFC 8259 в кодировке UTF-8."
        )
    )

    package static let invalidField = FindingCode(
        "invalid-field",
        .error,
        message: Sentence(
            en: "{pointer} can't be so: {reason}.",
            kk: "{pointer} мәні жарамсыз: {reason}.",
            ru: "Недопустимое значение {pointer}: {reason}."
        ),
        help: Sentence(
            en: "The description at /openapi.json says what it takes.",
            kk: "Қандай мән қажет екенін /openapi.json сипаттамасы айтады.",
            ru: "Какое значение нужно, сказано в описании /openapi.json."
        )
    )

    package static let tooLarge = FindingCode(
        "too-large",
        .error,
        message: Sentence(
            en: "The request is larger than {limit} bytes.",
            kk: "Сұрау {limit} байттан үлкен.",
            ru: "Запрос больше {limit} байт."
        ),
        help: Sentence(
            en: "Send less at once.",
            kk: "Бірден азырақ жіберіңіз.",
            ru: "Отправляйте за один раз меньше."
        )
    )

    package static let idempotencyKeyMissing = FindingCode(
        "idempotency-key-missing",
        .error,
        message: Sentence(
            en: "A decision needs an Idempotency-Key of 1 to 128 visible ASCII "
                + "characters.",
            kk: "Ерік білдіруге 1–128 көрінетін ASCII таңбасынан тұратын Idempotency-Key "
                + "керек.",
            ru: "Для волеизъявления нужен Idempotency-Key — от 1 до 128 видимых знаков "
                + "ASCII."
        ),
        help: Sentence(
            en: "Make a new one for each decision, and keep it for repeating.",
            kk: "Әр ерік білдіруге жаңасын жасап, қайталау үшін сақтап қойыңыз.",
            ru: "Создавайте новый для каждого волеизъявления и храните для повтора."
        )
    )

    package static let rateLimited = FindingCode(
        "rate-limited",
        .error,
        message: Sentence(
            en: "Too many requests.",
            kk: "Сұрау тым көп.",
            ru: "Слишком много запросов."
        ),
        help: Sentence(
            en: "Wait as long as Retry-After says.",
            kk: "Retry-After көрсеткен уақыт күтіңіз.",
            ru: "Подождите, сколько указано в Retry-After."
        )
    )

    package static let serviceUnavailable = FindingCode(
        "service-unavailable",
        .error,
        message: Sentence(
            en: "The registry can't be reached at the moment.",
            kk: "Тізілім қазір қолжетімсіз.",
            ru: "Реестр сейчас недоступен."
        ),
        help: Sentence(
            en: "Repeat the request, a decision under the same Idempotency-Key.",
            kk: "Сұрауды қайталаңыз, ерік білдіруді – сол Idempotency-Key-мен.",
            ru: "Повторите запрос, волеизъявление — с тем же Idempotency-Key."
        )
    )

    package static let notYetCovered = FindingCode(
        "not-yet-covered",
        .error,
        message: Sentence(
            en: "No checkpoint of the log covers the decision yet.",
            kk: "Журналдың бірде-бір бақылау нүктесі бұл ерік білдіруді әзірге "
                + "қамтымайды.",
            ru: "Ни одна контрольная точка журнала ещё не охватывает это волеизъявление."
        ),
        help: Sentence(
            en: "Ask again in a moment.",
            kk: "Сәлден кейін қайта сұраңыз.",
            ru: "Повторите чуть позже."
        )
    )

    package static let internalError = FindingCode(
        "internal",
        .error,
        message: Sentence(
            en: "The service has failed; the cause is in its log.",
            kk: "Қызмет істен шықты; себебі оның журналында.",
            ru: "В службе произошла ошибка; причина записана в её журнале."
        ),
        help: Sentence(
            en: "Tell the operator when it happened.",
            kk: "Операторға қашан болғанын айтыңыз.",
            ru: "Сообщите оператору, когда это случилось."
        )
    )
}
