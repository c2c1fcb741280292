internal import Foundation
internal import Kelisim
internal import KelisimLog

/// What a build remembers for the next one into the same folder: from what each file was made.
///
/// It lies outside of the output, and nothing but speed depends on it: a file counts as up to date
/// when it follows from the same things as before (``ContentKey``, and the program itself) and the
/// file system says that nobody touched it since. A memo that is missing, damaged or of another
/// program is as good as none.
struct BuildMemo: Sendable {
    /// What is known about one file.
    struct Entry: Hashable, Sendable {
        let key: ContentKey
        let digest: Digest
        let identity: FileIdentity
    }

    private static let format = "kelisim-build-memo/1"

    /// What is known, by path.
    var entries: [String: Entry] = [:]

    init() {}

    /// The memo in the file at `path`, if the program that wrote it was `program`.
    init(contentsOf path: String, program: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        let lines = [UInt8](data).split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first, String(decoding: head, as: UTF8.self) == Self.head(program)
        else { return }
        entries.reserveCapacity(lines.count)
        for line in lines.dropFirst() {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 6)
                .map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 7, let key = Digest(hex: parts[0]),
                let digest = Digest(hex: parts[1]), let inode = UInt64(parts[2]),
                let size = Int64(parts[3]), let modified = Int64(parts[4]),
                let changed = Int64(parts[5])
            else {
                entries = [:]
                return
            }
            entries[parts[6]] = Entry(
                key: ContentKey(key),
                digest: digest,
                identity: FileIdentity(
                    inode: inode,
                    size: size,
                    modified: modified,
                    changed: changed
                )
            )
        }
    }

    /// Writes the memo to the file at `path`; that it can't be written only costs time later.
    func write(to path: String, program: String) {
        var bytes = Array((BuildMemo.head(program) + "\n").utf8)
        bytes.reserveCapacity(entries.count * 256)
        for (path, entry) in entries {
            let identity = entry.identity
            bytes += entry.key.digest.hex.utf8
            bytes += " \(entry.digest.hex) \(identity.inode) \(identity.size)".utf8
            bytes += " \(identity.modified) \(identity.changed) \(path)\n".utf8
        }
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try? Data(bytes).write(to: url, options: .atomic)
    }

    private static func head(_ program: String) -> String { "\(format) \(program)" }
}
