import Foundation
import Testing

/// Looks for pairs of texts whose comparison breaks a law.
///
/// `KELISIM_FUZZ_SECONDS` sets how long it looks (3), `KELISIM_FUZZ_SEED` where it starts.
@Suite struct ComparisonFuzzTests {
    @Test func comparisonsKeepTheLaws() throws {
        let environment = ProcessInfo.processInfo.environment
        let duration = environment["KELISIM_FUZZ_SECONDS"].flatMap(Double.init) ?? 3
        let first = environment["KELISIM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1_000
        var seed = first
        let end = ContinuousClock.now + .seconds(duration)
        while ContinuousClock.now < end {
            defer { seed += 1 }
            let pair: ComparedPair =
                switch seed % 20 {
                case 0: .edited(.ordinary, seed: seed)
                case 1: .edited(.lookalikes, seed: seed)
                case 2 where seed % 400 == 2: .edited(.storm, seed: seed)
                default: .odd(seed: seed)
                }
            let violations = try pair.violations()
            #expect(
                violations.isEmpty,
                "KELISIM_FUZZ_SEED=\(seed) \(violations.prefix(4).joined(separator: "\n"))"
            )
        }
        print("comparison fuzz: \(seed - first) pairs")
        #expect(seed > first)
    }
}
