import KelisimTesting
import Testing

/// What Prometheus reads of the real service.
@Suite struct MetricsTests {
    @Test func whatWasAskedIsCountedAsPrometheusReadsIt() async throws {
        let service = try RunningService()
        try await service.tried(by: "metrics")
    }
}
