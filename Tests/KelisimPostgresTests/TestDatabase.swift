import Foundation
import Kelisim
import KelisimPostgres
import KelisimTesting

/// An empty database for one test.
struct TestDatabase {
    let server: PostgresServer
    let name: String

    /// Makes a database on `server`, by default the one that all tests share.
    init(on server: PostgresServer? = nil) throws {
        self.server = try server ?? PostgresServer.shared.get()
        name = try self.server.createDatabase()
    }

    /// Its address.
    var url: String { server.url(name) }

    /// Opens a registry in it.
    func open(
        _ change: (inout PostgresRegistry.Options) -> Void = { _ in }
    ) async throws -> PostgresRegistry {
        var options = PostgresRegistry.Options()
        change(&options)
        return try await PostgresRegistry(url, options: options)
    }

    /// Has psql execute `sql`.
    @discardableResult
    func query(_ sql: String) throws -> String { try server.query(sql, in: name) }

    // MARK: - Other sessions

    private func sessions(waitingFor event: String) -> String {
        "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = '\(event)'"
    }

    /// A session of its own, on a thread of its own, that keeps what `sql` locks until it is ended, when it
    /// waits for `PgSleep`.
    func held(by sql: String) -> Task<Void, Never> {
        Task {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    _ = try? query("BEGIN; \(sql); SELECT pg_sleep(600)")
                    continuation.resume()
                }
            }
        }
    }

    /// Waits until `count` sessions wait for `event`.
    func wait(for event: String, _ count: Int) async throws {
        while try query("SELECT count(*) \(sessions(waitingFor: event))") != "\(count)" {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Ends the sessions that wait for `event`.
    func end(_ event: String) throws {
        try query("SELECT pg_terminate_backend(pid) \(sessions(waitingFor: event))")
    }
}
