/// A number that is printed at the start of a block, in one of the forms that Kazakh and Russian
/// documents use.
struct ClauseLabel {
    enum Form {
        /// `9.2.`, `9.2`, `2-1.`, `1.`
        case dotted
        /// `1)`, `2-1)`
        case numberPoint
        /// `а)`
        case letterPoint
        /// `5-бап.`, `Статья 5.`, `2-тарау`, `§ 3`
        case word(ClauseNoun)
    }

    let form: Form
    /// The number, or the letter of a lettered point.
    let number: ClauseNumber
    /// How many bytes the label takes.
    let length: Int

    /// How many levels the number has.
    var depth: Int { number.text.utf8.reduce(1) { $1 == UInt8(ascii: ".") ? $0 + 1 : $0 } }

    /// Reads the label at the start of `text`, the plain text of a block.
    static func read(_ text: UnsafeBufferPointer<UInt8>, isHeading: Bool) -> ClauseLabel? {
        guard let first = text.first else { return nil }
        if first.isDigit { return numbered(text, isHeading: isHeading) }
        if text.hasPrefix("§", at: 0) {
            return numberAfterWord(text, from: text.skippingSpaces(from: 2), .paragraph)
        }
        return letterPoint(text) ?? (isHeading ? wordFirst(text) : nil)
    }

    private static func numbered(
        _ text: UnsafeBufferPointer<UInt8>,
        isHeading: Bool
    ) -> ClauseLabel? {
        guard let end = NumberSyntax.end(in: text, from: 0) else { return nil }
        let isSimple = !text[..<end].contains(UInt8(ascii: "."))
        if text.hasPrefix("-", at: end) { return kazakhWord(text, end, isHeading: isHeading) }
        // `2026.` and `12.10.2026` are no labels; `1124-бап` and `§ 1124` are.
        guard !NumberSyntax.hasThousands(text[..<end]) else { return nil }
        switch end < text.count ? text[end] : 0x20 {
        case UInt8(ascii: ")"):
            guard text.isBlank(at: end + 1) else { return nil }
            return label(text, isSimple ? .numberPoint : .dotted, 0..<end, end + 1)
        case UInt8(ascii: "."):
            // `5.1.Text` is a clause without its space; `1.Text` may be anything.
            guard text.isBlank(at: end + 1) || (!isSimple && text.startsSentence(at: end + 1))
            else { return nil }
            return label(text, .dotted, 0..<end, end + 1)
        default:
            // `9.2 Text` is a clause, `2.5 процента` is not.
            guard isHeading || !isSimple, text.isBlank(at: end),
                end == text.count || text.startsSentence(at: end)
            else { return nil }
            return label(text, .dotted, 0..<end, end)
        }
    }

    /// A number with a noun behind it: `5-бап.`, and in a heading `2-тарау`.
    private static func kazakhWord(
        _ text: UnsafeBufferPointer<UInt8>,
        _ number: Int,
        isHeading: Bool
    ) -> ClauseLabel? {
        guard let noun = ClauseNoun.kazakh(text, from: number + 1), noun.noun.headsText else {
            return nil
        }
        let hasDot = text.hasPrefix(".", at: noun.end)
        let length = hasDot ? noun.end + 1 : noun.end
        guard isHeading || hasDot, text.isBlank(at: length) else { return nil }
        return label(text, .word(noun.noun), 0..<number, length)
    }

    private static func letterPoint(_ text: UnsafeBufferPointer<UInt8>) -> ClauseLabel? {
        let length = text.letterLength(at: 0)
        guard length > 0, text.hasPrefix(")", at: length), text.isBlank(at: length + 1) else {
            return nil
        }
        return label(text, .letterPoint, 0..<length, length + 1)
    }

    /// `Статья 5.`, `Глава 2. …`, in a heading.
    private static func wordFirst(_ text: UnsafeBufferPointer<UInt8>) -> ClauseLabel? {
        let word = text.word(from: 0)
        guard let (noun, _) = ClauseNoun.russian(text, word), noun.headsText,
            text.isBlank(at: word.upperBound)
        else { return nil }
        var start = text.skippingSpaces(from: word.upperBound)
        if text.hasPrefix("№", at: start) { start = text.skippingSpaces(from: start + 3) }
        return numberAfterWord(text, from: start, noun)
    }

    private static func numberAfterWord(
        _ text: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ noun: ClauseNoun
    ) -> ClauseLabel? {
        guard let end = NumberSyntax.end(in: text, from: start) else { return nil }
        let hasMark = text.hasPrefix(".", at: end) || text.hasPrefix(":", at: end)
        let length = hasMark ? end + 1 : end
        return text.isBlank(at: length) ? label(text, .word(noun), start..<end, length) : nil
    }

    private static func label(
        _ text: UnsafeBufferPointer<UInt8>,
        _ form: Form,
        _ number: Range<Int>,
        _ length: Int
    ) -> ClauseLabel {
        ClauseLabel(form: form, number: ClauseNumber(text.string(number)), length: length)
    }
}
