extension FindingCode {
    /// What keeps a backup from being made or restored.
    static let backups: [FindingCode] = [
        postgresNotOpened,
        fileExists, notForPostgres,
    ]

    package static let fileExists = FindingCode(
        "file-exists",
        .error,
        message: Sentence(
            en: "There is a file already.",
            kk: "Мұнда файл бұрыннан бар.",
            ru: "Здесь уже есть файл."
        ),
        help: Sentence(
            en: "Name another one, or move this one away; nothing was changed.",
            kk: "Басқа файлды көрсетіңіз немесе мұны басқа жерге ауыстырыңыз; ештеңе "
                + "өзгертілген жоқ.",
            ru: "Укажите другой или переместите этот; ничего не изменено."
        )
    )

    package static let notForPostgres = FindingCode(
        "not-for-postgresql",
        .error,
        message: Sentence(
            en: "PostgreSQL has its own tools for this.",
            kk: "Бұл үшін PostgreSQL-дің өз құралдары бар.",
            ru: "Для этого у PostgreSQL есть собственные средства."
        ),
        help: Sentence(
            en: "See Documentation/postgresql.md.",
            kk: "Documentation/postgresql.md құжатын қараңыз.",
            ru: "См. Documentation/postgresql.md."
        )
    )

    package static let postgresNotOpened = FindingCode(
        "postgresql-not-opened",
        .error,
        message: Sentence(
            en: "PostgreSQL: {message}",
            kk: "PostgreSQL дерекқоры: {message}",
            ru: "База данных PostgreSQL: {message}"
        ),
        help: Sentence(
            en: "What to do: {help}",
            kk: "Не істеу керек: {help}",
            ru: "Что делать: {help}"
        )
    )
}
