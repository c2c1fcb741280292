import Foundation

@testable import KelisimText

/// What holds for every comparison of any two texts, looked at from outside.
struct ComparisonLaws {
    private let comparison: TextComparison
    /// What does not hold, in words.
    private(set) var violations: [String] = []

    init(_ comparison: TextComparison) {
        self.comparison = comparison
        checkRows()
        for (index, change) in comparison.changes.enumerated() { check(change, index) }
    }

    private mutating func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
        if !holds { violations.append(message()) }
    }

    // MARK: - Rows

    /// Every block of either side stands in exactly one row, in order; what is not listed is equal.
    private mutating func checkRows() {
        let departing = Set(
            comparison.rows.compactMap { row -> Int? in
                guard case .departure(let change, _) = row else { return nil }
                return change
            }
        )
        var old: [Int] = []
        var new: [Int] = []
        var listed: [Int] = []
        var unchanged = 0
        for row in comparison.rows {
            switch row {
            case .unchanged(let left, let right):
                old.append(left)
                new.append(right)
                unchanged += 1
                checkUnchanged(left, right)
            case .change(let index):
                listed.append(index)
                new += comparison.changes[index].new.prefix(1)
                if !departing.contains(index) { old += comparison.changes[index].old }
            case .arrival(let index, let block):
                new.append(block)
                expect(
                    comparison.changes[index].new.dropFirst().contains(block),
                    "row of new block \(block) names change \(index), which has another"
                )
            case .departure(let index, let block):
                old.append(block)
                expect(
                    comparison.changes[index].old.contains(block),
                    "row of old block \(block) names change \(index), which has another"
                )
            }
        }
        expect(old == Array(0..<comparison.old.count), "rows have the old blocks \(old)")
        expect(new == Array(0..<comparison.new.count), "rows have the new blocks \(new)")
        expect(listed == Array(comparison.changes.indices), "rows have the changes \(listed)")
        expect(unchanged == comparison.unchanged, "\(unchanged) rows are unchanged")
    }

    private mutating func checkUnchanged(_ old: Int, _ new: Int) {
        expect(
            comparison.old.label(of: old) == comparison.new.label(of: new),
            "unchanged \(old) → \(new) has another number"
        )
        expect(
            Self.key(comparison.old, old) == Self.key(comparison.new, new),
            "unchanged \(old) → \(new) has another text"
        )
    }

    /// What two blocks that are equal have in common: normal form, white space and invisible
    /// characters aside.
    static func key(_ text: ComparedText, _ block: Int) -> [UInt8] {
        let invisible = "\u{AD}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".unicodeScalars
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: text.plainText(of: block), as: UTF8.self).unicodeScalars
        where !invisible.contains(scalar) {
            scalars.append(scalar)
        }
        return Array(
            String(scalars).precomposedStringWithCanonicalMapping.utf8
                .split { [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) }
                .joined(separator: [0x20])
        )
    }

    // MARK: - Changes

    private mutating func check(_ change: BlockChange, _ index: Int) {
        let name = "change \(index) \(change.kinds.map(\.rawValue)) \(change.old) → \(change.new)"
        let kinds = BlockChange.Kind.allCases.filter(change.has)
        expect(change.kinds == kinds && !kinds.isEmpty, "\(name): order of kinds")
        expect(change.has(.added) == change.old.isEmpty, "\(name): added")
        expect(change.has(.removed) == change.new.isEmpty, "\(name): removed")
        expect(!change.has(.added) && !change.has(.removed) || kinds.count == 1, "\(name): alone")
        expect(change.has(.split) == (change.new.count > 1), "\(name): split")
        expect(change.has(.merged) == (change.old.count > 1), "\(name): merged")
        expect(!change.has(.split) || !change.has(.merged), "\(name): split and merged")
        expect(change.has(.moved) == (change.move != nil), "\(name): moved")
        if change.old.count == 1, change.new.count == 1,
            let old = change.old.first, let new = change.new.first
        {
            let hasOther = Self.number(comparison.old, old) != Self.number(comparison.new, new)
            expect(change.has(.renumbered) == hasOther, "\(name): renumbered")
        }
        checkClass(of: change, name)
        let old = comparison.oldPassage(of: change)
        let new = comparison.newPassage(of: change)
        check(change.words, old, new, name)
        let readable = comparison.readableWords(of: change)
        check(readable.edits, old, new, "\(name), for people", isForPeople: true)
        if readable.isWholesale {
            expect(
                !readable.edits.contains { $0.operation == .equal } && readable.edits.count <= 2,
                "\(name): wholesale with words in common"
            )
        }
    }

    /// The number in front of a block, its full stop or bracket aside.
    private static func number(_ text: ComparedText, _ block: Int) -> String? {
        text.label(of: block)
            .map { $0.last.map(".):".contains) == true ? String($0.dropLast()) : $0 }
    }

    private mutating func checkClass(of change: BlockChange, _ name: String) {
        let kinds = Set(change.kinds)
        let expected: BlockChange.Class =
            if !kinds.isDisjoint(with: [.added, .removed, .reworded]), !change.isConsequential {
                .substantive
            } else if change.isConsequential
                || !kinds.isDisjoint(with: [.moved, .renumbered, .split, .merged])
            {
                .structural
            } else {
                kinds.contains(.typographic) ? .typographic : .formatting
            }
        expect(change.classification == expected, "\(name): class \(change.classification)")
    }

    /// The words of `text`, however the white space between them is.
    private static func folded(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace }
    }

    /// The edits replay the old passage into the new one and back, and cut no character.
    private mutating func check(
        _ edits: [WordEdit],
        _ old: Passage,
        _ new: Passage,
        _ name: String,
        isForPeople: Bool = false
    ) {
        var left = 0
        var right = 0
        var previous: WordEdit.Operation?
        for edit in edits {
            expect(edit.operation != previous, "\(name): two edits alike")
            previous = edit.operation
            expect(
                edit.old.lowerBound == left && edit.new.lowerBound == right,
                "\(name): gap at \(left), \(right)"
            )
            (left, right) = (edit.old.upperBound, edit.new.upperBound)
            guard left <= old.bytes.count, right <= new.bytes.count else {
                violations.append("\(name): edit beyond the text")
                return
            }
            switch edit.operation {
            case .equal:
                let isEqual = old.bytes[edit.old] == new.bytes[edit.new] && !edit.old.isEmpty
                // People do not see how white space is typed.
                let isAlike =
                    isForPeople
                    && Self.folded(old.string(edit.old)) == Self.folded(new.string(edit.new))
                expect(
                    isEqual || isAlike,
                    "\(name): unlike equal words «\(old.string(edit.old))»"
                )
            case .delete: expect(edit.new.isEmpty && !edit.old.isEmpty, "\(name): deletion")
            case .insert: expect(edit.old.isEmpty && !edit.new.isEmpty, "\(name): insertion")
            }
        }
        // Wordings that are shown whole are whole.
        for (edit, next) in zip(edits, edits.dropFirst())
        where edits.count > 2 && edit.operation == .delete && next.operation == .insert {
            let (deleted, inserted) = (old.string(edit.old), new.string(next.new))
            expect(
                !Self.areSameSpace(deleted.first, inserted.first)
                    && !Self.areSameSpace(deleted.last, inserted.last),
                "\(name): white space of both texts in «\(deleted)» → «\(inserted)»"
            )
        }
        expect(left == old.bytes.count && right == new.bytes.count, "\(name): words are missing")
        let starts = Self.characterStarts(old)
        let otherStarts = Self.characterStarts(new)
        for edit in edits {
            expect(
                starts.contains(edit.old.lowerBound) && otherStarts.contains(edit.new.lowerBound),
                "\(name): cuts a character at \(edit.old.lowerBound), \(edit.new.lowerBound)"
            )
        }
    }

    private static func areSameSpace(_ one: Character?, _ other: Character?) -> Bool {
        one == other && one?.isWhitespace == true
    }

    private static func characterStarts(_ passage: Passage) -> Set<Int> {
        var offset = 0
        var starts: Set<Int> = [0]
        for character in passage.string(0..<passage.bytes.count) {
            offset += character.utf8.count
            starts.insert(offset)
        }
        return starts
    }
}
