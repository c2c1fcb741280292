/// Numbers of days, in digits for tables and in words for rules.
public enum DurationWording {
    /// A number of days in digits: «30 күн», «30 дней», «21 день», “1 day”.
    ///
    /// Kazakh nouns stay singular after numerals; Russian has three forms.
    public static func days(_ count: Int, in language: WordingLanguage) -> String {
        switch language {
        case .kk: "\(count) күн"
        case .ru: "\(count) \(RussianPlural.form(count, one: "день", few: "дня", many: "дней"))"
        case .en: "\(count) \(count.magnitude == 1 ? "day" : "days")"
        }
    }

    /// A number of calendar days as a rule has it: «күнтізбелік он күн», Russian in the genitive
    /// («десяти календарных дней», «двадцати одного календарного дня»).
    ///
    /// The Russian form stands after «по истечении» and «в течение». Beyond 1…999, and always in
    /// English, the number is in digits.
    public static func calendarDays(_ count: Int, in language: WordingLanguage) -> String {
        switch language {
        case .kk:
            return "күнтізбелік \(KazakhNumeral.cardinal(count) ?? String(count)) күн"
        case .ru:
            let number = RussianNumeral.genitive(count) ?? String(count)
            let one = "календарного дня"
            let many = "календарных дней"
            return "\(number) \(RussianPlural.form(count, one: one, few: many, many: many))"
        case .en:
            return "\(count) calendar \(count.magnitude == 1 ? "day" : "days")"
        }
    }
}
