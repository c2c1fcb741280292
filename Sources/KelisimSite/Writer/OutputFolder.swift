internal import Foundation
internal import Kelisim

/// The folder that a site is written to, in which no symbolic link is ever followed.
///
/// Paths are those of a plan: relative, parts separated by slashes. The folder itself may be reached
/// through links. As long as the value lives no other build writes to the folder.
struct OutputFolder: ~Copyable {
    /// How a file compares with what it should be.
    enum Comparison {
        case missing
        case equal
        case different
    }

    private let root: String
    private let descriptor: Int32

    /// Opens the folder at `root`, which is created when it does not exist, and waits until no
    /// other build holds it.
    init(_ root: String) throws(Failure) {
        self.root = root
        let trouble = OutputFolder.create(root)
        let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw OutputFolder.failure(.outputUnwritable, root, trouble == 0 ? errno : trouble)
        }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let code = errno
                close(descriptor)
                throw OutputFolder.failure(.outputUnwritable, root, code)
            }
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The bytes of the file at `path`, or nil when there is none.
    func read(_ path: String) throws(Failure) -> [UInt8]? {
        guard let file = try openFile(path) else { return nil }
        defer { close(file.descriptor) }
        return try contents(file.descriptor, size: file.size, path)
    }

    /// Whether the file at `path` has exactly `bytes`.
    func compare(_ path: String, with bytes: [UInt8]) throws(Failure) -> Comparison {
        guard let file = try openFile(path) else { return .missing }
        defer { close(file.descriptor) }
        guard file.size == bytes.count else { return .different }
        let found = try contents(file.descriptor, size: file.size, path)
        return found == bytes ? .equal : .different
    }

    /// Writes `bytes` to `path` in one step, making the folders on the way.
    ///
    /// A reader sees the old file or the new one. Nothing is flushed to the disk, since a site can
    /// be built again.
    func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        guard let (folder, name) = try openParent(of: path, creating: true) else {
            throw unwritable(path, ENOENT)
        }
        defer { close(folder) }
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT != S_IFREG
        {
            throw obstacle(path)
        }
        let temporary = OutputFolder.temporaryName(for: name)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder, temporary, flags, 0o666)
        guard file >= 0 else { throw unwritable(path, errno) }
        var code = OutputFolder.put(bytes, file)
        if close(file) != 0, code == 0 { code = errno }
        if code == 0, renameat(folder, temporary, folder, name) != 0 { code = errno }
        guard code == 0 else {
            unlinkat(folder, temporary, 0)
            throw unwritable(path, code)
        }
    }

    /// Removes the file at `path`, then the folders that are empty for it.
    func remove(_ path: String) throws(Failure) {
        guard let (folder, name) = try openParent(of: path, creating: false) else { return }
        let failed = unlinkat(folder, name, 0) != 0 && errno != ENOENT
        let code = errno
        close(folder)
        guard !failed else { throw unwritable(path, code) }
        var parent = path[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            guard let (above, own) = try openParent(of: String(parent), creating: false) else {
                return
            }
            let isGone = unlinkat(above, own, AT_REMOVEDIR) == 0
            close(above)
            guard isGone else { return }
        }
    }

    /// Removes what a build that was stopped while writing `path` may have left.
    func removeTemporary(of path: String) throws(Failure) {
        guard let (folder, name) = try openParent(of: path, creating: false) else { return }
        unlinkat(folder, OutputFolder.temporaryName(for: name), 0)
        close(folder)
    }

    // MARK: - Failures

    /// Something of others is in the way.
    private func obstacle(_ path: String) -> Failure {
        .refused([Finding(.outputObstacle, at: Place("\(root)/\(path)"))])
    }

    private func unreadable(_ path: String, _ code: Int32) -> Failure {
        OutputFolder.failure(.cannotRead, "\(root)/\(path)", code)
    }

    private func unwritable(_ path: String, _ code: Int32) -> Failure {
        OutputFolder.failure(.outputUnwritable, "\(root)/\(path)", code)
    }

    private static func failure(_ code: FindingCode, _ path: String, _ reason: Int32) -> Failure {
        .impossible([Finding(code, at: Place(path), ["reason": String(cString: strerror(reason))])])
    }

    // MARK: - Steps

    /// Makes the folder and those above it; the code of what went wrong, or 0.
    private static func create(_ path: String) -> Int32 {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return 0 }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/") else { return errno }
        let trouble = create(String(path[..<slash]))
        guard trouble == 0, mkdir(path, 0o777) != 0, errno != EEXIST else { return trouble }
        return errno
    }

    private static func temporaryName(for name: String) -> String { ".\(name).kelisim" }

    /// The open folder that holds `path`, and the last part of `path`; nil when it does not exist.
    private func openParent(
        of path: String,
        creating: Bool
    ) throws(Failure) -> (folder: Int32, name: String)? {
        var parts = path.split(separator: "/").map(String.init)
        let name = parts.removeLast()
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var current = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard current >= 0 else { throw unreadable(path, errno) }
        for part in parts {
            if creating, mkdirat(current, part, 0o777) != 0, errno != EEXIST {
                let code = errno
                close(current)
                throw unwritable(path, code)
            }
            let next = openat(current, part, flags)
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
        return (current, name)
    }

    private func openFile(_ path: String) throws(Failure) -> (descriptor: Int32, size: Int)? {
        guard let (folder, name) = try openParent(of: path, creating: false) else { return nil }
        defer { close(folder) }
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            switch errno {
            case ENOENT: return nil
            case ELOOP, ENXIO: throw obstacle(path)
            default: throw unreadable(path, errno)
            }
        }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw obstacle(path)
        }
        return (file, Int(status.st_size))
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
