import KelisimTesting
import Testing

/// A small file system in memory, for as long as the value lives.
final class Mount {
    private let path: String

    /// Mounts over the folder at `path`; nil where mounting is not allowed.
    init?(at path: String, options: String) throws {
        self.path = path
        var arguments = ["-t", "tmpfs"]
        if !options.isEmpty { arguments += ["-o", options] }
        let command = try Command.run("/bin/mount", arguments + ["tmpfs", path], in: "/")
        guard command.status == 0 else {
            print("skipped: mounting is not allowed here: \(command.errors)")
            return nil
        }
    }

    func remount(_ options: String) throws {
        let command = try Command.run("/bin/mount", ["-o", "remount,\(options)", path], in: "/")
        #expect(command.status == 0, "\(command.errors)")
    }

    deinit {
        _ = try? Command.run("/bin/umount", ["-l", path], in: "/")
    }
}
