/// What can be in the way in the folder that a site is written to.
extension FindingCode {
    /// A file of somebody else where a page should go.
    public static let outputForeign = FindingCode(
        "output-foreign",
        .error,
        message: Sentence(
            en: "A file that kelisim did not write stands where the site needs one.",
            kk: "Сайт файлы жазылатын жерде kelisim жазбаған файл тұр.",
            ru: "Там, где нужен файл сайта, лежит файл, записанный не kelisim."
        ),
        help: Sentence(
            en: "Move it away, or build into another folder.",
            kk: "Оны басқа жерге көшіріңіз немесе сайтты басқа қалтаға құрастырыңыз.",
            ru: "Уберите его или соберите сайт в другую папку."
        )
    )

    /// A symbolic link, or something else that is no folder or file, in the output folder.
    public static let outputObstacle = FindingCode(
        "output-obstacle",
        .error,
        message: Sentence(
            en:
                "Something that is neither an ordinary file nor a folder, or the wrong one of them, "
                + "stands in the way (symbolic links are not followed).",
            kk: "Бұл жерде кәдімгі файл да, қалта да емес нәрсе, не файл орнында қалта, не "
                + "қалта орнында файл тұр (символдық сілтемелер ашылмайды).",
            ru: "Здесь стоит не обычный файл и не папка, либо папка вместо файла, либо файл "
                + "вместо папки (символические ссылки не открываются)."
        ),
        help: Sentence(
            en: "Move it away, or build into another folder.",
            kk: "Оны басқа жерге көшіріңіз немесе сайтты басқа қалтаға құрастырыңыз.",
            ru: "Уберите его или соберите сайт в другую папку."
        )
    )

    /// A `manifest.json` that no build wrote.
    public static let outputManifest = FindingCode(
        "output-manifest",
        .error,
        message: Sentence(
            en: "This file was not written by kelisim, or it was changed since.",
            kk: "Бұл файлды kelisim жазбаған немесе ол кейін өзгертілген.",
            ru: "Этот файл записан не kelisim или изменён после записи."
        ),
        help: Sentence(
            en: "Bring it back, or move it away and build again, or build into another folder.",
            kk: "Оны қалпына келтіріңіз, не алып тастап, сайтты қайта құрастырыңыз, не басқа "
                + "қалтаға құрастырыңыз.",
            ru: "Восстановите его, либо уберите и соберите сайт снова, либо соберите его в другую "
                + "папку."
        )
    )

    /// A file of an earlier build that was changed since and is no longer needed.
    public static let outputKept = FindingCode(
        "output-kept",
        .warning,
        message: Sentence(
            en: "The site no longer has this file, but it was changed since it was written, so it "
                + "stays.",
            kk:
                "Сайтта бұл файл енді жоқ, бірақ ол жазылғаннан кейін өзгертілген, сондықтан қалдырылды.",
            ru: "На сайте этого файла больше нет, но после записи он был изменён, поэтому оставлен."
        ),
        help: Sentence(
            en: "Remove it yourself if nobody needs it.",
            kk: "Ешкімге керек болмаса, өзіңіз жойыңыз.",
            ru: "Удалите его сами, если он никому не нужен."
        )
    )

    /// The output folder cannot be written to.
    public static let outputUnwritable = FindingCode(
        "output-unwritable",
        .error,
        message: Sentence(
            en: "Cannot be written: {reason}.",
            kk: "Жазу мүмкін емес: {reason}.",
            ru: "Не удаётся записать: {reason}."
        ),
        help: Sentence(
            en:
                "Check the rights to the output folder and the space on the disk, then build again.",
            kk: "Сайт қалтасына жазу құқығын және дискідегі бос орынды тексеріп, сайтты қайта "
                + "құрастырыңыз.",
            ru: "Проверьте права на папку сайта и место на диске, затем соберите снова."
        )
    )
}
