import KelisimTesting
import KelisimText
import Testing

@Suite struct WordingTests {
    @Suite struct Languages {
        @Test(arguments: [
            ("kk", WordingLanguage.kk), ("kk-KZ", .kk), ("KK-Cyrl-KZ", .kk), ("ru-RU", .ru),
            ("ru", .ru), ("en-US", .en),
        ])
        func knows(_ tag: String, _ language: WordingLanguage) {
            #expect(WordingLanguage(tag: tag) == language)
        }

        @Test(arguments: ["", "-kk", "kkk", "uz", "kk_KZ", "kk-Latn", "kk-Arab-CN", "x-kk"])
        func doesNotKnow(_ tag: String) {
            #expect(WordingLanguage(tag: tag) == nil)
        }
    }

    @Suite struct Dates {
        @Test func roundTripThroughISO() {
            for date in century {
                #expect(LocalDate(iso: date.description) == date)
            }
            #expect(century.count == 101 * 365 + 25)
            #expect(zip(century, century.dropFirst()).allSatisfy { $0 < $1 })
            #expect(LocalDate(year: 33, month: 4, day: 3)?.description == "0033-04-03")
        }

        @Test(arguments: [
            "", "2026-5-21", "2026-05-21 ", "+026-05-21", "2026-02-29", "1900-02-29", "2026-00-01",
            "2026-13-01", "2026-04-31", "2026-01-00", "0000-01-01", "2026/05/21", "٢٠٢٦-٠٥-٢١",
            "2026-05-2١", "20260521xx",
        ])
        func refuses(_ text: String) {
            #expect(LocalDate(iso: text) == nil)
        }

        @Test func hugePartsAreNotDates() {
            #expect(LocalDate(year: .max, month: .max, day: .max) == nil)
            #expect(LocalDate(year: .min, month: .min, day: .min) == nil)
            #expect(LocalTime(hour: 24, minute: 0) == nil)
            #expect(LocalTime(hour: -1, minute: .max) == nil)
            #expect(UTCOffset(seconds: .min) == nil)
            #expect(UTCOffset(seconds: 86_400) == nil)
        }

        @Test func inWords() throws {
            let date = try #require(LocalDate(iso: "2026-05-21"))
            #expect(date.inWords(.kk) == "2026 жылғы 21 мамыр")
            #expect(date.inWords(.ru) == "21 мая 2026 года")
            #expect(date.inWords(.en) == "21 May 2026")
        }

        @Test(arguments: [
            (0, "UTC"), (18_000, "UTC+5"), (19_800, "UTC+5:30"), (-10_800, "UTC−3"),
            (-12_600, "UTC−3:30"), (20_700, "UTC+5:45"), (50_400, "UTC+14"),
            (18_468, "UTC+5:07:48"),
            (-30, "UTC−0:00:30"), (-60, "UTC−0:01"),
        ])
        func offsets(_ seconds: Int, _ words: String) {
            #expect(UTCOffset(seconds: seconds)?.description == words)
        }
    }

    @Suite struct Force {
        @Test(arguments: [
            (1, "қаңтардан"), (2, "ақпаннан"), (3, "наурыздан"), (4, "сәуірден"), (5, "мамырдан"),
            (6, "маусымнан"), (7, "шілдеден"), (8, "тамыздан"), (9, "қыркүйектен"),
            (10, "қазаннан"), (11, "қарашадан"), (12, "желтоқсаннан"),
        ])
        func everyMonth(_ month: Int, _ ablative: String) throws {
            let date = try #require(LocalDate(year: 2026, month: month, day: 6))
            let words = ForceWording.comesIntoForce(on: date, in: .kk)
            #expect(words == "2026 жылғы 6 \(ablative) бастап күшіне енеді")
        }

        @Test func sentences() throws {
            let start = try #require(LocalDate(iso: "2026-01-06"))
            let end = try #require(LocalDate(iso: "2026-03-01"))
            expectWords(
                { ForceWording.comesIntoForce(on: start, in: $0) },
                "2026 жылғы 6 қаңтардан бастап күшіне енеді",
                "вступает в силу с 6 января 2026 года",
                "comes into force on 6 January 2026"
            )
            expectWords(
                { ForceWording.cameIntoForce(on: start, in: $0) },
                "2026 жылғы 6 қаңтарда күшіне енді",
                "вступила в силу 6 января 2026 года",
                "came into force on 6 January 2026"
            )
            expectWords(
                { ForceWording.inForce(since: start, in: $0) },
                "2026 жылғы 6 қаңтардан бастап қолданыста",
                "действует с 6 января 2026 года",
                "in force since 6 January 2026"
            )
            expectWords(
                { ForceWording.inForce(until: end, in: $0) },
                "2026 жылғы 1 наурызға дейін қолданыста",
                "действует до 1 марта 2026 года",
                "in force until the start of 1 March 2026"
            )
            expectWords(
                { ForceWording.wasInForce(until: end, in: $0) },
                "2026 жылғы 1 наурызға дейін қолданыста болды",
                "действовала до 1 марта 2026 года",
                "was in force until the start of 1 March 2026"
            )
        }

