/// What went wrong between this process and the server.
enum PostgresError: Error, Hashable {
    /// There is no connection, or it broke.
    case lost(String)
    /// It broke during a commit, and what became of that could not be found out.
    case undecided(String)
    /// The server understood and did not do it.
    case rejected(SQLState, String)
    /// The server can't be trusted with the registry.
    case unfit(PostgresTrouble)
    /// The server answered what it can't answer.
    case malformed(String)
}

extension PostgresError: CustomStringConvertible {
    /// One line for an operator.
    var description: String {
        switch self {
        case .lost(let reason), .undecided(let reason): reason
        case .rejected(let state, let reason): "\(reason) (SQLSTATE \(state.code))"
        case .unfit(let trouble): "\(trouble)"
        case .malformed(let reason): reason
        }
    }
}
