extension PostgresStatement {
    static let begin = PostgresStatement("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    static let look = PostgresStatement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    static let commit = PostgresStatement("COMMIT")
    static let rollback = PostgresStatement("ROLLBACK")
}

extension PostgresCall {
    /// Begins a transaction in which each statement sees what is committed by then.
    static let begin = PostgresStatement.begin()
    /// Begins a transaction that reads, all of it as of its first statement.
    static let look = PostgresStatement.look()
    /// Commits.
    static let commit = PostgresStatement.commit()
    /// Takes everything back.
    static let rollback = PostgresStatement.rollback()
}
