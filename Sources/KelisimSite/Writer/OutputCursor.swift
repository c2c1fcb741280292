internal import Foundation
internal import Kelisim

/// Reads and writes files in an ``OutputFolder``, in which no symbolic link is ever followed.
///
/// Paths are those of a plan: relative, parts separated by slashes. The folder of the last file
/// stays open, since the next file is mostly in it. One cursor serves one thread.
final class OutputCursor {
    private let folder: OutputFolder
    private var parent: (path: Substring, descriptor: Int32)?

    init(_ folder: OutputFolder) {
        self.folder = folder
    }

    deinit {
        leave()
    }

    /// What the file system says about the file at `path`, or nil when there is none.
    ///
    /// - Throws: ``Failure/refused(_:)`` when there is something else.
    func identity(of path: String) throws(Failure) -> FileIdentity? {
        guard let (folder, name) = try enter(path, creating: false) else { return nil }
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw unreadable(path, errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw obstacle(path) }
        return FileIdentity(status)
    }

    /// The bytes of the file at `path`, or nil when there is none.
    func read(_ path: String) throws(Failure) -> [UInt8]? {
        guard let (folder, name) = try enter(path, creating: false) else { return nil }
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            switch errno {
            case ENOENT: return nil
            case ELOOP, ENXIO: throw obstacle(path)
            default: throw unreadable(path, errno)
            }
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw obstacle(path)
        }
        return try contents(file, size: Int(status.st_size), path)
    }

    /// Writes `bytes` to `path` in one step, making the folders on the way.
    ///
    /// A reader sees the old file or the new one. Nothing is flushed to the disk, since a site can
    /// be built again.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws(Failure) -> FileIdentity {
        guard let (folder, name) = try enter(path, creating: true) else {
            throw unwritable(path, ENOENT)
        }
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT != S_IFREG
        {
            throw obstacle(path)
        }
        let temporary = OutputCursor.temporaryName(for: name)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder, temporary, flags, 0o666)
        guard file >= 0 else { throw unwritable(path, errno) }
        var code = OutputCursor.put(bytes, file)
        // The new name changes what the file system says, so it is asked afterwards.
        if code == 0, renameat(folder, temporary, folder, name) != 0 { code = errno }
        if code == 0, fstat(file, &status) != 0 { code = errno }
        if close(file) != 0, code == 0 { code = errno }
        guard code == 0 else {
            unlinkat(folder, temporary, 0)
            throw unwritable(path, code)
        }
        return FileIdentity(status)
    }

    /// Adds `bytes` to the end of the file at `path`, which is created when there is none.
    func append(_ bytes: [UInt8], to path: String) throws(Failure) {
        guard let (folder, name) = try enter(path, creating: true) else {
            throw unwritable(path, ENOENT)
        }
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder, name, flags, 0o666)
        guard file >= 0 else { throw unwritable(path, errno) }
        var code = OutputCursor.put(bytes, file)
        if close(file) != 0, code == 0 { code = errno }
        guard code == 0 else { throw unwritable(path, code) }
    }

    /// Removes the file at `path`, then the folders that are empty for it.
    func remove(_ path: String) throws(Failure) {
        // A folder that is removed must not stay the one that is open.
        defer { leave() }
        guard let (folder, name) = try enter(path, creating: false) else { return }
        guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else {
            throw unwritable(path, errno)
        }
        var parent = path[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            guard let (above, own) = try enter(String(parent), creating: false),
                unlinkat(above, own, AT_REMOVEDIR) == 0
            else { return }
        }
    }

    /// Removes what a build that was stopped while writing `path` may have left.
    func removeTemporary(of path: String) throws(Failure) {
        guard let (folder, name) = try enter(path, creating: false) else { return }
        unlinkat(folder, OutputCursor.temporaryName(for: name), 0)
    }

    // MARK: - Failures

    /// Something of others is in the way.
    private func obstacle(_ path: String) -> Failure {
        .refused([Finding(.outputObstacle, at: Place("\(folder.root)/\(path)"))])
    }

    private func unreadable(_ path: String, _ code: Int32) -> Failure {
        OutputFolder.failure(.cannotRead, "\(folder.root)/\(path)", code)
    }

    private func unwritable(_ path: String, _ code: Int32) -> Failure {
        OutputFolder.failure(.outputUnwritable, "\(folder.root)/\(path)", code)
    }

    // MARK: - Steps

    private static func temporaryName(for name: String) -> String { ".\(name).kelisim" }

    /// The open folder that holds `path`, and the last part of `path`; nil when it does not exist.
    ///
    /// The folder is the cursor's and stays open until another one is entered.
    private func enter(
        _ path: String,
        creating: Bool
    ) throws(Failure) -> (folder: Int32, name: String)? {
        let cut = path.lastIndex(of: "/")
        let name = String(path[(cut.map(path.index(after:)) ?? path.startIndex)...])
        let wanted = path[..<(cut ?? path.startIndex)]
        if let parent, parent.path == wanted { return (parent.descriptor, name) }
        leave()
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var current = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
        guard current >= 0 else { throw unreadable(path, errno) }
        for part in wanted.split(separator: "/").map(String.init) {
            var next = openat(current, part, flags)
            if next < 0, errno == ENOENT, creating {
                guard mkdirat(current, part, 0o777) == 0 || errno == EEXIST else {
                    let code = errno
                    close(current)
                    throw unwritable(path, code)
                }
                next = openat(current, part, flags)
            }
            let code = errno
            close(current)
            guard next >= 0 else {
                switch code {
                case ENOENT: return nil
                case ENOTDIR, ELOOP: throw obstacle(path)
                default: throw unreadable(path, code)
                }
            }
            current = next
        }
        parent = (wanted, current)
        return (current, name)
    }

    private func leave() {
        if let parent { close(parent.descriptor) }
        parent = nil
    }

    private func contents(
        _ file: Int32,
        size: Int,
        _ path: String
    ) throws(Failure) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    code = errno
                    break
                }
            }
        }
        guard code == 0 else { throw unreadable(path, code) }
        return bytes
    }

    /// Writes all of `bytes`; the code of what went wrong, or 0.
    private static func put(_ bytes: [UInt8], _ file: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Foundation.write(
                    file,
                    buffer.baseAddress.map { $0 + done },
                    buffer.count - done
                )
                if count >= 0 {
                    done += count
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }
}
