internal import Foundation
internal import Kelisim

/// The waiting of a ``FolderWatch``, for a thread of its own.
struct FolderWatcher: Sendable {
    /// How long it must be quiet before a change is told, in milliseconds.
    private static let quiet: Int32 = 30
    /// How long a change is kept back at most when it is never quiet.
    private static let patience = Duration.milliseconds(150)
    /// How often the folders are looked through when the system tells nothing, in milliseconds.
    private static let interval: Int32 = 200

    private let folders: [String]
    private let stopped: Int32
    private var notices: FolderNotices?
    private var warning: Finding?
    private var snapshot: FolderSnapshot?

    /// Begins to watch `folders` until nothing can be written to the descriptor `stopped`, which
    /// becomes its own.
    init(_ folders: [String], looksOnly: Bool, stopped: Int32) {
        self.folders = folders
        self.stopped = stopped
        if !looksOnly {
            do throws(FolderNotices.Trouble) {
                notices = try FolderNotices(folders)
            } catch {
                warning = error.warning(at: folders)
            }
        }
        if notices == nil { snapshot = FolderSnapshot(of: folders) }
    }

    /// Tells each change, with what is wrong with the watching, until it is stopped.
    mutating func run(_ tell: (Finding?) -> Void) {
        while true {
            let limit = notices == nil ? FolderWatcher.interval : -1
            guard let isReady = wait(limit) else { break }
            guard isReady ? takeNotices() : look() else { continue }
            let start = ContinuousClock.now
            var isBusy = true
            while isBusy, ContinuousClock.now - start < FolderWatcher.patience {
                guard let isReady = wait(FolderWatcher.quiet) else { break }
                isBusy = isReady
                if isReady { _ = takeNotices() }
            }
            tell(warning)
        }
        notices?.close()
        close(stopped)
    }

    /// Whether there are notices within `limit` milliseconds, or nil when it is stopped.
    private func wait(_ limit: Int32) -> Bool? {
        var waiting = [pollfd(fd: stopped, events: 0, revents: 0)]
        if let notices {
            waiting.append(pollfd(fd: notices.descriptor, events: Int16(POLLIN), revents: 0))
        }
        let count = poll(&waiting, nfds_t(waiting.count), limit)
        if waiting[0].revents != 0 { return nil }
        return count > 0 && waiting.count == 2
    }

    /// Whether the notices are about the folders.
    ///
    /// When the system can give no more of them, that is a change too, and looking begins.
    private mutating func takeNotices() -> Bool {
        do throws(FolderNotices.Trouble) {
            return try notices?.take() ?? false
        } catch {
            notices?.close()
            notices = nil
            warning = error.warning(at: folders)
            snapshot = FolderSnapshot(of: folders)
            return true
        }
    }

    /// Whether the folders are not as they were when they were looked at last.
    private mutating func look() -> Bool {
        guard notices == nil else { return false }
        let present = FolderSnapshot(of: folders)
        defer { snapshot = present }
        return snapshot != present
    }
}
