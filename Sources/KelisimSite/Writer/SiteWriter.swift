internal import Foundation
public import Kelisim
internal import KelisimLog

/// Brings a folder to what a ``SitePlan`` says, touching only what differs.
///
/// Files are made and written on all cores. Every file is written in one step, so that readers never see half of one; no symbolic link in
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

    /// How many files are made and written at a stretch: those of some editions.
    private static let stretch = 48

    /// The path of the folder.
    public let output: String
    /// The file of the ``BuildMemo``; nil when nothing is to be remembered.
    private let memo: String?
    private let program: String

    /// Prepares to write to the folder at `output`, which need not exist.
    ///
    /// - Parameters:
    ///   - output: the folder.
    ///   - memory: a folder outside of `output` for what the next build need not do again.
    ///   - program: a name for the program that makes the pages, another one for each version.
    public init(output: String, memory: String? = nil, program: String = "") {
        var path = output[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        self.output = String(path)
        self.program = program
        let place = URL(fileURLWithPath: self.output).resolvingSymlinksInPath().path
        memo = memory.map { "\($0)/build-\(Digest(of: place.utf8).hex)" }
    }

    /// Writes `plan`.
    ///
    /// Another build in the same folder is waited for.
    ///
    /// - Parameters:
    ///   - plan: What the folder is to hold.
    ///   - progress: Called from time to time.
    /// - Returns: What was done.
    /// - Throws: ``Failure/refused(_:)`` when something of others is in the way; then nothing was
    ///   changed. ``Failure/impossible(_:)`` when the system did not read or write; then building
    ///   again carries on.
    public func write(
        _ plan: SitePlan,
        progress: (Progress) -> Void = { _ in }
    ) async throws(Failure) -> Summary {
        let folder = try await OutputFolder(output)
        let cursor = OutputCursor(folder)
        let memory = memo.map { BuildMemo(contentsOf: $0, program: program) } ?? BuildMemo()
        let owned = try OwnedFiles(cursor, output: output, memo: memory)
        let known = memo.map { CountMemo(contentsOf: "\($0)-counts", program: program) }
        let counts = known ?? CountMemo()
        let update = FileUpdate(folder: folder, owned: owned, memo: memory, counts: counts)
        let total = plan.files.count + 1
        var made = Made()

        let todo = try await survey(plan.files, update, &made)
        progress(Progress(done: made.count, total: total))
        for path in owned.journaled { try cursor.removeTemporary(of: path) }
        try await Stretches.each(todo, of: SiteWriter.stretch) { files throws(Failure) in
            try update.write(files)
        } receive: { files in
            made.add(files)
            progress(Progress(done: made.count, total: total))
        }
        for path in owned.paths where path != SiteManifest.path && made.memo.entries[path] == nil {
            try remove(path, with: cursor, owned, &made)
        }
        try finish(update, &made)
        if made.written > 0 || owned.hasJournal { try cursor.remove(BuildJournal.path) }
        progress(Progress(done: total, total: total))
        if let memo, made.memo.entries != memory.entries {
            made.memo.write(to: memo, program: program)
            counts.write(to: "\(memo)-counts", program: program)
        }
        return made.summary
    }

    // MARK: - Steps

    /// What a build has done so far.
    private struct Made {
        var memo = BuildMemo()
        var written = 0
        var removed = 0
        var findings: [Finding] = []

        /// How many files are as they should be.
        var count: Int { memo.entries.count }

        var summary: Summary {
            Summary(
                written: written,
                unchanged: count - written,
                removed: removed,
                findings: findings
            )
        }

        mutating func add(_ files: [FileUpdate.Done]) {
            for file in files {
                memo.entries[file.path] = file.entry
                written += file.isWritten ? 1 : 0
            }
        }
    }

    /// Finds out which of `files` are to be made.
    private func survey(
        _ files: [SiteFile],
        _ update: FileUpdate,
        _ made: inout Made
    ) async throws(Failure) -> [(file: SiteFile, exists: Bool)] {
        var done: [FileUpdate.Done] = []
        var todo: [(offset: Int, files: [(file: SiteFile, exists: Bool)])] = []
        var obstacles: [Finding] = []
        try await Stretches.each(files, of: SiteWriter.stretch) { files throws(Failure) in
            (files.startIndex, try update.survey(files))
        } receive: { offset, survey in
            done += survey.done
            todo.append((offset, survey.todo))
            obstacles += survey.obstacles
        }
        guard obstacles.isEmpty else { throw .refused(obstacles.sorted()) }
        made.add(done)
        return todo.sorted { $0.offset < $1.offset }.flatMap(\.files)
    }

    /// Writes the manifest of what was made.
    private func finish(_ update: FileUpdate, _ made: inout Made) throws(Failure) {
        let digests = made.memo.entries.mapValues(\.digest)
        let key = ContentKey(
            digests.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.hex] }
        )
        let file = SiteFile(SiteManifest.path, key: key) { _ in SiteManifest(digests).bytes }
        let survey = try update.survey([file])
        guard survey.obstacles.isEmpty else { throw .refused(survey.obstacles) }
        made.add(survey.done)
        made.add(try update.write(survey.todo[...]))
    }

    /// Removes the file of an earlier build at `path`, unless it was changed since.
    private func remove(
        _ path: String,
        with cursor: OutputCursor,
        _ owned: OwnedFiles,
        _ made: inout Made
    ) throws(Failure) {
        var isMine = false
        do throws(Failure) {
            guard let bytes = try cursor.read(path) else { return }
            isMine = owned.contains(path, Digest(of: bytes))
        } catch .refused {
            // Something else has taken its place.
        }
        guard isMine else {
            made.findings.append(Finding(.outputKept, at: Place("\(output)/\(path)")))
            return
        }
        try cursor.remove(path)
        made.removed += 1
    }
}
