/// The rule by which an edition comes into force, to be put in words.
public enum RuleWording: Hashable, Sendable {
    /// From the moment of posting (clause 9.2 of the seed policy).
    case onPublication
    /// From the start of a day.
    case date(LocalDate)
    /// At an instant.
    case moment(LocalMoment)
    /// After so many full calendar days that follow the day of publication.
    case daysAfterPublication(Int)

    /// The rule as a sentence without a subject, in the present tense.
    ///
    /// An instant is worded as a label with a value («Күшіне енетін уақыты: …»), because no
    /// Kazakh case suffix may follow digits. Days are in words from 1 to 999, as laws have it:
    /// «орналастырылған күнінен кейін күнтізбелік он күн өткен соң күшіне енеді», «вступает в
    /// силу по истечении десяти календарных дней после дня размещения». Zero days means the day
    /// after publication; a negative count has no meaning and is shown as its digits.
    public func inWords(_ language: WordingLanguage) -> String {
        switch self {
        case .onPublication: Self.onPublication(language)
        case .date(let date): ForceWording.comesIntoForce(on: date, in: language)
        case .moment(let moment): ForceWording.comesIntoForce(at: moment, in: language)
        case .daysAfterPublication(0): Self.onTheNextDay(language)
        case .daysAfterPublication(let count): Self.after(days: count, in: language)
        }
    }

    private static func onPublication(_ language: WordingLanguage) -> String {
        switch language {
        case .kk: "орналастырылған сәттен бастап күшіне енеді"
        case .ru: "вступает в силу с момента размещения"
        case .en: "comes into force at the moment of publication"
        }
    }

    private static func onTheNextDay(_ language: WordingLanguage) -> String {
        switch language {
        case .kk: "орналастырылған күнінен кейінгі күннен бастап күшіне енеді"
        case .ru: "вступает в силу со дня, следующего за днём размещения"
        case .en: "comes into force on the day after the day of publication"
        }
    }

    private static func after(days count: Int, in language: WordingLanguage) -> String {
        switch language {
        case .kk:
            "орналастырылған күнінен кейін \(DurationWording.calendarDays(count, in: .kk)) "
                + "өткен соң күшіне енеді"
        case .ru:
            "вступает в силу по истечении \(DurationWording.calendarDays(count, in: .ru)) "
                + "после дня размещения"
        case .en:
            "comes into force on the expiry of "
                + "\(DurationWording.calendarDays(count, in: .en)) after the day of publication"
        }
    }
}
