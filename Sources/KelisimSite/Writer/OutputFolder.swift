internal import Foundation
internal import Kelisim

/// The folder that a site is written to.
///
/// It may be reached through links. As long as the value lives no other build writes to it.
final class OutputFolder: Sendable {
    /// The path, as messages name it.
    let root: String
    /// The open folder.
    let descriptor: Int32

    /// Opens the folder at `root`, which is created when it does not exist, and waits until no
    /// other build holds it.
    init(_ root: String) async throws(Failure) {
        self.root = root
        let trouble = OutputFolder.create(root)
        let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw OutputFolder.failure(.outputUnwritable, root, trouble == 0 ? errno : trouble)
        }
        // The build that holds it needs the threads: none may stand still waiting for it.
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let code = errno
                close(descriptor)
                throw OutputFolder.failure(.outputUnwritable, root, code)
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// What the file system says about the file at `path`, or nil when there is none; links on the
    /// way are followed, so what it says is good for recognising a file and nothing else.
    func identity(of path: String) -> FileIdentity? {
        var status = stat()
        guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return FileIdentity(status)
    }

    static func failure(_ code: FindingCode, _ path: String, _ reason: Int32) -> Failure {
        .impossible([Finding(code, at: Place(path), ["reason": String(cString: strerror(reason))])])
    }

    /// Makes the folder and those above it; the code of what went wrong, or 0.
    private static func create(_ path: String) -> Int32 {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return 0 }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/") else { return errno }
        let trouble = create(String(path[..<slash]))
        guard trouble == 0, mkdir(path, 0o777) != 0, errno != EEXIST else { return trouble }
        return errno
    }
}
