/// A stretch of text in a cell of a comparison table.
public struct ComparisonRun: Hashable, Sendable {
    /// The text; it holds no line break.
    public let text: String
    /// Whether it is set in bold, as words that changed are.
    public let isBold: Bool

    /// Makes a stretch of text.
    public init(_ text: String, isBold: Bool = false) {
        self.text = text
        self.isBold = isBold
    }
}
