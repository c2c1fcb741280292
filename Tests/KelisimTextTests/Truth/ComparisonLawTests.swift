import KelisimText
import Testing

/// What holds for every comparison, on texts of all sorts.
@Suite struct ComparisonLawTests {
    private func check(_ pair: ComparedPair) throws {
        let violations = try pair.violations()
        #expect(
            violations.isEmpty,
            "\(pair.name):\n\(violations.prefix(8).joined(separator: "\n"))"
        )
    }

    @Test func fixtures() throws {
        let pairs = try ComparedPair.fixtures()
        #expect(pairs.count > 20)
        for pair in pairs { try check(pair) }
    }

    @Test func generatedEdits() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            try check(.edited(.ordinary, seed: seed))
            try check(.edited(.lookalikes, seed: seed))
        }
        try check(.edited(.storm, seed: 1))
    }

    @Test func oddTexts() throws {
        for seed in 1...600 as ClosedRange<UInt64> { try check(.odd(seed: seed)) }
    }

    @Test func realPairs() throws {
        for pair in try SharedCase.all() where pair.old.count < 100_000 {
            try check(ComparedPair(name: pair.name, old: pair.old, new: pair.new))
        }
    }

    @Test(arguments: [
        ("", ""), ("", "# Саясат\n\nМәтін\n"), ("а\n", "а\n"), ("---\n", "***\n"),
        ("а\n\nа\n\nа\n", "а\n\nа\n"), ("- а\n- ә\n", "1. а\n2. ә\n"), ("е\u{301}", "é"),
        ("қызметтiң", "қызметтің"), ("й", "и\u{306}"), ("а б", "а\u{AD} б"), ("🇰🇿🇷🇺", "🇰🇿"),
        ("👨‍👩‍👧", "👨‍👩"), ("| а |\n| - |\n| ә |\n", "| а |\n| - |\n| ә |\n| б |\n"),
    ]) func smallTexts(_ old: String, _ new: String) throws {
        try check(ComparedPair(name: "small", old: Array(old.utf8), new: Array(new.utf8)))
    }
}
