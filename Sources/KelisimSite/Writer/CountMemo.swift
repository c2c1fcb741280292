internal import Foundation
internal import Kelisim
internal import KelisimLog
internal import KelisimText
internal import Synchronization

/// How much changed between texts, by their digests, for all threads of a build and for later builds.
///
/// The feeds and `policies.json` tell it of every edition, and must not compare all of them for each
/// new one. As with ``BuildMemo``, nothing but speed depends on it.
package final class CountMemo: Sendable {
    /// Two texts, the earlier one first.
    struct Pair: Hashable, Sendable {
        let old: Digest
        let new: Digest
    }

    private struct Known {
        var counts: [Pair: ChangeCounts] = [:]
        var hasNews = false
    }

    private static let format = "kelisim-count-memo/1"
    private let known = Mutex(Known())

    /// A memo of nothing yet.
    package init() {}

    /// The memo in the file at `path`, if the program that wrote it was `program`.
    convenience init(contentsOf path: String, program: String) {
        self.init()
        guard let data = FileManager.default.contents(atPath: path) else { return }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        guard let head = lines.first, head == Self.head(program) else { return }
        var counts: [Pair: ChangeCounts] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ")
            let numbers = parts.dropFirst(2).compactMap { Int($0) }
            guard parts.count == ChangeCounts.numberCount + 2,
                let old = Digest(hex: String(parts[0])), let new = Digest(hex: String(parts[1])),
                let count = ChangeCounts(numbers: numbers)
            else { return }
            counts[Pair(old: old, new: new)] = count
        }
        known.withLock { [counts] in $0.counts = counts }
    }

    /// What is known about `pair`.
    func counts(_ pair: Pair) -> ChangeCounts? { known.withLock { $0.counts[pair] } }

    /// Remembers the counts of `pair`.
    func add(_ pair: Pair, _ counts: ChangeCounts) {
        known.withLock { known in
            if known.counts.updateValue(counts, forKey: pair) == nil { known.hasNews = true }
        }
    }

    /// Writes the memo to the file at `path` if there is news; that it can't be written only costs
    /// time later.
    func write(to path: String, program: String) {
        let known = known.withLock { $0 }
        guard known.hasNews else { return }
        let lines = known.counts.map { pair, counts in
            "\(pair.old.hex) \(pair.new.hex) "
                + counts.numbers.map(String.init).joined(separator: " ")
        }
        let text = ([Self.head(program)] + lines.sorted()).joined(separator: "\n") + "\n"
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try? Data(text.utf8).write(to: url, options: .atomic)
    }

    private static func head(_ program: String) -> String { "\(format) \(program)" }
}
