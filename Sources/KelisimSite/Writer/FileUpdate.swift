internal import Kelisim
internal import KelisimLog

/// What a build does with one file after the other; each thread may do it with other files.
struct FileUpdate: Sendable {
    /// A file that is as it should be.
    struct Done: Sendable {
        let path: String
        let entry: BuildMemo.Entry
        /// Whether it was new or had changed.
        let isWritten: Bool
    }

    /// What there was to be seen before anything was written.
    struct Survey: Sendable {
        /// Files that need not be made.
        var done: [Done] = []
        /// Files to be made, and whether there is one to compare with.
        var todo: [(file: SiteFile, exists: Bool)] = []
        /// Things of others that are in the way.
        var obstacles: [Finding] = []
    }

    let folder: OutputFolder
    let owned: OwnedFiles
    let memo: BuildMemo
    let counts: CountMemo

    /// Looks at what lies in the places of `files`.
    func survey(_ files: ArraySlice<SiteFile>) throws(Failure) -> Survey {
        let cursor = OutputCursor(folder)
        let shelf = TextShelf(counts: counts)
        var survey = Survey()
        for file in files {
            if let entry = memo.entries[file.path], entry.key == file.key,
                entry.identity == folder.identity(of: file.path)
            {
                survey.done.append(Done(path: file.path, entry: entry, isWritten: false))
                continue
            }
            do throws(Failure) {
                let identity = try cursor.identity(of: file.path)
                if let identity, !owned.contains(file.path) {
                    let bytes = try file.bytes(with: shelf)
                    if try cursor.read(file.path) == bytes {
                        survey.done.append(unchanged(file, bytes, identity))
                    } else {
                        let place = Place("\(folder.root)/\(file.path)")
                        survey.obstacles.append(Finding(.outputForeign, at: place))
                    }
                } else {
                    survey.todo.append((file, identity != nil))
                }
            } catch .refused(let findings) {
                survey.obstacles += findings
            }
        }
        return survey
    }

    /// Makes `files` and writes those that differ from what is there.
    func write(
        _ files: ArraySlice<(file: SiteFile, exists: Bool)>
    ) throws(Failure) -> [Done] {
        let cursor = OutputCursor(folder)
        let shelf = TextShelf(counts: counts)
        var result: [Done] = []
        var changed: [(file: SiteFile, bytes: [UInt8])] = []
        var journal = BuildJournal()
        for (file, exists) in files {
            let bytes = try file.bytes(with: shelf)
            if exists, let identity = try cursor.identity(of: file.path),
                identity.size == bytes.count, try cursor.read(file.path) == bytes
            {
                result.append(unchanged(file, bytes, identity))
            } else {
                changed.append((file, bytes))
                journal.entries.append((file.path, Digest(of: bytes)))
            }
        }
        guard !changed.isEmpty else { return result }
        try cursor.append(journal.bytes, to: BuildJournal.path)
        for ((file, bytes), announced) in zip(changed, journal.entries) {
            let identity = try cursor.write(bytes, to: file.path)
            let entry = BuildMemo.Entry(
                key: file.key,
                digest: announced.digest,
                identity: identity
            )
            result.append(Done(path: file.path, entry: entry, isWritten: true))
        }
        return result
    }

    private func unchanged(
        _ file: SiteFile,
        _ bytes: [UInt8],
        _ identity: FileIdentity
    ) -> Done {
        let entry = BuildMemo.Entry(key: file.key, digest: Digest(of: bytes), identity: identity)
        return Done(path: file.path, entry: entry, isWritten: false)
    }
}