        @Test func periods() throws {
            let start = try #require(LocalDate(iso: "2026-01-06"))
            let last = try #require(LocalDate(iso: "2026-02-28"))
            let end = try #require(LocalDate(iso: "2026-03-01"))
            expectWords(
                { ForceWording.period(from: start, until: end, in: $0) },
                "2026 жылғы 6 қаңтардан бастап 2026 жылғы 1 наурызға дейін",
                "с 6 января 2026 года до 1 марта 2026 года",
                "from 6 January 2026 until the start of 1 March 2026"
            )
            expectWords(
                { ForceWording.period(from: start, through: last, in: $0) },
                "2026 жылғы 6 қаңтардан бастап 2026 жылғы 28 ақпанды қоса алғанға дейін",
                "с 6 января 2026 года по 28 февраля 2026 года включительно",
                "from 6 January 2026 to 28 February 2026 inclusive"
            )
            let kazakh = ForceWording.wasInForce(from: start, through: last, in: .kk)
            #expect(kazakh.hasSuffix("28 ақпанды қоса алғанға дейін қолданыста болды"))
            let russian = ForceWording.wasInForce(from: start, through: last, in: .ru)
            #expect(russian.hasPrefix("действовала с 6 января 2026 года по 28 февраля"))
        }

        @Test func moments() throws {
            let moment = try nineOnTheSixth()
            expectWords(
                { ForceWording.cameIntoForce(at: moment, in: $0) },
                "Күшіне енген уақыты: 2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5)",
                "Вступила в силу: 6 января 2026 года, 09:00 (UTC+5)",
                "Came into force: 6 January 2026, 09:00 (UTC+5)"
            )
            expectWords(
                { ForceWording.period(from: moment, until: moment, in: $0) },
                "2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5) – 2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5)",
                "6 января 2026 года, 09:00 (UTC+5) – 6 января 2026 года, 09:00 (UTC+5)",
                "6 January 2026, 09:00 (UTC+5) – 6 January 2026, 09:00 (UTC+5)"
            )
        }
    }

    @Suite struct Rules {
        @Test func onPublicationAndAtAMoment() throws {
            expectWords(
                RuleWording.onPublication.inWords,
                "орналастырылған сәттен бастап күшіне енеді",
                "вступает в силу с момента размещения",
                "comes into force at the moment of publication"
            )
            expectWords(
                RuleWording.moment(try nineOnTheSixth()).inWords,
                "Күшіне енетін уақыты: 2026 жылғы 6 қаңтар, сағат 09:00 (UTC+5)",
                "Вступает в силу: 6 января 2026 года, 09:00 (UTC+5)",
                "Comes into force: 6 January 2026, 09:00 (UTC+5)"
            )
            let date = try #require(LocalDate(iso: "2027-01-01"))
            let words = RuleWording.date(date).inWords(.kk)
            #expect(words == "2027 жылғы 1 қаңтардан бастап күшіне енеді")
        }

        @Test(arguments: [
            (1, "бір", "одного календарного дня", "1 calendar day"),
            (3, "үш", "трёх календарных дней", "3 calendar days"),
            (10, "он", "десяти календарных дней", "10 calendar days"),
            (11, "он бір", "одиннадцати календарных дней", "11 calendar days"),
            (21, "жиырма бір", "двадцати одного календарного дня", "21 calendar days"),
            (60, "алпыс", "шестидесяти календарных дней", "60 calendar days"),
            (101, "жүз бір", "ста одного календарного дня", "101 calendar days"),
            (1000, "1000", "1000 календарных дней", "1000 calendar days"),
            (1001, "1001", "1001 календарного дня", "1001 calendar days"),
            (-3, "-3", "-3 календарных дней", "-3 calendar days"),
        ])
        func days(_ count: Int, _ kazakh: String, _ russian: String, _ english: String) {
            expectWords(
                RuleWording.daysAfterPublication(count).inWords,
                "орналастырылған күнінен кейін күнтізбелік \(kazakh) күн өткен соң күшіне енеді",
                "вступает в силу по истечении \(russian) после дня размещения",
                "comes into force on the expiry of \(english) after the day of publication"
            )
        }

