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
            var strays: [(offset: Int, code: FindingCode, facts: [String: String])] = []
            for mark in text.content.marks(of: position) {
                switch mark.kind {
                case .dash(let dash): dashes.note(dash, position, mark.offset)
                case .quotation(let marks): quotations.note(marks, position, mark.offset)
                case .strayHyphen(let typed, let meant):
                    strays.append((mark.offset, .strayHyphen, ["typed": typed, "meant": meant]))
                case .strayApostrophe(let word):
                    strays.append((mark.offset, .strayApostrophe, ["word": word]))
                }
            }
            guard !strays.isEmpty else { continue }
            let block = text.block(position)
            found += strays.map { offset, code, facts in
                Finding(code, at: text.place(ofByte: offset, in: block), facts)
            }
        }
        let drifts = [(dashes, FindingCode.dashDrift), (quotations, .quoteDrift)]
        return found
            + drifts.compactMap { drift, code in
                drift.usual().flatMap { drift.finding(code, $0, in: text) { "[\($0)]" } }
            }
    }
}
