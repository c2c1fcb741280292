internal import Foundation
internal import Kelisim
internal import KelisimLog

/// The digests of a site's files by path: what `manifest.json` says.
struct SiteManifest {
    /// The path of the file.
    static let path = "manifest.json"

    /// The digests by path.
    let digests: [String: Digest]

    init(_ digests: [String: Digest]) {
        self.digests = digests
    }

    private struct File: Codable {
        let files: [String: String]
    }

    /// The manifest in `bytes`, or nil when they are none.
    init?(_ bytes: [UInt8]) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
        var digests: [String: Digest] = [:]
        for (path, value) in file.files {
            guard let digest = Digest(value), SiteManifest.isSafe(path) else { return nil }
            digests[path] = digest
        }
        self.digests = digests
    }

    /// The bytes of the file.
    var bytes: [UInt8] {
        Array((JSONText.make(File(files: digests.mapValues(\.description))) + "\n").utf8)
    }

    /// Whether `path` is one that a site can have: it stays inside, and holds no control characters.
    static func isSafe(_ path: some StringProtocol) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && path.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F
            }
    }
}
