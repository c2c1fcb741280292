/// What a reader of a receipt must know about it, above all what the log does not prove.
public enum ReceiptRemark: String, Hashable, Sendable, CaseIterable {
    /// The log proves that nothing was changed afterwards; it does not prove who acted.
    case doesNotProveWho = "does-not-prove-who"
    /// The text was identified by what was shown.
    case identifiedByPresentation = "identified-by-presentation"
    /// The text was identified by its digest.
    case identifiedByDigest = "identified-by-digest"
    /// The text was identified by the number of the edition alone.
    case identifiedByNumber = "identified-by-number"
    /// Which text was decided on is not known.
    case textUnknown = "text-unknown"
    /// The publication was recorded after the fact: the log does not prove when it was on the site.
    case publicationBackdated = "publication-backdated"
    /// The decision was taken over from another system: the log does not prove that the text was
    /// published before it, nor when it was made.
    case imported
    /// The decision was made on paper and entered later: likewise.
    case enteredLate = "entered-late"

    /// The remarks on `decision`, about a text of `publication`.
    public static func all(of decision: Decision, under publication: Publication?) -> [Self] {
        var remarks = [doesNotProveWho]
        switch decision.identification {
        case .presentation: remarks.append(identifiedByPresentation)
        case .digest: remarks.append(identifiedByDigest)
        case .number: remarks.append(identifiedByNumber)
        case .unknown: remarks.append(textUnknown)
        }
        if publication?.backdated != nil { remarks.append(publicationBackdated) }
        if decision.method == .imported { remarks.append(imported) }
        if decision.method == .paper { remarks.append(enteredLate) }
        return remarks
    }

    /// What it says to a person.
    public var sentence: Sentence {
        switch self {
        case .doesNotProveWho:
            Sentence(
                en:
                    "The log proves that nothing was changed afterwards. It does not prove who pressed "
                    + "the button.",
                kk: "Журнал кейін ештеңенің өзгертілмегенін дәлелдейді. Ол түймені кімнің басқанын "
                    + "дәлелдемейді.",
                ru: "Журнал доказывает, что позднее ничего не было изменено. Он не доказывает, кто "
                    + "нажал кнопку."
            )
        case .identifiedByPresentation:
            Sentence(
                en: "What was recorded is the text that was shown.",
                kk: "Тіркелгені – көрсетілген мәтіннің өзі.",
                ru: "Зарегистрирован именно тот текст, который был показан."
            )
        case .identifiedByDigest:
            Sentence(
                en: "The text was identified by the digest of its exact bytes.",
                kk: "Мәтін оның дәл байттарының дайджесті бойынша анықталған.",
                ru: "Текст определён по дайджесту его точных байтов."
            )
        case .identifiedByNumber:
            Sentence(
                en: "The text was identified by the number of its edition and its language alone.",
                kk: "Мәтін тек редакция нөмірі мен тілі бойынша анықталған.",
                ru: "Текст определён только по номеру редакции и языку."
            )
        case .textUnknown:
            Sentence(
                en: "Which text was agreed to is not known.",
                kk: "Қай мәтінге келісім берілгені белгісіз.",
                ru: "Неизвестно, с каким текстом было выражено согласие."
            )
        case .publicationBackdated:
            Sentence(
                en:
                    "The publication was recorded after the fact. The log does not prove when the text "
                    + "was posted.",
                kk:
                    "Орналастыру туралы жазба кейін енгізілген. Журнал мәтіннің қашан орналастырылғанын "
                    + "дәлелдемейді.",
                ru:
                    "Размещение зарегистрировано задним числом. Журнал не доказывает, когда текст был "
                    + "размещён."
            )
        case .imported:
            Sentence(
                en:
                    "The decision was taken over from another system. The log does not prove when it was "
                    + "made, nor that the text had been published before.",
                kk:
                    "Ерік білдіру басқа жүйеден көшірілген. Журнал оның қашан жасалғанын да, мәтіннің "
                    + "бұған дейін орналастырылғанын да дәлелдемейді.",
                ru:
                    "Волеизъявление перенесено из другой системы. Журнал не доказывает ни когда оно "
                    + "совершено, ни что текст был размещён раньше."
            )
        case .enteredLate:
            Sentence(
                en:
                    "The decision was made on paper and entered later. The log does not prove when it "
                    + "was made, nor that the text had been published before.",
                kk:
                    "Ерік қағаз жүзінде білдіріліп, кейін енгізілген. Журнал оның қашан жасалғанын да, "
                    + "мәтіннің бұған дейін орналастырылғанын да дәлелдемейді.",
                ru: "Волеизъявление совершено на бумаге и внесено позднее. Журнал не доказывает ни "
                    + "когда оно совершено, ни что текст был размещён раньше."
            )
        }
    }
}
