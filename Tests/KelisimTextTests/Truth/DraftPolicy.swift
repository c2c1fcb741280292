/// A generated policy: sections with numbered units, each with the points and paragraphs below it.
struct DraftPolicy {
    /// How sections and clauses are numbered.
    struct Style {
        /// What is in front of a section's title, with `#` for the number; nil without numbers.
        let section: String?
        /// What is in front of a clause, with `#` for the number; nil without numbers.
        let clause: String?
    }

    /// A clause or paragraph and what belongs to it.
    struct Unit {
        var lead: DraftBlock
        var children: [DraftBlock] = []

        var blocks: [DraftBlock] { [lead] + children }
        var isUntouched: Bool { !blocks.contains(where: \.isTouched) }
    }

    struct Section {
        var heading: DraftBlock
        var units: [Unit]

        var blocks: [DraftBlock] { [heading] + units.flatMap(\.blocks) }
    }

    let style: Style
    var title: DraftBlock
    var preamble: [DraftBlock]
    var sections: [Section]

    /// The blocks in document order.
    var blocks: [DraftBlock] { [title] + preamble + sections.flatMap(\.blocks) }

    /// Numbers everything by its place.
    mutating func renumber() {
        for section in sections.indices { renumber(section: section) }
    }

    /// Numbers a section and what is in it by their places.
    mutating func renumber(section: Int) {
        sections[section].heading.label = style.section?.replacing("#", with: "\(section + 1)")
        for unit in sections[section].units.indices {
            let number = "\(section + 1).\(unit + 1)"
            sections[section].units[unit].lead.label = style.clause?
                .replacing("#", with: number)
            var next = 1
            for child in sections[section].units[unit].children.indices
            where sections[section].units[unit].children[child].label != nil {
                sections[section].units[unit].children[child].label = style.clause?
                    .replacing("#", with: "\(number).\(next)")
                next += 1
            }
        }
    }

    /// The policy in Markdown.
    var markdown: [UInt8] {
        var text = ""
        var previous: DraftBlock.Kind?
        var item = 0
        for block in blocks {
            let isList = block.kind == .bullet || block.kind == .ordered
            if previous != nil { text += isList && previous == block.kind ? "\n" : "\n\n" }
            item = previous == block.kind ? item + 1 : 1
            switch block.kind {
            case .heading(let level): text += String(repeating: "#", count: level) + " "
            case .bullet: text += "- "
            case .ordered: text += "\(item)) "
            case .paragraph, .table: break
            }
            if let label = block.label { text += label + " " }
            text += block.text
            previous = block.kind
        }
        return Array((text + "\n").utf8)
    }
}
