/// Keeps pictures whole: one whose destination or any word of whose alternative text changed is
/// removed and inserted.
struct PictureEdits {
    private let old: InlineText
    private let new: InlineText
    private let isSamePicture: (Int, Int) -> Bool

    /// Keeps the pictures of both texts whole; `isSame` says whether the pictures at two nodes, of
    /// the old and of the new text, have the same destination and title.
    init(_ old: InlineText, _ new: InlineText, isSame: @escaping (Int, Int) -> Bool) {
        (self.old, self.new, isSamePicture) = (old, new, isSame)
    }

    /// Whether two runs, of the old and of the new text, are the same picture.
    func isSame(_ oldRun: Int, _ newRun: Int) -> Bool {
        guard case .picture(let before) = old.runs[oldRun].content,
            case .picture(let after) = new.runs[newRun].content
        else { return false }
        return isSamePicture(before, after)
    }

    /// `edits` with every picture either kept from end to end, or removed, or inserted.
    func edits(keepingWhole edits: [WordEdit]) -> [WordEdit] {
        var newPlaces = [Int?](repeating: nil, count: old.bytes.count)
        var oldPlaces = [Int?](repeating: nil, count: new.bytes.count)
        for edit in edits where edit.operation == .equal {
            for (before, after) in zip(edit.old, edit.new) {
                newPlaces[before] = after
                oldPlaces[after] = before
            }
        }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (index, run) in old.runs.enumerated() where Self.isPicture(run) {
                let twin = run.range.first.flatMap { newPlaces[$0] }
                    .flatMap { Self.run($0, in: new) }
                let isKept = twin.map { isSame(index, $0) && isWhole(run, new.runs[$0], newPlaces) }
                guard isKept != true else { continue }
                for before in run.range {
                    guard let after = newPlaces[before] else { continue }
                    newPlaces[before] = nil
                    oldPlaces[after] = nil
                    hasChanged = true
                }
            }
            for run in new.runs where Self.isPicture(run) {
                let isKept =
                    run.range.allSatisfy { oldPlaces[$0] != nil }
                    && run.range.first.flatMap { oldPlaces[$0] }
                        .flatMap { Self.run($0, in: old) }
                        .map { Self.isPicture(old.runs[$0]) } ?? true
                guard !isKept else { continue }
                for after in run.range {
                    guard let before = oldPlaces[after] else { continue }
                    newPlaces[before] = nil
                    oldPlaces[after] = nil
                    hasChanged = true
                }
            }
        }
        return Self.edits(newPlaces, newCount: new.bytes.count)
    }

    private func isWhole(_ run: InlineRun, _ twin: InlineRun, _ places: [Int?]) -> Bool {
        run.range.count == twin.range.count
            && zip(run.range, twin.range).allSatisfy { places[$0] == $1 }
    }

    private static func isPicture(_ run: InlineRun) -> Bool {
        if case .picture = run.content { !run.range.isEmpty } else { false }
    }

    /// The run that holds the byte at `index`.
    private static func run(_ index: Int, in text: InlineText) -> Int? {
        let next = text.runs.partitioningIndex { $0.range.upperBound > index }
        return next < text.runs.count && text.runs[next].range.contains(index) ? next : nil
    }

    /// The edits that keep the old bytes that have a place in the new text.
    private static func edits(_ newPlaces: [Int?], newCount: Int) -> [WordEdit] {
        var edits: [WordEdit] = []
        var left = 0
        var right = 0
        func change(upTo before: Int, _ after: Int) {
            if left < before {
                edits.append(
                    WordEdit(operation: .delete, old: left..<before, new: right..<right)
                )
            }
            if right < after {
                edits.append(
                    WordEdit(operation: .insert, old: before..<before, new: right..<after)
                )
            }
        }
        while let start = newPlaces[left...].firstIndex(where: { $0 != nil }),
            let place = newPlaces[start]
        {
            change(upTo: start, place)
            var count = 1
            while start + count < newPlaces.count, newPlaces[start + count] == place + count {
                count += 1
            }
            edits.append(
                WordEdit(
                    operation: .equal,
                    old: start..<start + count,
                    new: place..<place + count
                )
            )
            (left, right) = (start + count, place + count)
        }
        change(upTo: newPlaces.count, newCount)
        return edits
    }
}
