/// Cuts the words of a change where the marks of either text begin or end.
struct InlinePieces {
    private var pieces: [InlinePiece] = []
    private let old: InlineText
    private let new: InlineText
    private let pictures: PictureEdits
    /// The next run of each text.
    private var oldRun = 0
    private var newRun = 0

    private init(_ old: InlineText, _ new: InlineText, _ pictures: PictureEdits) {
        (self.old, self.new, self.pictures) = (old, new, pictures)
    }

    /// The pieces of `edits`, which turn the text of `old` into that of `new`.
    static func pieces(
        of edits: [WordEdit],
        _ old: InlineText,
        _ new: InlineText,
        pictures: PictureEdits
    ) -> [InlinePiece] {
        var cutter = InlinePieces(old, new, pictures)
        let edits = SpaceEdits.settled(edits, old, new)
        let isPlain = !old.hasPictures && !new.hasPictures
        for edit in isPlain ? edits : pictures.edits(keepingWhole: edits) {
            cutter.cut(edit)
        }
        cutter.flush(old.bytes.count, new.bytes.count)
        return cutter.pieces
    }

    private mutating func cut(_ edit: WordEdit) {
        switch edit.operation {
        case .delete: delete(edit.old, at: edit.new.lowerBound)
        case .insert: insert(edit.new)
        case .equal: keep(edit)
        }
    }

    private mutating func delete(_ range: Range<Int>, at place: Int) {
        var index = range.lowerBound
        while index < range.upperBound {
            flushOld(before: index, at: place)
            let (run, end) = stretch(of: old.runs, oldRun, from: index, limit: range.upperBound)
            if let run { append(.delete, index..<end, place, run, nil) }
            index = end
        }
    }

    private mutating func insert(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            flushNew(before: index)
            let (run, end) = stretch(of: new.runs, newRun, from: index, limit: range.upperBound)
            if let run { append(.insert, index..<end, index, nil, run) }
            index = end
        }
    }

    private mutating func keep(_ edit: WordEdit) {
        var index = edit.new.lowerBound
        let shift = edit.old.lowerBound - index
        while index < edit.new.upperBound {
            flush(index + shift, index)
            let limit = edit.new.upperBound
            let left = stretch(of: old.runs, oldRun, from: index + shift, limit: limit + shift)
            let right = stretch(of: new.runs, newRun, from: index, limit: limit)
            let end = min(left.end - shift, right.end)
            switch (left.run, right.run) {
            case (nil, nil): break
            case (let run?, nil):
                append(.delete, index + shift..<end + shift, index, run, nil)
            case (nil, let run?): append(.insert, index..<end, index, nil, run)
            case (let before?, let after?):
                append(.equal, index..<end, index, before, after)
            }
            index = end
        }
    }

    /// The run that holds the byte at `index`, nil between two blocks, and where the stretch ends.
    private func stretch(
        of runs: [InlineRun],
        _ run: Int,
        from index: Int,
        limit: Int
    ) -> (run: Int?, end: Int) {
        guard run < runs.count else { return (nil, limit) }
        let range = runs[run].range
        return range.lowerBound > index
            ? (nil, min(range.lowerBound, limit)) : (run, min(range.upperBound, limit))
    }

    private mutating func append(
        _ operation: WordEdit.Operation,
        _ range: Range<Int>,
        _ place: Int,
        _ old: Int?,
        _ new: Int?
    ) {
        pieces.append(
            InlinePiece(operation: operation, range: range, place: place, old: old, new: new)
        )
    }

    // MARK: - Passing over runs that are done, and writing pictures without a text

    private mutating func flush(_ left: Int, _ right: Int) {
        flushOld(before: left, at: right, keeping: true)
        flushNew(before: right, keeping: true)
        while hasEmptyRun(old.runs, oldRun, at: left), hasEmptyRun(new.runs, newRun, at: right) {
            guard pictures.isSame(oldRun, newRun) else { break }
            append(.equal, right..<right, right, oldRun, newRun)
            oldRun += 1
            newRun += 1
        }
        flushOld(before: left, at: right)
        flushNew(before: right)
    }

    /// Goes on to the run that holds `index`; with `keeping`, stops at a picture without a text
    /// that stands there.
    private mutating func flushOld(before index: Int, at place: Int, keeping: Bool = false) {
        while oldRun < old.runs.count, old.runs[oldRun].range.upperBound <= index {
            let range = old.runs[oldRun].range
            if range.isEmpty {
                if keeping, range.lowerBound == index { return }
                append(.delete, range, place, oldRun, nil)
            }
            oldRun += 1
        }
    }

    private mutating func flushNew(before index: Int, keeping: Bool = false) {
        while newRun < new.runs.count, new.runs[newRun].range.upperBound <= index {
            let range = new.runs[newRun].range
            if range.isEmpty {
                if keeping, range.lowerBound == index { return }
                append(.insert, range, range.lowerBound, nil, newRun)
            }
            newRun += 1
        }
    }

    private func hasEmptyRun(_ runs: [InlineRun], _ run: Int, at index: Int) -> Bool {
        run < runs.count && runs[run].range == index..<index
    }
}
