internal import Kelisim
internal import KelisimLog

/// The list of what a build is about to write, which is in the output only as long as it runs.
///
/// When a build was stopped, the next one knows by it which files are Kelisim's own. Each line is a
/// digest, a space and a path, as `sha256sum` would have it.
struct BuildJournal {
    /// The path of the file.
    static let path = ".kelisim-build"

    /// What was or is to be written, in that order; a path may be there more than once.
    var entries: [(path: String, digest: Digest)] = []

    init() {}

    /// The journal in `bytes`, or nil when they are none.
    ///
    /// A last line without an end was never finished, and so was not what it announces.
    init?(_ bytes: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        guard let end = bytes.lastIndex(of: newline) else { return }
        for line in bytes[..<end].split(separator: newline, omittingEmptySubsequences: false) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
            let path = String(decoding: parts.last ?? [], as: UTF8.self)
            guard parts.count == 2, SiteManifest.isSafe(path),
                let digest = Digest(String(decoding: parts[0], as: UTF8.self))
            else { return nil }
            entries.append((path, digest))
        }
    }

    /// The lines of the entries.
    var bytes: [UInt8] {
        entries.reduce(into: []) { $0 += "\($1.digest) \($1.path)\n".utf8 }
    }
}
