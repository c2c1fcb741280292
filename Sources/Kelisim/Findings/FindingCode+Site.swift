/// What can be wrong with a site: its address, its look, and the folder it is written to.
extension FindingCode {
    // MARK: - The address

    /// A base URL without `http://` or `https://`.
    public static let siteURLScheme = FindingCode(
        "site-url-scheme",
        .error,
        message: Sentence(
            en: "The base URL “{url}” does not begin with https:// or http://.",
            kk: "«{url}» негізгі мекенжайы https:// немесе http:// деп басталмайды.",
            ru: "Базовый адрес «{url}» не начинается с https:// или http://."
        ),
        help: Sentence(
            en: "Write the whole address of the site, such as https://example.kz/legal/.",
            kk: "Сайттың толық мекенжайын жазыңыз, мысалы https://example.kz/legal/.",
            ru: "Напишите полный адрес сайта, например https://example.kz/legal/."
        )
    )

    /// A base URL without a host, or with one that cannot be.
    public static let siteURLHost = FindingCode(
        "site-url-host",
        .error,
        message: Sentence(
            en: "The base URL “{url}” names no valid host.",
            kk: "«{url}» негізгі мекенжайында дұрыс хост аты жоқ.",
            ru: "В базовом адресе «{url}» нет правильного имени узла."
        ),
        help: Sentence(
            en: "Write a host, and a port if needed, without user name and password.",
            kk: "Хостты, қажет болса портты жазыңыз; пайдаланушы аты мен құпиясөз жазылмайды.",
            ru: "Укажите узел и, если нужно, порт, без имени пользователя и пароля."
        )
    )

    /// A base URL with a query or a fragment.
    public static let siteURLQuery = FindingCode(
        "site-url-query",
        .error,
        message: Sentence(
            en: "The base URL “{url}” has a query or a fragment.",
            kk: "«{url}» негізгі мекенжайында сұрау немесе фрагмент бар.",
            ru: "В базовом адресе «{url}» есть запрос или фрагмент."
        ),
        help: Sentence(
            en: "Remove everything from “?” or “#” on.",
            kk: "«?» немесе «#» белгісінен бастап бәрін алып тастаңыз.",
            ru: "Уберите всё начиная с «?» или «#»."
        )
    )

    /// A base URL with a path that cannot stand before the pages of a site.
    public static let siteURLPath = FindingCode(
        "site-url-path",
        .error,
        message: Sentence(
            en: "The path in the base URL “{url}” is not usable.",
            kk: "«{url}» негізгі мекенжайындағы жол жарамсыз.",
            ru: "Путь в базовом адресе «{url}» не годится."
        ),
        help: Sentence(
            en:
                "Use folder names of letters, digits, “-”, “_”, “.”, “~” and %XX; no “..”, no “//”.",
            kk: "Қалта аттарында әріптер, цифрлар, «-», «_», «.», «~», %XX болсын; «..» және «//» "
                + "болмасын.",
            ru: "Имена папок — из букв, цифр, «-», «_», «.», «~» и %XX; без «..» и «//»."
        )
    )

    // MARK: - Templates, strings and static files

    /// A template that the site needs is not there.
    public static let siteTemplateMissing = FindingCode(
        "site-template-missing",
        .error,
        message: Sentence(
            en: "The template “{name}” is missing.",
            kk: "«{name}» үлгісі жоқ.",
            ru: "Нет шаблона «{name}»."
        ),
        help: Sentence(
            en: "Add the file, for example from the default look in Kelisim's folder site/.",
            kk: "Файлды қосыңыз, мысалы Kelisim жобасының site/ қалтасындағы әдепкі көріністен.",
            ru: "Добавьте файл, например из стандартного оформления в папке site/ проекта Kelisim."
        )
    )

    /// A template that Mustache cannot read.
    public static let siteTemplateSyntax = FindingCode(
        "site-template-syntax",
        .error,
        message: Sentence(
            en: "The template cannot be read at “{tag}”.",
            kk: "Үлгі «{tag}» жерінде оқылмайды.",
            ru: "Шаблон не читается в месте «{tag}»."
        ),
        help: Sentence(
            en: "Every {{ needs its }}, every section and block its end tag with the same name.",
            kk: "Әр {{ белгісіне }} белгісі, әр бөлім мен блокқа аттас жабу тегі керек.",
            ru:
                "У каждого {{ должно быть }}, у каждой секции и блока — закрывающий тег с тем же именем."
        )
    )

