/// Cuts the plain text of a block into words.
struct WordScanner {
    private let text: UnsafeBufferPointer<UInt8>
    /// Stretches that are no words of the language, such as code, in order.
    private let hidden: [Range<Int>]

    init(_ text: UnsafeBufferPointer<UInt8>, hidden: [Range<Int>] = []) {
        self.text = text
        self.hidden = hidden
    }

    private static let breaks = Set(".!?…:;([«„“\"".unicodeScalars)

    /// The words from `start` on.
    func words(from start: Int) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity((text.count - min(start, text.count)) / 14)
        var quotation = Quotation()
        var index = start
        var hiding = hidden[...]
        var isInitial = true
        var isNext = false
        while index < text.count {
            if let range = hiding.first, index >= range.lowerBound {
                index = max(index, range.upperBound)
                hiding.removeFirst()
                isNext = false
                isInitial = false
                continue
            }
            let range = text.word(from: index)
            guard range.isEmpty else {
                words.append(
                    Word(
                        text: text.lowercased(range),
                        range: range,
                        capitals: capitals(range),
                        isInitial: isInitial,
                        isQuoted: quotation.depth > 0,
                        isCompound: isHyphen(range.lowerBound - 1) || isHyphen(range.upperBound),
                        isNext: isNext
                    )
                )
                isInitial = false
                isNext = true
                index = range.upperBound
                continue
            }
            let space = text.skippingSpaces(from: index)
            guard space == index else {
                index = space
                continue
            }
            guard let (scalar, length) = text.scalar(at: index) else { break }
            _ = quotation.read(scalar, at: index, of: text)
            if Self.breaks.contains(scalar) { isInitial = true }
            isNext = false
            index += length
        }
        return words
    }

    private func isHyphen(_ index: Int) -> Bool {
        text.indices.contains(index) && text[index] == UInt8(ascii: "-")
    }

    private func capitals(_ word: Range<Int>) -> Word.Capitals {
        guard let (first, length) = text.scalar(at: word.lowerBound), first.isCapital else {
            return .none
        }
        guard let (second, _) = text.scalar(at: word.lowerBound + length),
            word.lowerBound + length < word.upperBound
        else { return .first }
        return second.isCapital ? .all : .first
    }
}

extension Unicode.Scalar {
    /// Whether it is a capital letter.
    fileprivate var isCapital: Bool {
        switch value {
        case 0x41...0x5A, 0x400...0x42F: true
        case 0x61...0x7A, 0x430...0x45F: false
        default: properties.isUppercase
        }
    }
}
