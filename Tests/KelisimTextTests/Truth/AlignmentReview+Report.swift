import KelisimText

extension AlignmentReview {
    /// How much went wrong: the more, the worse.
    var badness: Int {
        expected.symmetricDifference(named).count + missedSplits.count + missedMerges.count
            + falseMoves.count + missedMoves.count + wrongNumbers.count
    }

    /// What went wrong, in lines for a person.
    func report(lines: Int) -> String {
        var found: [String] = []
        for pair in expected.subtracting(named).sorted(by: order) {
            found.append("missed   " + line(pair))
        }
        for pair in named.subtracting(expected).sorted(by: order) {
            found.append("wrong    " + line(pair))
        }
        for joint in missedSplits { found.append("no split \(joint.old) → \(joint.new)") }
        for joint in missedMerges { found.append("no merge \(joint.old) → \(joint.new)") }
        for block in falseMoves { found.append("no move  \(old(block))") }
        for block in missedMoves { found.append("unmoved  \(old(block))") }
        for pair in wrongNumbers {
            let labels = [
                comparison.old.label(of: pair.old) ?? "–",
                comparison.new.label(of: pair.new) ?? "–",
            ]
            found.append("number   \(labels[0]) → \(labels[1]) \(line(pair))")
        }
        let title =
            "\(truth.plan.name) seed \(truth.seed) (\(truth.language)): "
            + truth.edits.map(\.rawValue).joined(separator: ", ")
        let more = found.count > lines ? ["… \(found.count - lines) more"] : []
        return ([title] + found.prefix(lines).map { "    " + $0 } + more).joined(separator: "\n")
    }

    private func order(_ left: Pair, _ right: Pair) -> Bool {
        (left.new, left.old) < (right.new, right.old)
    }

    private func line(_ pair: Pair) -> String {
        "\(old(pair.old))\n             → \(new(pair.new))"
    }

    private func old(_ block: Int) -> String { text(block, truth.oldBlocks[block]) }

    private func new(_ block: Int) -> String { text(block, truth.newBlocks[block]) }

    private func text(_ ordinal: Int, _ block: DraftBlock) -> String {
        let history = block.history.isEmpty ? "" : " [\(block.history.joined(separator: ", "))]"
        let words = block.text.replacing("\n", with: " ")
        return "\(ordinal) \(block.label ?? "")\(history) \(words.prefix(110))"
    }
}
