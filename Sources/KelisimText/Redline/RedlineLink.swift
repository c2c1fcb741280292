/// A link in one of the two texts: its destination and title.
struct RedlineLink {
    let destination: [UInt8]
    let title: [UInt8]

    /// The link, or the picture, at a node of `document`.
    init(_ document: MarkdownDocument, node: Int) {
        destination = Array(document.bytes[document.nodes[node].literal.range])
        title = Array(document.bytes[document.nodes[node].title.range])
    }
}

extension RedlineLink: Equatable {}

extension HTMLBuffer {
    /// Appends the start tag of a link that the texts have at the same words, or one of them.
    mutating func openLink(_ link: Sided<RedlineLink?>) {
        guard let shown = link.new ?? link.old else { return }
        append("<a href=\"")
        shown.destination.withUnsafeBufferPointer { escapeURL($0) }
        append("\"")
        title(shown)
        switch (link.old, link.new) {
        case (nil, _): append(" class=\"mark-new\" data-redline=\"new\"")
        case (_, nil): append(" class=\"mark-old\" data-redline=\"old\"")
        case (let old?, let new?) where old != new:
            append(" class=\"mark-changed\"")
            if old.destination != new.destination {
                append(" data-old-href=\"")
                old.destination.withUnsafeBufferPointer { escapeURL($0) }
                append("\"")
            }
            guard old.title != new.title else { break }
            append(" data-old-title=\"")
            old.title.withUnsafeBufferPointer { escape($0) }
            append("\"")
        default: break
        }
        append(">")
    }

    /// Appends the picture of this site at `link`, with the alternative text `text`.
    mutating func picture(_ link: RedlineLink, _ text: UnsafeBufferPointer<UInt8>) {
        append("<img src=\"")
        link.destination.withUnsafeBufferPointer { escapeURL($0) }
        append("\" alt=\"")
        escape(text)
        append("\"")
        title(link)
        append(">")
    }

    private mutating func title(_ link: RedlineLink) {
        guard !link.title.isEmpty else { return }
        append(" title=\"")
        link.title.withUnsafeBufferPointer { escape($0) }
        append("\"")
    }
}
