import Foundation
import KelisimText

/// Files that stand beside the repository on the machines that build it.
enum SharedFiles {
    /// The folder `shared` beside the repository, or nil.
    static let folder: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let shared = folder.appendingPathComponent("shared")
            let seed = shared.appendingPathComponent("seed/privacy.kk.txt")
            if FileManager.default.fileExists(atPath: seed.path) { return shared }
        }
        return nil
    }()

    /// The real policy, as plain text.
    static func seed() throws -> String? {
        try folder.map {
            try String(
                contentsOf: $0.appendingPathComponent("seed/privacy.kk.txt"),
                encoding: .utf8
            )
        }
    }

    /// The real policy as Markdown: the titles of its sections become headings.
    static func seedPolicy() throws -> PolicyText? {
        guard let seed = try seed() else { return nil }
        let lines = seed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.wholeMatch(of: /\d\. .*/) == nil ? String(line) : "## " + line
            }
        return try PolicyText(Array(lines.joined(separator: "\n").utf8))
    }

    /// The texts of all cases.
    static func cases() throws -> [[UInt8]] {
        guard let cases = folder?.appendingPathComponent("cases") else { return [] }
        let files = FileManager.default.enumerator(at: cases, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
            .map { [UInt8](try Data(contentsOf: $0)) }
    }
}
