internal import Foundation

/// What the file system says about a file: as long as it is the same, nobody wrote to the file.
struct FileIdentity: Hashable, Sendable {
    let inode: UInt64
    let size: Int64
    /// The last change of the bytes, in nanoseconds since 1970.
    let modified: Int64
    /// The last change of anything about the file, which no program can set.
    let changed: Int64

    init(inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
            changed: Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec)
        )
    }
}
