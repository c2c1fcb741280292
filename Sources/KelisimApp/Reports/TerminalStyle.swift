/// How words are set off on a terminal; plain everywhere else.
public struct TerminalStyle: Sendable {
    private let isColoured: Bool

    /// Without colours.
    public static let plain = TerminalStyle(isColoured: false)

    /// Makes a style with colours, or a plain one.
    public init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func error(_ text: String) -> String { wrap(text, "1;31") }
    func deleted(_ text: String) -> String { wrap(text, "31") }
    func inserted(_ text: String) -> String { wrap(text, "32") }
    func warning(_ text: String) -> String { wrap(text, "1;33") }

    private func wrap(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
