/// Finds the marks in the plain text of one block that may be typed in more than one way.
struct TypographyScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let hidden: [Range<Int>]
    private var marks: [TypographicMark] = []
    private var quotation = Quotation()
    /// Where the outermost open quotation began.
    private var opening = 0
    /// Where an apostrophe began a word, and may be the beginning of a quotation.
    private var openApostrophe: (offset: Int, mark: Unicode.Scalar)?
    private var start = 0

    init(_ text: UnsafeBufferPointer<UInt8>, hidden: [Range<Int>] = []) {
        self.text = text
        self.hidden = hidden
    }

    private static let signs = Set("-–—«»„“”\"'‘’".unicodeScalars)

    /// The marks from `start` on, in order of their ends.
    func marks(from start: Int) -> [TypographicMark] {
        var scanner = self
        scanner.start = start
        scanner.scan()
        return scanner.marks
    }

    private mutating func scan() {
        var index = start
        var hiding = hidden[...]
        while index < text.count {
            if let range = hiding.first, index >= range.lowerBound {
                index = max(index, range.upperBound)
                hiding.removeFirst()
                continue
            }
            // Of the marks all but three lie in the block of general punctuation or behind U+00AB.
            let byte = text[index]
            guard byte == 0xE2 || byte == 0xC2 || byte < 0x30,
                let (scalar, length) = text.scalar(at: index)
            else {
                index += 1
                continue
            }
            if Self.signs.contains(scalar) { read(scalar, at: index, length) }
            index += length
        }
    }

    private mutating func read(_ scalar: Unicode.Scalar, at index: Int, _ length: Int) {
        switch scalar {
        case "-", "–", "—":
            dash(scalar, at: index, length)
            if scalar == "-" { hyphen(at: index) }
        case "'", "‘", "’": apostrophe(scalar, at: index, length)
        default: quotationMark(scalar, at: index)
        }
    }

    private mutating func add(_ kind: TypographicMark.Kind, at offset: Int) {
        marks.append(TypographicMark(kind: kind, offset: offset))
    }

    // MARK: - Dashes and hyphens

    /// A dash between words; one between numbers is a range, and a quotation keeps its own.
    private mutating func dash(_ scalar: Unicode.Scalar, at index: Int, _ length: Int) {
        let before = text.skippingSpaces(before: index)
        let after = text.skippingSpaces(from: index + length)
        guard quotation.depth == 0, before > start, before < index, after > index + length,
            after < text.count
        else { return }
        let isBetweenNumbers = text[before - 1].isDigit && text[after].isDigit
        let isCell = [text[before - 1], text[after]].contains(UInt8(ascii: "|"))
        if !isBetweenNumbers, !isCell { add(.dash(String(scalar)), at: index) }
    }

    /// Words before which a number may keep its hyphen, as in «1- және 2-тармақтар».
    private static let conjunctions: [StaticString] = [
        "және", "не", "немесе", "мен", "бен", "пен", "әрі", "яки", "и", "или", "либо", "а", "до",
        "по", "но",
    ]
    /// A number that is longer is no number of anything.
    private static let longestNumber = 24

    private mutating func hyphen(at index: Int) {
        let next = text.skippingSpaces(from: index + 1)
        let word = text.word(from: next)
        guard next > index + 1, !word.isEmpty, !text.isWord(word, in: Self.conjunctions),
            text.lowercased(word) == text.string(word)
        else { return }
        var begin = index
        let limit = max(start, index - Self.longestNumber)
        while begin > limit, text[begin - 1].isDigit || text[begin - 1] == UInt8(ascii: ".") {
            begin -= 1
        }
        guard begin < index, text[begin].isDigit,
            begin == 0 || text.letterLength(at: begin - 1) == 0
        else { return }
        let number = text.string(begin..<index)
        add(
            .strayHyphen(
                typed: number + "- " + text.string(word),
                meant: number + "-" + text.string(word)
            ),
            at: index
        )
    }

    // MARK: - Quotation marks

    private mutating func quotationMark(_ scalar: Unicode.Scalar, at index: Int) {
        switch quotation.read(scalar, at: index, of: text) {
        case .opens: if quotation.depth == 1 { opening = index }
        case .closes(let mark):
            if quotation.depth == 0 { add(.quotation("\(mark) \(scalar)"), at: opening) }
        case .none: break
        }
    }

    /// An apostrophe between letters is one; before a word it opens a quotation, behind one it
    /// closes it.
    private mutating func apostrophe(_ scalar: Unicode.Scalar, at index: Int, _ length: Int) {
        let word = text.word(before: index)
        let isBehind = index > start && !word.isEmpty
        let isBefore = !text.word(from: index + length).isEmpty
        switch (isBehind, isBefore) {
        case (false, true): openApostrophe = (index, scalar)
        case (true, false), (false, false):
            if let open = openApostrophe {
                let style = "\(open.mark) \(scalar)"
                if quotation.depth == 0 { add(.quotation(style), at: open.offset) }
                openApostrophe = nil
            } else if isBehind, !isPossessive(word, behind: index + length) {
                add(.strayApostrophe(word: text.string(word) + String(scalar)), at: index)
            }
        case (true, true): break
        }
    }

    /// Whether it is the English «users' data».
    private func isPossessive(_ word: Range<Int>, behind end: Int) -> Bool {
        let next = text.skippingSpaces(from: end)
        return text[word.upperBound - 1] | 0x20 == UInt8(ascii: "s") && next > end
            && next < text.count && text[next] < 0x80 && text.letterLength(at: next) == 1
    }
}
