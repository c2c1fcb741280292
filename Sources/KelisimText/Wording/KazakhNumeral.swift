/// Kazakh numerals in words.
public enum KazakhNumeral {
    /// The cardinal: «он», «жиырма бір», «жүз», «екі жүз елу алты».
    ///
    /// A hundred is «жүз» without «бір». Nil outside 1…999.
    public static func cardinal(_ number: Int) -> String? {
        guard 1...999 ~= number else { return nil }
        let hundreds = number / 100
        let words = [
            hundreds > 1 ? ones[hundreds] : "",
            hundreds > 0 ? "жүз" : "",
            tens[number / 10 % 10],
            ones[number % 10],
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let ones = [
        "", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
    ]

    private static let tens = [
        "", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
    ]
}
