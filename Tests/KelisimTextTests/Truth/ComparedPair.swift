import Foundation
import KelisimTesting
import Testing

@testable import KelisimText

/// Two texts that tests compare, and where they come from.
struct ComparedPair: CustomTestStringConvertible, Sendable {
    let name: String
    let old: [UInt8]
    let new: [UInt8]

    var testDescription: String { name }

    /// What does not hold for the comparison of the two, in either direction.
    func violations() throws -> [String] {
        let texts = (try ComparedText(old), try ComparedText(new))
        let forth = TextComparison(texts.0, texts.1)
        let back = TextComparison(texts.1, texts.0)
        let again = TextComparison(try ComparedText(old), try ComparedText(new))
        let mirror = ComparisonMirror(forth)
        return ComparisonLaws(forth).violations
            + ComparisonLaws(back).violations.map { "back: " + $0 }
            + mirror.differences(from: ComparisonMirror(back, exchanged: true))
            .map { "back: " + $0 }
            + mirror.differences(from: ComparisonMirror(again)).map { "again: " + $0 }
            + (String(describing: forth.rows) == String(describing: again.rows)
                ? [] : ["again: the rows are in another order"])
    }

    // MARK: - Pairs

    /// The texts of the fixtures and of the policies here: each with the same language's text of
    /// the next edition, and otherwise with one of another policy.
    static func fixtures() throws -> [ComparedPair] {
        let roots = ["Tests/Fixtures/valid", "Tests/Fixtures/timeline", "policies", "Examples"]
        var files: [URL] = []
        for root in roots {
            let folder = URL(fileURLWithPath: Project.root).appendingPathComponent(root)
            let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            files += (found?.allObjects ?? []).compactMap { $0 as? URL }
        }
        let texts = files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
        return try texts.enumerated()
            .map { index, text in
                let number = Int(text.deletingLastPathComponent().lastPathComponent) ?? 0
                let next = text.deletingLastPathComponent().deletingLastPathComponent()
                    .appendingPathComponent("\(number + 1)/\(text.lastPathComponent)")
                let other = texts.contains(next) ? next : texts[(index + 1) % texts.count]
                return ComparedPair(
                    name: "\(text.path) and \(other.path)",
                    old: [UInt8](try Data(contentsOf: text)),
                    new: [UInt8](try Data(contentsOf: other))
                )
            }
    }

    /// Markdown made of odd pieces, and the same with some of its lines elsewhere or different.
    static func odd(seed: UInt64) -> ComparedPair {
        var random = SeededGenerator(seed: seed)
        let pieces = random.pick([GeneratedMarkdown.odd, GeneratedMarkdown.legal])
        var texts = GeneratedMarkdown(seed: random.next(), pieces: pieces, longest: 80)
        let old = texts.next() ?? []
        let more = texts.next() ?? []
        var lines = old.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let others = more.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<random.below(8) {
            let line = random.below(lines.count + 1)
            switch random.below(5) {
            case 0: lines.insert(random.pick(others), at: line)
            case 1 where line < lines.count: lines.remove(at: line)
            case 2 where line < lines.count: lines[line] += Array(random.pick(pieces).utf8)
            case 3 where line < lines.count:
                lines.insert(lines.remove(at: line), at: random.below(lines.count + 1))
            case 4 where line < lines.count && !lines[line].isEmpty:
                lines[line].remove(at: random.below(lines[line].count))
            default: break
            }
        }
        // Single bytes may have been taken out of the middle of a character.
        let new = String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
        return ComparedPair(name: "odd, seed \(seed)", old: old, new: Array(new.utf8))
    }

    /// A generated policy and what edits made of it.
    static func edited(_ plan: EditPlan, seed: UInt64) -> ComparedPair {
        let pair = EditedPair(plan, seed: seed)
        return ComparedPair(name: "\(plan.name), seed \(seed)", old: pair.old, new: pair.new)
    }
}
