internal import Kelisim
internal import KelisimText

/// How many changes of each kind there are between two texts.
struct ChangeCounts: Sendable {
    /// How many clauses are as they were.
    let unchanged: Int
    /// The changes by kind; each stands under all of its kinds.
    let counts: [BlockChange.Kind: Int]

    init(_ comparison: TextComparison) {
        unchanged = comparison.unchanged
        counts = Dictionary(
            BlockChange.Kind.allCases.map { ($0, comparison.count(of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// How many ``numbers`` there are.
    static let numberCount = BlockChange.Kind.allCases.count + 1

    /// The counts as numbers: of what is as it was, then of each kind in order.
    var numbers: [Int] { [unchanged] + BlockChange.Kind.allCases.map { counts[$0] ?? 0 } }

    /// The counts that ``numbers`` gave; nil when they are not as many.
    init?(numbers: [Int]) {
        guard numbers.count == Self.numberCount else { return nil }
        unchanged = numbers[0]
        counts = Dictionary(
            zip(BlockChange.Kind.allCases, numbers.dropFirst()),
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What `policies.json` says of them: the `summary` of `kelisim diff --format json`.
    var json: JSONValue {
        .object(
            [("unchanged", .number(unchanged))]
                + BlockChange.Kind.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) }
        )
    }

    /// The same in words, such as «изменён текст: 2, добавлено: 1, без изменений: 60».
    func text(_ words: RedlineWords) -> String {
        let found = BlockChange.Kind.allCases.compactMap { kind -> String? in
            let count = counts[kind] ?? 0
            return count > 0 ? "\(words.kinds[kind] ?? kind.rawValue): \(count)" : nil
        }
        guard !found.isEmpty else { return words.same }
        return (found + ["\(words.unchanged): \(unchanged)"]).joined(separator: ", ")
    }
}
