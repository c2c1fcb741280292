/// Sentences about when an edition begins and ceases to bind.
///
/// The words for states are the product's own (domain.md: «күшіне енеді», «қолданыстағы»,
/// «действующая»). Russian verbs agree with «редакция» and «политика» (feminine). Sentences
/// begin with a small letter, so that they can follow a subject; labels begin with a capital.
///
/// **Which day is the last.** An edition binds on the half-open interval from its effectiveAt up
/// to, and without, the effectiveAt of the next. The words `until` are for that end, when it is
/// the beginning of a day: «до 1 марта» means that 28 February was the last day, as in
/// Kazakhstan's laws («действует до 1 января 2026 года», «2026 жылғы 1 қаңтарға дейін»). Everyday
/// readers often take «до» and «дейін» to include the day named, so a page should prefer
/// ``period(from:through:in:)`` with the last full day, which cannot be misread, and must use
/// ``period(from:until:in:)-(LocalMoment,_,_)`` when the end falls inside a day.
public enum ForceWording {
    /// Still to come: «2026 жылғы 6 қаңтардан бастап күшіне енеді», «вступает в силу с 6 января
    /// 2026 года».
    public static func comesIntoForce(on date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(date.kazakh(.ablative)) бастап күшіне енеді"
        case .ru: "вступает в силу с \(date.inWords(.ru))"
        case .en: "comes into force on \(date.inWords(.en))"
        }
    }

    /// Already so: «2026 жылғы 6 қаңтарда күшіне енді», «вступила в силу 6 января 2026 года».
    public static func cameIntoForce(on date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(date.kazakh(.locative)) күшіне енді"
        case .ru: "вступила в силу \(date.inWords(.ru))"
        case .en: "came into force on \(date.inWords(.en))"
        }
    }

    /// For a banner: «2026 жылғы 6 қаңтардан бастап қолданыста», «действует с 6 января 2026 года».
    public static func inForce(since date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(date.kazakh(.ablative)) бастап қолданыста"
        case .ru: "действует с \(date.inWords(.ru))"
        case .en: "in force since \(date.inWords(.en))"
        }
    }

    /// In force now, and no longer from the beginning of `date` on.
    public static func inForce(until date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(untilWords(date, in: .kk)) қолданыста"
        case .ru: "действует \(untilWords(date, in: .ru))"
        case .en: "in force \(untilWords(date, in: .en))"
        }
    }

    /// No longer in force since the beginning of `date`: «действовала до 1 марта 2026 года».
    public static func wasInForce(until date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(untilWords(date, in: .kk)) қолданыста болды"
        case .ru: "действовала \(untilWords(date, in: .ru))"
        case .en: "was in force \(untilWords(date, in: .en))"
        }
    }

    /// Was in force on every day from `first` to `last`, both included.
    public static func wasInForce(
        from first: LocalDate,
        through last: LocalDate,
        in language: WordingLanguage
    ) -> String {
        let period = period(from: first, through: last, in: language)
        return switch language {
        case .kk: "\(period) қолданыста болды"
        case .ru: "действовала \(period)"
        case .en: "was in force \(period)"
        }
    }

    /// A half-open interval of days: `end` is the first day that is not part of it.
    ///
    /// «2026 жылғы 6 қаңтардан бастап 2026 жылғы 1 наурызға дейін», «с 6 января 2026 года до
    /// 1 марта 2026 года». Russian «по» would be wrong here: it includes the day named.
    public static func period(
        from start: LocalDate,
        until end: LocalDate,
        in language: WordingLanguage
    ) -> String {
        "\(fromWords(start, in: language)) \(untilWords(end, in: language))"
    }

    /// A closed interval of days: both `first` and `last` are part of it.
    ///
    /// «2026 жылғы 6 қаңтардан бастап 2026 жылғы 28 ақпанды қоса алғанға дейін», «с 6 января
    /// 2026 года по 28 февраля 2026 года включительно».
    public static func period(
        from first: LocalDate,
        through last: LocalDate,
        in language: WordingLanguage
    ) -> String {
        let from = fromWords(first, in: language)
        return switch language {
        case .kk: "\(from) \(last.kazakh(.accusative)) қоса алғанға дейін"
        case .ru: "\(from) по \(last.inWords(.ru)) включительно"
        case .en: "\(from) to \(last.inWords(.en)) inclusive"
        }
    }

    /// A half-open interval between instants, to stand after a label: `end` is not part of it.
    public static func period(
        from start: LocalMoment,
        until end: LocalMoment,
        in language: WordingLanguage
    ) -> String {
        "\(start.inWords(language)) – \(end.inWords(language))"
    }

    /// With a label, still to come: «Вступает в силу: 6 января 2026 года, 09:00 (UTC+5)».
    public static func comesIntoForce(
        at moment: LocalMoment,
        in language: WordingLanguage
    ) -> String {
        let label =
            switch language {
            case .kk: "Күшіне енетін уақыты"
            case .ru: "Вступает в силу"
            case .en: "Comes into force"
            }
        return "\(label): \(moment.inWords(language))"
    }

    /// With a label, already so: «Күшіне енген уақыты: 2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5)».
    public static func cameIntoForce(
        at moment: LocalMoment,
        in language: WordingLanguage
    ) -> String {
        let label =
            switch language {
            case .kk: "Күшіне енген уақыты"
            case .ru: "Вступила в силу"
            case .en: "Came into force"
            }
        return "\(label): \(moment.inWords(language))"
    }

    private static func fromWords(_ date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(date.kazakh(.ablative)) бастап"
        case .ru: "с \(date.inWords(.ru))"
        case .en: "from \(date.inWords(.en))"
        }
    }

    private static func untilWords(_ date: LocalDate, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(date.kazakh(.dative)) дейін"
        case .ru: "до \(date.inWords(.ru))"
        case .en: "until the start of \(date.inWords(.en))"
        }
    }
}
