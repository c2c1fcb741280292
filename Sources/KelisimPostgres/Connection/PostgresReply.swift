/// What the server returned to statements sent together.
struct PostgresReply {
    /// The rows of each, in order.
    let rows: [PostgresRows]
    /// The warnings that came along.
    let warnings: [String]
}
