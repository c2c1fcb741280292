/// A statement that is prepared once on each connection, the first time it is used there.
struct PostgresStatement: Hashable {
    /// What the server calls it; nil for one that is not worth preparing.
    let name: String?
    /// One statement, with `$1`, `$2` … for the parameters.
    let sql: String

    /// A statement that is called `name` when it is prepared.
    init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }

    /// A statement that is parsed each time.
    init(_ sql: String) {
        name = nil
        self.sql = sql
    }

    /// The statement with its parameters.
    func callAsFunction(_ values: PostgresValue...) -> PostgresCall {
        PostgresCall(statement: self, values: values)
    }
}

/// A statement and its parameters.
struct PostgresCall {
    let statement: PostgresStatement
    let values: [PostgresValue]
}
