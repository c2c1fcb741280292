internal import Kelisim
internal import KelisimText

/// What comments in a document with tracked changes say.
enum DocumentWords {
    static let comments: [BlockChange.Kind: Sentence] = [
        .moved: Sentence(
            en: "Moved: {old} → {new}.",
            kk: "Орны ауыстырылды: {old} → {new}.",
            ru: "Перемещено: {old} → {new}."
        ),
        .split: Sentence(
            en: "Split: {old} → {new}.",
            kk: "Бөлінді: {old} → {new}.",
            ru: "Разделено: {old} → {new}."
        ),
        .merged: Sentence(
            en: "Merged: {old} → {new}.",
            kk: "Біріктірілді: {old} → {new}.",
            ru: "Объединено: {old} → {new}."
        ),
        .formatting: Sentence(
            en: "Emphasis, links or structure changed; the new ones are shown.",
            kk: "Ерекшелеу, сілтемелер немесе құрылым өзгерді; жаңасы көрсетілген.",
            ru: "Изменены выделение, ссылки или структура; показаны новые."
        ),
    ]
}
