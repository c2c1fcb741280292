internal import KelisimText

/// What the quiet link of a clause to itself is called, in the words of one language.
struct ClauseLabels: Sendable {
    /// A label around the number or the words of a clause.
    private struct Frame: Sendable {
        let before: String
        let after: String

        /// Reads `text`, in which `{…}` stands for the clause; without it the clause comes last.
        init(_ text: String) {
            let start = text.firstIndex(of: "{") ?? text.endIndex
            let end = text[start...].firstIndex(of: "}").map { text.index(after: $0) }
            before = end == nil ? text + " " : String(text[..<start])
            after = end.map { String(text[$0...]) } ?? ""
        }
    }

    /// The strings that it takes; each has `{number}` or `{part}` where the clause is named.
    static let keys = ["link-section", "link-clause", "link-subclause", "link-part"]

    private let section: Frame
    private let clause: Frame
    private let subclause: Frame
    private let part: Frame

    /// The labels that are among `strings`.
    init(_ strings: ThemeStrings) {
        let frames = ClauseLabels.keys.map { Frame(strings.texts[$0] ?? "") }
        (section, clause, subclause, part) = (frames[0], frames[1], frames[2], frames[3])
    }

    /// Writes the label of the clause at `position` of `text`, for an attribute.
    func write(_ position: Int, of text: PolicyText, to html: inout HTMLBuffer) {
        let own = text.tree.clauses[position]
        let (frame, words) = words(own, position, text)
        html.escape(frame.before)
        html.escape(words)
        html.escape(frame.after)
    }

    private func words(
        _ own: Clause,
        _ position: Int,
        _ text: PolicyText
    ) -> (frame: Frame, words: String) {
        guard let number = own.number else { return (part, text.openingWords(of: position)) }
        if own.noun != nil, let label = own.label {
            return (part, label.hasSuffix(".") ? String(label.dropLast()) : label)
        }
        if own.kind == .section { return (section, number.text) }
        // 3.2.6 is a sub-clause (domain.md).
        let dots = number.text.utf8.count { $0 == UInt8(ascii: ".") }
        return (dots > 1 ? subclause : clause, number.text)
    }
}
