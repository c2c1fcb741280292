/// Finds the terms that the plain text of one block defines.
struct DefinitionScanner {
    private let text: UnsafeBufferPointer<UInt8>
    /// A term is a few words; what is longer is something else in quotation marks.
    private let longestTerm = 240

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The bytes of each term, and whether it is defined in passing.
    func terms(from start: Int) -> [(range: Range<Int>, isInline: Bool)] {
        var found: [(Range<Int>, Bool)] = []
        if let term = opening(from: text.skippingSpaces(from: start)) {
            found.append((term, false))
        }
        var index = text.nextSign(from: start)
        while index < text.count {
            if text[index] == UInt8(ascii: "("), let term = inline(from: index + 1) {
                found.append((term, true))
                index = term.upperBound
            } else {
                index += 1
            }
            index = text.nextSign(from: index)
        }
        return found
    }

    private static let quotes: [(open: StaticString, close: StaticString)] = [
        ("«", "»"), ("“", "”"), ("„", "“"), ("\"", "\""),
    ]
    private static let dashes: [StaticString] = ["–", "—", "-"]

    /// `«Term» - …` at the start of a clause.
    private func opening(from start: Int) -> Range<Int>? {
        quoted(from: start) { end in
            let dash = text.skippingSpaces(from: end)
            return Self.dashes.contains { mark in
                text.hasPrefix(mark, at: dash) && text.isBlank(at: dash + mark.utf8CodeUnitCount)
            }
        }
    }

    /// The term inside the quotation marks that open at `start`, if what stands behind them is
    /// `accepted`.
    ///
    /// Marks may be nested, or closed once too often, as in «El Umiti» қоры».
    private func quoted(from start: Int, where accepted: (Int) -> Bool) -> Range<Int>? {
        guard let (open, close) = Self.quotes.first(where: { text.hasPrefix($0.open, at: start) })
        else { return nil }
        let begin = start + open.utf8CodeUnitCount
        var depth = 1
        for index in begin..<min(text.count, begin + longestTerm) {
            if text.hasPrefix(close, at: index) {
                depth -= 1
                guard index > begin else { return nil }
                if depth <= 0, accepted(index + close.utf8CodeUnitCount) { return begin..<index }
            } else if text.hasPrefix(open, at: index) {
                // Behind the end of the term another one is quoted.
                guard depth > 0 else { return nil }
                depth += 1
            }
        }
        return nil
    }

    private static let introductions: [StaticString] = [
        "бұдан әрі", "Бұдан әрі", "далее", "Далее",
    ]

    /// The term behind the bracket of «(бұдан әрі – Term)», «(далее по тексту — «Term»)» or
    /// «(далее именуемый «Term»)».
    private func inline(from start: Int) -> Range<Int>? {
        let intro = text.skippingSpaces(from: start)
        guard let words = Self.introductions.first(where: { text.hasPrefix($0, at: intro) }) else {
            return nil
        }
        var index = intro + words.utf8CodeUnitCount
        while index < text.count, index - intro < longestTerm, !Self.isBracket(text[index]) {
            if let dash = Self.dashes.first(where: { text.hasPrefix($0, at: index) }) {
                return inlineTerm(from: text.skippingSpaces(from: index + dash.utf8CodeUnitCount))
            }
            if let term = quotedInline(from: index) { return term }
            index += 1
        }
        return nil
    }

    private func quotedInline(from start: Int) -> Range<Int>? {
        quoted(from: start) { end in
            let next = text.skippingSpaces(from: end)
            return [")", ",", ";"].contains { text.hasPrefix($0, at: next) }
        }
    }

    private func inlineTerm(from start: Int) -> Range<Int>? {
        if let term = quotedInline(from: start) { return term }
        var end = start
        while end < text.count, end - start < longestTerm, !Self.endsTerm(text[end]) { end += 1 }
        guard end < text.count, Self.endsTerm(text[end]) else { return nil }
        end = text.skippingSpaces(before: end)
        return end > start ? start..<end : nil
    }

    private static func endsTerm(_ byte: UInt8) -> Bool {
        isBracket(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }
}
