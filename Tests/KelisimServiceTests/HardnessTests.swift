import Foundation
import KelisimTesting
import Testing

/// What nobody should send to the real service.
@Suite struct HardnessTests {
    /// How long is fuzzed, in seconds; `scripts/fuzz-service` fuzzes longer.
    private static let seconds =
        ProcessInfo.processInfo.environment["KELISIM_FUZZ_SECONDS"] ?? "20"

    @Test func nothingThatIsSentBringsItDown() async throws {
        let service = try RunningService()
        print(try await service.tried(by: "fuzz", Self.seconds))
    }

    @Test func whatIsTooLargeTooDeepOrTooSlowIsRefused() async throws {
        let service = try RunningService()
        try await service.tried(by: "limits")
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["KELISIM_FUZZ_REQUESTS"] != nil))
    func aMillionRequestsLeaveNoMemoryBehind() async throws {
        let requests = ProcessInfo.processInfo.environment["KELISIM_FUZZ_REQUESTS"] ?? ""
        let service = try RunningService()
        print(try await service.tried(by: "memory", requests))
    }
}
