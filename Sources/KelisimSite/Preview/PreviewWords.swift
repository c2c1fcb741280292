internal import Kelisim

/// What a preview says around the pages of the site.
enum PreviewWords {
    static let title = Sentence(
        en: "Preview",
        kk: "Алдын ала қарау",
        ru: "Предварительный просмотр"
    )
    static let counts = Sentence(
        en: "errors: {errors}, warnings: {warnings}",
        kk: "қателер: {errors}, ескертулер: {warnings}",
        ru: "ошибок: {errors}, предупреждений: {warnings}"
    )
    static let desk = Sentence(en: "Overview", kk: "Жалпы көрініс", ru: "Обзор")
    static let site = Sentence(en: "To the site", kk: "Сайтқа өту", ru: "К сайту")
    static let moment = Sentence(
        en: "As of {instant}, drafts as if published then.",
        kk: "Көрсетілген сәт: {instant}. Жобалар сол сәтте орналастырылғандай көрсетіледі.",
        ru: "Состояние на {instant}; проекты показаны так, как если бы их разместили в этот момент."
    )
    static let error = Sentence(en: "Error", kk: "Қате", ru: "Ошибка")
    static let warning = Sentence(en: "Warning", kk: "Ескерту", ru: "Предупреждение")
    static let findings = Sentence(
        en: "What to look at",
        kk: "Назар аударылатын жайттар",
        ru: "На что обратить внимание"
    )
    static let nothing = Sentence(
        en: "Nothing was found.",
        kk: "Ештеңе табылған жоқ.",
        ru: "Замечаний нет."
    )
    static let editions = Sentence(en: "Editions", kk: "Редакциялар", ru: "Редакции")
    static let sideBySide = Sentence(
        en: "side by side",
        kk: "мәтіндерді қатар қарау",
        ru: "тексты рядом"
    )
    static let unavailable = Sentence(
        en: "The pages can't be shown",
        kk: "Беттерді көрсету мүмкін емес",
        ru: "Страницы показать нельзя"
    )
    static let mend = Sentence(
        en: "Mend this and save: the page comes back by itself.",
        kk: "Осыны түзетіп сақтаңыз: бет өзі қайта ашылады.",
        ru: "Исправьте это и сохраните: страница откроется сама."
    )
    static let missing = Sentence(
        en: "There is no such page",
        kk: "Мұндай бет жоқ",
        ru: "Такой страницы нет"
    )
}
