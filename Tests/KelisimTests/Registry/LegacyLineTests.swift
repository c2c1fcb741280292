import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// Lines of other systems become acceptances, or it is said what is wrong with them.
struct LegacyLineTests {
    private static let place = Place("a.csv", line: 2)
    private static let names = ["subject", "policy", "edition", "language", "at", "method", "note"]

    private func line(
        _ text: String,
        zone: String? = nil,
        columns names: [String] = names
    ) throws -> LegacyLine {
        try LegacyLine(
            text.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
            try LegacyColumns(names, at: Place("a.csv", line: 1)),
            in: zone.flatMap { TimeZoneRules(identifier: $0) },
            at: Self.place
        )
    }

    private func codes(_ text: String, zone: String? = nil) -> [String] {
        do {
            _ = try line(text, zone: zone)
            return []
        } catch let failure as Failure {
            #expect(failure.findings.allSatisfy { $0.place == Self.place })
            return failure.findings.map(\.code.name)
        } catch {
            return ["\(error)"]
        }
    }

    private static let good = "u-1,terms,1,kk,2026-02-01T10:00:00+05:00,,"

    // MARK: - What is recorded

    @Test func aLineIsAnImportedAcceptance() throws {
        let line = try line(Self.good)
        #expect(line.request.act == .accepted)
        #expect(line.request.method == .imported)
        #expect(line.request.occurredAt == Instant("2026-02-01T05:00:00Z"))
        #expect(line.request.context == DecisionContext())
        #expect(!line.isHistoryOnly)
        let policy = try #require(PolicyID("terms"))
        #expect(line.request.target == .edition(policy, 1, Language("kk"), nil))
    }

