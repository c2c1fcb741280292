internal import Kelisim
internal import KelisimText

/// What the commands say besides findings.
enum Messages {
    static let error = Sentence(en: "error", kk: "қате", ru: "ошибка")
    static let warning = Sentence(en: "warning", kk: "ескерту", ru: "предупреждение")
    static let nothingFound = Sentence(
        en: "No findings.",
        kk: "Ескертпе жоқ.",
        ru: "Замечаний нет."
    )
    static let workingFolder = Sentence(
        en: "The folder in which kelisim was run.",
        kk: "kelisim іске қосылған қалта.",
        ru: "Папка, в которой запущена команда kelisim."
    )

    static let published = Sentence(
        en: "Published: {file}\nIn force from {effectiveAt}.",
        kk: "Орналастырылды: {file}\nКүшіне енетін уақыты: {effectiveAt}.",
        ru: "Размещено: {file}\nВступает в силу: {effectiveAt}."
    )
    static let cancelled = Sentence(
        en: "Cancelled: {file}",
        kk: "Күші жойылды: {file}",
        ru: "Отменено: {file}"
    )
    static let repealed = Sentence(
        en: "Repealed: {file}\nOut of force from {effectiveAt}.",
        kk: "Күші жойылды деп танылды: {file}\nКүшін жоятын уақыты: {effectiveAt}.",
        ru: "Признано утратившим силу: {file}\nУтрачивает силу: {effectiveAt}."
    )
    static let begun = Sentence(
        en: "Edition {number} begun from edition {basedOn}:",
        kk: "{basedOn}-редакция негізінде {number}-редакция басталды:",
        ru: "Начата редакция № {number} на основе редакции № {basedOn}:"
    )
    static let imported = Sentence(
        en: "Imported: {file}\nTitle: {title}\nSections: {sections}, clauses: {clauses}, "
            + "points: {points}.",
        kk: "Импортталды: {file}\nАтауы: {title}\nБөлімдер: {sections}, тармақтар: {clauses}, "
            + "тізбе элементтері: {points}.",
        ru: "Импортировано: {file}\nНазвание: {title}\nРазделы: {sections}, пункты: {clauses}, "
            + "элементы перечней: {points}."
    )
    static let importComposed = Sentence(
        en: "Letters were composed (Unicode NFC).",
        kk: "Әріптер құрама түрге келтірілді (Unicode NFC).",
        ru: "Буквы приведены к составной форме (Unicode NFC)."
    )
    static let importNeedsPolicy = Sentence(
        en: "Still missing: policy.yaml with the title, operator and languages of the policy.",
        kk: "Саясаттың атауы, операторы мен тілдері жазылған policy.yaml файлы әлі жоқ.",
        ru: "Ещё нет файла policy.yaml с названием, оператором и языками политики."
    )
    static let justificationsBegun = Sentence(
        en: "Justifications: {file}; entries to be filled in: {count}.",
        kk: "Негіздемелер: {file}; толтырылатын жазбалар: {count}.",
        ru: "Обоснования: {file}; записей для заполнения: {count}."
    )
    static let nothingToJustify = Sentence(
        en: "Justifications: {file}; no entry is missing.",
        kk: "Негіздемелер: {file}; жетіспейтін жазба жоқ.",
        ru: "Обоснования: {file}; недостающих записей нет."
    )
    static let built = Sentence(
        en: "Site in {folder}: {written} files written, {unchanged} unchanged, {removed} removed.",
        kk: "Сайт {folder} қалтасында: {written} файл жазылды, {unchanged} файл өзгерген жоқ, "
            + "{removed} файл жойылды.",
        ru: "Сайт в папке {folder}: записано файлов — {written}, без изменений — {unchanged}, "
            + "удалено — {removed}."
    )
    static let stale = Sentence(
        en: "Build again at {instant}: pages change then.",
        kk: "Сайтты {instant} сәтінде қайта құрастырыңыз: сол кезде беттер өзгереді.",
        ru: "Соберите сайт заново {instant}: в этот момент страницы изменятся."
    )
    static let noPolicies = Sentence(
        en: "No policies in {folder}.",
        kk: "{folder} қалтасында саясат жоқ.",
        ru: "В папке {folder} нет политик."
    )

    static let accepted = Sentence(
        en: "Warnings accepted: {count}.",
        kk: "Қабылданған ескертулер: {count}.",
        ru: "Принято предупреждений: {count}."
    )

    static let states: [EditionState: Sentence] = [
        .draft: Sentence(en: "draft", kk: "жоба", ru: "проект"),
        .upcoming: Sentence(
            en: "not yet in force",
            kk: "күшіне енбеген",
            ru: "не вступила в силу"
        ),
        .inForce: Sentence(en: "in force", kk: "қолданыстағы", ru: "действующая"),
        .superseded: Sentence(en: "superseded", kk: "бұрынғы", ru: "прежняя"),
        .cancelled: Sentence(
            en: "cancelled",
            kk: "күшіне енгенге дейін күші жойылды",
            ru: "отменена до вступления в силу"
        ),
    ]
    static let serving = Sentence(
        en: "Serving {url} with {database} (Ctrl-C ends it)",
        kk: "Қызмет {url} мекенжайында жұмыс істеп тұр, дерекқор: {database} (аяқтау үшін Ctrl-C)",
        ru: "Служба работает: {url}, база данных: {database} (завершить: Ctrl-C)"
    )
    static let previewed = Sentence(
        en: "Preview: {url} (Ctrl-C ends it)",
        kk: "Алдын ала қарау: {url} (аяқтау үшін Ctrl-C)",
        ru: "Предварительный просмотр: {url} (завершить: Ctrl-C)"
    )
    static let repealedFrom = Sentence(
        en: "repealed from {instant}",
        kk: "{instant} сәтінен бастап күшін жояды",
        ru: "утрачивает силу с {instant}"
    )

    /// «2 errors, 1 warning».
    static func findings(errors: Int, warnings: Int, in language: WordingLanguage) -> String {
        switch language {
        case .en:
            "\(errors) error\(errors == 1 ? "" : "s"), "
                + "\(warnings) warning\(warnings == 1 ? "" : "s")."
        case .kk: "\(errors) қате, \(warnings) ескерту."
        case .ru:
            "\(errors) \(RussianPlural.form(errors, one: "ошибка", few: "ошибки", many: "ошибок")), "
                + "\(warnings) "
                + RussianPlural.form(
                    warnings,
                    one: "предупреждение",
                    few: "предупреждения",
                    many: "предупреждений"
                ) + "."
        }
    }
}
