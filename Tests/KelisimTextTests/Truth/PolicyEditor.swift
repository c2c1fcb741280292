import KelisimTesting

/// Edits a generated policy and remembers where every block came from.
struct PolicyEditor {
    /// One sort of edit.
    enum Edit: String, CaseIterable {
        case insert
        case insertKeepingNumbers
        case insertPoint
        case insertLookalike
        case insertSection
        case remove
        case removeKeepingNumbers
        case removePoint
        case replace
        case reword
        case move
        case moveAndReword
        case moveSection
        case swapSections
        case split
        case splitIntoClauses
        case merge
    }

    /// The policy as it stands.
    private(set) var policy: DraftPolicy
    /// The blocks of the first version that each move took elsewhere, by their names.
    private(set) var moves: [[Int]] = []
    /// The blocks of sections that changed places with those of a move, by their names.
    private(set) var swaps: [[Int]] = []
    private var writer: PolicyWriter

    /// Edits `policy`, whose blocks are those of the first version from now on.
    init(_ policy: DraftPolicy, _ writer: PolicyWriter) {
        self.policy = policy
        self.writer = writer
        change { $0.origins = [$0.id] }
    }

    /// Makes an edit; false where the policy has nothing to make it on.
    mutating func make(_ edit: Edit) -> Bool {
        switch edit {
        case .insert: insert(renumbering: true)
        case .insertKeepingNumbers: insert(renumbering: false)
        case .insertPoint: insertPoint()
        case .insertLookalike: insertLookalike()
        case .insertSection: insertSection()
        case .remove: remove(renumbering: true)
        case .removeKeepingNumbers: remove(renumbering: false)
        case .removePoint: removePoint()
        case .replace: replace()
        case .reword: reword()
        case .move: move(rewording: false)
        case .moveAndReword: move(rewording: true)
        case .moveSection: moveSection()
        case .swapSections: swapSections()
        case .split: split()
        case .splitIntoClauses: splitIntoClauses()
        case .merge: merge()
        }
    }

    // MARK: - Places

    private typealias Place = (section: Int, unit: Int)

    private mutating func below(_ bound: Int) -> Int { writer.random.below(bound) }

    private mutating func place(where holds: (DraftPolicy.Unit) -> Bool) -> Place? {
        var places: [Place] = []
        for (section, content) in policy.sections.enumerated() {
            for (unit, content) in content.units.enumerated() where holds(content) {
                places.append((section, unit))
            }
        }
        return places.isEmpty ? nil : writer.random.pick(places)
    }

    /// A place for another unit, which is not between the parts of a block that was split.
    private mutating func gap() -> Place {
        let section = below(policy.sections.count)
        let units = policy.sections[section].units
        let free = (0...units.count)
            .filter { unit in
                guard unit > 0, unit < units.count, let last = units[unit - 1].blocks.last else {
                    return true
                }
                return last.origins.isEmpty || last.origins != units[unit].lead.origins
            }
        return (section, writer.random.pick(free))
    }

    private mutating func change(_ body: (inout DraftBlock) -> Void) {
        body(&policy.title)
        for index in policy.preamble.indices { body(&policy.preamble[index]) }
        for section in policy.sections.indices {
            body(&policy.sections[section].heading)
            for unit in policy.sections[section].units.indices {
                body(&policy.sections[section].units[unit].lead)
                for child in policy.sections[section].units[unit].children.indices {
                    body(&policy.sections[section].units[unit].children[child])
                }
            }
        }
    }

    // MARK: - Insertions and removals

    private mutating func insert(renumbering: Bool) -> Bool {
        insert(writer.unit(), "inserted", renumbering)
    }

    private mutating func insert(
        _ unit: DraftPolicy.Unit,
        _ name: String,
        _ renumbering: Bool
    ) -> Bool {
        let (section, position) = gap()
        var unit = marked(unit, name)
        if !renumbering {
            // As in laws: 9.2-1 behind 9.2, and what is below it without numbers.
            guard position > 0,
                let label = policy.sections[section].units[position - 1].lead.label
            else { return false }
            unit.children.removeAll { $0.label != nil }
            unit.lead.label = label.hasSuffix(".") ? label.dropLast() + "-1." : label + "-1"
        }
        policy.sections[section].units.insert(unit, at: position)
        if renumbering { policy.renumber(section: section) }
        return true
    }

    private func marked(_ unit: DraftPolicy.Unit, _ name: String) -> DraftPolicy.Unit {
        var unit = unit
        unit.lead.history.append(name)
        for child in unit.children.indices { unit.children[child].history.append(name) }
        return unit
    }