    @Test(
        arguments: [
            ("", DecisionMethod.imported, nil), ("imported", .imported, nil),
            ("click", .imported, "[click]"), ("signature", .imported, "[signature]"),
            ("paper", .paper, nil),
        ] as [(String, DecisionMethod, String?)]
    )
    func eachMethodIsStoredAsWhatItIs(
        _ given: String,
        _ recorded: DecisionMethod,
        _ note: String?
    ) throws {
        let line = try line("u-1,terms,1,kk,2026-02-01T10:00:00Z,\(given),")
        #expect(line.request.method == recorded)
        #expect(line.request.context.note == note)
        let noted = try self.line("u-1,terms,1,kk,2026-02-01T10:00:00Z,\(given),old site")
        #expect(
            noted.request.context.note
                == [note, "old site"].compactMap(\.self).joined(separator: " ")
        )
    }

    @Test(arguments: ["u-1,terms,,kk", "u-1,terms,1,", "u-1,terms,,"])
    func theUnknownStaysUnknown(_ text: String) throws {
        for method in ["", "click", "implied", "paper"] {
            let line = try line("\(text),2026-02-01T10:00:00Z,\(method),")
            #expect(line.isHistoryOnly)
            #expect(line.request.method == .imported)
        }
    }

    @Test func useIsNoAgreementToAText() {
        #expect(codes("u-1,terms,1,kk,2026-02-01T10:00:00Z,implied,") == ["import-implied"])
    }

    // MARK: - The header

    @Test func columnsComeInAnyOrder() throws {
        let line = try line(
            "2026-02-01T10:00:00Z, u-1 ,terms",
            columns: ["at", " subject", "policy"]
        )
        #expect(line.request.subject.id == "u-1")
        #expect(line.isHistoryOnly)
    }

    @Test(arguments: [
        (["subject", "policy", "at", "editon"], ["import-column-unknown"]),
        (["subject", "policy", "at", "at"], ["import-column-twice"]),
        (["subject", "policy"], ["import-column-missing"]),
        (
            ["subject;policy;at"],
            [
                "import-column-unknown", "import-column-missing", "import-column-missing",
                "import-column-missing",
            ]
        ),
        (["Subject", "policy", "at"], ["import-column-unknown", "import-column-missing"]),
    ])
    func aHeaderThatIsNoneIsRefused(_ names: [String], _ codes: [String]) {
        let error = #expect(throws: Failure.self) {
            try LegacyColumns(names, at: Place("a.csv", line: 1))
        }
        #expect(error?.findings.map(\.code.name) == codes)
    }

    // MARK: - Times

    @Test(arguments: [
        ("2019-05-01T10:00:00+05:00", "2019-05-01T05:00:00Z"),
        ("2019-05-01T05:00:00Z", "2019-05-01T05:00:00Z"),
        ("2019-05-01 10:00:00+05", "2019-05-01T05:00:00Z"),
        ("2019-05-01 10:00:00.123456+0500", "2019-05-01T05:00:00.123Z"),
        ("2019-05-01T10:00+05:00", "2019-05-01T05:00:00Z"),
        ("2019-05-01T10:00:00.5-02:30", "2019-05-01T12:30:00.500Z"),
    ])
    func aTimeWithAnOffsetIsExact(_ text: String, _ instant: String) throws {
        #expect(try LegacyTime.instant(text, in: nil) == Instant(instant))
        let almaty = TimeZoneRules(identifier: "Asia/Almaty")
        #expect(try LegacyTime.instant(text, in: almaty) == Instant(instant))
    }

    @Test(arguments: [
        ("2019-05-01T10:00:00", "Asia/Almaty", "2019-05-01T04:00:00Z"),
        ("2025-05-01 10:00:00", "Asia/Almaty", "2025-05-01T05:00:00Z"),
        ("2024-02-29 22:59:59", "Asia/Almaty", "2024-02-29T16:59:59Z"),
        ("2025-05-01", "Asia/Almaty", "2025-04-30T19:00:00Z"),
        ("2025-07-01 10:00", "Europe/Berlin", "2025-07-01T08:00:00Z"),
        ("2025-05-01 10:00:00.25", "UTC", "2025-05-01T10:00:00.250Z"),
    ])
    func aTimeWithoutOneIsOfTheZone(_ text: String, _ zone: String, _ instant: String) throws {
        #expect(throws: LegacyTime.Flaw.offsetMissing) { try LegacyTime.instant(text, in: nil) }
        let rules = TimeZoneRules(identifier: zone)
        #expect(try LegacyTime.instant(text, in: rules) == Instant(instant))
    }

    @Test func aTimeThatClocksSkippedOrShowedTwiceIsNone() throws {
        let berlin = TimeZoneRules(identifier: "Europe/Berlin")
        #expect(throws: LegacyTime.Flaw.skipped) {
            try LegacyTime.instant("2025-03-30 02:30:00", in: berlin)
        }
        #expect(throws: LegacyTime.Flaw.twice) {
            try LegacyTime.instant("2025-10-26 02:30:00", in: berlin)
        }
        // In Almaty the clocks went back from midnight to 23:00.
        #expect(throws: LegacyTime.Flaw.twice) {
            try LegacyTime.instant(
                "2024-02-29 23:30:00",
                in: TimeZoneRules(identifier: "Asia/Almaty")
            )
        }
    }

    @Test(arguments: [
        "x", "2019", "2019-05-01T", "2019-05-01T10", "2019-05-01T25:00:00Z", "2019-02-30",
        "01.05.2019", "2019-05-01T10:00:00+5", "2019-05-01T10:00:00+99:00", "2019-05-01x10:00:00",
        "2019-05-01T10:00:00.1234x", "2019-05-01T10:00:00ZZ", "1556704800",
    ])
    func whatIsNoTimeIsRefused(_ text: String) {
        #expect(throws: LegacyTime.Flaw.unreadable) {
            try LegacyTime.instant(text, in: TimeZoneRules(identifier: "UTC"))
        }
    }

    // MARK: - What is wrong

    @Test(arguments: [
        ("87771234567,terms,1,kk,2026-02-01T10:00:00Z,,", ["subject-not-opaque"]),
        (",terms,1,kk,2026-02-01T10:00:00Z,,", ["subject-not-opaque"]),
        ("u-1,Terms,1,kk,2026-02-01T10:00:00Z,,", ["unknown-policy"]),
        ("u-1,terms,one,kk,2026-02-01T10:00:00Z,,", ["import-edition"]),
        ("u-1,terms,-1,kk,2026-02-01T10:00:00Z,,", ["import-edition"]),
        ("u-1,terms,1.0,kk,2026-02-01T10:00:00Z,,", ["import-edition"]),
        ("u-1,terms,1,қазақ,2026-02-01T10:00:00Z,,", ["import-language"]),
        ("u-1,terms,1,kk,,,", ["import-time-missing"]),
        ("u-1,terms,1,kk,yesterday,,", ["import-time"]),
        ("u-1,terms,1,kk,2026-02-01T10:00:00,,", ["import-time-offset"]),
        ("u-1,terms,1,kk,2026-02-01T10:00:00Z,email,", ["import-method"]),
        ("u-1,terms,1,kk,2026-02-01T10:00:00Z,Click,", ["import-method"]),
        ("u-1,terms,1,kk,2026-02-01T10:00:00Z", ["import-field-count"]),
        ("u-1,terms,1,kk,2026-02-01T10:00:00Z,,,", ["import-field-count"]),
        (
            "a@b,Terms,x,!,,foo,",
            [
                "subject-not-opaque", "unknown-policy", "import-edition", "import-language",
                "import-time-missing", "import-method",
            ]
        ),
    ])
    func everythingWrongIsNamedAtOnce(_ text: String, _ expected: [String]) {
        #expect(codes(text) == expected)
    }

    @Test func valuesOfOthersAreShownSafely() {
        #expect("a\u{1B}[2Jb\u{202E}".excerpt == "a\u{FFFD}[2Jb\u{FFFD}")
        #expect(String(repeating: "x", count: 99).excerpt.count == 41)
    }

    // MARK: - Marks

    @Test func linesThatSayTheSameHaveOneMark() throws {
        let salt = Nonce.random()
        let mark = { (text: String) in try line(text, zone: "Asia/Almaty").mark(salt: salt) }
        let first = try mark(Self.good)
        #expect(try mark("u-1,terms,1,kk,2026-02-01 10:00,,") == first)
        #expect(try mark(" u-1 ,terms,01,kk,2026-02-01T05:00:00Z,,") == first)
        for other in [
            "u-2,terms,1,kk,2026-02-01T10:00:00+05:00,,",
            "u-1,rules,1,kk,2026-02-01T10:00:00+05:00,,",
            "u-1,terms,2,kk,2026-02-01T10:00:00+05:00,,",
            "u-1,terms,,kk,2026-02-01T10:00:00+05:00,,",
            "u-1,terms,1,ru,2026-02-01T10:00:00+05:00,,",
            "u-1,terms,1,kk,2026-02-01T10:00:01+05:00,,",
            "u-1,terms,1,kk,2026-02-01T10:00:00+05:00,click,",
            "u-1,terms,1,kk,2026-02-01T10:00:00+05:00,,x",
        ] { #expect(try mark(other) != first, "\(other)") }
        #expect(try line(Self.good).mark(salt: .random()) != first)
    }

    // MARK: - Refusals foreseen

    @Test func whatWouldBeRefusedIsForeseen() async throws {
        let clock = ManualClock(RegistryRoom.morning)
        let room = RegistryRoom(MemoryRegistry { clock.now }, clock)
        _ = try await room.published()
        try await room.register(room.guardianship(ward: "u-2"))
        room.wait(days: 9)
        let shelf = try await room.registry.shelf()
        for (subject, days) in [("u-1", 8), ("u-1", 10), ("u-2", 8)] {
            let instant = room.later(days: -days)
            let request = try room.request(.accepted, .imported, of: subject, at: instant)
            #expect(request.dependsOnGuardians(on: shelf))
            let history = try await room.registry.history(of: request.subject)
            let foreseen = request.refusal(on: shelf, history: history, at: room.now)
            #expect(try await room.refusal(of: request) == foreseen)
            #expect((foreseen == nil) == (subject == "u-1" && days == 8))
        }
    }
}
