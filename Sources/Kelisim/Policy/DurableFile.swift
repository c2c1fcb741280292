internal import Foundation

/// Files that are either wholly there or not at all, whatever happens meanwhile.
///
/// Every write goes to a new file in the same folder, is flushed to the disk, and takes its name
/// in one step; then the folder is flushed. After an error nothing is left behind.
package enum DurableFile {
    /// What to do with a file that is there already.
    package enum Existing: Sendable {
        /// Leave it and fail with `EEXIST`.
        case kept
        /// Put the new one in its place.
        case replaced
    }

    /// The bytes of the regular file at `path`: all of them, or `limit` + 1 when there are more.
    package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        // Without O_NONBLOCK a named pipe would keep the reader waiting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(.read, path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last(.read, path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SystemError(
                operation: .read,
                path: path,
                code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
            )
        }
        let capacity = min(max(Int(status.st_size), 0), limit) + 1
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let more = Foundation.read(descriptor, rest.baseAddress, rest.count)
                if more == 0 { return }
                if more > 0 {
                    count += more
                } else if errno != EINTR {
                    failure = .last(.read, path)
                    return
                }
            }
        }
        if let failure { throw failure }
        // A file that grows while it is read is read again.
        return bytes.count == capacity && capacity <= limit ? try read(path, limit: limit) : bytes
    }

    /// Writes `bytes` to `path`, whose folder exists; a private file is its owner's alone.
    package static func write(
        _ bytes: [UInt8],
        to path: String,
        existing: Existing,
        isPrivate: Bool = false
    ) throws(SystemError) {
        try put(bytes, at: path, existing: existing, isPrivate: isPrivate)
        do throws(SystemError) {
            try flush(folder(of: path))
        } catch {
            if existing == .kept { unlink(path) }
            throw error
        }
    }

    /// Creates the folder `path`, which must not exist, with `files` in it, by name.
    package static func createFolder(
        _ path: String,
        files: [(name: String, bytes: [UInt8])]
    ) throws(SystemError) {
        let (parent, name) = split(path)
        let temporary = temporaryPath(in: parent, for: name)
        guard mkdir(temporary, 0o777) == 0 else { throw .last(.write, path) }
        do throws(SystemError) {
            for file in files {
                try create("\(temporary)/\(file.name)", file.bytes, reportedAs: path)
            }
            try flush(temporary)
            try rename(temporary, to: path, existing: .kept)
        } catch {
            for file in files { unlink("\(temporary)/\(file.name)") }
            rmdir(temporary)
            throw error
        }
        do throws(SystemError) {
            try flush(parent)
        } catch {
            for file in files { unlink("\(path)/\(file.name)") }
            rmdir(path)
            throw error
        }
    }

    /// Makes what happened in `folder` survive a power cut.
    package static func flush(_ folder: String) throws(SystemError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(.write, folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last(.write, folder) }
    }

    /// Writes `bytes` to `path`; its folder is still to be flushed.
    static func put(
        _ bytes: [UInt8],
        at path: String,
        existing: Existing = .kept,
        isPrivate: Bool = false
    ) throws(SystemError) {
        let (folder, name) = split(path)
        let temporary = temporaryPath(in: folder, for: name)
        try create(temporary, bytes, isPrivate: isPrivate, reportedAs: path)
        do throws(SystemError) {
            try rename(temporary, to: path, existing: existing)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// The folder that `path` is in.
    static func folder(of path: String) -> String { split(path).folder }

    private static func create(
        _ path: String,
        _ bytes: [UInt8],
        isPrivate: Bool = false,
        reportedAs target: String
    ) throws(SystemError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(path, flags, isPrivate ? 0o600 : 0o666)
        guard descriptor >= 0 else { throw .last(.write, target) }
        var failure: SystemError?
        var rest = bytes[...]
        while failure == nil, !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = .last(.write, target)
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = .last(.write, target) }
        if close(descriptor) != 0, failure == nil { failure = .last(.write, target) }
        if let failure {
            unlink(path)
            throw failure
        }
    }

    private static func rename(
        _ source: String,
        to target: String,
        existing: Existing
    ) throws(SystemError) {
        if existing == .kept {
            // A second name is made only where there is none, unlike a new name.
            if link(source, target) == 0 {
                unlink(source)
                return
            }
            // Folders, and file systems that know no second names, come here.
            guard [EPERM, ENOTSUP, EMLINK].contains(errno) else { throw .last(.write, target) }
            guard !exists(target) else {
                throw SystemError(operation: .write, path: target, code: EEXIST)
            }
        }
        guard Foundation.rename(source, target) == 0 else { throw .last(.write, target) }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    private static func temporaryPath(in folder: String, for name: String) -> String {
        "\(folder)/.\(name).\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    }
}
