internal import Foundation

/// The right of one process to a database, held until the value goes away.
///
/// The file stays, since removing it would give two processes a lock each; it ends with the process,
/// however that ends. It holds the number of the process that owns it.
struct LockFile: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock of the database at `path`, whose file need not exist.
    init(_ path: String) throws(OpeningError) {
        let file = "\(path).lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .impossible(path: file, reason: .last) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let error: OpeningError =
                errno == EWOULDBLOCK
                ? .inUse(path: path, owner: LockFile.owner(descriptor))
                : .impossible(path: file, reason: .last)
            close(descriptor)
            throw error
        }
        // Only a help for people: the lock holds whatever the file says.
        let line = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, line, line.count, 0)
    }

    private static func owner(_ descriptor: Int32) -> Int32? {
        var line = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &line, line.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: line[..<count].prefix { $0 != 10 }, as: UTF8.self))
    }

    deinit {
        close(descriptor)
    }
}

extension String {
    /// What `errno` says now.
    static var last: String { String(cString: strerror(errno)) }
}
