internal import Kelisim
internal import KelisimLog

/// The files of an output that earlier builds wrote, as far as they say so.
struct OwnedFiles: Sendable {
    /// The files of a build that was stopped.
    let journaled: [String]
    /// Whether a build was stopped.
    let hasJournal: Bool

    private var digests: [String: [Digest]]

    /// Reads the manifest and the journal in the folder; the manifest only when it is another one
    /// than `memo` knows.
    ///
    /// - Throws: ``Failure/refused(_:)`` when one of them is not Kelisim's.
    init(_ cursor: OutputCursor, output: String, memo: BuildMemo) throws(Failure) {
        func refused(_ path: String) -> Failure {
            .refused([Finding(.outputManifest, at: Place("\(output)/\(path)"))])
        }
        let known = memo.entries[SiteManifest.path]?.identity
        if let known, try cursor.identity(of: SiteManifest.path) == known {
            digests = memo.entries.mapValues { [$0.digest] }
        } else if let bytes = try cursor.read(SiteManifest.path) {
            guard let manifest = SiteManifest(bytes) else { throw refused(SiteManifest.path) }
            digests = manifest.digests.mapValues { [$0] }
        } else {
            digests = [:]
        }
        let bytes = try cursor.read(BuildJournal.path)
        guard let journal = BuildJournal(bytes ?? []) else { throw refused(BuildJournal.path) }
        hasJournal = bytes != nil
        journaled = journal.entries.map(\.path)
        for entry in journal.entries { digests[entry.path, default: []].append(entry.digest) }
    }

    /// The paths of the files, in order.
    var paths: [String] {
        digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether an earlier build wrote the file at `path`.
    func contains(_ path: String) -> Bool {
        digests[path] != nil || path == SiteManifest.path
    }

    /// Whether an earlier build wrote the file at `path` with the bytes of `digest`.
    func contains(_ path: String, _ digest: Digest) -> Bool {
        digests[path]?.contains(digest) ?? false
    }
}
