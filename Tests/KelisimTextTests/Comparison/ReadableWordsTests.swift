import Testing

@testable import KelisimText

struct ReadableWordsTests {
    /// The readable edits as text: `[-deleted-]`, `{+inserted+}`.
    private func marked(_ old: String, _ new: String) throws -> String {
        let comparison = TextComparison(
            try ComparedText(Array(old.utf8)),
            try ComparedText(Array(new.utf8))
        )
        let change = try #require(comparison.changes.first)
        let (left, right) = (comparison.oldPassage(of: change), comparison.newPassage(of: change))
        return comparison.readableWords(of: change).edits
            .map { edit in
                switch edit.operation {
                case .equal: right.string(edit.new)
                case .delete: "[-\(left.string(edit.old))-]"
                case .insert: "{+\(right.string(edit.new))+}"
                }
            }
            .joined()
    }

    @Test(arguments: [
        // Two words between two changes are part of one.
        (
            "бір екі үш төрт бес алты жеті сегіз тоғыз он",
            "бір екі ҮША төрт бес АЛТЫА жеті сегіз тоғыз он",
            "бір екі [-үш төрт бес алты-]{+ҮША төрт бес АЛТЫА+} жеті сегіз тоғыз он"
        ),
        // Three are not.
        (
            "а б үш төрт бес алты жеті в г д", "а б ҮША төрт бес алты ЖЕТІА в г д",
            "а б [-үш-]{+ҮША+} төрт бес алты [-жеті-]{+ЖЕТІА+} в г д"
        ),
        // A whole sentence is inserted, not the end of one and the beginning of the next.
        (
            "Бір күн өтті. Бір ай өтті.", "Бір күн өтті. Бір апта өтті. Бір ай өтті.",
            "Бір күн өтті. {+Бір апта өтті. +}Бір ай өтті."
        ),
        // White space is nothing that anybody reads.
        ("аа бб  вв гг дд ее", "аа бб вв гг дд жж", "аа бб вв гг дд [-ее-]{+жж+}"),
        // The number in front stands alone.
        (
            "5.1. Сайт иесі деректі жояды ертең", "5.2. Сайт иесі деректі сақтайды ертең",
            "[-5.1.-]{+5.2.+} Сайт иесі деректі [-жояды-]{+сақтайды+} ертең"
        ),
        // Nor does a no-break space that both texts have belong to the words beside it.
        (
            "не позднее 10\u{A0}дней и т.\u{A0}д. со дня",
            "не позднее 15\u{A0}дней и т.\u{A0}д. с дня",
            "не позднее [-10-]{+15+}\u{A0}дней и т.\u{A0}д. [-со-]{+с+} дня"
        ),
        // A space that both sides of a phrase end with stands behind it.
        (
            "орнатыңыз браузерге толықтыру осы сайт үшін",
            "орнатыңыз толықтыру браузерге осы сайт үшін",
            "орнатыңыз [-браузерге толықтыру-]{+толықтыру браузерге+} осы сайт үшін"
        ),
    ])
    func phrases(_ old: String, _ new: String, _ expected: String) throws {
        let found = try marked(old, new)
        #expect(found == expected)
    }

    @Test func littleInCommonIsShownWhole() throws {
        let old = "# Тақырып\n\n1. бір екі үш төрт бес алты жеті сегіз тоғыз он"
        let new = "# Тақырып\n\n1. бір а үш б в г д е ё ж з"
        let comparison = TextComparison(
            try ComparedText(Array(old.utf8)),
            try ComparedText(Array(new.utf8))
        )
        for change in comparison.changes where change.has(.reworded) {
            #expect(comparison.readableWords(of: change).isWholesale)
        }
    }
}
