import Foundation
import KelisimTesting
import Testing

@testable import KelisimText

/// Collects redlines and has them read by an HTML5 parser: Tests/Browser/redline.
struct RedlineJudge {
    private var triples: [UInt8] = []
    private(set) var count = 0

    /// Adds a redline, with what accepting and rejecting must give.
    ///
    /// - Parameters:
    ///   - label: names the redline in a message; without spaces.
    ///   - judgesWords: whether no word may be marked in part.
    ///   - comparison: what it shows.
    mutating func add(_ label: String, judgesWords: Bool, _ comparison: TextComparison) {
        let parts = [
            PolicyText(comparison.old.document).html(language: nil),
            PolicyText(comparison.new.document).html(language: nil),
            comparison.redlineHTML(language: nil),
        ]
        let sizes = parts.map { String($0.count) }.joined(separator: " ")
        triples += Array("\(label) \(judgesWords ? "words" : "any") \(sizes)\n".utf8)
        for part in parts { triples += part }
        count += 1
    }

    /// What is wrong with them, one problem a line.
    func problems() throws -> String {
        let folder = try TemporaryFolder()
        let file = URL(fileURLWithPath: folder.path("redlines"))
        try Data(triples).write(to: file)
        let script = "\(Project.root)/Tests/Browser/redline"
        let judge = try Command.run(script, [file.path], in: Project.root)
        try #require(
            judge.errors.contains("\(count) redlines"),
            "run scripts/setup tests: \(judge.errors)"
        )
        return judge.output
    }
}
