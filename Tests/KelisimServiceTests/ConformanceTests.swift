import KelisimTesting
import Testing

/// The real service, tried by its own description.
@Suite struct ConformanceTests {
    @Test func schemathesisFindsNothing() async throws {
        let service = try RunningService()
        try await service.tried(by: "conformance", "75")
    }

    @Test func aClientMadeFromTheDescriptionShowsDecidesAndProves() async throws {
        let service = try RunningService()
        try await service.tried(by: "generated")
    }
}
