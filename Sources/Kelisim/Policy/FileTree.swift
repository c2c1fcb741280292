internal import Foundation

/// A folder from which nothing outside it is read, even through symbolic links.
struct FileTree {
    /// Something in a folder.
    struct Entry {
        /// What it is.
        enum Kind {
            /// A regular file, or a link to one inside the tree.
            case file
            /// A folder, or a link to one inside the tree.
            case folder
            /// Something that cannot be read, and why.
            case unusable(Finding)
        }

        let name: String
        let path: String
        let kind: Kind
    }

    /// The path of the folder, as it was given, without slashes at its end.
    let root: String

    private let realRoot: String

    /// Opens the folder at `root`.
    init(_ root: String) throws(SystemError) {
        var path = root[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        self.root = String(path)
        guard let real = FileTree.realPath(self.root) else { throw .last(.read, self.root) }
        realRoot = real
    }

    /// What is in the folder at `path`, by name; `.git` is left out.
    func entries(of path: String) throws(SystemError) -> [Entry] {
        guard let folder = opendir(path) else { throw .last(.read, path) }
        defer { closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            let length = Int(entry.pointee.d_reclen)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: length) { String(cString: $0) }
            }
            if ![".", "..", ".git"].contains(name) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .last(.read, path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { name in
                Entry(name: name, path: "\(path)/\(name)", kind: kind(of: "\(path)/\(name)"))
            }
    }

    private func kind(of path: String) -> Entry.Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            return .unusable(SystemError.last(.read, path).finding)
        }
        if status.st_mode & S_IFMT == S_IFLNK {
            guard let target = FileTree.realPath(path) else {
                let code: FindingCode = errno == ELOOP ? .linkLoop : .linkBroken
                return .unusable(Finding(code, at: Place(path), ["target": link(path)]))
            }
            guard target == realRoot || target.hasPrefix(realRoot + "/") else {
                return .unusable(
                    Finding(.linkLeavesRepository, at: Place(path), ["target": link(path)])
                )
            }
            guard stat(path, &status) == 0 else {
                return .unusable(SystemError.last(.read, path).finding)
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .unusable(Finding(.notAFile, at: Place(path)))
        }
    }

    private func link(_ path: String) -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlink(path, $0, characters.count) } ?? 0
            }
        }
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

extension FileTree {
    /// The bytes of the file at `path`, or the finding that it cannot be read or is larger than
    /// `limit` bytes.
    static func contents(of path: String, limit: Int) -> FileContents {
        do throws(SystemError) {
            let bytes = try DurableFile.read(path, limit: limit)
            guard bytes.count > limit else { return .success(bytes) }
            return .failure(Finding(.fileTooLarge, at: Place(path), ["limit": String(limit)]))
        } catch {
            return .failure(error.finding)
        }
    }

    /// What reading a file gave.
    enum FileContents {
        /// All of its bytes.
        case success([UInt8])
        /// Why there are none.
        case failure(Finding)
    }
}
