import Testing

@testable import KelisimText

/// What is told of small pairs, each with one thing changed.
struct ChangeKindTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        /// Kinds of each change, then its class.
        let expected: [String]
        var testDescription: String { "\(old) → \(new)" }
    }

    private static func summary(_ comparison: TextComparison) -> [String] {
        comparison.changes.map { change in
            let words =
                change.kinds.map(\.rawValue) + [change.classification.rawValue]
                + (change.isConsequential ? ["consequential"] : [])
            return words.joined(separator: " ")
        }
    }

    private func compare(_ old: String, _ new: String) throws -> TextComparison {
        TextComparison(try ComparedText(Array(old.utf8)), try ComparedText(Array(new.utf8)))
    }

    static let examples: [Example] = [
        // What a reader cannot see is no change.
        Example(old: "a  b\nc", new: "a b c", expected: []),
        Example(old: "*a* b", new: "_a_ b", expected: []),
        Example(old: "кеңе\u{AD}с", new: "кеңес", expected: []),
        Example(old: "a\u{200B} b", new: "a b", expected: []),
        Example(old: "и\u{306}од", new: "йод", expected: []),
        Example(old: "re\u{301}sume\u{301}", new: "résumé", expected: []),
        Example(old: "- a\n- b", new: "* a\n* b", expected: []),
        Example(old: "4. x\n1. y", new: "4. x\n5. y", expected: []),
        // The same words, typed otherwise.
        Example(old: "«Қор» туралы", new: "\"Қор\" туралы", expected: ["typographic typographic"]),
        Example(old: "a - b", new: "a – b", expected: ["typographic typographic"]),
        Example(old: "№ 94-V заң", new: "N 94-V заң", expected: ["typographic typographic"]),
        Example(old: "1 000 теңге", new: "1\u{A0}000 теңге", expected: ["typographic typographic"]),
        Example(old: "30 күн бар", new: "30\u{A0}күн бар", expected: ["typographic typographic"]),
        Example(
            old: "Әкімшілік талап",
            new: "әкімшілік талап",
            expected: ["typographic typographic"]
        ),
        Example(
            old: "қызметт\u{69}ң ережесі",
            new: "қызметтің ережесі",
            expected: ["typographic typographic"]
        ),
        Example(
            old: "- бір;\n- екі.",
            new: "- бір;\n- екі;",
            expected: ["typographic typographic"]
        ),
        Example(old: "9.3. Мәтін бар", new: "9.3 Мәтін бар", expected: ["typographic typographic"]),
        // Marks and structure.
        Example(old: "a **b** c", new: "a b c", expected: ["formatting formatting"]),
        Example(old: "[a](/x) b", new: "[a](/y) b", expected: ["formatting formatting"]),
        Example(old: "## A b c", new: "### A b c", expected: ["formatting formatting"]),
        Example(old: "A b c\n\nd", new: "# A b c\n\nd", expected: ["formatting formatting"]),
        Example(
            old: "- a b\n- c",
            new: "a b\n\nc",
            expected: ["formatting formatting", "formatting formatting"]
        ),
        Example(old: "a  \nb", new: "a b", expected: ["formatting formatting"]),
        // Words.
        Example(
            old: "бір екі үш төрт",
            new: "бір екі бес төрт",
            expected: ["reworded substantive"]
        ),
        Example(
            old: "нельзя, помиловать",
            new: "нельзя помиловать",
            expected: ["reworded substantive"]
        ),
        Example(old: "a b\n\nc d", new: "a b", expected: ["removed substantive"]),
        Example(old: "a b", new: "x y\n\na b", expected: ["added substantive"]),
        Example(old: "", new: "", expected: []),
        Example(old: "", new: "a", expected: ["added substantive"]),
        Example(
            old: "5. Бір екі үш төрт бес",
            new: "6. Бір екі үш төрт бес",
            expected: ["renumbered structural"]
        ),
        Example(
            old: "1. бір екі\n2. үш төрт",
            new: "3. бір екі\n4. үш төрт",
            expected: ["renumbered structural", "renumbered structural"]
        ),
        Example(
            old: "Бірінші сөйлем осында тұр. Екінші сөйлем де осында тұр.",
            new: "Бірінші сөйлем осында тұр.\n\nЕкінші сөйлем де осында тұр.",
            expected: ["split structural"]
        ),
        // A split, with a sentence added in front.
        Example(
            old: "Сайт иесі шағымды он жұмыс күні ішінде қарайды, ал қажет болса мерзімді тағы "
                + "бес күнге ұзартады. Әрбір шағымға жазбаша жауап беріледі.",
            new: "Шешімді адам қабылдайды. Сайт иесі шағымды он жұмыс күні ішінде қарайды, ал "
                + "қажет болса мерзімді тағы бес күнге ұзартады.\n\n"
                + "Әрбір шағымға жазбаша жауап беріледі.",
            expected: ["reworded split substantive"]
        ),
        Example(
            old: "Бірінші сөйлем осында тұр.\n\nЕкінші сөйлем де осында тұр.",
            new: "Бірінші сөйлем осында тұр. Екінші сөйлем де осында тұр.",
            expected: ["merged structural"]
        ),
        Example(
            old: "Алғашқы тармақ мұнда\n\nорта тармақ\n\nсоңғы тармақ",
            new: "орта тармақ\n\nсоңғы тармақ\n\nАлғашқы тармақ мұнда",
            expected: ["moved structural"]
        ),
    ]

    @Test(arguments: examples) func kindsAndClass(_ example: Example) throws {
        let comparison = try compare(example.old, example.new)
        #expect(Self.summary(comparison) == example.expected)
        let mirrored = try compare(example.new, example.old)
        #expect(mirrored.changes.count == comparison.changes.count)
    }

    /// A reference that follows a renumbering is told apart from one that leads elsewhere.
    @Test func consequentialReferences() throws {
        let old = """
            # Саясат

            5.1. Бірінші ереже мынадай болады.

            6.1. Екінші ереже басқаша болады.

            7.1. Бұл 5.1 және 6.1-тармақтарда айтылған.

            8.1. Бұл 5.1-тармақта айтылған жайт.
            """
        let new = """
            # Саясат

            5.1. Мүлдем жаңа тармақ қосылды осында.

            6.1. Бірінші ереже мынадай болады.

            7.1. Екінші ереже басқаша болады.

            8.1. Бұл 6.1 және 7.1-тармақтарда айтылған.

            9.1. Бұл 5.1-тармақта айтылған жайт.
            """
        let summary = Self.summary(try compare(old, new))
        #expect(
            summary == [
                "added substantive", "renumbered structural", "renumbered structural",
                "reworded renumbered structural consequential", "renumbered structural",
            ]
        )
    }

    /// Blocks that were moved together share one move, whatever stood between them.
    @Test func movesAreCountedOnce() throws {
        let section = "## Жарнама\n\nЖарнама туралы бірінші ереже.\n\n- хат тарату\n- дыбыс қою\n\n"
        let rest = (1...6).map { "Қалған ереже нөмірі \($0) осы жерде тұр.\n\n" }.joined()
        let comparison = try compare(section + rest, rest + section)
        #expect(comparison.count(of: .moved) == 1)
        #expect(comparison.changes.count == 4)
        #expect(comparison.unchanged == 6)
    }

    @Test func charactersAreReported() throws {
        let comparison = try compare("«Бір» қызметт\u{69}ң күні", "\"Бір\" қызметтің күні")
        let changes = try #require(comparison.changes.first).characters
        #expect(changes.map(\.old) == ["«", "»", "қызметт\u{69}ң"])
        #expect(CharacterChange.codePoints(of: "\u{69}і") == "U+0069 U+0456")
    }

    @Test func destinationsAreReported() throws {
        let comparison = try compare("[a](/x) b ![](/p.png)", "[a](/y) b ![](/q.png)")
        let formatting = try #require(comparison.changes.first).formatting
        #expect(formatting.contains(.destination(old: "/x", new: "/y")))
    }
}