    private mutating func insertPoint() -> Bool {
        guard let place = place(where: { !$0.children.isEmpty }) else { return false }
        let kind = policy.sections[place.section].units[place.unit].children[0].kind
        guard kind == .bullet || kind == .ordered else { return false }
        var point = writer.block(kind)
        point.history = ["inserted point"]
        policy.sections[place.section].units[place.unit].children.append(point)
        return true
    }

    /// A clause that differs from another in a word or two.
    private mutating func insertLookalike() -> Bool {
        guard
            let place = place(where: {
                $0.isUntouched && $0.lead.words.count > 7 && $0.children.isEmpty
            })
        else { return false }
        let original = policy.sections[place.section].units[place.unit].lead
        let words = reworded(original, parts: 1 + below(2))
        policy.sections[place.section].units[place.unit].lead.history = ["has a lookalike"]
        return insert(DraftPolicy.Unit(lead: writer.block(.paragraph, words)), "lookalike", true)
    }

    private mutating func insertSection() -> Bool {
        var section = writer.section(3)
        section.heading.history = ["inserted section"]
        section.units = section.units.map { marked($0, "inserted section") }
        policy.sections.insert(section, at: below(policy.sections.count + 1))
        policy.renumber()
        return true
    }

    private mutating func remove(renumbering: Bool) -> Bool {
        guard let place = place(where: { $0.isUntouched }),
            policy.sections[place.section].units.count > 1
        else { return false }
        policy.sections[place.section].units.remove(at: place.unit)
        if renumbering { policy.renumber(section: place.section) }
        return true
    }

    private mutating func removePoint() -> Bool {
        guard let place = place(where: { $0.children.contains { !$0.isTouched } }) else {
            return false
        }
        let children = policy.sections[place.section].units[place.unit].children
        let points = children.indices.filter { !children[$0].isTouched }
        policy.sections[place.section].units[place.unit].children
            .remove(at: writer.random.pick(points))
        return true
    }

    private mutating func replace() -> Bool {
        guard let place = place(where: { $0.isUntouched && $0.children.isEmpty }) else {
            return false
        }
        var other = writer.block(.paragraph)
        other.label = policy.sections[place.section].units[place.unit].lead.label
        other.history = ["replacement"]
        policy.sections[place.section].units[place.unit].lead = other
        return true
    }

    // MARK: - Words

    private mutating func reword() -> Bool {
        let untouched = policy.blocks.filter { !$0.isTouched }
        guard !untouched.isEmpty else { return false }
        let block = writer.random.pick(untouched)
        let (words, share) = reworded(block, from: 8, to: 45)
        change { other in
            guard other.id == block.id else { return }
            other.words = words
            other.history.append("reworded \(share) %")
        }
        return true
    }

    private mutating func reworded(
        _ block: DraftBlock,
        from least: Int,
        to most: Int
    ) -> (words: [String], share: Int) {
        let share = least + below(most - least + 1)
        let count = max(1, block.wordPositions.count * share / 100)
        return (reworded(block, parts: count), share)
    }

    /// The words of `block` with `parts` of them replaced, left out or added, often side by side.
    private mutating func reworded(_ block: DraftBlock, parts: Int) -> [String] {
        while true {
            var words = block.words
            var changed: Set<Int> = []
            let positions = block.wordPositions
            while changed.count < parts, changed.count < positions.count {
                let start = below(positions.count)
                for next in start..<min(start + 1 + below(3), positions.count)
                where changed.count < parts {
                    changed.insert(positions[next])
                }
            }
            for position in changed.sorted(by: >) { edit(&words, at: position) }
            if !writer.isUsed(words), words.contains(where: { $0.contains(where: \.isLetter) }) {
                return words
            }
        }
    }

    private mutating func edit(_ words: inout [String], at position: Int) {
        let mark = String(words[position].reversed().prefix { ".,;".contains($0) }.reversed())
        switch below(20) {
        case 0..<3 where mark.isEmpty && position > 0 && words[position - 1] != "|":
            words.remove(at: position)
        case 3..<6 where position > 0: words.insert(writer.word(), at: position)
        default:
            var word = writer.word()
            // A number in front could make a list of the block, a small letter no clause.
            while position == 0, word.first?.isLetter != true { word = writer.word() }
            if position == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
            words[position] = word + mark
        }
    }

    // MARK: - Moves

