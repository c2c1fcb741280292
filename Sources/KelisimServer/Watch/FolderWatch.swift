internal import Foundation
package import Kelisim

/// Notices that something in some folders, at any depth, is not as it was.
///
/// It does not say what: who reads the folders reads them afresh anyway. A save is noticed some
/// 30 ms after the last of the steps that an editor makes it of. Folders may come and go, the
/// watched ones too. What lies in `.git` is nobody's text and not watched.
///
/// This is part of the room of servers because only what goes on running needs it.
package struct FolderWatch: Sendable {
    /// Something has changed.
    package struct Change: Hashable, Sendable {
        /// Why changes are not noticed as well as they could be; nil when all is well.
        package let warning: Finding?
    }

    private let folders: [String]
    private let looksOnly: Bool

    /// Prepares to watch `folders`, which need not exist.
    package init(_ folders: [String]) {
        self.init(folders, looksOnly: false)
    }

    /// Prepares to watch `folders`; with `looksOnly` as if the system told nothing.
    init(_ folders: [String], looksOnly: Bool) {
        self.folders = folders.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        self.looksOnly = looksOnly
    }

    /// The changes from now on; many that come while nobody asks are one.
    ///
    /// They end when the task that asks for them does.
    ///
    /// - Throws: ``Failure/impossible(_:)`` when the process has no descriptors left.
    package func changes() throws(Failure) -> AsyncStream<Change> {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            let reason = ["reason": String(cString: strerror(errno))]
            throw .impossible([Finding(.cannotRead, at: Place(folders.first ?? "/"), reason)])
        }
        let (stopped, stop) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (changes, listener) = AsyncStream.makeStream(
            of: Change.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        listener.onTermination = { _ in close(stop) }
        // Made before this returns, so that nothing done afterwards is missed.
        let watcher = FolderWatcher(folders, looksOnly: looksOnly, stopped: stopped)
        let thread = Thread { [watcher] in
            var watcher = watcher
            watcher.run { listener.yield(Change(warning: $0)) }
        }
        thread.name = "kelisim.watch"
        thread.start()
        return changes
    }
}
