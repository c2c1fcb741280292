import Kelisim
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct ConformanceTests {
    @Test(.serialized, arguments: RegistryConformance.cases + RegistryConformance.accessKeys)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        let folder = try TemporaryFolder()
        try await rule.check { clock in
            var options = SQLiteRegistry.Options()
            options.clock = clock
            // Some rows are found one way, some the other.
            options.gathering = 6
            return try SQLiteRegistry(path: folder.path("kelisim.db"), options: options)
        }
    }
}