        @Test func zeroDaysMeansTheNextDay() {
            let words = RuleWording.daysAfterPublication(0).inWords(.ru)
            #expect(words == "вступает в силу со дня, следующего за днём размещения")
        }
    }

    @Suite struct Numbers {
        @Test(arguments: [
            (1, "день"), (2, "дня"), (4, "дня"), (5, "дней"), (0, "дней"), (10, "дней"),
            (11, "дней"), (12, "дней"), (14, "дней"), (15, "дней"), (20, "дней"), (21, "день"),
            (22, "дня"), (25, "дней"), (30, "дней"), (100, "дней"), (101, "день"), (104, "дня"),
            (111, "дней"), (112, "дней"), (114, "дней"), (121, "день"), (1011, "дней"),
            (1002, "дня"), (-1, "день"), (-12, "дней"), (Int.max, "дней"), (Int.min, "дней"),
        ])
        func plurals(_ count: Int, _ noun: String) {
            #expect(RussianPlural.form(count, one: "день", few: "дня", many: "дней") == noun)
            #expect(DurationWording.days(count, in: .ru) == "\(count) \(noun)")
            #expect(DurationWording.days(count, in: .kk) == "\(count) күн")
        }

        @Test func englishDays() {
            let words = [0, 1, 2].map { DurationWording.days($0, in: .en) }
            #expect(words == ["0 days", "1 day", "2 days"])
        }

        @Test(arguments: [
            (7, "жеті", "семи"), (12, "он екі", "двенадцати"), (15, "он бес", "пятнадцати"),
            (19, "он тоғыз", "девятнадцати"), (20, "жиырма", "двадцати"), (30, "отыз", "тридцати"),
            (40, "қырық", "сорока"), (45, "қырық бес", "сорока пяти"),
            (90, "тоқсан", "девяноста"), (99, "тоқсан тоғыз", "девяноста девяти"),
            (100, "жүз", "ста"), (180, "жүз сексен", "ста восьмидесяти"),
            (212, "екі жүз он екі", "двухсот двенадцати"),
            (365, "үш жүз алпыс бес", "трёхсот шестидесяти пяти"),
            (510, "бес жүз он", "пятисот десяти"), (700, "жеті жүз", "семисот"),
            (999, "тоғыз жүз тоқсан тоғыз", "девятисот девяноста девяти"),
        ])
        func numerals(_ number: Int, _ kazakh: String, _ russian: String) {
            #expect(KazakhNumeral.cardinal(number) == kazakh)
            #expect(RussianNumeral.genitive(number) == russian)
        }

        @Test func numeralsAreDistinct() {
            #expect(Set((1...999).compactMap(KazakhNumeral.cardinal)).count == 999)
            #expect(Set((1...999).compactMap(RussianNumeral.genitive)).count == 999)
            for outside in [0, -1, 1000, .max, .min] {
                #expect(KazakhNumeral.cardinal(outside) == nil)
                #expect(RussianNumeral.genitive(outside) == nil)
            }
        }

        @Test func editions() {
            let name = { EditionWording.name(3, in: $0) }
            expectWords(name, "3-редакция", "редакция № 3", "edition 3")
        }
    }

    @Suite struct Finder {
        @Test(arguments: WordingLanguage.allCases)
        func findsEveryDateOfACenturyInWords(_ language: WordingLanguage) {
            for date in century {
                let words = date.inWords(language)
                let found = DateFinder.dates(in: "§ \(words), (\(words))")
                #expect(found.map(\.date) == [date, date])
                #expect(found.first?.utf8Range == 3..<3 + words.utf8.count)
            }
        }

        @Test(arguments: WordingLanguage.allCases)
        func findsDatesInEverySentence(_ language: WordingLanguage) throws {
            let end = try #require(LocalDate(iso: "2027-09-01"))
            for start in century where start.day == 6 && start.year == 2026 {
                let sentences = [
                    ForceWording.comesIntoForce(on: start, in: language),
                    ForceWording.cameIntoForce(on: start, in: language),
                    ForceWording.inForce(since: start, in: language),
                    ForceWording.wasInForce(until: start, in: language),
                ]
                for sentence in sentences {
                    #expect(DateFinder.dates(in: sentence).map(\.date) == [start])
                }
                let periods = [
                    ForceWording.period(from: start, until: end, in: language),
                    ForceWording.period(from: start, through: end, in: language),
                ]
                for period in periods {
                    #expect(DateFinder.dates(in: period).map(\.date) == [start, end])
                }
            }
        }

