public import Kelisim
internal import KelisimLog

/// Brings a folder to what a ``SitePlan`` says, touching only what differs.
///
/// Every file is written in one step, so that readers never see half of one; no symbolic link in
/// the folder is followed. Files that an earlier build wrote (as its `manifest.json` says) and that
/// the plan no longer has are removed, unless they were changed since; files of others stay, and
/// one of them where a page should go is an error before anything is written.
public struct SiteWriter: Sendable {
    /// What a build did.
    public struct Summary: Hashable, Sendable {
        /// Files that were new or had changed.
        public let written: Int
        /// Files that were as they should be.
        public let unchanged: Int
        /// Files of an earlier build that were removed.
        public let removed: Int
        /// What a person should look at; never an error.
        public let findings: [Finding]
    }

    /// How far a build is.
    public struct Progress: Hashable, Sendable {
        /// Files that are done.
        public let done: Int
        /// Files of the plan.
        public let total: Int
    }

    /// A list like the manifest, of what is about to be written; only there during a build.
    ///
    /// When a build was stopped, the next one knows by it which files are Kelisim's own.
    private static let journal = ".kelisim-build"

    /// The path of the folder.
    public let output: String

    /// Prepares to write to the folder at `output`, which need not exist.
    public init(output: String) {
        var path = output[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        self.output = String(path)
    }

    /// Writes `plan`.
    ///
    /// Another build in the same folder is waited for.
    ///
    /// - Parameters:
    ///   - plan: What the folder is to hold.
    ///   - progress: Called after every file.
    /// - Returns: What was done.
    /// - Throws: ``Failure/refused(_:)`` when something of others is in the way; then nothing was
    ///   changed. ``Failure/impossible(_:)`` when the system did not read or write; then building
    ///   again carries on.
    public func write(
        _ plan: SitePlan,
        progress: (Progress) -> Void = { _ in }
    ) throws(Failure) -> Summary {
        let folder = try OutputFolder(output)
        let manifest = try list(SiteManifest.path, in: folder)
        let journal = try list(SiteWriter.journal, in: folder)
        let owned = Owned(manifest: manifest, journal: journal)
        let (changed, unchanged) = try compare(plan, with: folder, owned)
        let planned = Set(plan.files.map(\.path))
        let stale = owned.paths.filter { !planned.contains($0) }
        var summary = Counts(unchanged: unchanged)
        progress(Progress(done: unchanged, total: plan.files.count))
        guard !changed.isEmpty || !stale.isEmpty || journal != nil else { return summary.result }

        let pages = changed.filter { $0.path != SiteManifest.path }
        let mine = SiteManifest(pages).merging(journal)
        try folder.write(mine.bytes, to: SiteWriter.journal)
        for path in journal?.digests.keys.sorted() ?? [] { try folder.removeTemporary(of: path) }
        for file in pages {
            try folder.write(file.bytes, to: file.path)
            summary.written += 1
            progress(Progress(done: unchanged + summary.written, total: plan.files.count))
        }
        for path in stale { try remove(path, from: folder, owned, &summary) }
        for file in changed where file.path == SiteManifest.path {
            try folder.write(file.bytes, to: file.path)
            summary.written += 1
            progress(Progress(done: unchanged + summary.written, total: plan.files.count))
        }
        try folder.remove(SiteWriter.journal)
        return summary.result
    }

    // MARK: - Steps

    /// What earlier builds wrote.
    private struct Owned {
        let manifest: SiteManifest?
        let journal: SiteManifest?

        var paths: [String] {
            Set(manifest?.digests.keys.map(\.self) ?? [])
                .union(journal?.digests.keys.map(\.self) ?? [])
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }

        func contains(_ path: String) -> Bool {
            manifest?.digests[path] != nil || journal?.digests[path] != nil
                || path == SiteManifest.path
        }

        func contains(_ path: String, _ digest: Digest) -> Bool {
            manifest?.digests[path] == digest || journal?.digests[path] == digest
        }
    }

    private struct Counts {
        var written = 0
        var unchanged: Int
        var removed = 0
        var findings: [Finding] = []

        var result: Summary {
            Summary(written: written, unchanged: unchanged, removed: removed, findings: findings)
        }
    }

    /// The manifest at `path`, or nil when there is none.
    private func list(
        _ path: String,
        in folder: borrowing OutputFolder
    ) throws(Failure) -> SiteManifest? {
        guard let bytes = try folder.read(path) else { return nil }
        guard let manifest = SiteManifest(bytes) else {
            throw .refused([Finding(.outputManifest, at: Place("\(output)/\(path)"))])
        }
        return manifest
    }

    /// The files that are not as they should be, and how many are.
    private func compare(
        _ plan: SitePlan,
        with folder: borrowing OutputFolder,
        _ owned: Owned
    ) throws(Failure) -> (changed: [SiteFile], unchanged: Int) {
        var changed: [SiteFile] = []
        var obstacles: [Finding] = []
        for file in plan.files {
            do throws(Failure) {
                switch try folder.compare(file.path, with: file.bytes) {
                case .equal: break
                case .different where !owned.contains(file.path):
                    let place = Place("\(output)/\(file.path)")
                    obstacles.append(Finding(.outputForeign, at: place))
                case .missing, .different: changed.append(file)
                }
            } catch .refused(let findings) {
                obstacles += findings
            }
        }
        guard obstacles.isEmpty else { throw .refused(obstacles.sorted()) }
        return (changed, plan.files.count - changed.count)
    }

    /// Removes the file of an earlier build at `path`, unless it was changed since.
    private func remove(
        _ path: String,
        from folder: borrowing OutputFolder,
        _ owned: Owned,
        _ summary: inout Counts
    ) throws(Failure) {
        var isMine = false
        do throws(Failure) {
            guard let bytes = try folder.read(path) else { return }
            isMine = owned.contains(path, Digest(of: bytes))
        } catch .refused {
            // Something else has taken its place.
        }
        guard isMine else {
            summary.findings.append(Finding(.outputKept, at: Place("\(output)/\(path)")))
            return
        }
        try folder.remove(path)
        summary.removed += 1
    }
}