    /// A Mustache feature that templates of a site may not use.
    public static let siteTemplateFeature = FindingCode(
        "site-template-feature",
        .error,
        message: Sentence(
            en: "“{tag}” is not available in the templates of a site.",
            kk: "«{tag}» сайт үлгілерінде қолданылмайды.",
            ru: "«{tag}» в шаблонах сайта не применяется."
        ),
        help: Sentence(
            en: "Use variables, sections, comments, partials and blocks; in a list also first(), "
                + "last(), even() and odd().",
            kk:
                "Айнымалыларды, бөлімдерді, түсініктемелерді, ішкі үлгілер мен блоктарды қолданыңыз; "
                + "тізімде — сондай-ақ first(), last(), even() және odd().",
            ru:
                "Используйте переменные, секции, комментарии, вложенные шаблоны и блоки; в списке — "
                + "ещё first(), last(), even() и odd()."
        )
    )

    /// A template includes one that does not exist.
    public static let siteTemplatePartial = FindingCode(
        "site-template-partial",
        .error,
        message: Sentence(
            en: "The template includes “{name}”, which does not exist.",
            kk: "Бұл үлгі «{name}» үлгісін қосады, бірақ ондай үлгі жоқ.",
            ru: "Шаблон включает шаблон «{name}», которого нет."
        ),
        help: Sentence(
            en: "Add templates/{name}.mustache or correct the name; there are: {known}.",
            kk: "templates/{name}.mustache файлын қосыңыз немесе атын түзетіңіз; барлары: {known}.",
            ru: "Добавьте templates/{name}.mustache или исправьте имя; есть: {known}."
        )
    )

    /// A template includes itself.
    public static let siteTemplateCycle = FindingCode(
        "site-template-cycle",
        .error,
        message: Sentence(
            en: "The template “{name}” includes itself.",
            kk: "«{name}» үлгісі өзін-өзі қосады.",
            ru: "Шаблон «{name}» включает сам себя."
        ),
        help: Sentence(
            en: "Break the circle: a page would never end.",
            kk: "Тұйық тізбекті үзіңіз: әйтпесе бет ешқашан бітпейді.",
            ru: "Разорвите цикл: иначе страница никогда не закончится."
        )
    )

    /// A template names something that its page does not have.
    public static let siteTemplateVariable = FindingCode(
        "site-template-variable",
        .error,
        message: Sentence(
            en: "“{name}” is not known here on the page “{page}”.",
            kk: "«{page}» бетінің бұл жерінде «{name}» деген айнымалы жоқ.",
            ru: "На странице «{page}» в этом месте нет переменной «{name}»."
        ),
        help: Sentence(
            en: "Correct the name; known here: {known}.",
            kk: "Атын түзетіңіз; мұнда барлары: {known}.",
            ru: "Исправьте имя; здесь есть: {known}."
        )
    )

    /// A template prints something in a way that does not fit it.
    public static let siteTemplateUse = FindingCode(
        "site-template-use",
        .error,
        message: Sentence(
            en: "“{tag}” does not fit: on the page “{page}” it should be {right}.",
            kk: "«{tag}» дұрыс емес: «{page}» бетінде {right} болуы керек.",
            ru: "«{tag}» не подходит: на странице «{page}» должно быть {right}."
        ),
        help: Sentence(
            en:
                "{{name}} prints text, {{{name}}} finished HTML, {{#name}} opens a list, a group or a "
                + "condition.",
            kk:
                "{{name}} мәтінді, {{{name}}} дайын HTML-ді шығарады, {{#name}} тізімді, топты немесе "
                + "шартты ашады.",
            ru:
                "{{name}} выводит текст, {{{name}}} — готовый HTML, {{#name}} открывает список, группу "
                + "или условие."
        )
    )

    /// A string that a template uses is missing in a language.
    public static let siteStringMissing = FindingCode(
        "site-string-missing",
        .error,
        message: Sentence(
            en: "The string “{key}” is missing in the language “{language}” ({file}).",
            kk: "«{key}» жолы «{language}» тілінде жоқ ({file}).",
            ru: "На языке «{language}» нет строки «{key}» ({file})."
        ),
        help: Sentence(
            en: "Add the line “{key}: …” to {file}.",
            kk: "{file} файлына «{key}: …» жолын қосыңыз.",
            ru: "Добавьте в {file} строку «{key}: …»."
        )
    )

