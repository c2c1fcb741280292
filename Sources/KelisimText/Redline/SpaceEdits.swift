/// White space in stretches that are equal to a reader: it may be longer or shorter, and of another
/// kind, which is seen in code only.
enum SpaceEdits {
    /// `edits` with stretches that are equal byte for byte, or one space for another.
    static func settled(_ edits: [WordEdit], _ old: InlineText, _ new: InlineText) -> [WordEdit] {
        let isSettled = { (edit: WordEdit) in
            edit.operation != .equal || old.bytes[edit.old] == new.bytes[edit.new]
        }
        guard !edits.allSatisfy(isSettled) else { return edits }
        var result: [WordEdit] = []
        for edit in edits {
            if isSettled(edit) {
                result.append(edit)
            } else {
                settle(edit, old, new, &result)
            }
        }
        return result
    }

    private static func settle(
        _ edit: WordEdit,
        _ old: InlineText,
        _ new: InlineText,
        _ edits: inout [WordEdit]
    ) {
        let isSeen = old.hasCode || new.hasCode
        var left = edit.old.lowerBound
        var right = edit.new.lowerBound
        while left < edit.old.upperBound || right < edit.new.upperBound {
            for isSpace in [true, false] {
                let before = stretch(of: old.bytes, left..<edit.old.upperBound, isSpace: isSpace)
                let after = stretch(of: new.bytes, right..<edit.new.upperBound, isSpace: isSpace)
                (left, right) = (before.upperBound, after.upperBound)
                let isSame = old.bytes[before] == new.bytes[after]
                let kept = isSame ? before.count : isSpace && !isSeen ? 1 : 0
                append(before, after, min(kept, before.count, after.count), &edits)
            }
        }
    }

    /// Keeps the first `kept` bytes of a stretch.
    private static func append(
        _ old: Range<Int>,
        _ new: Range<Int>,
        _ kept: Int,
        _ edits: inout [WordEdit]
    ) {
        let before = old.lowerBound + kept..<old.upperBound
        let after = new.lowerBound + kept..<new.upperBound
        let place = after.lowerBound..<after.lowerBound
        let end = before.upperBound..<before.upperBound
        edits += [
            WordEdit(operation: .equal, old: old.prefix(kept), new: new.prefix(kept)),
            WordEdit(operation: .delete, old: before, new: place),
            WordEdit(operation: .insert, old: end, new: after),
        ]
        .filter { !$0.old.isEmpty || !$0.new.isEmpty }
    }

    private static func stretch(
        of text: [UInt8],
        _ range: Range<Int>,
        isSpace: Bool
    ) -> Range<Int> {
        range.lowerBound..<(range.first { text[$0].isSpace != isSpace } ?? range.upperBound)
    }
}
