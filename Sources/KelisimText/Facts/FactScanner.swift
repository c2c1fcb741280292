/// Finds the facts in the plain text of one block.
///
/// What is part of one thing is not another: the digits of a date are no numbers, those of an
/// address no references.
struct FactScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var facts: [Fact] = []
    /// What has been recognised, so that it is not read again.
    private var taken: [Range<Int>] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// Reads the text behind the label; `references` are those found in it.
    mutating func scan(from start: Int, references: [(range: Range<Int>, value: String)]) {
        addresses(from: start)
        for reference in references { add(.reference, reference.value, reference.range) }
        settle()
        phones(from: start)
        settle()
        dates(from: start)
        settle()
        acts(from: start)
        settle()
        numbers(from: start)
        settle()
    }

    private mutating func add(_ kind: Fact.Kind, _ value: String, _ range: Range<Int>) {
        facts.append(Fact(kind: kind, value: value, range: range))
    }

    /// Ends one search: what it found is not read again by the next.
    private mutating func settle() {
        facts.sort {
            ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue)
        }
        taken = facts.map(\.range)
    }

    private func isTaken(_ index: Int) -> Range<Int>? {
        let next = taken.partitioningIndex { $0.upperBound > index }
        return next < taken.count && taken[next].contains(index) ? taken[next] : nil
    }

    // MARK: - Addresses

    /// Finds e-mail addresses and addresses of pages: words with an at sign or a scheme.
    private mutating func addresses(from start: Int) {
        var index = start
        while index < text.count {
            index = text.skippingSpaces(from: index)
            var end = index
            while end < text.count, text.skippingSpaces(from: end) == end, text[end] != 0x0A {
                end += 1
            }
            guard end > index else { break }
            if let word = address(index..<end) {
                let value = text.string(word).lowercased()
                if value.contains("://") || value.hasPrefix("www.") {
                    add(.url, Self.comparable(value), word)
                } else {
                    add(.email, value, word)
                }
            }
            index = end
        }
    }

    /// An address as it is compared: in lower case, without a slash at its end.
    static func comparable(_ url: String) -> String {
        let small = url.lowercased()
        return small.hasSuffix("/") ? String(small.dropLast()) : small
    }

    /// The address inside a word, without quotation marks and the punctuation of the sentence.
    private func address(_ word: Range<Int>) -> Range<Int>? {
        let isAddress =
            text[word].contains(UInt8(ascii: "@")) || text.hasPrefix("www.", at: word.lowerBound)
            || word.contains { text.hasPrefix("://", at: $0) }
        guard isAddress else { return nil }
        var low = word.lowerBound
        var high = word.upperBound
        while low < high, !text[low].isAddressByte { low += 1 }
        while high > low, !text[high - 1].isAddressByte || ".,;:!?)".utf8.contains(text[high - 1]) {
            high -= 1
        }
        // «e-mail@…» in Cyrillic is no address; the first byte beyond ASCII ends it.
        if let other = text[low..<high].firstIndex(where: { $0 >= 0x80 }) { high = other }
        return high - low > 3 ? low..<high : nil
    }

    // MARK: - Telephone numbers

    /// A plus and 10 to 15 digits, however they are grouped: `+7 (727) 123-45-67`.
    private mutating func phones(from start: Int) {
        var index = start
        while index < text.count {
            guard text[index] == UInt8(ascii: "+"), let (value, end) = phone(from: index + 1) else {
                index += 1
                continue
            }
            if isTaken(index) == nil { add(.phone, value, index..<end) }
            index = end
        }
    }

    private func phone(from start: Int) -> (value: String, end: Int)? {
        var value = "+"
        var index = start
        var end = start
        while index < text.count, value.utf8.count <= 16 {
            if text[index].isDigit {
                value.unicodeScalars.append(Unicode.Scalar(text[index]))
                index += 1
                end = index
            } else if "-()".utf8.contains(text[index]) {
                index += 1
            } else if text.skippingSpaces(from: index) == index + 1 {
                index += 1
            } else {
                break
            }
        }
        return (11...16).contains(value.utf8.count) ? (value, end) : nil
    }

    // MARK: - Dates and acts

    private mutating func dates(from start: Int) {
        guard text[start...].contains(where: \.isDigit) else { return }
        for date in DateFinder.dates(in: text.string(start..<text.count)) {
            let range = date.utf8Range.lowerBound + start..<date.utf8Range.upperBound + start
            guard isTaken(range.lowerBound) == nil else { continue }
            let parts = [date.year, date.month, date.day].compactMap(\.self)
            let digits = parts.enumerated()
                .map { index, part in
                    let text = String(part)
                    return index == 0 || text.count > 1 ? text : "0" + text
                }
            add(.date, digits.joined(separator: "-"), range)
        }
    }

    /// `N 94-V`, `№ 94-V`: the number of an act stands behind a sign, digits first.
    private mutating func acts(from start: Int) {
        var index = start
        while index < text.count {
            let sign =
                text.hasPrefix("№", at: index) ? 3 : text[index] == UInt8(ascii: "N") ? 1 : 0
            let number = text.skippingSpaces(from: index + sign)
            guard sign > 0, isWordStart(index), number < text.count, text[number].isDigit,
                isTaken(number) == nil
            else {
                index += 1
                continue
            }
            var end = number
            while end < text.count,
                text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "/")
                    || text[end] == UInt8(ascii: ".") || text.isLetterOrDigit(at: end)
            {
                end += 1
            }
            while text[end - 1] == UInt8(ascii: ".") { end -= 1 }
            add(.act, Self.latinActNumber(text.string(number..<end)), number..<end)
            index = end
        }
    }

    private func isWordStart(_ index: Int) -> Bool {
        index == 0 || !text.isLetterOrDigit(at: index - 1)
    }

    /// Letters of act numbers are Roman numerals, typed in either alphabet («94-V», «94-У»).
    private static func latinActNumber(_ number: String) -> String {
        let latin: [Character: Character] = ["І": "I", "Х": "X", "С": "C", "М": "M", "В": "V"]
        return String(number.uppercased().map { latin[$0] ?? $0 })
    }

    // MARK: - Numbers

    private static let percents = ["пайыз", "процент", "percent"]
    private static let currencies = ["теңге", "тенге", "tenge", "тг", "kzt"]

    private mutating func numbers(from start: Int) {
        var index = start
        while index < text.count {
            if let range = isTaken(index) {
                index = max(range.upperBound, index + 1)
                continue
            }
            guard text[index].isDigit else {
                index += 1
                continue
            }
            let (value, end) = number(from: index)
            let unit = text.skippingSpaces(from: end)
            let word = text.lowercasedWord(from: unit).word
            let kind: Fact.Kind =
                if text.hasPrefix("%", at: unit) || Self.percents.contains(where: word.hasPrefix) {
                    .percentage
                } else if text.hasPrefix("₸", at: unit)
                    || Self.currencies.contains(where: word.hasPrefix)
                {
                    .sum
                } else { .number }
            add(kind, value, index..<end)
            index = end
        }
    }

    /// A number with groups of three digits and decimals: `1 000 000`, `2,500`, `12,5`; or a time
    /// of day, `9:00`.
    private func number(from start: Int) -> (value: String, end: Int) {
        var end = digits(from: start)
        var value = text.string(start..<end)
        if end - start <= 3, text[start] != UInt8(ascii: "0") {
            while let group = group(after: end) {
                value += text.string(group)
                end = group.upperBound
            }
        }
        if end + 2 < text.count, text[end] == UInt8(ascii: ":"), digits(from: end + 1) == end + 3 {
            return ("\(Int(value) ?? 0):" + text.string(end + 1..<end + 3), end + 3)
        }
        if end + 1 < text.count, [UInt8(ascii: ","), UInt8(ascii: ".")].contains(text[end]),
            text[end + 1].isDigit
        {
            let decimals = digits(from: end + 1)
            value += "." + text.string(end + 1..<decimals)
            end = decimals
        }
        return (value, end)
    }

    /// Three digits behind white space, or behind a comma as English has it.
    private func group(after end: Int) -> Range<Int>? {
        let isComma = end < text.count && text[end] == UInt8(ascii: ",")
        let start = isComma ? end + 1 : text.skippingSpaces(from: end)
        guard start > end, digits(from: start) - start == 3 else { return nil }
        return start..<start + 3
    }

    private func digits(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        return end
    }
}

extension UInt8 {
    fileprivate var isAddressByte: Bool {
        self > 0x20 && self < 0x7F && !"<>\"'()[]".utf8.contains(self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter or a digit, or any byte of one beyond ASCII, stands at `index`.
    fileprivate func isLetterOrDigit(at index: Int) -> Bool {
        let byte = self[index]
        if byte < 0x80 { return byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26 }
        return !["\u{A0}", "»", "«", "–", "—", "“", "”"]
            .contains { (mark: StaticString) in
                (0..<mark.utf8CodeUnitCount).contains { hasPrefix(mark, at: index - $0) }
            }
    }
}
