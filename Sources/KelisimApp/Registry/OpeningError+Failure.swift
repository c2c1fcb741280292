internal import Kelisim
internal import KelisimPostgres
internal import KelisimSQLite

extension OpeningError {
    /// What to tell a person.
    var failure: Failure {
        switch self {
        case .inUse(let path, let owner):
            let process = ["process": owner.map(String.init) ?? "—"]
            return .impossible([Finding(.registryInUse, at: Place(path), process)])
        case .foreign(let path): return .impossible([Finding(.registryForeign, at: Place(path))])
        case .newer(let path, let version, let known):
            let facts = ["version": String(version), "known": String(known)]
            return .impossible([Finding(.registryNewer, at: Place(path), facts)])
        case .older(let path, let version, let known):
            let facts = ["version": String(version), "known": String(known)]
            return .impossible([Finding(.registryOlder, at: Place(path), facts)])
        case .damaged(let path, let reason):
            return .impossible([Finding(.registryDamaged, at: Place(path), ["reason": reason])])
        case .impossible(let path, let reason):
            return .impossible([Finding(.registryNotOpened, at: Place(path), ["reason": reason])])
        }
    }
}

extension PostgresTrouble {
    /// What to tell a person, about the database named `name`.
    func failure(at name: String) -> Failure {
        .impossible([
            Finding(
                .postgresNotOpened,
                at: Place(name),
                facts,
                words: ["message": message, "help": help]
            )
        ])
    }
}