        @Test(arguments: [
            "2013 жылғы 21 мамырдағы", "2013 жылғы 21 мамыр", "2013 ж. 21 мамыр",
            "2013ж. 21 мамыр", "2013 жылдың 21 мамыры", "2013 жылдың 21 мамырынан",
            "2013 жылы 21 мамырда", "2013 жылғы «21» мамырдан", "2013 жылғы 21-мамыр",
            "2013-жылғы 21-мамырда", "2013 ЖЫЛҒЫ 21 МАМЫР", "2013\u{A0}жылғы\u{202F}21\n мамырына",
            "2013 жылғы 20–21 мамыр", "21 мамыр 2013 жыл", "2013 жылғы 21 мaмыр",
            "21 мая 2013 года", "21 мая 2013 г.", "21 мая 2013г.", "21 мая 2013",
            "21 МАЯ 2013 ГОДА", "21» мая 2013 года", "21-го мая 2013 года", "21 мая\n2013 года",
            "21 мaя 2013 года", "21.05.2013", "21.05.2013 г.", "21.05.2013 жылғы", "2013-05-21",
            "21 May 2013", "May 21, 2013", "may 21 2013",
        ])
        func finds(_ text: String) {
            let date = LocalDate(year: 2013, month: 5, day: 21)
            for (before, after) in [
                ("", ""), ("(", ")"), ("от ", " N 94-V"), ("«", ".\n\n"), ("–", ","),
            ] {
                let found = DateFinder.dates(in: before + text + after)
                #expect(found.map(\.date) == [date], "\(before + text + after)")
                let range = before.utf8.count..<before.utf8.count + text.utf8.count
                #expect(found.first?.utf8Range == range, "\(before + text + after)")
            }
        }

        @Test(arguments: [
            ("қаңтардың", 1), ("ақпанынан", 2), ("наурызындағы", 3), ("сәуірінен", 4),
            ("сәуiрде", 4),
            ("мамырға", 5), ("маусымының", 6), ("шілдесінен", 7), ("шілдені", 7), ("тамызбен", 8),
            ("тамыздың", 8), ("қыркүйегінен", 9), ("қыркүйекке", 9), ("қыркүи\u{306}ектегі", 9),
            ("қазандағы", 10), ("қарашасына", 11), ("желтоқсанында", 12), ("Желтоқсанды", 12),
        ])
        func findsInflectedMonths(_ form: String, _ month: Int) {
            let found = DateFinder.dates(in: "2026 жылдың 9 \(form)")
            #expect(found.map(\.date) == [LocalDate(year: 2026, month: month, day: 9)])
        }

        @Test(arguments: [
            ("2026 жылғы мамыр айында", 5), ("мая 2026 года", 5), ("в мае 2026 г.", 5),
            ("с января 2026 года", 1), ("2026 жылғы қаңтардан бастап", 1), ("May 2026", 5),
            ("31 февраля 2026 года", 2), ("2026 жылғы 31 ақпан", 2), ("99 мая 2026 года", 5),
        ])
        func findsMonths(_ text: String, _ month: Int) {
            let found = DateFinder.dates(in: text)
            #expect(found.map(\.kind) == [.month])
            #expect(found.map(\.month) == [month])
            #expect(found.map(\.year) == [2026])
        }

        @Test(arguments: [
            "2013 жылғы заң", "2013 года", "2013 год", "в 2013 г.", "2013 жылдан бастап",
            "2013 ж.", "2011–2013 жылдарға", "2011–2013 годы", "2013-жылы", "2013 жыл 5 күн",
            "2013 года 21 мая",
        ])
        func findsYears(_ text: String) {
            let found = DateFinder.dates(in: text)
            #expect(found.map(\.kind) == [.year])
            #expect(found.map(\.year) == [2013])
        }

