internal import Foundation

extension DurableFile {
    /// Adds `files`, and the folders that they need, so that all of them survive a power cut; what is
    /// there already stays.
    ///
    /// - Parameters:
    ///   - files: their paths and bytes.
    ///   - added: called when one has got its name.
    /// - Returns: the path of the first file that is there with other bytes, or nil. Then the files
    ///   before it may have been added.
    /// - Throws: ``SystemError``.
    package static func add(
        _ files: [(path: String, bytes: [UInt8])],
        added: () -> Void
    ) throws(SystemError) -> String? {
        var folders: Set<String> = []
        for file in files {
            if exists(file.path) {
                let bytes = try read(file.path, limit: file.bytes.count + 1)
                guard bytes == file.bytes else { return file.path }
                continue
            }
            let folder = folder(of: file.path)
            if folders.insert(folder).inserted { _ = try makeFolders(folder) }
            try put(file.bytes, at: file.path)
            added()
        }
        for folder in folders.sorted() { try flush(folder) }
        return nil
    }

    /// Appends `line` and a newline to the file at `path`, which is made where there is none.
    ///
    /// When a crash cut the last line short, the new one begins behind it on a line of its own.
    package static func append(line: [UInt8], to path: String) throws(SystemError) {
        let isNew = !exists(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last(.write, path) }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        var last = UInt8(ascii: "\n")
        if end > 0, pread(descriptor, &last, 1, end - 1) != 1 { throw .last(.read, path) }
        let newline = UInt8(ascii: "\n")
        let bytes = (last == newline ? [] : [newline]) + line + [newline]
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count else {
            // A short write leaves a cut line, which the next one is kept apart from.
            throw SystemError(operation: .write, path: path, code: count < 0 ? errno : ENOSPC)
        }
        guard fsync(descriptor) == 0 else { throw .last(.write, path) }
        if isNew { try flush(folder(of: path)) }
    }

    /// Copies the file at `source`, whatever its size, to `target`, where there is none; the copy is its
    /// owner's alone.
    package static func copy(_ source: String, to target: String) throws(SystemError) {
        guard exists(source) else {
            throw SystemError(operation: .read, path: source, code: ENOENT)
        }
        let temporary = "\(target).copy.tmp"
        do {
            try? FileManager.default.removeItem(atPath: temporary)
            try FileManager.default.copyItem(atPath: source, toPath: temporary)
        } catch {
            unlink(temporary)
            throw SystemError(operation: .write, path: target, code: EIO)
        }
        let descriptor = open(temporary, O_RDWR | O_CLOEXEC)
        let isFlushed = descriptor >= 0 && fchmod(descriptor, 0o600) == 0 && fsync(descriptor) == 0
        if descriptor >= 0 { close(descriptor) }
        guard isFlushed, link(temporary, target) == 0 else {
            let error = SystemError.last(.write, target)
            unlink(temporary)
            throw error
        }
        unlink(temporary)
        try flush(folder(of: target))
    }
}
