internal import Kelisim

// What the verbs say that keep a registry going.

extension Messages {
    static let keyCreated = Sentence(
        en: "The API key {key}, with the scopes {scopes}. Its secret is not kept and not shown "
            + "again; whoever has it may do so much.",
        kk: "{key} API кілті, рұқсаттары: {scopes}. Құпия мәні сақталмайды және қайта "
            + "көрсетілмейді; оны білген әркім осы рұқсаттарды пайдалана алады.",
        ru: "Ключ API {key}, права: {scopes}. Секретное значение не хранится и больше не "
            + "показывается; каждый, у кого оно есть, получает эти права."
    )
    static let keyRevoked = Sentence(
        en: "The API key {key} is revoked since {instant}.",
        kk: "{key} API кілтінің күші жойылған, уақыты: {instant}.",
        ru: "Ключ API {key} отозван: {instant}."
    )
    static let noKeys = Sentence(
        en: "There are no API keys; “kelisim key create” makes one.",
        kk: "API кілттері жоқ; кілтті «kelisim key create» жасайды.",
        ru: "Ключей API нет; ключ создаёт «kelisim key create»."
    )
    static let keyMade = Sentence(
        en: "made {instant}",
        kk: "жасалғаны: {instant}",
        ru: "создан {instant}"
    )
    static let keyUsed = Sentence(
        en: "used last {instant}",
        kk: "соңғы қолданылғаны: {instant}",
        ru: "последнее использование {instant}"
    )
    static let keyUnused = Sentence(
        en: "never used",
        kk: "қолданылмаған",
        ru: "не использовался"
    )
    static let keyEnded = Sentence(
        en: "revoked {instant}",
        kk: "күші жойылғаны: {instant}",
        ru: "отозван {instant}"
    )
    static let keyGood = Sentence(en: "good", kk: "жарамды", ru: "действует")
    static let tablesMade = Sentence(
        en: "The database was empty. Its tables have version {version} now.",
        kk: "Дерекқор бос еді. Енді кестелерінің нұсқасы – {version}.",
        ru: "База данных была пустой. Теперь версия её таблиц — {version}."
    )
    static let tablesNewest = Sentence(
        en: "The tables have the newest version, {version}, already.",
        kk: "Кестелердің нұсқасы онсыз да ең жаңа: {version}.",
        ru: "Версия таблиц и так самая новая: {version}."
    )
    static let tablesMigrated = Sentence(
        en: "The tables had version {found} and have version {version} now.",
        kk: "Кестелердің нұсқасы {found} еді, енді {version} болды.",
        ru: "Версия таблиц была {found}, теперь {version}."
    )
    static let keyRotated = Sentence(
        en:
            "The log is signed by a new key from now on. The old one is kept in {path}; what it has "
            + "signed is verified with {old}",
        kk: "Енді журналға жаңа кілтпен қол қойылады. Ескі кілт {path} файлында сақтаулы; ол қол "
            + "қойғандары мына кілтпен тексеріледі: {old}",
        ru: "Теперь журнал подписывает новый ключ. Старый хранится в файле {path}; подписанное им "
            + "проверяется ключом {old}"
    )
    static let transferred = Sentence(
        en: "Copied to {target} and compared: {size} rows, root {root}.",
        kk: "{target} дерекқорына көшіріліп, салыстырылды: жазбалар – {size}, түбірі – {root}.",
        ru: "Скопировано в {target} и сверено: записей — {size}, корень — {root}."
    )
    static let afterTransfer = Sentence(
        en: "Set KELISIM_DATABASE to the new address, and KELISIM_LOG_KEY to {key}. Write nothing "
            + "to the old database any more.",
        kk: "KELISIM_DATABASE мәніне жаңа мекенжайды, KELISIM_LOG_KEY мәніне {key} жолын қойыңыз. "
            + "Ескі дерекқорға енді ештеңе жазбаңыз.",
        ru: "Задайте в KELISIM_DATABASE новый адрес, а в KELISIM_LOG_KEY — {key}. В старую базу "
            + "данных больше ничего не записывайте."
    )
}
