import GRDB
import Kelisim
import KelisimTesting

@testable import KelisimSQLite

/// A folder with the database of one registry, for one test.
struct RegistryFolder {
    let folder: TemporaryFolder
    let clock = ManualClock(RegistryRoom.morning)

    init() throws {
        folder = try TemporaryFolder()
    }

    var path: String { folder.path("kelisim.db") }

    /// Opens the registry, or another one beside it.
    func open(
        _ name: String = "kelisim.db",
        _ change: (inout SQLiteRegistry.Options) -> Void = { _ in }
    ) throws(OpeningError) -> SQLiteRegistry {
        var options = SQLiteRegistry.Options()
        options.clock = { [clock] in clock.now }
        change(&options)
        return try SQLiteRegistry(path: folder.path(name), options: options)
    }

    /// A room around `registry`.
    func room(_ registry: SQLiteRegistry) -> RegistryRoom { RegistryRoom(registry, clock) }

    /// Runs `sql` in the database as another program would, and gives the first column of what it finds.
    @discardableResult
    func sql(_ sql: String, _ arguments: StatementArguments = []) throws -> [DatabaseValue] {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let other = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? other.close() }
        return try other.writeWithoutTransaction { database in
            var values: [DatabaseValue] = []
            let statements = try database.allStatements(sql: sql, arguments: arguments)
            while let statement = try statements.next() {
                values += try DatabaseValue.fetchAll(statement)
            }
            return values
        }
    }
}
