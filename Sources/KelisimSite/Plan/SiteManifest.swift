internal import KelisimLog

/// The digests of a site's files by path: what `manifest.json` says.
struct SiteManifest {
    /// The path of the file.
    static let path = "manifest.json"

    /// The digests by path.
    let digests: [String: Digest]

    /// A manifest of `files`.
    init(_ files: some Sequence<SiteFile>) {
        digests = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    }

    /// The manifest in `bytes`, or nil when they are not exactly what ``bytes`` would be.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var digests: [String: Digest] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("    \"") {
            // `    "path": "sha256:…",`
            guard let colon = line.firstRange(of: "\": \"") else { return nil }
            let path = line[line.index(line.startIndex, offsetBy: 5)..<colon.lowerBound]
            let value = line[colon.upperBound...].prefix { $0 != "\"" }
            guard let digest = Digest(String(value)), SiteManifest.isSafe(path) else { return nil }
            digests[String(path)] = digest
        }
        self.digests = digests
        guard self.bytes == bytes else { return nil }
    }

    private init(digests: [String: Digest]) {
        self.digests = digests
    }

    /// What both say; of a path in both, what this one says.
    func merging(_ other: SiteManifest?) -> SiteManifest {
        SiteManifest(digests: digests.merging(other?.digests ?? [:]) { own, _ in own })
    }

    /// The bytes of the file.
    var bytes: [UInt8] {
        let lines = digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { path in
                "    \"\(path)\": \"\(digests[path]?.description ?? "")\""
            }
        return Array("{\n  \"files\": {\n\(lines.joined(separator: ",\n"))\n  }\n}\n".utf8)
    }

    /// Whether `path` is one that a site can have: it stays inside, and JSON needs no escapes.
    static func isSafe(_ path: some StringProtocol) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && path.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F
            }
    }
}
