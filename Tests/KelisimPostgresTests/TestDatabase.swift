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
}
