internal import Foundation

/// The right to be the only one that writes in a folder, held until the value goes away.
///
/// Processes and threads that ask for it wait for each other. It leaves no file behind and ends
/// with the process, however that ends.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the right to write in the folder at `path`.
    init(_ path: String) throws(SystemError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(.read, path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = SystemError.last(.write, path)
                close(descriptor)
                throw error
            }
        }
    }

    /// Runs `act` while the right is held.
    borrowing func holding<Result, Failure>(
        _ act: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try act()
    }

    deinit {
        close(descriptor)
    }
}
