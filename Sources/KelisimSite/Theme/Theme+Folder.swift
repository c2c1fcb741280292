internal import Foundation
public import Kelisim

extension Theme {
    /// The largest file that a look may have, in bytes.
    private static let greatestFile = 64 << 20

    /// Reads the look in the folder at `path`, which replaces the built-in one wholly.
    ///
    /// Nothing outside the folder is read, even through symbolic links.
    ///
    /// - Throws: ``Failure/refused(_:)`` with everything that is wrong with it,
    ///   ``Failure/impossible(_:)`` when it cannot be read.
    public init(folder path: String) throws(Failure) {
        var root = path[...]
        while root.count > 1, root.hasSuffix("/") { root = root.dropLast() }
        var reader = ThemeFolderReader(root: String(root), limit: Theme.greatestFile)
        try reader.read()
        try self.init(reader.files, root: String(root))
    }
}

/// Collects the files of a look from a folder.
private struct ThemeFolderReader {
    let root: String
    let limit: Int
    var files: [ThemeFile] = []
    private var findings: [Finding] = []
    private var realRoot = ""

    init(root: String, limit: Int) {
        self.root = root
        self.limit = limit
    }

    mutating func read() throws(Failure) {
        guard let real = ThemeFolderReader.realPath(root) else {
            throw .impossible([unreadable(root)])
        }
        realRoot = real
        for part in ["templates", "strings", "static"] {
            collect(part, isRequired: part != "static", depth: 0)
        }
        collectLooseFiles()
        guard findings.isEmpty else { throw .refused(findings.sorted()) }
    }

    private mutating func collect(_ path: String, isRequired: Bool, depth: Int) {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
            atPath: "\(root)/\(path)",
            isDirectory: &isFolder
        )
        guard exists || isRequired else { return }
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")
            for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                // Editors and file managers leave such files behind; on a site nobody wants them.
                if name.hasPrefix(".") && name != ".well-known" { continue }
                visit("\(path)/\(name)", depth: depth)
            }
        } catch {
            findings.append(unreadable("\(root)/\(path)"))
        }
    }

    /// The settings, and what may be meant for them by a name that is not theirs.
    private mutating func collectLooseFiles() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        for name in names.sorted()
        where name == ThemeSettings.file || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            visit(name, depth: 0)
        }
    }

    private mutating func visit(_ path: String, depth: Int) {
        let full = "\(root)/\(path)"
        guard SiteManifest.isSafe(path) else {
            findings.append(Finding(.siteFileName, at: Place(full)))
            return
        }
        guard let real = ThemeFolderReader.realPath(full), real.hasPrefix(realRoot + "/") else {
            findings.append(Finding(.siteLinkLeaves, at: Place(full)))
            return
        }
        var status = stat()
        guard stat(full, &status) == 0 else {
            findings.append(unreadable(full))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR where depth < 16: collect(path, isRequired: true, depth: depth + 1)
        case S_IFREG:
            do throws(SystemError) {
                let bytes = try DurableFile.read(full, limit: limit)
                guard bytes.count <= limit else {
                    findings.append(unreadable(full, code: EFBIG))
                    return
                }
                files.append(ThemeFile(path: path, source: full, bytes: bytes))
            } catch {
                findings.append(unreadable(full, code: error.code))
            }
        default: findings.append(unreadable(full, code: EINVAL))
        }
    }

    private func unreadable(_ path: String, code: Int32 = errno) -> Finding {
        let reason = String(cString: strerror(code == 0 ? EIO : code))
        return Finding(.cannotRead, at: Place(path), ["reason": reason])
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
