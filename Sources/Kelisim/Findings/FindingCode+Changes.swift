extension FindingCode {
    /// What is found between the texts of an edition and those of the one it replaces.
    static let changes: [FindingCode] = [changedInOneLanguage, editorialChangesMeaning]

    static let changedInOneLanguage = FindingCode(
        "changed-in-one-language",
        .warning,
        message: Sentence(
            en: "{clause} was reworded in {other} since edition {edition}, but not in {language}.",
            kk: """
                {clause}: {edition}-редакциядан кейін {other} тіліндегі мәтіннің сөздері өзгерген, \
                ал {language} тіліндегі мәтін бұрынғыдай.
                """,
            ru: """
                {clause}: после редакции № {edition} формулировка на языке {other} изменена, \
                а на языке {language} — прежняя.
                """
        ),
        help: Sentence(
            en: """
                Make the same change in the {language} text; if only the translation was mended, \
                accept the warning in accepted.yaml.
                """,
            kk: """
                {language} тіліндегі мәтінге де сол өзгерісті енгізіңіз; тек аударма түзетілсе, \
                ескертуді accepted.yaml файлында қабылдаңыз.
                """,
            ru: """
                Внесите то же изменение в текст на языке {language}; если исправлен только \
                перевод, примите предупреждение в accepted.yaml.
                """
        )
    )

    static let editorialChangesMeaning = FindingCode(
        "editorial-changes-meaning",
        .error,
        message: Sentence(
            en: "The edition is editorial, yet {clause} says something else: {before} → {now}.",
            kk: """
                Түзету редакциялық деп көрсетілген, бірақ {clause} басқаша айтылған: \
                {before} → {now}.
                """,
            ru: """
                Правка названа редакционной, но {clause} теперь гласит иное: {before} → {now}.
                """
        ),
        help: Sentence(
            en: """
                Write “change: notice” or “change: reconsent”; if the meaning really is the same, say \
                why under editorialReason in edition.yaml.
                """,
            kk: """
                «change: notice» немесе «change: reconsent» деп жазыңыз; мағынасы шынымен \
                өзгермесе, неге екенін edition.yaml файлындағы editorialReason кілтінде түсіндіріңіз.
                """,
            ru: """
                Напишите «change: notice» или «change: reconsent»; если смысл действительно прежний, \
                объясните почему в ключе editorialReason файла edition.yaml.
                """
        )
    )
}
