// What stands behind the colon where a decision is refused.

extension EditionState {
    /// Why an edition in this state can't be decided on.
    var obstacle: Sentence {
        switch self {
        case .cancelled:
            Sentence(
                en: "it was called off before it came into force",
                kk: "күшіне енгенге дейін оның күші жойылған",
                ru: "она отменена до вступления в силу"
            )
        case .draft:
            Sentence(
                en: "at {instant} it was not published yet",
                kk: "{instant} сәтінде ол әлі орналастырылмаған",
                ru: "на момент {instant} она ещё не была размещена"
            )
        case .superseded, .inForce, .upcoming:
            Sentence(
                en: "at {instant} it was no longer in force",
                kk: "{instant} сәтінде ол қолданыстан шыққан",
                ru: "на момент {instant} она уже не действовала"
            )
        }
    }
}

extension Refusal.GuardianshipFlaw {
    /// What is wrong with it.
    var sentence: Sentence {
        switch self {
        case .unknown:
            Sentence(
                en: "none of that name is registered for the subject",
                kk: "субъект үшін мұндай атаумен ештеңе тіркелмеген",
                ru: "для субъекта под таким обозначением ничего не зарегистрировано"
            )
        case .otherPersons:
            Sentence(
                en: "its guardian is another person",
                kk: "онда басқа өкіл көрсетілген",
                ru: "представитель в нём другой"
            )
        case .outsideInterval:
            Sentence(
                en: "it did not hold at the time of the act",
                kk: "әрекет жасалған сәтте ол күшінде болмаған",
                ru: "в момент действия оно не имело силы"
            )
        case .wardOfAge:
            Sentence(
                en: "the child had reached the age at which one decides alone",
                kk: "бала өз бетінше шешім қабылдау жасына толған",
                ru: "ребёнок достиг возраста, с которого решают самостоятельно"
            )
        case .ageUnknown:
            Sentence(
                en: "it does not say when the child reaches the age at which one decides alone",
                kk: "баланың өз бетінше шешім қабылдау жасына қашан толатыны онда көрсетілмеген",
                ru: "в нём не указано, когда ребёнок достигнет возраста, с которого решают "
                    + "самостоятельно"
            )
        case .impossible:
            Sentence(
                en: "guardian and ward must be two persons, it must end after it begins, and "
                    + "higher ages are reached on later days",
                kk: "өкіл мен бала екі бөлек тұлға болуы, аяқталуы басталуынан кейін тұруы және "
                    + "үлкенірек жасқа кейінірек толуы керек",
                ru: "представитель и ребёнок должны быть разными лицами, окончание — позже "
                    + "начала, а больший возраст наступать позже"
            )
        }
    }
}

extension Refusal.OccurredAtFlaw {
    /// What is wrong with it.
    var sentence: Sentence {
        switch self {
        case .method:
            Sentence(
                en: "with this method it is the time of recording",
                kk: "мұндай тәсілде ол – тіркеу уақыты",
                ru: "при таком способе это время регистрации"
            )
        case .future:
            Sentence(
                en: "it lies in the future",
                kk: "ол әлі келмеген уақыт",
                ru: "оно ещё не наступило"
            )
        case .presentation:
            Sentence(
                en: "it lies outside of the time for which the text was shown",
                kk: "ол мәтін көрсетілген аралықтан тыс",
                ru: "оно вне времени, на которое был показан текст"
            )
        }
    }
}

extension Subject.Flaw {
    /// What is wrong with it.
    package var sentence: Sentence {
        switch self {
        case .empty: Sentence(en: "it is empty", kk: "ол бос", ru: "он пустой")
        case .tooLong:
            Sentence(
                en: "it is longer than 128 characters",
                kk: "ол 128 таңбадан ұзын",
                ru: "он длиннее 128 знаков"
            )
        case .address:
            Sentence(
                en: "it looks like an e-mail address",
                kk: "ол электрондық пошта мекенжайына ұқсайды",
                ru: "он похож на адрес электронной почты"
            )
        case .iin:
            Sentence(
                en: "twelve digits look like an IIN",
                kk: "он екі цифр ЖСН сияқты көрінеді",
                ru: "двенадцать цифр похожи на ИИН"
            )
        case .phone:
            Sentence(
                en: "it looks like a phone number",
                kk: "ол телефон нөміріне ұқсайды",
                ru: "он похож на номер телефона"
            )
        case .character:
            Sentence(
                en: "it has a character that is not allowed",
                kk: "онда рұқсат етілмеген таңба бар",
                ru: "в нём есть недопустимый знак"
            )
        }
    }
}
