/// Finds numbers that a noun governs, in the plain text of one block.
///
/// Kazakh puts the noun behind the numbers («5.2., 5.3. және 7.2. тармақтарында»), Russian before
/// them («пунктами 5.2, 5.3 и 7.2»). What belongs to an act («Заңның 8-бабы», «статьи 8 Закона»)
/// is marked as external.
struct ReferenceScanner {
    /// One noun with its list of numbers.
    struct Candidate {
        let noun: ClauseNoun
        let numbers: [ReferredNumber]
        /// From the first number, or the noun before it, to the end of the phrase.
        let phrase: Range<Int>
        /// Whether the part that it lies in stands before it («5.1-тармақтың 2) тармақшасы») and
        /// not behind it («подпункт 2) пункта 5.1»).
        let isBehindWhole: Bool
        var isExternal = false
    }

    let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The candidates in the text from `start` on, in order.
    func candidates(from start: Int) -> [Candidate] {
        var found: [Candidate] = []
        var index = text.nextSign(from: start)
        while index < text.count {
            guard text[index].isDigit else {
                index = text.nextSign(from: index + 1)
                continue
            }
            var end = index
            while end < text.count, text[end].isDigit { end += 1 }
            if startsNumber(at: index), let list = numberList(from: index) {
                if let candidate = candidate(list.numbers, index..<list.end) {
                    found.append(candidate)
                }
                end = list.end
            }
            index = text.nextSign(from: end)
        }
        if !found.isEmpty { markExternal(&found) }
        return found
    }

    // MARK: - Lists of numbers

    private func startsNumber(at index: Int) -> Bool {
        guard index > 0 else { return true }
        switch text[index - 1] {
        // `п.5.2` has a number, `0.5` was looked at from its beginning.
        case UInt8(ascii: "."): return !text.word(before: index - 1).isEmpty
        case UInt8(ascii: "-"): return false
        default: return text.word(before: index).isEmpty
        }
    }

    private func numberList(from start: Int) -> (numbers: [ReferredNumber], end: Int)? {
        var numbers: [ReferredNumber] = []
        var position = start
        var after = start
        var joint = Joint.enumeration
        while let end = NumberSyntax.end(in: text, from: position) {
            // «5а» is another clause than 5.
            guard text.letterLength(at: end) == 0 else { break }
            let hasBracket = text.hasPrefix(")", at: end)
            let number = ReferredNumber(
                range: position..<end,
                text: text.string(position..<end),
                hasBracket: hasBracket,
                endsRange: joint == .range
            )
            if let (first, last) = number.halves, first.isDotted {
                numbers += [first, last]
            } else {
                numbers.append(number)
            }
            after = hasBracket ? end + 1 : end
            guard let next = separator(from: after), next.end < text.count, text[next.end].isDigit,
                // «5 и 6, 30 дней»: «и» comes before the last.
                !(joint == .conjunction && next.joint == .enumeration && !isDotted(next.end))
            else { break }
            (position, joint) = (next.end, next.joint)
        }
        return numbers.isEmpty ? nil : (numbers, after)
    }

    private func isDotted(_ start: Int) -> Bool {
        guard let end = NumberSyntax.end(in: text, from: start) else { return false }
        return text[start..<end].contains(UInt8(ascii: "."))
    }

    private enum Joint {
        case enumeration
        case conjunction
        case range
    }

    private static let marks: [(text: StaticString, joint: Joint)] = [
        (",", .enumeration), (";", .enumeration), ("–", .range), ("—", .range), ("-", .range),
    ]
    private static let conjunctions: [StaticString] = [
        "және", "мен", "пен", "бен", "немесе", "и", "или", "and", "or", "а", "также", "сондай",
        "ақ",
    ]

    /// What stands between two numbers of a list, and where the next one begins.
    private func separator(from start: Int) -> (end: Int, joint: Joint)? {
        var index = text.skippingSpaces(from: text.hasPrefix(".", at: start) ? start + 1 : start)
        var joint: Joint?
        // «5.2., және 5.3», «5.2, а также 5.3», «5-, 6- және 7-тармақтар»
        for _ in 0..<4 {
            if let mark = Self.marks.first(where: { text.hasPrefix($0.text, at: index) }) {
                index += mark.text.utf8CodeUnitCount
                if joint == nil || joint == .range { joint = mark.joint }
            } else {
                let word = text.word(from: index)
                guard !word.isEmpty else { break }
                if text.isWord(word, in: Self.conjunctions) {
                    joint = .conjunction
                } else if text.isWord(word, in: ["по"]) {
                    joint = .range
                } else {
                    return nil
                }
                index = word.upperBound
            }
            index = text.skippingSpaces(from: index)
        }
        return joint.map { (index, $0) }
    }

