internal import Kelisim

extension Messages {
    static let logChecked = Sentence(
        en: "Log: {rows} rows, {erased} of them erased. Compared: tiles {tiles}, checkpoints "
            + "{checkpoints}.",
        kk: "Журнал: жазбалар – {rows}, оның ішінде өшірілгені – {erased}; салыстырылған "
            + "тақталар – "
            + "{tiles}, бақылау нүктелері – {checkpoints}.",
        ru: "Журнал: записей — {rows}, из них удалено — {erased}; сверено плиток — {tiles}, "
            + "контрольных точек — {checkpoints}."
    )
    static let receiptHolds = Sentence(
        en: "{file}: holds. {act} by {subject}, row {index} of {size}.",
        kk: "{file}: дұрыс. Субъект: {subject}, әрекет: {act}, журналдағы орны: {index}, "
            + "барлығы: {size}.",
        ru: "{file}: верна. Субъект: {subject}, действие: {act}, место в журнале: {index} "
            + "из {size}."
    )
    static let textHolds = Sentence(
        en: "The text at hand is the one that was decided on.",
        kk: "Қолдағы мәтін – ерік білдіру жасалған мәтін.",
        ru: "Имеющийся текст — тот, по которому выражена воля."
    )
    static let restored = Sentence(
        en: "Restored. Rows whose records are lost: {lost}; records erased again: {erased}.",
        kk: "Қалпына келтірілді. Мазмұны жоғалған жазбалар: {lost}; қайта өшірілгені: {erased}.",
        ru: "Восстановлено. Записей, содержание которых потеряно: {lost}; удалено повторно: "
            + "{erased}."
    )
}
