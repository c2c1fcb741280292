public import Kelisim

/// How a comparison is shown, as far as readers choose.
public struct DiffOptions: Sendable {
    /// How many unchanged clauses are shown around each change of the text form.
    let context: Int
    /// The colours of the text form.
    let style: TerminalStyle
    /// Who made the changes, as tracked changes name it.
    let author: String
    /// When they were made; nil for the publication of the new edition, else now.
    let instant: Instant?

    /// What people who say nothing about it are taken to be.
    public static let defaultAuthor = "Kelisim"

    /// Makes options.
    public init(
        context: Int = 0,
        style: TerminalStyle = .plain,
        author: String = DiffOptions.defaultAuthor,
        at instant: Instant? = nil
    ) {
        self.context = context
        self.style = style
        self.author = author
        self.instant = instant
    }
}
