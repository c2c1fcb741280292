internal import Kelisim

/// What pandoc turns into tracked changes and comments.
struct TrackedMarks {
    enum Change: String {
        case insertion
        case deletion
    }

    private let facts: [(key: String, value: String)]
    private var comments = 0

    init(author: String, instant: Instant) {
        // Word processors know no milliseconds here.
        let second = Instant(milliseconds: instant.milliseconds / 1000 * 1000)
        facts = [("author", author), ("date", second.description)]
    }

    /// `content` as something that only one of the texts has.
    func mark(_ change: Change, _ content: PandocInline) -> PandocInline {
        .span(PandocAttributes(classes: [change.rawValue], values: facts), [content])
    }

    /// `content` with a comment on it.
    mutating func comment(_ text: String, on content: [PandocInline]) -> [PandocInline] {
        let id = String(comments)
        comments += 1
        let start = PandocAttributes(
            identifier: id,
            classes: ["comment-start"],
            values: [("id", id)] + facts
        )
        let end = PandocAttributes(classes: ["comment-end"], values: [("id", id)])
        return [.span(start, [.text(text)])] + content + [.span(end, [])]
    }
}
