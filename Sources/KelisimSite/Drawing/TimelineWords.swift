internal import Kelisim
internal import KelisimText

/// What the drawing of a timeline says besides dates.
enum TimelineWords {
    static let title = Sentence(
        en: "Timeline of the editions: {title}",
        kk: "Редакциялардың уақыт сызбасы: {title}",
        ru: "Шкала времени редакций: {title}"
    )
    static let moment = Sentence(
        en: "As of: {instant}",
        kk: "Көрсетілген сәт: {instant}",
        ru: "Состояние на момент: {instant}"
    )
    static let published = Sentence(
        en: "Published: {instant}.",
        kk: "Орналастырылған уақыты: {instant}.",
        ru: "Размещена: {instant}."
    )
    static let scheduled = Sentence(
        en: "Draft. To be published: {instant}.",
        kk: "Жоба. Орналастырылатын уақыты: {instant}.",
        ru: "Проект. Будет размещена: {instant}."
    )
    static let draft = Sentence(en: "Draft.", kk: "Жоба.", ru: "Проект.")
    static let cancelled = Sentence(
        en: "Cancelled before it came into force: {instant}.",
        kk: "Күшіне енгенге дейін күші жойылды: {instant}.",
        ru: "Отменена до вступления в силу: {instant}."
    )
    static let wasNeverInForce = Sentence(
        en: "Was never in force.",
        kk: "Қолданыста болған жоқ.",
        ru: "Не действовала."
    )
    static let willNeverBeInForce = Sentence(
        en: "Will never be in force.",
        kk: "Қолданыста болмайды.",
        ru: "Не будет действовать."
    )
    static let period = Sentence(
        en: "In force: {period}.",
        kk: "Қолданыста болған кезеңі: {period}.",
        ru: "Действовала: {period}."
    )
    static let repealed = Sentence(
        en: "The document ceases to be in force: {instant}",
        kk: "Құжаттың күшін жоятын уақыты: {instant}",
        ru: "Документ утрачивает силу: {instant}"
    )
    static let mark = Sentence(en: "publication", kk: "орналастыру", ru: "размещение")
}
