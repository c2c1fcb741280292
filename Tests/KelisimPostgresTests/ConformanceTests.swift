import Kelisim
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("The registry in PostgreSQL keeps the contract")
struct ConformanceTests {
    @Test(arguments: RegistryConformance.cases + RegistryConformance.accessKeys)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        try await Turnstile.shared.pass {
            let database = try TestDatabase()
            try await rule.check { clock in
                // So small that the cases grow over several partitions.
                try await database.open { options in
                    options.leavesPerPartition = 20
                    options.clock = clock
                }
            }
        }
    }
}
