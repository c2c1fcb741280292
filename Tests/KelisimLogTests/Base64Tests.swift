import Foundation
import KelisimTesting
import Testing

@testable import KelisimLog

/// Base64 and numbers, of which each value has exactly one spelling.
struct Base64Tests {
    @Test func writesAndReadsAsFoundationDoes() {
        var random = SeededGenerator(seed: 1)
        for length in 0...200 {
            let bytes = (0..<length).map { _ in UInt8(random.below(256)) }
            let text = Base64.encode(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.decode(text.utf8) == bytes)
        }
    }

    /// What decodes also encodes to the same text: all texts of four signs from a small alphabet.
    @Test func noOtherSpellingIsRead() {
        let signs = Array("AQgw/+8=\n -_é".utf8)
        var read = 0
        for first in signs {
            for second in signs {
                for third in signs {
                    for fourth in signs {
                        let text = [first, second, third, fourth]
                        guard let bytes = Base64.decode(text) else { continue }
                        read += 1
                        #expect(Array(Base64.encode(bytes).utf8) == text)
                    }
                }
            }
        }
        #expect(read > 1_000)
    }

    @Test(arguments: [
        "A", "AA", "AAA", "AAA=A", "====", "A===", "AAAA====", "AA==AAAA", "AAB=", "AB==",
    ])
    func brokenTextsAreNotRead(text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }

    @Test(arguments: [
        "", "00", "01", "+1", "-1", " 1", "1 ", "1_0", "0x1", "18446744073709551616", "١",
    ])
    func otherNumbersAreNotRead(digits: String) {
        let number: UInt64? = CanonicalText.number(digits)
        #expect(number == nil)
    }

    @Test func numbersAreRead() {
        let numbers = ["0", "7", "10", "18446744073709551615"]
        #expect(numbers.map { CanonicalText.number($0) } == [0, 7, 10, UInt64.max])
    }
}
