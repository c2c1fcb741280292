import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct PolicyTextInspectionTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        TextInspection.findings(in: bytes, of: "f")
            .map { finding in
                "\(finding.place.line ?? 0):\(finding.place.column ?? 0) \(finding.code.name)"
            }
    }

    private func lines(_ text: String) -> [String] { lines(Array(text.utf8)) }

    @Test(arguments: [
        "", "абв\n", "Қазақстан Республикасы — «Үміт» № 94-V\n",
        "й ё ǖ ﷺ 한 🇰🇿 👩‍👩‍👧 e\u{304}\u{328}x".composed,
        "a\tb\n\n", "a\u{200D}b", "\u{301}",
    ])
    func wellFormed(text: String) {
        #expect(lines(text) == [])
    }

    @Test(arguments: [
        ("абв\nг\u{0}\n", "2:2 null-character"), ("қ\u{7}\n", "1:2 control-character"),
        ("x\u{85}\n", "1:2 control-character"), ("x\u{2028}\n", "1:2 control-character"),
        ("\u{FEFF}x", "1:1 byte-order-mark"), ("a\r\nb\r\n", "1:2 carriage-return"),
        ("да \u{202E}нет", "1:4 bidi-control"), ("\u{2066}", "1:1 bidi-control"),
        ("\u{61C}", "1:1 bidi-control"),
        ("аи\u{306}б", "1:2 not-nfc"), ("a\ne\u{301}\n", "2:1 not-nfc"),
        ("\u{212B}", "1:1 not-nfc"),
        ("x\u{327}\u{301}y\nz\u{301}\u{327}", "2:1 not-nfc"),
    ])
    func misplacedCharacters(text: String, expected: String) {
        #expect(lines(text) == [expected])
    }

    @Test func decompositionIsSpelledOut() {
        let findings = TextInspection.findings(in: Array("аи\u{306}б".utf8), of: "f")
        #expect(findings.first?.arguments == ["found": "U+0438 U+0306", "wanted": "U+0439"])
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82],
        ] as [[UInt8]]
    )
    func notUTF8(bytes: [UInt8]) {
        #expect(lines(Array("қа\nб".utf8) + bytes) == ["2:2 invalid-utf8"])
        #expect(String(validating: bytes, as: UTF8.self) == nil)
    }

    @Test(arguments: 0..<200)
    func agreesWithTheStandardLibrary(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int.random(in: 1...6, using: &random))
            .map { _ in
                UInt8.random(in: 0x20...0xFF, using: &random)
            }
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect(lines(bytes).contains { $0.hasSuffix("invalid-utf8") } == !isValid)
    }

    @Test(arguments: 0..<300)
    func agreesWithFoundationAboutComposition(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x41...0x7A, 0xA0...0x17F, 0x300...0x345, 0x400...0x52F, 0x370...0x3FF, 0x2000...0x206F,
            0x1100...0x11FF, 0xAC00...0xAC40, 0x2100...0x214F, 0xF900...0xFA10, 0x900...0x9FF,
        ]
        var text = ""
        for _ in 0..<8 {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
            let value = UInt32.random(in: range, using: &random)
            guard let scalar = Unicode.Scalar(value), TextInspection.forbidden(scalar) == nil else {
                continue
            }
            text.unicodeScalars.append(scalar)
        }
        let isComposed = text.utf8.elementsEqual(text.composed.utf8)
        #expect(lines(text).contains { $0.hasSuffix("not-nfc") } == !isComposed)
    }

    @Test func manyOfAKindAreNotAllListed() {
        #expect(lines(String(repeating: "\u{202E}\n", count: 1000)).count == 20)
    }

    @Test func fourMebibytesTakeNoTime() {
        let text = Array(
            String(repeating: "Қазақстан Республикасының заңнамасы — «Үміт».\n", count: 50_000).utf8
        )
        let time = ContinuousClock().measure { #expect(lines(text) == []) }
        // Some milliseconds in a release build; this bound is for a debug build on a busy machine.
        #expect(time < .seconds(8))
    }
}
