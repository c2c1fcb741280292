extension FindingCode {
    /// What keeps a comparison from being shown as asked.
    static let diff: [FindingCode] = [
        binaryToTerminal, outputOverTexts, pandocMissing, pandocFailed,
    ]

    package static let binaryToTerminal = FindingCode(
        "binary-to-terminal",
        .error,
        message: Sentence(
            en: "A document in the format {format} cannot be read at a terminal.",
            kk: "{format} пішіміндегі құжатты терминалда оқу мүмкін емес.",
            ru: "Документ в формате {format} нельзя прочитать в терминале."
        ),
        help: Sentence(
            en: "Name a file with --output, or send the result to a file or another program.",
            kk: "--output арқылы файлды көрсетіңіз немесе нәтижені файлға не басқа бағдарламаға "
                + "бағыттаңыз.",
            ru: "Укажите файл с помощью --output или направьте результат в файл либо другой "
                + "программе."
        )
    )

    package static let outputOverTexts = FindingCode(
        "output-over-texts",
        .error,
        message: Sentence(
            en: "The result would be written over a compared text or into the policy repository.",
            kk: "Нәтиже салыстырылған мәтіннің үстіне немесе саясаттар репозиторийінің ішіне "
                + "жазылар еді.",
            ru: "Результат был бы записан поверх сравниваемого текста или внутрь репозитория "
                + "политик."
        ),
        help: Sentence(
            en: "Name another file with --output.",
            kk: "--output арқылы басқа файлды көрсетіңіз.",
            ru: "Укажите с помощью --output другой файл."
        )
    )

    package static let pandocMissing = FindingCode(
        "pandoc-missing",
        .error,
        message: Sentence(
            en: "The program pandoc, which writes documents for word processors, is not installed.",
            kk: "Мәтіндік редакторларға арналған құжаттарды жасайтын pandoc бағдарламасы "
                + "орнатылмаған.",
            ru: "Не установлена программа pandoc, которая создаёт документы для текстовых "
                + "редакторов."
        ),
        help: Sentence(
            en: "Install it (Debian: apt-get install pandoc), or choose another --format.",
            kk: "Оны орнатыңыз (Debian жүйесінде: apt-get install pandoc) немесе --format арқылы "
                + "басқа пішімді таңдаңыз.",
            ru: "Установите её (в Debian: apt-get install pandoc) или выберите другой формат с "
                + "помощью --format."
        )
    )

    package static let pandocFailed = FindingCode(
        "pandoc-failed",
        .error,
        message: Sentence(
            en: "The program pandoc did not finish the document: {reason}.",
            kk: "pandoc бағдарламасы құжатты аяқтай алмады: {reason}.",
            ru: "Программа pandoc не завершила документ: {reason}."
        ),
        help: Sentence(
            en: "Look whether `pandoc --version` says 2.17 or later, and whether there is room on "
                + "the disk.",
            kk: "`pandoc --version` 2.17 немесе одан кейінгі нұсқаны көрсететінін және дискіде бос "
                + "орын бар-жоғын тексеріңіз.",
            ru: "Проверьте, что `pandoc --version` показывает версию не ниже 2.17 и что на диске "
                + "есть свободное место."
        )
    )
}
