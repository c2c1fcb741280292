import Foundation
import KelisimTesting
import Testing

/// The real service, tried by its own description.
@Suite struct ConformanceTests {
    @Test func schemathesisFindsNothing() async throws {
        let service = try RunningService()
        // `scripts/fuzz-service` tries longer, and something else each time.
        if let seconds = ProcessInfo.processInfo.environment["KELISIM_FUZZ_SECONDS"] {
            try await service.tried(by: "conformance", seconds)
        } else {
            try await service.tried(by: "conformance", "75", "--generation-deterministic")
        }
    }

    @Test func aClientMadeFromTheDescriptionShowsDecidesAndProves() async throws {
        let service = try RunningService()
        try await service.tried(by: "generated")
    }
}
