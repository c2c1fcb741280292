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

    @Test func whatACallDoesNotHaveIsRefusedAsHTTPHasIt() async throws {
        let service = try RunningService()
        try await service.tried(by: "manners")
    }

    @Test func whoAsksTooOftenIsToldForHowLongToWait() async throws {
        let service = try RunningService(["KELISIM_RATE_LIMIT": "5/600s"])
        try await service.tried(by: "rates")
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["KELISIM_FUZZ_REQUESTS"] != nil))
    func aMillionRequestsLeaveNoMemoryBehind() async throws {
        let requests = ProcessInfo.processInfo.environment["KELISIM_FUZZ_REQUESTS"] ?? ""
        let service = try RunningService()
        print(try await service.tried(by: "memory", requests))
    }
}
