/// The words and signs of one side of a change, with numbers that both sides share.
struct PassageTokens {
    /// The tokens, in order; a printed number at the start of a block is one token.
    let tokens: [WordToken]
    /// A number for the bytes of each token.
    let exact: [Int32]
    /// A number for the folded form of each token; nil for one of which nothing is seen.
    let folded: [Int32?]
    /// Which of the tokens are printed numbers at the start of a block.
    let labels: Set<Int>

    init(_ passage: Passage, exact: inout ByteTable, folded: inout ByteTable) {
        var tokens: [WordToken] = []
        var numbers: [Int32] = []
        var foldedNumbers: [Int32?] = []
        var labels: Set<Int> = []
        passage.bytes.withUnsafeBufferPointer { bytes in
            for (index, start) in passage.starts.enumerated() {
                let end =
                    index + 1 < passage.starts.count ? passage.starts[index + 1] - 1 : bytes.count
                let block = UnsafeBufferPointer(rebasing: bytes[..<end])
                let body = min(start + passage.labelLengths[index], end)
                if body > start {
                    labels.insert(tokens.count)
                    tokens.append(WordToken(range: start..<body, isWord: true))
                }
                tokens += WordTokenizer.tokens(in: block, from: body)
            }
            for token in tokens {
                numbers.append(exact.number(of: UnsafeBufferPointer(rebasing: bytes[token.range])))
                var form = WordFolding.folded(bytes, token.range)
                foldedNumbers.append(form.isEmpty ? nil : form.withUTF8 { folded.number(of: $0) })
            }
        }
        self.tokens = tokens
        self.exact = numbers
        self.folded = foldedNumbers
        self.labels = labels
    }

    /// The folded forms of what is read, printed numbers at the start aside.
    var reading: [Int32] {
        folded.indices.lazy.filter { !labels.contains($0) }.compactMap { folded[$0] }
    }

    /// The positions of the words, or else of the signs, in `range`.
    func positions(in range: Range<Int>, areWords: Bool) -> [Int] {
        range.filter { tokens[$0].isWord == areWords && !labels.contains($0) }
    }
}
