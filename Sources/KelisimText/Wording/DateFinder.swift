/// Finds the dates that a legal text names, in Kazakh, Russian, English and digits.
///
/// It is made for comparing the language versions of one edition, so the same date must be found
/// in all of them, whatever its form:
///
/// - «2013 жылғы 21 мамыр», «… мамырдағы», «2013 жылдың 21 мамырынан», «2013 ж. 21 мамыр»,
///   «2014 жылы 9 желтоқсанда»; «21 мая 2013 года», «… 2013 г.», «… 2013»; “21 May 2013”,
///   “May 21, 2013”; the day may stand in quotes (««21» мая»), be an ordinal («1-го сентября») or
///   the end of a range («21–22 мая 2013 года» is the 22nd);
/// - «21.05.2013» with two, two and four digits, and «2013-05-21», when the calendar has the day;
/// - month and year: «2026 жылғы мамыр», «мая 2026 года», “May 2026”;
/// - a year: «2013 жылғы», «2013 жылдан», «2013 года», «2013 год».
///
/// A year beside no month, or beside a month but without a word for the year («21 мая 2013»),
/// must lie in 1800…2199, other years in 1000…9999. A day that the month does not have
/// («31 февраля 2013 года») leaves month and year. Words may be in capitals, in either normal
/// form, and contain Latin homoglyphs («сәуiр»). Dates do not span paragraphs. A day and month
/// without a year («с 6 января по 1 марта 2026 года») are not dates here.
///
/// The time taken is linear in the length of the text, whatever the text is.
public enum DateFinder {
    /// The dates of a text in their order; they do not overlap.
    public static func dates(in text: String) -> [FoundDate] {
        let tokens = DateTokens(all: DateTokenizer.tokens(of: text))
        let grammar = DateGrammar(tokens: tokens)
        var found: [FoundDate] = []
        var index = 0
        while index < tokens.all.count {
            guard let (date, next) = grammar.date(at: index) else {
                index += 1
                continue
            }
            found.append(date)
            index = next
        }
        return found
    }

    /// The names of months in a text, in any form, whether they belong to a date or not.
    package static func months(in text: String) -> [(month: Int, utf8Range: Range<Int>)] {
        DateTokenizer.tokens(of: text)
            .compactMap { token in
                guard case .month(let month, _) = token.meaning else { return nil }
                return (month, token.range)
            }
    }
}
