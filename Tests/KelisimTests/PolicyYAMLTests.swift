import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct PolicyYAMLTests {
    private func read(_ text: String) -> (value: YAMLValue?, lines: [String]) {
        let (value, findings) = YAMLDocument.read(Array(text.utf8), of: "f")
        let lines = findings.map { finding in
            let place = finding.place
            return "\(place.line ?? 0):\(place.column ?? 0) \(finding.code.name)"
        }
        return (value, lines)
    }

    private func flat(_ text: String) -> [String: String]? {
        var reader = YAMLReader()
        return read(text).value.flatMap { reader.strings($0) }
    }

    @Test func valuesHavePlacesAndPaths() throws {
        let value = try #require(read("a: 1\nb: {құ: [x, y]}\n").value)
        guard case .mapping(let members) = value.content,
            case .mapping(let inner) = members[1].value.content,
            case .sequence(let items) = inner[0].value.content
        else {
            Issue.record("not the structure that was written")
            return
        }
        #expect(members.map(\.key) == ["a", "b"])
        #expect(items[1].place == Place("f", line: 2, column: 13))
        #expect(items[1].path == "b.құ[1]")
    }

    @Test func wordsThatLookLikeBooleansStayWords() {
        #expect(
            flat("kk: no\nru: yes\nen: 1.10\nde: 2026-01-01\n")
                == ["kk": "no", "ru": "yes", "en": "1.10", "de": "2026-01-01"]
        )
    }

    @Test(arguments: [
        "a: R & D\n", "a: 5 * 3 = 15!\n", "a: b*c &d !e\n", "a: \"*x\"\n", "a: '&x !y *z'\n",
        "a: 'it''s: *x'\n", "a: \"q \\\" *x\"\n", "a: |\n  *bold* text\n  &c\n",
        "a: >-\n  x\n\n  !y\n",
        "a: x # *y\n", "# *y\na: x\n", "a: don't\nb: x*\n", "a: {b: 'c, *d'}\n",
        "a: \"one\n  two *x\"\n", "a: x\n  & y\n", "---\na: b\n", "a: [b, c d*e]\n",
        "a:\n- 'x'\n- y\n",
        "a: b | c > d\n", "a: https://x.kz/?b=*c&d=!e\n",
    ])
    func harmlessSigns(text: String) {
        let (value, lines) = read(text)
        #expect(lines == [])
        #expect(value != nil)
    }

    @Test(arguments: [
        ("a: &x 1\n", "1:4"), ("a: 1\nb: *x\n", "2:4"), ("*x : 1\n", "1:1"),
        ("a: !!str 1\n", "1:4"),
        ("a: ! 1\n", "1:4"), ("a: [1, *x]\n", "1:8"), ("a: {*x : 1}\n", "1:5"), ("- - *x\n", "1:5"),
        ("? a\n: b\n", "1:1"), ("? *x\n", "1:1"), ("%YAML 1.2\n---\na: b\n", "1:1"),
        ("a:\n  *x\n", "2:3"),
        ("a: 'b'\n*x : 1\n", "2:1"), ("a: b\n  'tis\n*x : 1\n", "3:1"),
        ("a: |\n  t\n*x : 1\n", "3:1"),
        ("- |\n 'tis\n- *x\n", "3:3"), ("- a: |\n  *x : 1\n", "2:3"),
        ("a: [b\n 'c, *x, d']\n", "2:6"),
        ("a: see [1, 'tis\n*x : 1\n", "2:1"), ("a: |2\n *x\n", "1:4"), ("{\"a\":*x}\n", "1:6"),
        ("a: b # 'tis\n*x : 1\n", "2:1"), ("--- *x\n", "1:5"), ("a: \"b\n c\"\n&x b: c\n", "3:1"),
    ])
    func expensiveFeatures(text: String, place: String) {
        let (value, lines) = read(text)
        #expect(lines.first == "\(place) yaml-feature")
        #expect(value == nil)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["value", "key"])
    func bombs(position: String) {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        text += position == "value" ? "title: *a9\n" : "? *a9\n: x\n*a9 : y\n"
        let (value, lines) = read(text)
        #expect(value == nil)
        #expect(lines.first == "1:5 yaml-feature")
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["[", "{", "{a: ", "- "],
        [33, 200, 990, 5000, 60_000]
    )
    func nestingIsBounded(open: String, depth: Int) {
        let (value, lines) = read(String(String(repeating: open, count: depth).prefix(65_000)))
        #expect(value == nil)
        #expect(lines.count == 1)
        let close = open == "[" ? "]" : "}"
        guard depth <= 200, open != "- " else { return }
        let closed =
            String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
        #expect(read(closed).value == nil)
    }

    @Test func deepKeysAreCheap() {
        let text =
            String(repeating: "{", count: 900) + "a"
            + String(repeating: ": b}", count: 900)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(read(text).value == nil) }
        #expect(time < .seconds(5))
    }

    @Test func nestingUpToTheLimitIsRead() {
        let text = String(repeating: "[", count: 31) + "x" + String(repeating: "]", count: 31)
        #expect(read(text).lines == [])
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("a: 1\n\"a\": 3\n'a': 4\n", ["2:1 duplicate-key", "3:1 duplicate-key"]),
        ("t: {kk: x, ru: y, kk: z}\n", ["1:19 duplicate-key"]),
        (
            "a: 1\na: 2\nb: {c: 1, c: 2}\nb: 3\n",
            ["3:11 duplicate-key", "2:1 duplicate-key", "4:1 duplicate-key"]
        ),
        ("құ: 1\nқұ: 2\n", ["2:1 duplicate-key"]),
    ])
    func duplicatesAreNamedWhereTheyStand(text: String, expected: [String]) {
        let (value, lines) = read(text)
        #expect(Set(lines) == Set(expected))
        #expect(value != nil)
    }

    @Test func manyDuplicatesDoNotTakeLong() {
        let text = String(repeating: "a: 1\n", count: 5000)
        let (value, lines) = read(text)
        #expect(value == nil)
        #expect(lines.last?.hasSuffix("duplicate-key") == true)
    }

    @Test(arguments: [
        ("", "0:0 empty-file"), ("# nothing\n", "0:0 empty-file"), ("---\n", "0:0 empty-file"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents"), ("a: [1\n", "2:1 yaml-syntax"),
        ("a: 1\n b: 2\n", "2:3 yaml-syntax"), ("a: \"x\n", "2:1 yaml-syntax"),
        ("\ta: 1\n", "1:1 yaml-syntax"),
        ("a: \u{0}\n", "1:4 null-character"), ("a: 1\r\n", "1:5 carriage-return"),
        ("\u{FEFF}a: 1\n", "1:1 byte-order-mark"), ("a: \u{202E}x\n", "1:4 bidi-control"),
        ("a: и\u{306}\n", "1:4 not-nfc"),
    ])
    func formIsChecked(text: String, expected: String) {
        #expect(read(text).lines == [expected])
    }

    @Test func escapesBringNothingForbiddenIn() throws {
        let value = try #require(read("a: \"x\\u202Ey\"\nb: \"\\0\"\nc: \"tab\\t\"\n").value)
        var reader = YAMLReader()
        #expect(reader.strings(value) == ["c": "tab"])
        #expect(reader.findings.map(\.code.name) == ["bidi-control", "null-character"])
    }

    @Test func fieldsReportEverythingAtOnce() throws {
        let value = try #require(read("titel: x\nfoo: y\nmode: blue\nn: 07\nflag: yes\n").value)
        var reader = YAMLReader()
        let fields =
            reader.fields(value, required: ["title"], optional: ["mode", "n", "flag"]) ?? [:]
        let mode = fields["mode"].flatMap { reader.choice($0, of: ChangeKind.self) }
        let number = fields["n"].flatMap { reader.integer($0, in: 1...9) }
        let flag = fields["flag"].flatMap { reader.boolean($0) }
        #expect(mode == nil && number == nil && flag == nil)
        #expect(
            reader.findings.map { "\($0.place.line ?? 0) \($0.code.name)" } == [
                "1 misspelled-key", "2 unknown-key", "3 value-not-allowed", "4 expected-number",
                "5 expected-boolean",
            ]
        )
        #expect(reader.findings[0].arguments["nearest"] == "title")
        #expect(reader.findings[2].arguments["allowed"] == "reconsent, notice, editorial")
    }

    @Test(arguments: 0..<400)
    func nothingThatParsesHidesAnAlias(seed: UInt64) {
        // Whatever pieces are put together: what the screen lets through holds no alias.
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "a: ", "'", "\"", "\n", "  ", "*x", "&x ", "- ", "[", "]", "{", "}", ", ", "|\n",
            ">-\n", "b",
            " # ", "? ", ": ", "x: 1\n", "it's ", "!t ", "\\",
        ]
        for _ in 0..<50 {
            var text = "k: 1\n"
            for _ in 0..<Int.random(in: 1...14, using: &random) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            let scalars = Array(text.unicodeScalars)
            guard YAMLScreen.findings(in: scalars, of: "f").isEmpty else { continue }
            // An undefined alias or an anchor that reached the parser would be named by it.
            let (_, findings) = YAMLDocument.read(Array(text.utf8), of: "f")
            let reached = findings.contains { finding in
                finding.arguments["token"] == "*"
                    || finding.arguments["problem"]?.contains("alias") ?? false
            }
            #expect(!reached, "\(text.debugDescription)")
        }
    }
}