    /// A string that no template uses.
    public static let siteStringUnknown = FindingCode(
        "site-string-unknown",
        .warning,
        message: Sentence(
            en: "No template uses the string “{key}”.",
            kk: "«{key}» жолын ешбір үлгі қолданбайды.",
            ru: "Строку «{key}» не использует ни один шаблон."
        ),
        help: Sentence(
            en: "Correct the key or remove the line.",
            kk: "Кілтті түзетіңіз немесе жолды алып тастаңыз.",
            ru: "Исправьте ключ или уберите строку."
        )
    )

    /// There is no file of strings for a language of a policy.
    public static let siteStringsMissing = FindingCode(
        "site-strings-missing",
        .error,
        message: Sentence(
            en: "The site has no strings in the language “{language}” of the policy “{policy}”.",
            kk: "Сайтта «{policy}» саясатына қажет «{language}» тіліндегі жолдар жоқ.",
            ru: "У сайта нет строк на языке «{language}», нужном политике «{policy}»."
        ),
        help: Sentence(
            en: "Add the file {file} with the keys of the other languages.",
            kk: "Басқа тілдердегі кілттермен {file} файлын қосыңыз.",
            ru: "Добавьте файл {file} с ключами других языков."
        )
    )

    /// A file in the folder of a site that nothing will read.
    public static let siteFileIgnored = FindingCode(
        "site-file-ignored",
        .warning,
        message: Sentence(
            en:
                "The file is not used: its name is not that of a template, of strings or of settings.",
            kk: "Файл қолданылмайды: аты бойынша ол үлгі де, жолдар да, баптаулар да емес.",
            ru: "Файл не используется: судя по имени, это не шаблон, не строки и не настройки."
        ),
        help: Sentence(
            en:
                "Templates are templates/NAME.mustache, strings are strings/LANGUAGE.yaml, settings "
                + "are site.yaml.",
            kk:
                "Үлгілер — templates/АТЫ.mustache, жолдар — strings/ТІЛ.yaml, баптаулар — site.yaml.",
            ru:
                "Шаблоны — templates/ИМЯ.mustache, строки — strings/ЯЗЫК.yaml, настройки — site.yaml."
        )
    )

    /// A language in `site.yaml` that there are no strings in.
    public static let siteLanguageUnknown = FindingCode(
        "site-language-unknown",
        .error,
        message: Sentence(
            en: "The site has no strings in the language “{language}”.",
            kk: "Сайтта «{language}» тіліндегі жолдар жоқ.",
            ru: "У сайта нет строк на языке «{language}»."
        ),
        help: Sentence(
            en: "Add strings/{language}.yaml, or take the language off the list.",
            kk: "strings/{language}.yaml файлын қосыңыз немесе бұл тілді тізімнен алып тастаңыз.",
            ru: "Добавьте strings/{language}.yaml или уберите язык из списка."
        )
    )

    /// A policy that stands twice in the order of policies.
    public static let sitePolicyTwice = FindingCode(
        "site-policy-twice",
        .error,
        message: Sentence(
            en: "The policy “{policy}” is listed twice.",
            kk: "«{policy}» саясаты тізімде екі рет тұр.",
            ru: "Политика «{policy}» стоит в списке дважды."
        ),
        help: Sentence(
            en: "Keep it once, where it is to stand.",
            kk: "Оны керекті орнында бір рет қана қалдырыңыз.",
            ru: "Оставьте её один раз, на нужном месте."
        )
    )

    /// A symbolic link that leaves the folder of a site or leads nowhere.
    public static let siteLinkLeaves = FindingCode(
        "site-link-leaves",
        .error,
        message: Sentence(
            en: "The symbolic link leaves the folder of the site or leads nowhere.",
            kk: "Символдық сілтеме сайт қалтасынан шығып кетеді немесе ешқайда апармайды.",
            ru: "Символическая ссылка выводит из папки сайта или никуда не ведёт."
        ),
        help: Sentence(
            en: "Put the file itself into the folder.",
            kk: "Қалтаға файлдың өзін салыңыз.",
            ru: "Положите в папку сам файл."
        )
    )

