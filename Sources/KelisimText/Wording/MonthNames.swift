/// The names of the months in the forms that legal dates take.
enum MonthNames {
    /// Kazakh months, January first; the columns are those of ``KazakhCase``.
    ///
    /// Vowel harmony and assimilation decide every suffix («ақпаннан», «тамыздан»,
    /// «қыркүйектен»), so the forms are listed and not made.
    static let kazakh: [[String]] = [
        ["қаңтар", "қаңтардан", "қаңтарға", "қаңтарда", "қаңтарды"],
        ["ақпан", "ақпаннан", "ақпанға", "ақпанда", "ақпанды"],
        ["наурыз", "наурыздан", "наурызға", "наурызда", "наурызды"],
        ["сәуір", "сәуірден", "сәуірге", "сәуірде", "сәуірді"],
        ["мамыр", "мамырдан", "мамырға", "мамырда", "мамырды"],
        ["маусым", "маусымнан", "маусымға", "маусымда", "маусымды"],
        ["шілде", "шілдеден", "шілдеге", "шілдеде", "шілдені"],
        ["тамыз", "тамыздан", "тамызға", "тамызда", "тамызды"],
        ["қыркүйек", "қыркүйектен", "қыркүйекке", "қыркүйекте", "қыркүйекті"],
        ["қазан", "қазаннан", "қазанға", "қазанда", "қазанды"],
        ["қараша", "қарашадан", "қарашаға", "қарашада", "қарашаны"],
        ["желтоқсан", "желтоқсаннан", "желтоқсанға", "желтоқсанда", "желтоқсанды"],
    ]

    /// Russian months in the genitive, the only case a date with a day has.
    static let russianGenitive = [
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ]

    /// English months.
    static let english = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
