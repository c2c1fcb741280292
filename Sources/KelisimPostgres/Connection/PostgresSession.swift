/// How a session with the server begins: its address, its settings, and what is demanded of the server.
struct PostgresSession {
    /// A URL or a list of settings, as libpq reads them; several hosts are tried in order.
    let address: String
    /// The time-outs.
    let options: PostgresRegistry.Options

    /// How long the answer to statements sent together may take; then the connection counts as lost.
    var patience: Duration { options.statementTimeout + options.lockTimeout }

    /// What holds as far as the address doesn't say otherwise.
    private static let defaults = [
        ("target_session_attrs", "read-write"), ("connect_timeout", "5"),
        ("application_name", "kelisim"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
        ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
    ]

    // Every statement of this module has its index. Plans must not depend on what the server happens to
    // know about the sizes of tables, and are made once. A process that stops in the middle of a batch
    // must not keep the others waiting.
    private static let begin = PostgresStatement(
        """
        SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
            set_config('idle_in_transaction_session_timeout', $2, false),
            set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),
            set_config('plan_cache_mode', 'force_generic_plan', false),
            set_config('search_path', 'pg_catalog', false)
        """
    )
    private static let durability = PostgresStatement(
        "SELECT name, setting FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync')"
    )

    /// Opens a connection, sets it up, and checks that the server keeps what it confirms.
    func open() throws(PostgresError) -> PostgresLink {
        let link = try PostgresLink(address, defaults: PostgresSession.defaults)
        let reply = try link.run(
            [
                PostgresSession.begin(
                    .text(options.statementTimeout.inMilliseconds),
                    .text(options.lockTimeout.inMilliseconds)
                ), PostgresSession.durability(),
            ],
            within: patience
        )
        let rows = reply.rows[1]
        for row in 0..<rows.count {
            guard let name = rows.text(row, 0), let value = rows.text(row, 1) else { continue }
            // With a standby `local` and `remote_write` lose what only the primary had on its disk.
            guard value == "on" || value == "remote_apply" else {
                throw .unfit(.notDurable(setting: name, value: value))
            }
        }
        return link
    }
}

extension Duration {
    fileprivate var inMilliseconds: String { String(Int64(self / .milliseconds(1))) }
}
