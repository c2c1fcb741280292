public import Kelisim
internal import KelisimText

/// Why a registry in PostgreSQL can't be opened.
public enum PostgresTrouble: Error, Hashable, Sendable {
    /// No server that takes writes could be reached, for this reason.
    case unreachable(String)
    /// The server did not do what it takes to open the registry, for this reason.
    case failed(String)
    /// A setting of the server lets it forget what it has confirmed.
    case notDurable(setting: String, value: String)
    /// The database was set up by version `found` of the schema; this program needs `known`, which is
    /// newer.
    case outdated(found: Int, known: Int)
    /// The database was set up by version `found` of the schema, and this program knows `known` at most.
    case tooNew(found: Int, known: Int)
    /// The database, which was to take over another registry, holds something already.
    case occupied
}

extension PostgresTrouble {
    /// What is wrong, with the facts in braces.
    public var message: Sentence {
        switch self {
        case .unreachable:
            Sentence(
                en: "No PostgreSQL server that takes writes can be reached: {reason}",
                kk: "Жазуға ашық PostgreSQL серверіне қосылу мүмкін болмады: {reason}",
                ru: "Не удалось подключиться к серверу PostgreSQL, открытому для записи: {reason}"
            )
        case .failed:
            Sentence(
                en: "The registry can't be opened: {reason}",
                kk: "Тізілімді ашу мүмкін болмады: {reason}",
                ru: "Не удалось открыть реестр: {reason}"
            )
        case .notDurable:
            Sentence(
                en:
                    "PostgreSQL is set to {setting} = {value}, so it could lose what it has confirmed.",
                kk: """
                    PostgreSQL-де {setting} = {value} деп бапталған, сондықтан ол растап қойған жазбаны \
                    жоғалтып алуы мүмкін.
                    """,
                ru: """
                    В PostgreSQL задано {setting} = {value}, поэтому он может потерять то, что уже \
                    подтвердил.
                    """
            )
        case .outdated:
            Sentence(
                en: "The database has version {found} of the schema, this program needs {known}.",
                kk: "Дерекқор схемасының нұсқасы — {found}, ал бұл бағдарламаға {known} керек.",
                ru: "У базы данных версия схемы {found}, а этой программе нужна {known}."
            )
        case .tooNew:
            Sentence(
                en: "The database has version {found} of the schema, this program knows {known}.",
                kk: "Дерекқор схемасының нұсқасы — {found}, ал бұл бағдарлама {known} ғана біледі.",
                ru: "У базы данных версия схемы {found}, а эта программа знает только {known}."
            )
        case .occupied:
            Sentence(
                en: "The database holds a registry already.",
                kk: "Дерекқорда тізілім бар.",
                ru: "В базе данных уже есть реестр."
            )
        }
    }

    /// What to do about it.
    public var help: Sentence {
        switch self {
        case .unreachable:
            Sentence(
                en: "Check the address, and that one of its servers is the primary.",
                kk: "Мекенжайды және ондағы серверлердің бірі негізгі екенін тексеріңіз.",
                ru: "Проверьте адрес и то, что один из серверов в нём основной."
            )
        case .failed:
            Sentence(
                en: "Give the role the right to create in the database, or correct what it says.",
                kk: "Рөлге дерекқорда нысан құру құқығын беріңіз немесе айтылған қатені түзетіңіз.",
                ru:
                    "Дайте роли право создавать объекты в базе данных или устраните указанную ошибку."
            )
        case .notDurable:
            Sentence(
                en: "Set {setting} to on, for the server, the database and the role.",
                kk: "{setting} баптауын сервер, дерекқор және рөл үшін on күйіне қойыңыз.",
                ru: "Задайте {setting} = on для сервера, базы данных и роли."
            )
        case .outdated:
            Sentence(
                en: "Make a backup, and run kelisim migrate.",
                kk: "Сақтық көшірме жасап, kelisim migrate пәрменін орындаңыз.",
                ru: "Сделайте резервную копию и выполните kelisim migrate."
            )
        case .tooNew:
            Sentence(
                en: "Use the newer version of Kelisim that the other processes use.",
                kk: "Өзге процестер пайдаланып тұрған Kelisim-нің жаңа нұсқасын қолданыңыз.",
                ru: "Используйте более новую версию Kelisim, как у остальных процессов."
            )
        case .occupied:
            Sentence(
                en: "Transfer into an empty database. Nothing was changed in this one.",
                kk: "Бос дерекқорға көшіріңіз. Мұнда ештеңе өзгертілген жоқ.",
                ru: "Переносите в пустую базу данных. В этой ничего не изменено."
            )
        }
    }

    /// The facts that stand for the braces.
    public var facts: [String: String] {
        switch self {
        case .unreachable(let reason), .failed(let reason): ["reason": reason]
        case .notDurable(let setting, let value): ["setting": setting, "value": value]
        case .outdated(let found, let known), .tooNew(let found, let known):
            ["found": String(found), "known": String(known)]
        case .occupied: [:]
        }
    }
}

extension PostgresTrouble: CustomStringConvertible {
    /// What is wrong and what to do, in English, for logs.
    public var description: String {
        "\(message.text(in: .en, facts)) \(help.text(in: .en, facts))"
    }
}
