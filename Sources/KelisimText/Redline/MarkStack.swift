/// The marks that are open while the text of a block is written, outermost first: link, strong
/// emphasis, emphasis, code, printed number, and innermost `ins` or `del`.
///
/// An element without `data-redline` holds the same mark in both texts; a stretch that only one text
/// has asks nothing of the other, so that one link goes on around a deleted word.
struct MarkStack {
    private var link = Sided<RedlineLink?>(old: nil, new: nil)
    private var style = Sided<InlineStyle>(old: [], new: [])
    private var isNumber = false
    private var operation = WordEdit.Operation.equal

    /// What a stretch asks for; nil where a text does not have it.
    struct Wish {
        let operation: WordEdit.Operation
        let old: InlineMarks?
        let new: InlineMarks?
        let oldLink: RedlineLink?
        let newLink: RedlineLink?
    }

    /// Closes and opens what must be, so that the next text has the marks of `wish`.
    mutating func enter(_ wish: Wish, _ html: inout HTMLBuffer) {
        let link = link(wish)
        let style = style(wish)
        let isNumber = (wish.new ?? wish.old)?.isNumber ?? false
        let changed = style.old.symmetricDifference(self.style.old)
            .union(style.new.symmetricDifference(self.style.new))
        if link != self.link {
            close(from: 0, &html)
            if !self.link.isEmpty { html.append("</a>") }
            self.link = link
            html.openLink(link)
        } else if !changed.isEmpty {
            close(from: changed.rawValue.trailingZeroBitCount, &html)
        } else if isNumber != self.isNumber {
            close(from: Self.elements.count, &html)
        } else if operation != wish.operation {
            closeOperation(&html)
        }
        open(style, &html)
        if isNumber, !self.isNumber { html.append("<span class=\"number\">") }
        self.isNumber = isNumber
        if operation != wish.operation {
            // What took the place of a word may stand on a line of its own.
            if wish.operation == .insert, html.bytes.suffix(6).elementsEqual("</del>".utf8) {
                html.append("<wbr>")
            }
            html.append(wish.operation == .insert ? "<ins>" : "<del>")
            operation = wish.operation
        }
    }

    /// Closes everything.
    mutating func finish(_ html: inout HTMLBuffer) {
        close(from: 0, &html)
        if !link.isEmpty { html.append("</a>") }
        link = Sided(old: nil, new: nil)
    }

    // MARK: - Elements

    private static let elements: [(start: StaticString, end: StaticString)] = [
        ("<strong", "</strong>"), ("<em", "</em>"), ("<code", "</code>"),
    ]

    private mutating func closeOperation(_ html: inout HTMLBuffer) {
        if operation == .insert { html.append("</ins>") }
        if operation == .delete { html.append("</del>") }
        operation = .equal
    }

    private mutating func close(from first: Int, _ html: inout HTMLBuffer) {
        closeOperation(&html)
        if isNumber { html.append("</span>") }
        isNumber = false
        for index in (first..<max(first, Self.elements.count)).reversed() {
            let mark = InlineStyle(rawValue: 1 << UInt8(index))
            guard style.old.union(style.new).contains(mark) else { continue }
            html.append(Self.elements[index].end)
            style.old.remove(mark)
            style.new.remove(mark)
        }
    }

    private mutating func open(_ wanted: Sided<InlineStyle>, _ html: inout HTMLBuffer) {
        guard wanted != style else { return }
        for (index, element) in Self.elements.enumerated() {
            let mark = InlineStyle(rawValue: 1 << UInt8(index))
            guard wanted.old.union(wanted.new).contains(mark),
                !style.old.union(style.new).contains(mark)
            else { continue }
            html.append(element.start)
            if !wanted.old.contains(mark) {
                html.append(" class=\"mark-new\" data-redline=\"new\"")
            }
            if !wanted.new.contains(mark) {
                html.append(" class=\"mark-old\" data-redline=\"old\"")
            }
            html.append(">")
        }
        style = wanted
    }

    // MARK: - What is kept

    /// What is open where it gives what is asked for, else what is asked for, on both sides where
    /// only one asks.
    private func style(_ wish: Wish) -> Sided<InlineStyle> {
        guard let first = wish.old ?? wish.new else { return style }
        let old = (wish.old ?? wish.new ?? first).style
        let new = (wish.new ?? wish.old ?? first).style
        var missing: InlineStyle = []
        if wish.old != nil { missing.formUnion(old.symmetricDifference(style.old)) }
        if wish.new != nil { missing.formUnion(new.symmetricDifference(style.new)) }
        return Sided(
            old: style.old.subtracting(missing).union(old.intersection(missing)),
            new: style.new.subtracting(missing).union(new.intersection(missing))
        )
    }

    private func link(_ wish: Wish) -> Sided<RedlineLink?> {
        let isFit =
            (wish.old == nil || wish.oldLink == link.old)
            && (wish.new == nil || wish.newLink == link.new)
        guard !isFit else { return link }
        return Sided(
            old: wish.old == nil ? wish.newLink : wish.oldLink,
            new: wish.new == nil ? wish.oldLink : wish.newLink
        )
    }
}

extension Sided<RedlineLink?> {
    fileprivate var isEmpty: Bool { old == nil && new == nil }
}
