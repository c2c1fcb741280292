import Kelisim
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("The registry in PostgreSQL keeps the contract")
struct ConformanceTests {
    @Test(arguments: RegistryConformance.cases)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        let server = try PostgresServer.shared.get()
        let database = try server.createDatabase()
        var options = PostgresRegistry.Options()
        // So small that the cases grow over several partitions.
        options.leavesPerPartition = 20
        try await rule.check { [options] clock in
            var options = options
            options.clock = clock
            return try await PostgresRegistry(server.url(database), options: options)
        }
    }
}
