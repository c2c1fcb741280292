internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// A comparison as programs read it; interfaces.md, `diff --format json`.
struct DiffDocument: Encodable {
    /// Null where there was no text before.
    let from: OrNull<Side>
    let to: Side
    let language: OrNull<String>
    let summary: [String: Int]
    let changes: [Change]

    struct Side: Encodable {
        let edition: OrNull<Int>
        let file: String?
        let digest: String

        init(_ side: Diff.Side) {
            edition = OrNull(side.edition?.number)
            file = side.edition == nil ? side.file : nil
            digest = side.digest.description
        }
    }

    struct Change: Encodable {
        let kinds: [String]
        let move: OrNull<Int>
        let `class`: String
        let old: [Block]
        let new: [Block]
        let words: [Words]
        let consequential: Bool
        let cutShort: Bool
        let formatting: [Formatting]
        let characters: [Characters]
    }

    struct Block: Encodable {
        let id: String
        let label: OrNull<String>
        let block: Int
    }

    struct Words: Encodable {
        let op: String
        let text: String
    }

    struct Characters: Encodable {
        let old: String
        let oldCodePoints: String
        let new: String
        let newCodePoints: String
    }

    init(_ diff: Diff) {
        let comparison = diff.comparison
        from = OrNull(diff.from.isNothing ? nil : Side(diff.from))
        to = Side(diff.to)
        language = OrNull(diff.language)
        let counts = BlockChange.Kind.allCases.map { ($0.rawValue, comparison.count(of: $0)) }
        summary = Dictionary(uniqueKeysWithValues: counts + [("unchanged", comparison.unchanged)])
        changes = comparison.changes.map { Change($0, in: comparison) }
    }
}

extension DiffDocument.Change {
    init(_ change: BlockChange, in comparison: TextComparison) {
        kinds = change.kinds.map(\.rawValue)
        move = OrNull(change.move)
        `class` = change.classification.rawValue
        old = change.old.map { DiffDocument.Block($0, of: comparison.old) }
        new = change.new.map { DiffDocument.Block($0, of: comparison.new) }
        let passages = (comparison.oldPassage(of: change), comparison.newPassage(of: change))
        words = change.words.compactMap { edit in
            let isOld = edit.operation == .delete
            let text = isOld ? passages.0.string(edit.old) : passages.1.string(edit.new)
            guard !text.utf8.isEmpty else { return nil }
            return DiffDocument.Words(op: edit.operation.rawValue, text: text)
        }
        consequential = change.isConsequential
        cutShort = change.isCutShort
        formatting = change.formatting.map(DiffDocument.Formatting.init)
        characters = change.characters.map { change in
            DiffDocument.Characters(
                old: change.old,
                oldCodePoints: CharacterChange.codePoints(of: change.old),
                new: change.new,
                newCodePoints: CharacterChange.codePoints(of: change.new)
            )
        }
    }
}

extension DiffDocument.Block {
    init(_ block: Int, of text: ComparedText) {
        id = text.tree.clauses[block].id
        label = OrNull(text.label(of: block))
        self.block = block
    }
}

extension DiffDocument {
    /// `{"what": "marks"}`; destinations and levels with what they were and are.
    enum Formatting: Encodable {
        case plain(String)
        case destination(old: String?, new: String?)
        case level(old: Int, new: Int)

        init(_ change: FormattingChange) {
            switch change {
            case .marks: self = .plain("marks")
            case .list: self = .plain("list")
            case .block: self = .plain("block")
            case .destination(let old, let new): self = .destination(old: old, new: new)
            case .headingLevel(let old, let new): self = .level(old: old, new: new)
            }
        }

        private enum Key: CodingKey {
            case what
            case old
            case new
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            switch self {
            case .plain(let what): try container.encode(what, forKey: .what)
            case .destination(let old, let new):
                try container.encode("destination", forKey: .what)
                try container.encode(old, forKey: .old)
                try container.encode(new, forKey: .new)
            case .level(let old, let new):
                try container.encode("heading-level", forKey: .what)
                try container.encode(old, forKey: .old)
                try container.encode(new, forKey: .new)
            }
        }
    }
}
