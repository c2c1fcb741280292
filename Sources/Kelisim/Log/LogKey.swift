internal import Foundation
public import KelisimLog

/// The key that signs the log, in a file of its own, and what it signed last.
///
/// The file holds one line, the private key as Go's note package writes it. Beside it, in a file whose name
/// ends in `.checkpoint`, stands the last checkpoint that was signed: outside of the database and of the
/// log's folder, so that a restored backup, or a second log with the same key, is noticed before anything is
/// signed. Keys that it took the place of (``rotated()``) stand beside it, too.
public struct LogKey: Sendable {
    /// The path of the file.
    public let path: String
    /// The key.
    public let signer: NoteSigner
    /// The public halves of the keys that signed the log before it.
    public let retired: [VerifierKey]

    /// Reads the key at `path`; where there is no file, makes one for the log named `origin`.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - origin: the name of the log, for a new key.
    /// - Throws: ``LogTrouble/keyUnusable(_:reason:)`` when the file is no key, can be read by others, or
    ///   can't be made.
    public init(path: String, origin: String) throws(LogTrouble) {
        do throws(SystemError) {
            if !DurableFile.exists(path) {
                guard let signer = NoteSigner.random(name: origin) else {
                    throw SystemError(operation: .write, path: path, code: EINVAL)
                }
                _ = try DurableFile.makeFolders(DurableFile.folder(of: path))
                let line = Array("\(signer.privateKey)\n".utf8)
                try DurableFile.write(line, to: path, existing: .kept, isPrivate: true)
            }
            let signer = try LogKey.read(path)
            self.path = path
            self.signer = signer
            var retired: [VerifierKey] = []
            for old in LogKey.retired(path) { retired.append(try LogKey.read(old).verifierKey) }
            // An interrupted rotation leaves a copy of the key itself.
            self.retired = retired.filter { $0 != signer.verifierKey }
        } catch {
            throw .keyUnusable(error.path, reason: LogKey.reason(error))
        }
    }

    /// The public half.
    public var verifierKey: VerifierKey { signer.verifierKey }

    /// The public halves of all keys of the log, the one that signs first.
    public var verifierKeys: [VerifierKey] { [verifierKey] + retired }

    /// The last checkpoint that was signed for the log on this machine; nil when that is none.
    func lastSigned() throws(LogTrouble) -> (note: SignedNote, checkpoint: Checkpoint)? {
        let memory = "\(path).checkpoint"
        guard DurableFile.exists(memory) else { return nil }
        do throws(SystemError) {
            return try Checkpoint.read(
                try DurableFile.read(memory, limit: 1 << 16),
                signedBy: verifierKeys,
                from: memory
            )
        } catch {
            throw LogTrouble(error)
        }
    }

    /// Signs `checkpoint`, and remembers durably that it did.
    func sign(_ checkpoint: Checkpoint) throws(LogTrouble) -> SignedNote {
        let note: SignedNote
        do throws(NoteSigner.Failure) {
            note = try signer.sign(checkpoint.body)
        } catch {
            throw .keyUnusable(path, reason: "\(error)")
        }
        do throws(SystemError) {
            let memory = "\(path).checkpoint"
            try DurableFile.write(Array(note.description.utf8), to: memory, existing: .replaced)
        } catch {
            throw LogTrouble(error)
        }
        return note
    }

    private static func reason(_ error: SystemError) -> String {
        switch error.code {
        case EINVAL: "not a private key of a log"
        case EACCES: "others may read it; take their rights away with chmod 600"
        default: String(cString: strerror(error.code))
        }
    }
}

extension Checkpoint {
    /// Reads a checkpoint that one of `keys` signed.
    ///
    /// - Parameters:
    ///   - bytes: the signed note.
    ///   - keys: one of whom must have signed it.
    ///   - file: where it was, for the message.
    /// - Returns: the note and the checkpoint in it.
    /// - Throws: ``SystemError`` when it is not that.
    static func read(
        _ bytes: some Sequence<UInt8>,
        signedBy keys: [VerifierKey],
        from file: String
    ) throws(SystemError) -> (note: SignedNote, checkpoint: Checkpoint) {
        guard let note = SignedNote(bytes: bytes), case .success = note.verify(with: keys),
            let checkpoint = Checkpoint(body: note.text)
        else { throw SystemError(operation: .read, path: file, code: EBADMSG) }
        return (note, checkpoint)
    }
}