    /// A template that is not UTF-8.
    public static let siteTemplateEncoding = FindingCode(
        "site-template-encoding",
        .error,
        message: Sentence(
            en: "The template is not valid UTF-8.",
            kk: "Үлгі UTF-8 кодтауында емес.",
            ru: "Шаблон не в кодировке UTF-8."
        ),
        help: Sentence(
            en: "Save the file in UTF-8.",
            kk: "Файлды UTF-8 кодтауымен сақтаңыз.",
            ru: "Сохраните файл в кодировке UTF-8."
        )
    )

    /// A file among the static ones whose name cannot be part of an address.
    public static let siteFileName = FindingCode(
        "site-file-name",
        .error,
        message: Sentence(
            en: "The name cannot be part of an address on the site.",
            kk: "Бұл ат сайттағы мекенжайдың бөлігі бола алмайды.",
            ru: "Это имя не может быть частью адреса на сайте."
        ),
        help: Sentence(
            en: "Use a name without quotation marks, backslashes and control characters.",
            kk: "Тырнақшасыз, кері қиғаш сызықсыз және басқару таңбаларынсыз ат қойыңыз.",
            ru: "Дайте имя без кавычек, обратных косых черт и управляющих символов."
        )
    )

    // MARK: - The pages

    /// A published edition without a text that it should have.
    public static let siteTextMissing = FindingCode(
        "site-text-missing",
        .error,
        message: Sentence(
            en:
                "Edition {edition} is published in the language “{language}”, but its text is missing.",
            kk: "{edition}-редакция «{language}» тілінде орналастырылған, бірақ мәтіні жоқ.",
            ru: "Редакция № {edition} размещена на языке «{language}», но её текста нет."
        ),
        help: Sentence(
            en: "Bring the file back as it was published.",
            kk: "Файлды орналастырылған күйінде қайтарыңыз.",
            ru: "Верните файл таким, каким он был размещён."
        )
    )

    /// A published text that is not the one that was published.
    public static let siteTextChanged = FindingCode(
        "site-text-changed",
        .error,
        message: Sentence(
            en: "The published text was changed: expected {expected}, found {actual}.",
            kk: "Орналастырылған мәтін өзгертілген: күтілгені {expected}, табылғаны {actual}.",
            ru: "Размещённый текст изменён: ожидалось {expected}, найдено {actual}."
        ),
        help: Sentence(
            en: "Bring the file back as it was published; a correction takes a new edition.",
            kk: "Файлды орналастырылған күйінде қайтарыңыз; түзету үшін жаңа редакция керек.",
            ru: "Верните файл таким, каким он был размещён; для исправления нужна новая редакция."
        )
    )

    /// A published text beyond the limits of what can be shown.
    public static let siteTextLimit = FindingCode(
        "site-text-limit",
        .error,
        message: Sentence(
            en: "The text is beyond the limits of what can be shown: {found}, at most {limit}.",
            kk: "Мәтін көрсетуге болатын шектен асады: {found}, ең көбі {limit}.",
            ru: "Текст превышает пределы того, что можно показать: {found}, не более {limit}."
        ),
        help: Sentence(
            en: "Run `kelisim check`, which names the place.",
            kk: "`kelisim check` командасын іске қосыңыз: ол нақты жерін көрсетеді.",
            ru: "Запустите `kelisim check`: команда укажет место."
        )
    )

    /// Everything that can be wrong with a site.
    public static let site: [FindingCode] = [
        .siteURLScheme, .siteURLHost, .siteURLQuery, .siteURLPath,
        .siteTemplateMissing, .siteTemplateSyntax, .siteTemplateFeature, .siteTemplatePartial,
        .siteTemplateCycle, .siteTemplateVariable, .siteTemplateUse,
        .siteStringMissing, .siteStringUnknown, .siteStringsMissing,
        .siteLanguageUnknown, .sitePolicyTwice,
        .siteTemplateEncoding, .siteFileIgnored, .siteFileName, .siteLinkLeaves,
        .siteTextMissing, .siteTextChanged, .siteTextLimit,
        .outputForeign, .outputObstacle, .outputManifest, .outputKept, .outputUnwritable,
    ]
}
