import Foundation
import KelisimLog
import KelisimTesting
import Testing

@testable import Kelisim

/// What is written without an encoder is what the encoder writes.
struct JSONLineTests {
    private static func accepted(_ random: inout SeededGenerator) -> Standing.Accepted? {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
        let isKnown = Bool.random(using: &random)
        let guardian = try? Subject("g~1.2_3-\(Int.random(in: 0..<9, using: &random))")
        let actor = guardian.flatMap { guardian in
            GuardianshipID("gs-1").map { Actor(id: guardian, guardianship: $0) }
        }
        let time = Int64.random(in: -62_000_000_000_000...253_000_000_000_000, using: &random)
        return Standing.Accepted(
            edition: Int.random(in: 1...100_000, using: &random),
            language: isKnown ? Language("kk") : Language("sr-Cyrl-RS"),
            textDigest: isKnown ? Digest(of: [UInt8(1)]) : nil,
            at: Instant(milliseconds: time),
            method: DecisionMethod.allCases.randomElement(using: &random) ?? .click,
            decision: DecisionID(at: Instant(milliseconds: 1), using: &random),
            actor: Bool.random(using: &random) ? actor : nil
        )
    }

    private static func standing(_ random: inout SeededGenerator) throws -> Standing {
        let now = Instant(milliseconds: Int64.random(in: 0..<2_000_000_000_000, using: &random))
        return Standing(
            subject: try Subject("u-8.f_3~"),
            policy: try #require(PolicyID("privacy")),
            at: now,
            knownAt: Instant(milliseconds: now.milliseconds / 1000 * 1000),
            state: Standing.State.allCases.randomElement(using: &random) ?? .due,
            allowed: Bool.random(using: &random),
            validUntil: Bool.random(using: &random) ? now : nil,
            accepted: accepted(&random),
            lastAccepted: accepted(&random),
            required: Bool.random(using: &random)
                ? Standing.Required(edition: 2, acceptBy: Bool.random(using: &random) ? now : nil)
                : nil,
            inForce: Bool.random(using: &random) ? 3 : nil,
            upcoming: Array(4..<Int.random(in: 4..<7, using: &random))
        )
    }

    @Test func standingsAreWrittenAsTheEncoderWritesThem() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let document = StandingDocument(try Self.standing(&random))
            let line = String(decoding: document.line, as: UTF8.self)
            #expect(line == JSONText.make(document, isPretty: false))
        }
    }
}
