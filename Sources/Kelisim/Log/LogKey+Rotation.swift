internal import Foundation
internal import KelisimLog

extension LogKey {
    /// Puts a new key in the place of this one, which is kept beside it.
    ///
    /// The old key's file is copied to `<path>.old-<id of the key>`, then the new one takes its place in one
    /// step; so there is always one key that signs, and none is ever lost. What was signed last stays
    /// remembered: before the new key signs anything, the log is proved to go on from there.
    ///
    /// - Returns: the new key, which knows the old one.
    /// - Throws: ``LogTrouble``; then this key still signs.
    public func rotated() throws(LogTrouble) -> LogKey {
        guard let next = NoteSigner.random(name: signer.name) else {
            throw .keyUnusable(path, reason: "its name is no origin of a log")
        }
        let old = retiredPath
        do throws(SystemError) {
            // It is there when a rotation was interrupted.
            if DurableFile.exists(old) {
                guard try LogKey.read(old).privateKey == signer.privateKey else {
                    throw SystemError(operation: .write, path: old, code: EEXIST)
                }
            } else {
                let line = Array("\(signer.privateKey)\n".utf8)
                try DurableFile.write(line, to: old, existing: .kept, isPrivate: true)
            }
            // A key that another process has put here is not lost either.
            guard try LogKey.read(path).privateKey == signer.privateKey else {
                throw SystemError(operation: .write, path: path, code: EEXIST)
            }
            let line = Array("\(next.privateKey)\n".utf8)
            try DurableFile.write(line, to: path, existing: .replaced, isPrivate: true)
        } catch {
            throw LogTrouble(error)
        }
        return try LogKey(path: path, origin: signer.name)
    }

    /// Where this key is kept once another one has taken its place.
    public var retiredPath: String { "\(path)\(LogKey.retiredEnding)\(verifierKey.id.hex)" }

    /// What stands between the path of a key and the id of an old one beside it.
    private static let retiredEnding = ".old-"

    /// The paths of the old keys beside the one at `path`.
    static func retired(_ path: String) -> [String] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let folder = String(path.dropLast(name.count))
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: folder.isEmpty ? "." : folder
        )
        return (files ?? []).filter { $0.hasPrefix("\(name)\(retiredEnding)") }.sorted()
            .map { folder + $0 }
    }

    /// The key in the file at `path`, which must be its owner's alone.
    static func read(_ path: String) throws(SystemError) -> NoteSigner {
        let text = String(decoding: try DurableFile.read(path, limit: 4096), as: UTF8.self)
        guard let signer = NoteSigner(privateKey: String(text.dropLast())), text.last == "\n"
        else { throw SystemError(operation: .read, path: path, code: EINVAL) }
        guard try DurableFile.isPrivate(path) else {
            throw SystemError(operation: .read, path: path, code: EACCES)
        }
        return signer
    }
}
