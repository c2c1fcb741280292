import KelisimTesting

@testable import KelisimText

extension RedlineJudge {
    /// Adds the redline of `comparison`.
    mutating func add(_ label: String, judgesWords: Bool, _ comparison: TextComparison) {
        add(
            label,
            judgesWords: judgesWords,
            old: PolicyText(comparison.old.document).html(language: nil),
            new: PolicyText(comparison.new.document).html(language: nil),
            redline: comparison.redlineHTML(language: nil)
        )
    }
}
