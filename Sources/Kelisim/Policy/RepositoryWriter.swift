/// The acts that change a repository: publish, cancel, repeal, and the beginning of an edition.
///
/// Each of them holds a lock on the policy's folder, reads everything afresh, and either writes
/// exactly one record (or folder) durably or changes nothing. Two at once wait for each other.
public struct RepositoryWriter: Sendable {
    /// The path of the repository.
    public let root: String

    /// Makes a writer for the repository at `root`.
    public init(root: String) {
        self.root = root
    }

    /// Runs `act` on the policy named `name` while nobody else writes in its folder.
    func withPolicy<Result>(
        _ name: String,
        _ act: (Repository, Policy) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let folder = try folder(of: name)
        let lock = try RepositoryWriter.attempt { () throws(SystemError) in
            try FolderLock(folder)
        }
        return try lock.holding { () throws(Failure) in
            let repository = try Repository.read(root)
            guard let policy = repository.policies.first(where: { $0.id.slug == name }) else {
                throw .refused(repository.findings.filter { $0.place.isInside(folder) })
            }
            return try act(repository, policy)
        }
    }

    private func folder(of name: String) throws(Failure) -> String {
        let entries = try RepositoryWriter.attempt { () throws(SystemError) in
            let tree = try FileTree(root)
            return try tree.entries(of: tree.root)
        }
        if PolicyID(name) != nil, let entry = entries.first(where: { $0.name == name }) {
            switch entry.kind {
            case .folder: return entry.path
            case .unusable(let finding): throw .refused([finding])
            case .file: break
            }
        }
        throw .refused([Finding(.unknownPolicy, at: Place(root), ["policy": name])])
    }

    /// Does what the operating system may refuse.
    static func attempt<Result: ~Copyable>(
        _ action: () throws(SystemError) -> Result
    ) throws(Failure) -> Result {
        do throws(SystemError) {
            return try action()
        } catch {
            throw .impossible([error.finding])
        }
    }

    /// Writes a record to the disk, where there must be none yet.
    static func write(_ outcome: RecordOutcome<some Sendable>) throws(Failure) {
        try attempt { () throws(SystemError) in
            try DurableFile.write(outcome.bytes, to: outcome.file, existing: .kept)
        }
    }

    /// Refuses when there is anything to say against it.
    static func refuse(_ findings: [Finding]) throws(Failure) {
        if !findings.isEmpty { throw .refused(findings) }
    }

    /// A reason as it goes into a record: composed, without space at its ends.
    ///
    /// - Throws: ``Failure/refused(_:)`` when there is none or it holds a character that no text
    ///   may hold.
    static func reason(_ text: String, at place: Place) throws(Failure) -> String {
        let reason = Spelling.trimmed(text).composed
        if reason.isEmpty { throw .refused([Finding(.reasonMissing, at: place)]) }
        for scalar in reason.unicodeScalars {
            if let code = TextInspection.forbidden(scalar) {
                throw .refused([Finding(code, at: place, ["character": scalar.codePoint])])
            }
        }
        return reason
    }
}

extension Repository {
    /// The errors in the published part of the policy in `folder`.
    func historyErrors(in folder: String) -> [Finding] {
        historyErrors.filter { $0.place.isInside(folder) }
    }
}
