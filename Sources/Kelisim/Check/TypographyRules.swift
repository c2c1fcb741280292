internal import KelisimText

/// Dashes and quotation marks of several kinds in one text, and hyphens and apostrophes that stand
/// where none belongs.
enum TypographyRules {
    static func findings(_ wording: WordingText) -> [Finding] {
        let text = wording.text
        var dashes = Drift<String>()
        var quotations = Drift<String>()
        var found: [Finding] = []
        for position in text.clauses.indices where WordingText.isProse(position, text) {
            for mark in text.content.marks(of: position) {
                switch mark.kind {
                case .dash(let dash): dashes.note(dash, position, mark.offset)
                case .quotation(let marks): quotations.note(marks, position, mark.offset)
                case .strayHyphen(let typed, let meant):
                    let facts = ["typed": typed, "meant": meant]
                    found.append(stray(.strayHyphen, mark, position, text, facts))
                case .strayApostrophe(let word):
                    found.append(stray(.strayApostrophe, mark, position, text, ["word": word]))
                }
            }
        }
        let drifts = [(dashes, FindingCode.dashDrift), (quotations, .quoteDrift)]
        return found
            + drifts.compactMap { drift, code in
                drift.usual().flatMap { drift.finding(code, $0, in: text) { "[\($0)]" } }
            }
    }

    private static func stray(
        _ code: FindingCode,
        _ mark: TypographicMark,
        _ position: Int,
        _ text: ReviewedText,
        _ facts: [String: String]
    ) -> Finding {
        Finding(code, at: text.place(ofByte: mark.offset, in: text.block(position)), facts)
    }
}
