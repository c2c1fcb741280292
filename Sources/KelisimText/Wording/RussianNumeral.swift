/// Russian numerals in words.
public enum RussianNumeral {
    /// The masculine cardinal in the genitive: «десяти», «двадцати одного», «ста двенадцати».
    ///
    /// This is the form after «по истечении» and «в течение». Nil outside 1…999.
    public static func genitive(_ number: Int) -> String? {
        guard 1...999 ~= number else { return nil }
        let rest = number % 100
        let words =
            rest < 20
            ? [hundreds[number / 100], ones[rest]]
            : [hundreds[number / 100], tens[rest / 10], ones[rest % 10]]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let ones = [
        "", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти",
        "десяти", "одиннадцати", "двенадцати", "тринадцати", "четырнадцати", "пятнадцати",
        "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати",
    ]

    private static let tens = [
        "", "", "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти",
        "восьмидесяти", "девяноста",
    ]

    private static let hundreds = [
        "", "ста", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот",
        "восьмисот", "девятисот",
    ]
}