    private mutating func move(rewording: Bool) -> Bool {
        guard let place = place(where: { $0.isUntouched }),
            policy.sections[place.section].units.count > 1
        else { return false }
        var unit = policy.sections[place.section].units.remove(at: place.unit)
        moves.append(unit.blocks.flatMap(\.origins))
        if rewording {
            let (words, share) = reworded(unit.lead, from: 8, to: 35)
            unit.lead.words = words
            unit = marked(unit, "moved")
            unit.lead.history = ["moved and reworded \(share) %"]
        } else {
            unit = marked(unit, "moved")
        }
        let (section, position) = gap()
        policy.sections[section].units.insert(unit, at: position)
        policy.renumber(section: place.section)
        policy.renumber(section: section)
        return true
    }

    private mutating func moveSection() -> Bool {
        guard policy.sections.count > 2 else { return false }
        let section = policy.sections.remove(at: below(policy.sections.count))
        moves.append(section.blocks.flatMap(\.origins))
        policy.sections.insert(section, at: below(policy.sections.count + 1))
        policy.renumber()
        return true
    }

    private mutating func swapSections() -> Bool {
        guard policy.sections.count > 3 else { return false }
        let first = below(policy.sections.count - 1)
        moves.append(policy.sections[first].blocks.flatMap(\.origins))
        swaps.append(policy.sections[first + 1].blocks.flatMap(\.origins))
        policy.sections.swapAt(first, first + 1)
        policy.renumber()
        return true
    }

    // MARK: - Splits and merges

    /// The parts of `block` at ends of sentences, each of at least five words; nil where there are
    /// not two.
    private mutating func parts(of block: DraftBlock) -> [[String]]? {
        guard block.kind == .paragraph, !block.isTouched else { return nil }
        var cuts: [Int] = []
        for end in block.sentenceEnds
        where end - (cuts.last ?? 0) >= 5 && block.words.count - end >= 5 {
            cuts.append(end)
        }
        guard !cuts.isEmpty else { return nil }
        while cuts.count > 1 + below(3) { cuts.remove(at: below(cuts.count)) }
        let bounds = [0] + cuts + [block.words.count]
        return zip(bounds, bounds.dropFirst()).map { Array(block.words[$0..<$1]) }
    }

    private mutating func pieces(of block: DraftBlock) -> [DraftBlock]? {
        guard let parts = parts(of: block) else { return nil }
        return parts.enumerated()
            .map { index, words in
                var piece = writer.block(.paragraph, words)
                piece.label = index == 0 ? block.label : nil
                piece.origins = block.origins
                piece.history = ["split in \(parts.count)"]
                return piece
            }
    }

    private mutating func split() -> Bool {
        guard let place = place(where: { $0.lead.sentenceEnds.count > 1 && !$0.lead.isTouched })
        else { return false }
        var unit = policy.sections[place.section].units[place.unit]
        guard let pieces = pieces(of: unit.lead) else { return false }
        unit.lead = pieces[0]
        unit.children = pieces.dropFirst() + unit.children
        policy.sections[place.section].units[place.unit] = unit
        return true
    }

    private mutating func splitIntoClauses() -> Bool {
        guard let place = place(where: { $0.lead.sentenceEnds.count > 1 && !$0.lead.isTouched })
        else { return false }
        let unit = policy.sections[place.section].units[place.unit]
        guard let pieces = pieces(of: unit.lead) else { return false }
        var units = pieces.map { DraftPolicy.Unit(lead: $0) }
        units[units.count - 1].children = unit.children
        policy.sections[place.section].units.replaceSubrange(place.unit...place.unit, with: units)
        policy.renumber(section: place.section)
        return true
    }

    /// Two or three clauses become one; only the last of them may have points.
    private mutating func merge() -> Bool {
        let isFit = { (unit: DraftPolicy.Unit) in
            unit.isUntouched && unit.lead.words.count >= 5
        }
        var runs: [(section: Int, units: Range<Int>)] = []
        for (section, content) in policy.sections.enumerated() {
            for first in content.units.indices {
                for count in 2...3 where first + count <= content.units.count {
                    let run = content.units[first..<first + count]
                    guard run.allSatisfy(isFit), run.dropLast().allSatisfy(\.children.isEmpty)
                    else { continue }
                    runs.append((section, run.indices))
                }
            }
        }
        guard !runs.isEmpty else { return false }
        let (section, range) = writer.random.pick(runs)
        let run = policy.sections[section].units[range]
        var whole = writer.block(.paragraph, run.flatMap(\.lead.words))
        whole.label = run[range.lowerBound].lead.label
        whole.origins = run.flatMap(\.lead.origins)
        whole.history = ["merged of \(run.count)"]
        policy.sections[section].units
            .replaceSubrange(
                range,
                with: [DraftPolicy.Unit(lead: whole, children: run[range.upperBound - 1].children)]
            )
        policy.renumber(section: section)
        return true
    }
}
