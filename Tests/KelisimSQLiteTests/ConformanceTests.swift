import Kelisim
import KelisimSQLite
import KelisimTesting
import Testing

@Suite struct ConformanceTests {
    @Test(.serialized, arguments: RegistryConformance.cases + RegistryConformance.accessKeys)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        let folder = try TemporaryFolder()
        try await rule.check { clock in
            var options = SQLiteRegistry.Options()
            options.clock = clock
            return try SQLiteRegistry(path: folder.path("kelisim.db"), options: options)
        }
    }
}
