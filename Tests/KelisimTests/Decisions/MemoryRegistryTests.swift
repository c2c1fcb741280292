import Kelisim
import KelisimTesting
import Testing

@Suite struct MemoryRegistryTests {
    @Test(arguments: RegistryConformance.cases + RegistryConformance.accessKeys)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        try await rule.check { MemoryRegistry(clock: $0) }
    }
}