        @Test(arguments: [
            "", "5.2.2013", "5.2.", "3.2.6", "31.02.2013", "21.05.13", "1.21.05.2013",
            "21.05.2013.1", "121.05.2013", "21.05.20134", "21. 05. 2013", "2013", "N 94-V",
            "2013 г сахара", "3000 жыл", "5 мая", "21 мамыр", "в мае 1500 человек", "год2013 года",
            "21 мая\n\n2013", "мая 2000 человек", "2013-02-30", "2013-05-21-1", "7-2013-05-21",
            "2013\n\nгода", "٢٠١٣ года", "A2013 года", "2013 маусымдық",
        ])
        func findsNothing(_ text: String) {
            #expect(DateFinder.dates(in: text) == [])
        }

        @Test func findsAnAbbreviationWithoutItsStop() {
            let found = DateFinder.dates(in: "с 1 сентября 2026 г, а также")
            #expect(found.map(\.date?.description) == ["2026-09-01"])
            #expect(found.first?.utf8Range == 3..<29)
        }

        @Test func findsAllDatesOfAText() {
            let text = """
                1. Заң 2013 жылғы 21 мамырда қабылданды, 2014 жылғы 5 маусымнан бастап.
                2. Закон от 21 мая 2013 года № 94-V, с изменениями от 1 сентября 2026 г
                и 02.03.2027 г., 2028 год.
                """
            let found = DateFinder.dates(in: text)
            #expect(
                found.map { $0.date?.description ?? "\($0.year)" } == [
                    "2013-05-21", "2014-06-05", "2013-05-21", "2026-09-01", "2027-03-02", "2028",
                ]
            )
            let bytes = Array(text.utf8)
            let words = found.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
            #expect(words.first == "2013 жылғы 21 мамырда")
            #expect(words.last == "2028 год")
        }

        @Test func survivesAnything() {
            var random = SeededGenerator(seed: 3)
            let pieces = [
                "2013", "21", "5", "05", ".", "-", "–", " ", " ", "\n", "\n\n", "«", "»", "жылғы",
                "ж", "мамыр", "мамырдағы", "мая", "года", "г", "го", "May", ",", "\u{306}", "и",
                "😀",
                "\u{0}", "\r\n", "00", "99999999999999999999999", String(repeating: "ы", count: 40),
            ]
            for _ in 0..<3000 {
                expectSound((0..<random.below(14)).map { _ in random.pick(pieces) }.joined())
                let bytes = (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
                expectSound(String(decoding: bytes, as: UTF8.self))
                let scalars = (0..<random.below(20))
                    .compactMap { _ in
                        Unicode.Scalar(UInt32(random.below(0x11_0000)))
                    }
                expectSound(String(String.UnicodeScalarView(scalars)))
            }
        }

        @Test(arguments: [
            "1", "2013 ", "21.05.", "2013-", "21 мая ", "«", "\n", "ы", "1 – ", "2013 ж",
        ])
        func isLinear(_ piece: String) {
            let clock = ContinuousClock()
            let text = String(repeating: piece, count: 20_000)
            let time = clock.measure { expectSound(text) }
            // Quadratic work on 20,000 pieces would take minutes.
            #expect(time < .seconds(20))
        }
    }
}

private let century: [LocalDate] = (2000...2100)
    .flatMap { year in
        (1...12)
            .flatMap { month in
                (1...31).compactMap { LocalDate(year: year, month: month, day: $0) }
            }
    }

private func nineOnTheSixth() throws -> LocalMoment {
    LocalMoment(
        date: try #require(LocalDate(iso: "2026-01-06")),
        time: try #require(LocalTime(hour: 9, minute: 0)),
        offset: try #require(UTCOffset(seconds: 18_000))
    )
}

private func expectWords(
    _ words: (WordingLanguage) -> String,
    _ kazakh: String,
    _ russian: String,
    _ english: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(words(.kk) == kazakh, sourceLocation: sourceLocation)
    #expect(words(.ru) == russian, sourceLocation: sourceLocation)
    #expect(words(.en) == english, sourceLocation: sourceLocation)
}

/// Ranges in order, apart, inside the text and on scalar boundaries; days that exist.
private func expectSound(_ text: String) {
    let bytes = Array(text.utf8)
    var end = 0
    for found in DateFinder.dates(in: text) {
        let range = found.utf8Range
        let isInside = end <= range.lowerBound && range.lowerBound < range.upperBound
        #expect(isInside && range.upperBound <= bytes.count)
        guard isInside, range.upperBound <= bytes.count else { return }
        end = range.upperBound
        #expect(bytes[range.lowerBound] & 0xC0 != 0x80)
        #expect(end == bytes.count || bytes[end] & 0xC0 != 0x80)
        #expect((found.date != nil) == (found.kind == .day))
    }
}
