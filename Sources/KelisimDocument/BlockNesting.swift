internal import KelisimText

/// Puts blocks into the quotes and lists that they stand in, one after the other.
///
/// Both texts have containers. An old one is the same as a new one when a block of it stands, as it was or
/// changed, in the new one.
struct BlockNesting {
    /// A quote, list or item of one of the texts.
    struct Container: Hashable {
        let isOld: Bool
        let node: Int
    }

    private struct Frame {
        let container: Container
        let kind: MarkdownNode.Kind
        /// The number of the first item, or of the item itself.
        let number: Int
        let delimiter: MarkdownNode.Delimiter
        var blocks: [PandocBlock] = []
        var items: [[PandocBlock]] = []
    }

    private let old: ListNumbers
    private let new: ListNumbers
    private var same: [Container: Container] = [:]
    private var frames: [Frame] = []
    private var blocks: [PandocBlock] = []

    init(_ comparison: TextComparison) {
        old = ListNumbers(comparison.old.document)
        new = ListNumbers(comparison.new.document)
    }

    /// Learns that two blocks are one block of the document, and so what is around them.
    mutating func pair(_ oldBlock: Int, _ newBlock: Int, in comparison: TextComparison) {
        let olds = Self.containers(around: oldBlock, comparison.old, isOld: true)
        let news = Self.containers(around: newBlock, comparison.new, isOld: false)
        for (left, right) in zip(olds, news) {
            let kinds = (
                comparison.old.document.nodes[left.node].kind,
                comparison.new.document.nodes[right.node].kind
            )
            guard kinds.0 == kinds.1 else { return }
            if same[left] == nil { same[left] = right }
        }
    }

    /// Puts `block`, which is that of a text at `position`, behind those before it.
    mutating func append(_ block: PandocBlock, at position: Int, of text: ComparedText, isOld: Bool)
    {
        let own = Self.containers(around: position, text, isOld: isOld)
        let path = own.map { same[$0] ?? $0 }
        var depth = 0
        while depth < min(path.count, frames.count), frames[depth].container == path[depth] {
            depth += 1
        }
        close(to: depth)
        for (container, origin) in zip(path, own).dropFirst(depth) {
            let node = text.document.nodes[origin.node]
            let number = (isOld ? old : new)[origin.node]
            if node.kind == .item { continueNumbers(with: number) }
            frames.append(
                Frame(
                    container: container,
                    kind: node.kind,
                    number: number,
                    delimiter: node.delimiter
                )
            )
        }
        add(block)
    }

    /// Everything, when the last block has been put in.
    mutating func finish() -> [PandocBlock] {
        close(to: 0)
        return blocks
    }

    /// Begins the list anew where the next number is another than a word processor would count.
    private mutating func continueNumbers(with number: Int) {
        guard let list = frames.last, list.kind == .list, list.delimiter != .bullet,
            list.number + list.items.count != number
        else { return }
        close(to: frames.count - 1)
        frames.append(
            Frame(
                container: list.container,
                kind: .list,
                number: number,
                delimiter: list.delimiter
            )
        )
    }

    private mutating func close(to depth: Int) {
        while frames.count > depth {
            let frame = frames.removeLast()
            switch frame.kind {
            case .blockQuote: add(.quote(frame.blocks))
            case .item: frames[frames.count - 1].items.append(frame.blocks)
            default:
                guard !frame.items.isEmpty else { continue }
                add(
                    frame.delimiter == .bullet
                        ? .bullets(frame.items)
                        : .numbers(
                            start: frame.number,
                            isParenthesis: frame.delimiter == .parenthesis,
                            frame.items
                        )
                )
            }
        }
    }

    private mutating func add(_ block: PandocBlock) {
        if frames.isEmpty {
            blocks.append(block)
        } else {
            frames[frames.count - 1].blocks.append(block)
        }
    }

    /// The containers around a block, the outermost first.
    private static func containers(
        around block: Int,
        _ text: ComparedText,
        isOld: Bool
    ) -> [Container] {
        var containers: [Container] = []
        var node = Int(text.document.nodes[text.tree.clauses[block].node].parent)
        while node > 0 {
            containers.append(Container(isOld: isOld, node: node))
            node = Int(text.document.nodes[node].parent)
        }
        return containers.reversed()
    }
}

/// The numbers that libcmark counts for the items of lists, by their nodes; for lists, that of the
/// first item.
struct ListNumbers {
    private var numbers: [Int: Int] = [:]

    init(_ document: MarkdownDocument) {
        for index in 0..<document.documentEnd where document.nodes[index].kind == .list {
            let start = Int(document.nodes[index].start)
            numbers[index] = start
            for (place, item) in document.children(of: index).enumerated() {
                numbers[item] = start + place
            }
        }
    }

    subscript(node: Int) -> Int { numbers[node] ?? 1 }
}
