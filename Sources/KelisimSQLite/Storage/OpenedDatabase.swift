internal import Foundation
internal import GRDB
internal import Kelisim
internal import KelisimLog

/// The steps of opening a registry, and what comes of them.
struct OpenedDatabase {
    let connections: Connections
    let lock: Ownership
    let mark: Mark
    let desk: WriteDesk
    let readers: Readers
    let secrets: [SecretName: Nonce]
    let keys: AccessKeyShelf
    /// The version of the tables that was found, 0 for an empty database.
    let found: Int

    /// Opens the database at `path`; where a step fails, the later ones are not taken.
    init(path: String, options: SQLiteRegistry.Options) throws(OpeningError) {
        lock = Ownership(try LockFile(path))
        connections = Connections(path: path, patience: options.patience)
        try OpenedDatabase.create(path)
        do {
            let schema = options.schema
            found = try schema.check(connections, migrates: options.migrates)
            let writer = try connections.writer()
            let (secrets, ring) = try writer.writeWithoutTransaction { database in
                try database.writeAhead()
                try schema.migrate(database)
                return (try Secrets(of: database), try AccessKeyRing(of: database))
            }
            self.secrets = secrets.named
            keys = AccessKeyShelf(ring)
            let mark = Mark(key: secrets.mark)
            self.mark = mark
            let cores = ProcessInfo.processInfo.activeProcessorCount
            readers = try Readers(options.readers ?? cores, connections, mark)
            let checkpointer = Checkpointer(try connections.writer())
            desk = try WriteDesk(writer, checkpointer, mark, readers, options)
        } catch let error as OpeningError {
            throw error
        } catch {
            throw OpeningError(error, path: path)
        }
    }

    /// Makes an empty file that only its owner may read, as the files beside it will be, too.
    private static func create(_ path: String) throws(OpeningError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .impossible(path: path, reason: .last) }
        close(descriptor)
    }
}

extension OpeningError {
    /// What an error of the database at `path` means for who wanted to open it.
    init(_ error: any Error, path: String) {
        switch RegistryError(error) {
        case .damaged(let reason): self = .damaged(path: path, reason: reason)
        case .unavailable(let reason): self = .impossible(path: path, reason: reason)
        case .refused, .busy: self = .impossible(path: path, reason: "\(error)")
        }
    }
}
