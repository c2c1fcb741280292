internal import Foundation
internal import Kelisim

/// Where a socket is made before others see it: a folder beside its path that is its owner's alone.
///
/// So it is private from its first moment, whatever the umask of the process, and takes the place of
/// one that a killed process left behind in one step, when it is listened to already.
final class SocketBench: Sendable {
    /// A socket that others can see.
    struct Published: Sendable {
        fileprivate let path: String
        fileprivate let file: Int

        /// Removes the socket, unless another one has its path by now.
        func remove() {
            if SocketBench.file(at: path) == file { unlink(path) }
        }
    }

    private static let name = "socket"

    private let path: String
    private let folder: String
    private let descriptor: Int32

    /// Prepares to make the socket at `path`.
    init(_ path: String) throws(Failure) {
        self.path = path
        var template = Array("\(path).XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SocketBench.failure(path) }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            rmdir(folder)
            throw SocketBench.failure(path)
        }
    }

    /// The address to listen at.
    ///
    /// The path itself may be longer than an address can be (sun_path of unix(7), 107 bytes).
    var address: String { "/proc/self/fd/\(descriptor)/\(SocketBench.name)" }

    /// Shows others the socket, which must be listened to.
    func publish() throws(Failure) -> Published {
        let made = "\(folder)/\(SocketBench.name)"
        guard chmod(made, 0o600) == 0, let file = SocketBench.file(at: made),
            rename(made, path) == 0
        else { throw SocketBench.failure(path) }
        rmdir(folder)
        return Published(path: path, file: file)
    }

    /// What it means that a call has failed.
    private static func failure(_ path: String) -> Failure {
        failure(path, String(cString: strerror(errno)))
    }

    static func failure(_ path: String, _ reason: String) -> Failure {
        .impossible([Finding(.socketNotMade, at: Place(path), ["reason": reason])])
    }

    /// The number by which the file system knows what is at `path`.
    private static func file(at path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.systemFileNumber] as? Int
    }

    deinit {
        unlink("\(folder)/\(SocketBench.name)")
        rmdir(folder)
        close(descriptor)
    }
}
