extension TextComparison {
    /// Compares two texts.
    public init(_ old: ComparedText, _ new: ComparedText) {
        // The texts are compared in an order of their own, so that exchanging them mirrors everything.
        let isMirrored = new.document.precedes(old.document)
        let (first, second) = isMirrored ? (new, old) : (old, new)
        let ends = CommonEnds(first, second)
        let aligner = BlockAligner(first, second, between: ends)
        var maker = ChangeMaker(first, second, ends, aligner.links)
        let moves = aligner.moves()
        var items: [Item] = []
        var unchanged = ends.head + ends.tail
        for (link, move) in zip(aligner.links, moves) {
            let change = maker.change(link, isEqual: aligner.areEqual(link), move: move)
            if change == nil { unchanged += 1 }
            items.append(Item(link, change))
        }
        for link in aligner.oneSided() { items.append(Item(link, maker.oneSided(link))) }
        if isMirrored { items = items.map(\.mirrored) }
        self.init(old, new, ends, items, unchanged: unchanged)
    }

    /// Blocks that belong together, or that only one text has, with their change.
    private struct Item {
        let old: [Int]
        let new: [Int]
        let isMoved: Bool
        let change: BlockChange?

        init(_ link: BlockAligner.Link, _ change: BlockChange?) {
            self.init(old: link.old, new: link.new, isMoved: link.isMoved, change: change)
        }

        private init(old: [Int], new: [Int], isMoved: Bool, change: BlockChange?) {
            self.old = old
            self.new = new
            self.isMoved = isMoved
            self.change = change
        }

        var mirrored: Item { Item(old: new, new: old, isMoved: isMoved, change: change?.mirrored) }

        /// Whether one row shows the blocks of both texts.
        var isOneRow: Bool { !isMoved && old.count == 1 && new.count == 1 }
    }

    /// Lays the texts beside each other.
    private init(
        _ old: ComparedText,
        _ new: ComparedText,
        _ ends: CommonEnds,
        _ items: [Item],
        unchanged: Int
    ) {
        var ofOld = Array(repeating: 0, count: old.count)
        var ofNew = Array(repeating: 0, count: new.count)
        for (index, item) in items.enumerated() {
            for block in item.old { ofOld[block] = index }
            for block in item.new { ofNew[block] = index }
        }
        var layout = Layout(items: items)
        for block in 0..<ends.head { layout.keep(block, block) }
        var oldBlock = ends.head
        var newBlock = ends.head
        let (oldEnd, newEnd) = (old.count - ends.tail, new.count - ends.tail)
        while oldBlock < oldEnd || newBlock < newEnd {
            if oldBlock < oldEnd, !items[ofOld[oldBlock]].isOneRow {
                layout.leave(ofOld[oldBlock], oldBlock)
                oldBlock += 1
            } else {
                if items[ofNew[newBlock]].isOneRow { oldBlock += 1 }
                layout.arrive(ofNew[newBlock], newBlock)
                newBlock += 1
            }
        }
        for block in 0..<ends.tail { layout.keep(oldEnd + block, newEnd + block) }
        self.init(
            old: old,
            new: new,
            changes: layout.changes,
            rows: layout.finished(),
            unchanged: unchanged
        )
    }

    /// The rows while they are made, with the items in the place of changes.
    private struct Layout {
        let items: [Item]
        private var rows: [Row] = []
        private(set) var changes: [BlockChange] = []
        private var numbers: [Int: Int] = [:]

        init(items: [Item]) { self.items = items }

        /// Notes that both texts have the same block here.
        mutating func keep(_ oldBlock: Int, _ newBlock: Int) {
            rows.append(.unchanged(old: oldBlock, new: newBlock))
        }

        /// Notes that the old text has a block here that is not in order.
        mutating func leave(_ index: Int, _ block: Int) {
            if items[index].new.isEmpty {
                add(index)
            } else {
                rows.append(.departure(index, old: block))
            }
        }

        /// Notes that the new text has a block of an item here.
        mutating func arrive(_ index: Int, _ block: Int) {
            if items[index].change == nil {
                rows.append(.unchanged(old: items[index].old[0], new: block))
            } else if block == items[index].new[0] {
                add(index)
            } else {
                rows.append(.arrival(index, new: block))
            }
        }

        private mutating func add(_ index: Int) {
            guard let change = items[index].change else { return }
            numbers[index] = changes.count
            rows.append(.change(changes.count))
            changes.append(change)
        }

        /// The rows with the changes by their positions.
        func finished() -> [Row] {
            rows.map { row in
                switch row {
                case .departure(let index, let block): .departure(numbers[index] ?? 0, old: block)
                case .arrival(let index, let block): .arrival(numbers[index] ?? 0, new: block)
                case .change, .unchanged: row
                }
            }
        }
    }
}

extension BlockChange {
    /// The same change with the sides exchanged.
    fileprivate var mirrored: BlockChange {
        let opposite: [Kind: Kind] = [
            .added: .removed, .removed: .added, .split: .merged, .merged: .split,
        ]
        let kinds = Set(kinds.map { opposite[$0] ?? $0 })
        return BlockChange(
            kinds: Kind.allCases.filter(kinds.contains),
            classification: classification,
            move: move,
            old: new,
            new: old,
            words: WordEdit.mirrored(words),
            isConsequential: isConsequential,
            isCutShort: isCutShort,
            formatting: formatting.map(\.mirrored),
            characters: characters.map { CharacterChange(old: $0.new, new: $0.old) }
        )
    }
}

extension WordEdit {
    /// The edits with the sides exchanged; a deletion still stands before the insertion beside it.
    fileprivate static func mirrored(_ edits: [WordEdit]) -> [WordEdit] {
        var result: [WordEdit] = []
        for edit in edits {
            let mirrored = edit.mirrored
            guard mirrored.operation == .delete, let last = result.last, last.operation == .insert
            else {
                result.append(mirrored)
                continue
            }
            result[result.count - 1] = WordEdit(
                operation: .delete,
                old: mirrored.old,
                new: last.new.lowerBound..<last.new.lowerBound
            )
            result.append(
                WordEdit(
                    operation: .insert,
                    old: mirrored.old.upperBound..<mirrored.old.upperBound,
                    new: last.new
                )
            )
        }
        return result
    }
}

extension FormattingChange {
    fileprivate var mirrored: FormattingChange {
        switch self {
        case .marks, .list, .block: self
        case .destination(let old, let new): .destination(old: new, new: old)
        case .headingLevel(let old, let new): .headingLevel(old: new, new: old)
        }
    }
}
