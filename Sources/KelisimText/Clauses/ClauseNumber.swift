/// The printed number of a clause, such as `9.2`, `2-1` or `5.1-1`.
///
/// An insertion takes a hyphenated number, and nothing is renumbered for it: `2 < 2-1 < 2-2 < 3`.
public struct ClauseNumber: Hashable, Sendable {
    /// The number without the dot or bracket behind it.
    public let text: String

    /// Wraps a number that a parser has read; see ``ClauseLabel``.
    package init(_ text: String) {
        self.text = text
    }

    /// The parts between the dots, each with its insertions: `5.1-1` is `[[5], [1, 1]]`.
    package var components: [[Int]] {
        text.split(separator: ".")
            .map { part in
                part.split(separator: "-").compactMap { Int($0) }
            }
    }

    /// The number one level up, or nil for a section.
    package var parent: ClauseNumber? {
        text.lastIndex(of: ".").map { ClauseNumber(String(text[..<$0])) }
    }
}

extension ClauseNumber: Comparable {
    /// Orders by component: 2 < 2-1 < 3 < 9 < 10, and 5.1 < 5.1.1 < 5.1-1 < 5.2.
    public static func < (left: ClauseNumber, right: ClauseNumber) -> Bool {
        let (a, b) = (left.components, right.components)
        for (x, y) in zip(a, b) where x != y { return x.lexicographicallyPrecedes(y) }
        return a.count < b.count
    }
}

extension ClauseNumber: CustomStringConvertible {
    /// The number as text.
    public var description: String { text }
}
