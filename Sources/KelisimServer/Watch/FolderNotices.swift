internal import Foundation
internal import Kelisim

/// What the system tells about folders as it happens: inotify(7) on Linux, nothing elsewhere.
struct FolderNotices: Sendable {
    /// Why the system tells nothing, or nothing more.
    struct Trouble: Error {
        /// The value of `errno`; 0 where there is no such thing.
        let code: Int32

        /// What to tell a person who has `folders` watched.
        func warning(at folders: [String]) -> Finding? {
            guard code != 0 else { return nil }
            let reason = ["reason": String(cString: strerror(code))]
            return Finding(.watchesExhausted, at: Place(folders.first ?? "/"), reason)
        }
    }

    /// Readable when there are notices.
    let descriptor: Int32

    #if canImport(Glibc)
    /// What can lead elsewhere than before.
    ///
    /// What is written to a file can't: beside the way to the watched folders a database may lie, and each
    /// write to it would wake whoever waits.
    private static let ways = [
        IN_ATTRIB, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF, IN_MOVE_SELF,
        IN_ONLYDIR, IN_MASK_ADD,
    ]
    .reduce(0) { $0 | UInt32(truncatingIfNeeded: $1) }

    /// Everything that can make a difference to who reads the folder.
    private static let everything = ways | UInt32(IN_MODIFY | IN_CLOSE_WRITE)

    /// After one of these there may be other folders to watch.
    private static let structural = [
        IN_ISDIR, IN_DELETE_SELF, IN_MOVE_SELF, IN_IGNORED, IN_UNMOUNT, IN_Q_OVERFLOW,
    ]
    .reduce(0) { $0 | UInt32(truncatingIfNeeded: $1) }

    /// What matters in a folder.
    private enum Scope: Sendable {
        /// Everything: it is watched.
        case everything
        /// These names: they lead to watched folders.
        case ways(Set<String>)
    }

    private let folders: [String]
    private var watches: [Int32: Scope] = [:]

    /// Begins to watch `folders`, given by absolute paths.
    init(_ folders: [String]) throws(Trouble) {
        self.folders = folders
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw Trouble(code: errno) }
        do throws(Trouble) {
            try refresh()
        } catch {
            close()
            throw error
        }
    }

    /// Takes all notices there are, and says whether they are about the folders.
    mutating func take() throws(Trouble) -> Bool {
        let size = MemoryLayout<inotify_event>.size
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        var (matters, isStructural) = (false, false)
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            var offset = 0
            while offset + size <= count {
                let event = buffer.withUnsafeBytes {
                    $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                }
                let end = offset + size + Int(event.len)
                let name = buffer[(offset + size)..<end].prefix { $0 != 0 }
                offset = end
                guard concerns(event, String(decoding: name, as: UTF8.self)) else { continue }
                matters = true
                isStructural = isStructural || event.mask & FolderNotices.structural != 0
                if case .ways = watches[event.wd] { isStructural = true }
            }
        }
        if isStructural { try refresh() }
        return matters
    }

    /// Gives everything back.
    func close() {
        _ = Foundation.close(descriptor)
    }

    private func concerns(_ event: inotify_event, _ name: String) -> Bool {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
        guard let scope = watches[event.wd], name != ".git" else { return false }
        guard case .ways(let names) = scope, !name.isEmpty else { return true }
        return names.contains(name)
    }

    /// Watches the folders with all in them, and in each folder above them the way there.
    private mutating func refresh() throws(Trouble) {
        var fresh: [Int32: Scope] = [:]
        for folder in folders {
            var above = ""
            for name in folder.split(separator: "/").map(String.init) {
                if let watch = try watch(above.isEmpty ? "/" : above, for: FolderNotices.ways) {
                    switch fresh[watch] {
                    case nil: fresh[watch] = .ways([name])
                    case .ways(let names): fresh[watch] = .ways(names.union([name]))
                    case .everything: break
                    }
                }
                above += "/\(name)"
            }
            try FolderSnapshot.walk(folder) { (path, isFolder) throws(Trouble) in
                guard isFolder, let watch = try watch(path, for: FolderNotices.everything) else {
                    return
                }
                fresh[watch] = .everything
            }
        }
        for watch in watches.keys where fresh[watch] == nil {
            inotify_rm_watch(descriptor, watch)
        }
        watches = fresh
    }

    /// The watch of the folder at `path`; nil when it is gone or can't be read, which is for who
    /// reads it to say.
    private func watch(_ path: String, for mask: UInt32) throws(Trouble) -> Int32? {
        let watch = inotify_add_watch(descriptor, path, mask)
        if watch >= 0 { return watch }
        guard [ENOSPC, ENOMEM].contains(errno) else { return nil }
        throw Trouble(code: errno)
    }
    #else
    /// There are none.
    init(_ folders: [String]) throws(Trouble) { throw Trouble(code: 0) }

    /// There are none.
    mutating func take() throws(Trouble) -> Bool { false }

    /// There is nothing to give back.
    func close() {}
    #endif
}
