/// The text of both sides of a change, cut into pieces.
struct ChangedText {
    /// The change, by its position in the comparison, or nil.
    let change: Int?
    let old: InlineText
    let new: InlineText
    private let pieces: [InlinePiece]
    private let newBlocks: [Int]

    /// - Parameters:
    ///   - texts: both texts.
    ///   - oldBlocks: the blocks of the old text.
    ///   - newBlocks: the blocks of the new text.
    ///   - change: the change, by its position in the comparison.
    ///   - edits: what happened to the words, or nil when at most white space changed.
    init(
        _ texts: Sided<RedlineText>,
        _ oldBlocks: [Int],
        _ newBlocks: [Int],
        change: Int?,
        edits: [WordEdit]?
    ) {
        // What several old blocks said may stand in one new one.
        var old = InlineText(joinsBlocks: true)
        for block in oldBlocks { old.append(texts.old.text, block: block) }
        var new = InlineText()
        for block in newBlocks { new.append(texts.new.text, block: block) }
        let all = WordEdit(
            operation: .equal,
            old: 0..<old.bytes.count,
            new: 0..<new.bytes.count
        )
        self.init(texts, old, new, change: change, newBlocks, edits ?? [all])
    }

    /// The text of a cell that changed.
    init(_ texts: Sided<RedlineText>, _ old: InlineText, _ new: InlineText, _ edits: [WordEdit]) {
        self.init(texts, old, new, change: nil, [], edits)
    }

    private init(
        _ texts: Sided<RedlineText>,
        _ old: InlineText,
        _ new: InlineText,
        change: Int?,
        _ newBlocks: [Int],
        _ edits: [WordEdit]
    ) {
        (self.change, self.old, self.new, self.newBlocks) = (change, old, new, newBlocks)
        pieces = InlinePieces.pieces(
            of: edits,
            old,
            new,
            pictures: PictureEdits(old, new) { before, after in
                RedlineLink(texts.old.document, node: before)
                    == RedlineLink(texts.new.document, node: after)
            }
        )
    }

    /// The bytes of the new text that are the block `block`.
    func part(of block: Int) -> ClosedRange<Int> {
        let index = newBlocks.firstIndex(of: block) ?? 0
        let end = index + 1 < new.starts.count ? new.starts[index + 1] - 1 : new.bytes.count
        return new.starts[index]...end
    }

    /// The pieces that stand in `part` of the new text, or all of them.
    func pieces(in part: ClosedRange<Int>?) -> ArraySlice<InlinePiece> {
        guard let part else { return pieces[...] }
        let first = pieces.partitioningIndex { $0.place >= part.lowerBound }
        let end = pieces.partitioningIndex { $0.place > part.upperBound }
        return pieces[first..<end]
    }
}
