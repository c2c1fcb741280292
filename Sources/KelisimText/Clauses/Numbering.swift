/// Which of a document's numbers are names: a chapter 2 and an article 2 can't both be `#2`.
struct Numbering {
    private var dotted: Set<String> = []
    private var singles: Set<String> = []
    private var words: [ClauseNoun: Set<String>] = [:]
    private var ones = 0
    private var named: Set<ClauseNoun> = []

    /// Whether numbers of one part begin anew, as the parts «1.», «2.» of each article do; they
    /// are then points of it.
    var restarts: Bool { ones > 1 }

    /// Takes note of a label of the document.
    mutating func note(_ label: ClauseLabel, isHeading: Bool) {
        switch label.form {
        case .word(let noun): words[noun, default: []].insert(label.number.text)
        case .dotted where label.depth == 1 && !isHeading:
            singles.insert(label.number.text)
            if label.number.text == "1" { ones += 1 }
        case .dotted where label.depth == 1: dotted.insert(label.number.text)
        case .dotted, .numberPoint, .letterPoint: break
        }
    }

    /// Decides which parts have their numbers as names, when all labels have been noted.
    mutating func settle() {
        var taken = restarts ? dotted : dotted.union(singles)
        let order: [ClauseNoun] = [.article, .paragraph, .chapter, .section, .part, .appendix]
        for noun in order {
            guard let numbers = words[noun], taken.isDisjoint(with: numbers) else { continue }
            named.insert(noun)
            taken.formUnion(numbers)
        }
    }

    /// Whether the label's number is the name of its clause.
    func claims(_ label: ClauseLabel) -> Bool {
        guard case .word(let noun) = label.form else { return true }
        return named.contains(noun)
    }
}