    // MARK: - Nouns

    private func candidate(_ numbers: [ReferredNumber], _ range: Range<Int>) -> Candidate? {
        nounBehind(numbers, range) ?? nounBefore(numbers, range.lowerBound)
    }

    private static let ordinalEndings: [StaticString] = [
        "й", "м", "го", "му", "ом", "ого", "ому", "ый", "я", "ю", "е", "х", "ми",
    ]

    /// The Kazakh noun behind the numbers, or a Russian one behind an ordinal.
    ///
    /// «5.2. тармақта», «4-бөлімінде», «7.2- тармақтарын», «5-й раздел».
    private func nounBehind(_ numbers: [ReferredNumber], _ range: Range<Int>) -> Candidate? {
        let end = range.upperBound
        let afterDot = text.hasPrefix(".", at: end) ? end + 1 : end
        var index = text.skippingSpaces(from: afterDot)
        let hasHyphen = text.hasPrefix("-", at: index)
        if hasHyphen {
            index = text.skippingSpaces(from: index + 1)
            let ending = text.word(from: index)
            if text.isWord(ending, in: Self.ordinalEndings) {
                let word = text.word(from: text.skippingSpaces(from: ending.upperBound))
                guard let (noun, _) = ClauseNoun.russian(text, word) else { return nil }
                let phrase = range.lowerBound..<word.upperBound
                return Candidate(noun: noun, numbers: numbers, phrase: phrase, isBehindWhole: false)
            }
        }
        guard index > end, let (noun, wordEnd, isPossessive) = ClauseNoun.kazakh(text, from: index)
        else { return nil }
        // «2 тармақтан тұрады» counts; «2-тармақ», «5.2 тармақ» and «2) тармақша» name.
        let last = numbers[numbers.count - 1]
        let isMarked = hasHyphen || afterDot > end || last.hasBracket || last.isDotted
        guard isMarked || isPossessive else { return nil }
        var numbers = numbers
        if !isMarked { for position in numbers.indices { numbers[position].isCertain = false } }
        let phrase = range.lowerBound..<wordEnd
        return Candidate(noun: noun, numbers: numbers, phrase: phrase, isBehindWhole: true)
    }

    /// The Russian noun before the numbers.
    ///
    /// «пунктами 5.2», «ст. 5», «§ 3», «пунктов с 5.2».
    private func nounBefore(_ numbers: [ReferredNumber], _ start: Int) -> Candidate? {
        guard let (noun, begin, mayBePlural) = nounBefore(start) else { return nil }
        // Numbers that the noun does not govern any more end up in the same list:
        // «в пункте 5.2, 30 дней». A bare integer after dotted numbers is none of them.
        var governed = Array(numbers.prefix { !numbers[0].isDotted || $0.isDotted })
        if !mayBePlural {
            for index in governed.indices.dropFirst() { governed[index].isCertain = false }
        }
        let phrase = begin..<(governed.last?.range.upperBound ?? start)
        return Candidate(noun: noun, numbers: governed, phrase: phrase, isBehindWhole: false)
    }

    private func nounBefore(_ start: Int) -> (noun: ClauseNoun, start: Int, mayBePlural: Bool)? {
        var end = text.hasPrefix("«", at: start - 2) ? start - 2 : start
        end = text.skippingSpaces(before: end)
        if text.hasPrefix("№", at: end - 3) { end = text.skippingSpaces(before: end - 3) }
        if text.hasPrefix("§", at: end - 2) {
            let isDouble = text.hasPrefix("§", at: end - 4)
            return (.paragraph, isDouble ? end - 4 : end - 2, true)
        }
        if text.hasPrefix(".", at: end - 1) {
            let word = text.word(before: end - 1)
            guard let noun = ClauseNoun.abbreviated(text, word) else { return nil }
            // «и т. п. 5 дней»
            let before = text.skippingSpaces(before: word.lowerBound)
            return text.hasPrefix(".", at: before - 1)
                && text.isWord(text.word(before: before - 1), in: ["т"])
                ? nil : (noun, word.lowerBound, true)
        }
        var word = text.word(before: end)
        if text.isWord(word, in: ["с", "со"]) {
            word = text.word(before: text.skippingSpaces(before: word.lowerBound))
        }
        return ClauseNoun.russian(text, word).map { ($0.noun, word.lowerBound, $0.mayBePlural) }
    }
}
