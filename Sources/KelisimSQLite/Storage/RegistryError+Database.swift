internal import GRDB
internal import Kelisim

extension RegistryError {
    /// What an error of the database means for who asked.
    init(_ error: any Error) {
        switch error {
        case let error as RegistryError: self = error
        case let error as DatabaseError where error.isOfDamage: self = .damaged(error.reason)
        case let error as DatabaseError where error.isOfSpace:
            self = .unavailable("there is no space left: \(error.reason)")
        case let error as DatabaseError: self = .unavailable(error.reason)
        case StorageError.row(let index): self = .damaged("the row \(index) can't be read")
        case StorageError.head(let reason): self = .damaged(reason)
        case StorageError.accessKey(let id): self = .damaged("the API key \(id) can't be read")
        default: self = .unavailable("\(error)")
        }
    }
}

extension DatabaseError {
    /// The database file is not what it should be.
    var isOfDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode)
    }

    /// The disk is full; nothing is lost, and it goes on when there is space again.
    ///
    /// The shared memory of the write-ahead log is a file too, which can't grow then.
    var isOfSpace: Bool {
        resultCode == .SQLITE_FULL || extendedResultCode == .SQLITE_IOERR_SHMSIZE
    }

    /// What SQLite says, with the number that says most.
    var reason: String { "\(message ?? "error") (SQLite \(extendedResultCode.rawValue))" }

    /// The disk failed.
    var isOfDisk: Bool { resultCode == .SQLITE_IOERR && !isOfSpace }
}
