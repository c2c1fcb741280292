internal import Foundation

extension DurableFile {
    /// Whether anything is at `path`; a link counts wherever it leads.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether the file at `path` is its owner's alone.
    static func isPrivate(_ path: String) throws(SystemError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .last(.read, path) }
        return status.st_mode & 0o077 == 0
    }

    /// Creates the folder `path` and those above it that are missing, and returns those, the
    /// innermost last.
    package static func makeFolders(_ path: String) throws(SystemError) -> [String] {
        guard !path.isEmpty, !exists(path) else { return [] }
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        let above = try makeFolders(parent)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(.write, path) }
        try flush(parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent)
        return above + [path]
    }

    /// Removes those of `folders` that are empty, the last first.
    package static func removeFolders(_ folders: [String]) {
        for folder in folders.reversed() { rmdir(folder) }
    }

    /// Removes the file at `path`, if it can.
    package static func remove(_ path: String) {
        unlink(path)
    }
}
