internal import Kelisim

// What the values of the registry are called.

extension Standing.State {
    /// The state, in words.
    var sentence: Sentence {
        switch self {
        case .none:
            Sentence(
                en: "nothing in force",
                kk: "қолданыстағы редакция жоқ",
                ru: "нет действующей редакции"
            )
        case .current: Sentence(en: "agreed", kk: "келісім берілген", ru: "согласие дано")
        case .withdrawn:
            Sentence(en: "withdrawn", kk: "кері қайтарып алынды", ru: "отозвано")
        case .declined: Sentence(en: "declined", kk: "бас тартылды", ru: "отказ")
        case .unanswered: Sentence(en: "unanswered", kk: "жауап берілмеген", ru: "нет ответа")
        case .overdue: Sentence(en: "overdue", kk: "мерзімі өтті", ru: "срок истёк")
        case .due:
            Sentence(en: "agreement required", kk: "келісім қажет", ru: "требуется согласие")
        }
    }
}

extension Act {
    /// The act, in words.
    var sentence: Sentence {
        switch self {
        case .accepted: Sentence(en: "accepted", kk: "қабылданды", ru: "принято")
        case .declined: Sentence(en: "declined", kk: "бас тартылды", ru: "отказ")
        case .withdrawn:
            Sentence(en: "withdrawn", kk: "кері қайтарып алынды", ru: "отозвано")
        case .notified: Sentence(en: "notified", kk: "хабарланды", ru: "уведомлено")
        }
    }
}

extension DecisionMethod {
    /// The method, in words.
    var sentence: Sentence {
        switch self {
        case .implied: Sentence(en: "by use", kk: "пайдалану арқылы", ru: "использованием")
        case .click: Sentence(en: "click", kk: "түймені басу", ru: "нажатие кнопки")
        case .signature:
            Sentence(en: "signature", kk: "электрондық қолтаңба", ru: "электронная подпись")
        case .paper: Sentence(en: "on paper", kk: "қағаз жүзінде", ru: "на бумаге")
        case .imported:
            Sentence(en: "imported", kk: "басқа жүйеден көшірілген", ru: "из другой системы")
        case .screen: Sentence(en: "on screen", kk: "экранда", ru: "на экране")
        case .email: Sentence(en: "e-mail", kk: "электрондық пошта", ru: "электронная почта")
        case .sms: Sentence(en: "text message", kk: "SMS-хабарлама", ru: "СМС")
        case .letter: Sentence(en: "letter", kk: "хат", ru: "письмо")
        }
    }
}

extension Guardianship.Basis {
    /// The ground, in words.
    var sentence: Sentence {
        switch self {
        case .parent: Sentence(en: "parent", kk: "ата-ана", ru: "родитель")
        case .adoptiveParent:
            Sentence(en: "adoptive parent", kk: "бала асырап алушы", ru: "усыновитель")
        case .guardian: Sentence(en: "guardian", kk: "қорғаншы", ru: "опекун")
        case .custodian: Sentence(en: "custodian", kk: "қамқоршы", ru: "попечитель")
        }
    }
}

extension ChangeKind {
    /// What the edition asks, in words.
    var sentence: Sentence {
        switch self {
        case .reconsent:
            Sentence(
                en: "asks for agreement again",
                kk: "қайта келісім беруді талап етеді",
                ru: "требует нового согласия"
            )
        case .notice:
            Sentence(
                en: "is to be made known",
                kk: "хабарлауды талап етеді",
                ru: "требует уведомления"
            )
        case .editorial:
            Sentence(
                en: "is editorial",
                kk: "редакциялық түзету ғана",
                ru: "только редакционная правка"
            )
        }
    }
}
