internal import KelisimText

/// The anchors of changes: names that no clause of the text has.
struct RedlineAnchors: Sendable {
    private let prefix: String

    /// The anchors of `count` changes in `text`.
    init(_ text: ComparedText, count: Int) {
        let isTaken = (0..<count).contains { text.tree.position(of: "change-\($0 + 1)") != nil }
        // No clause has an underscore in its name.
        prefix = isTaken ? "change_" : "change-"
    }

    /// The anchor of the change with the number `number`.
    func change(_ number: Int) -> String { prefix + String(number) }

    /// The anchor of the place where the old text had what was moved.
    func departure(_ number: Int) -> String { "\(prefix)\(number)_from" }
}
