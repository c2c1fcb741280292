internal import Kelisim

extension RegistryError {
    /// What a caller of the registry is told about `error`.
    init(_ error: PostgresError) {
        switch error {
        case .rejected(let state, _) where state.isLockTimeout: self = .busy
        // Places in the log are given out under a lock, so another row can't be there by chance.
        case .rejected(let state, _) where state.isDuplicate: self = .damaged("\(error)")
        case .lost, .undecided, .rejected, .unfit: self = .unavailable("\(error)")
        case .malformed: self = .damaged("\(error)")
        }
    }
}
