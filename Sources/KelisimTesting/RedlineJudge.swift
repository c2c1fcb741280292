internal import Foundation

/// Collects redlines and has them read by an HTML5 parser: Tests/Browser/redline.
public struct RedlineJudge {
    private var triples: [UInt8] = []
    /// How many there are.
    public private(set) var count = 0

    /// Judges nothing yet.
    public init() {}

    /// A tool that is not installed.
    public struct Missing: Error, CustomStringConvertible {
        /// What to do.
        public let description: String
    }

    /// Adds a redline, with what rejecting and accepting all changes must give.
    ///
    /// - Parameters:
    ///   - label: names the redline in a message; without spaces.
    ///   - judgesWords: whether no word may be marked in part.
    ///   - old: the plain rendering of the old text.
    ///   - new: the plain rendering of the new text.
    ///   - redline: the redline.
    public mutating func add(
        _ label: String,
        judgesWords: Bool,
        old: [UInt8],
        new: [UInt8],
        redline: [UInt8]
    ) {
        let parts = [old, new, redline]
        let sizes = parts.map { String($0.count) }.joined(separator: " ")
        triples += Array("\(label) \(judgesWords ? "words" : "any") \(sizes)\n".utf8)
        for part in parts { triples += part }
        count += 1
    }

    /// What is wrong with them, one problem a line.
    ///
    /// - Throws: ``Missing`` when the Python packages of the tests are not installed.
    public func problems() throws -> String {
        let folder = try TemporaryFolder()
        let file = URL(fileURLWithPath: folder.path("redlines"))
        try Data(triples).write(to: file)
        let script = "\(Project.root)/Tests/Browser/redline"
        let judge = try Command.run(script, [file.path], in: Project.root)
        guard judge.errors.contains("\(count) redlines") else {
            throw Missing(description: "run scripts/setup tests: \(judge.errors)")
        }
        return judge.output
    }
}
