import Foundation
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The JSON that programs get: every key of the contract, also where there is nothing to say.
struct DocumentTests {
    private let room: RegistryRoom

    init() {
        let clock = ManualClock(RegistryRoom.morning)
        room = RegistryRoom(MemoryRegistry { clock.now }, clock)
    }

    private static func keys(_ json: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return try #require(value as? [String: Any])
    }

    private static let standing: Set = [
        "subject", "policy", "at", "knownAt", "state", "allowed", "validUntil", "accepted",
        "lastAccepted", "required", "inForce", "upcoming",
    ]

    @Test func aStandingSaysEverything() async throws {
        var policy = try await room.published()
        let nothing = try Self.keys(StandingDocument(try await room.standing()).json)
        #expect(Set(nothing.keys) == Self.standing)
        #expect(nothing["accepted"] is NSNull && nothing["validUntil"] is NSNull)
        #expect(nothing["allowed"] as? Bool == false)
        let required = try #require(nothing["required"] as? [String: Any])
        #expect(required["edition"] as? Int == 1 && required["acceptBy"] is NSNull)

        let actor = try await room.register(room.guardianship())
        try await room.decide(by: actor)
        try policy.publish(at: room.now, effectiveAt: room.later(days: 3))
        try await room.take(policy)
        let full = try Self.keys(StandingDocument(try await room.standing()).json)
        #expect(full["validUntil"] as? String == "2027-01-04T00:00:00Z")
        #expect(full["upcoming"] as? [Int] == [2])
        let accepted = try #require(full["accepted"] as? [String: Any])
        #expect(
            Set(accepted.keys) == [
                "edition", "language", "textDigest", "at", "method", "decision", "actor",
            ]
        )
        let guardian = try #require(accepted["actor"] as? [String: String])
        #expect(guardian == ["id": "g-1", "capacity": "guardian", "guardianship": "gs-1"])
    }

    @Test func anAnswerHasTheDecisionAndTheStanding() async throws {
        _ = try await room.published()
        try await room.decide()
        let withdrawal = try await room.decide(
            room.request(.withdrawn, edition: nil, language: nil)
        )
        let keys = try Self.keys(DecisionAnswer(withdrawal).json)
        #expect(
            Set(keys.keys) == [
                "id", "index", "leafHash", "recordedAt", "occurredAt", "subject", "policy",
                "edition", "language", "textDigest", "act", "method", "standing",
            ]
        )
        #expect(keys["language"] is NSNull && keys["textDigest"] is NSNull)
        #expect(keys["edition"] as? Int == 1)
        #expect((keys["leafHash"] as? String)?.count == 64)
        let standing = try #require(keys["standing"] as? [String: Any])
        #expect(Set(standing.keys) == Self.standing)
        #expect(standing["state"] as? String == "withdrawn")
    }

    @Test func historyComesInPages() async throws {
        _ = try await room.published()
        for _ in 1...300 { try await room.decide() }
        try await room.register(room.guardianship())
        _ = try await room.registry.submit(.hold(try Subject("u-1"), reason: "case 7"))
        let subject = try Subject("u-1")
        var indices: [UInt64] = []
        var next: String?
        repeat {
            let page = try await room.registry.decisions(of: subject, after: next, limit: 7)
            #expect(page.rows.count <= 7 && !page.rows.isEmpty)
            indices += page.rows.map(\.index)
            next = page.next
        } while next != nil
        #expect(indices == Array(1...300))
        let all = try await room.registry.decisions(of: subject, limit: .max)
        #expect(all.rows.count == 300)
        #expect(try Self.keys(all.json)["next"] is NSNull)
        let nobody = try await room.registry.decisions(of: try Subject("u-2"), limit: 5)
        #expect(nobody.rows.isEmpty && nobody.next == nil)
        let page = try await room.registry.decisions(of: subject, limit: 300)
        #expect(page.next == nil, "behind them there is no decision")
    }

    @Test func aGuardianshipSaysEverything() async throws {
        let guardianship = try room.guardianship(evidence: nil, verifiedBy: nil)
        let keys = try Self.keys(GuardianshipDocument(guardianship).json)
        #expect(
            Set(keys.keys) == [
                "id", "guardian", "ward", "basis", "from", "until", "wardReaches", "evidence",
                "verifiedBy",
            ]
        )
        #expect(keys["until"] is NSNull && keys["evidence"] is NSNull)
        #expect(
            keys["wardReaches"] as? [String: String] == ["14": "2030-06-15", "18": "2034-06-15"]
        )
    }

    @Test func guardianshipsAreFoundFromBothSides() async throws {
        try await room.register(room.guardianship("gs-2", guardian: "g-2"))
        try await room.register(room.guardianship("gs-1", guardian: "g-1"))
        let until = room.later(days: 9)
        try await room.register(room.guardianship("gs-2", guardian: "g-2", until: until))
        try await room.register(room.guardianship("gs-3", guardian: "u-1", ward: "u-9"))
        let about = { (id: String) in
            try await room.registry.guardianships(about: try Subject(id))
        }
        #expect(try await about("u-1").map(\.id.name) == ["gs-2", "gs-1", "gs-3"])
        #expect(try await about("u-1").first?.until == until)
        #expect(try await about("g-1").map(\.id.name) == ["gs-1"])
        #expect(try await about("u-7").isEmpty)
        let id = try #require(GuardianshipID("gs-2"))
        let versions = try await room.registry.versions(of: id)
        let keys = try Self.keys(GuardianshipVersions(versions).json)
        #expect((keys["versions"] as? [Any])?.count == 2)
        #expect(keys["until"] as? String == until.description)
    }

    @Test func anExportHoldsEverythingWithTheTexts() async throws {
        var policy = try await room.published()
        try await room.decide()
        try await room.decide()
        try policy.publish(at: room.now)
        try await room.take(policy)
        try await room.decide(edition: 2)
        try await room.decide(of: "u-2", edition: 2)
        try await room.register(room.guardianship())
        try await room.register(room.guardianship("gs-9", guardian: "u-1", ward: "u-2"))
        _ = try await room.registry.submit(.hold(try Subject("u-1"), reason: "case 7"))
        _ = try await room.registry.submit(.release(try Subject("u-1"), reason: "closed"))
        let first = policy.publications[0].texts[0].digest
        let export = try await room.registry.export(of: try Subject("u-1"), at: room.now) {
            $0 == first ? policy.text(of: 1, in: "kk") : nil
        }
        let keys = try Self.keys(export.json)
        #expect((keys["decisions"] as? [Any])?.count == 3)
        #expect((keys["guardianships"] as? [Any])?.count == 1)
        #expect((keys["guardianOf"] as? [Any])?.count == 1)
        let holds = try #require(keys["holds"] as? [[String: Any]])
        #expect(holds.compactMap { $0["reason"] as? String } == ["case 7", "closed"])
        let texts = try #require(keys["texts"] as? [[String: Any]])
        #expect(texts.count == 2)
        #expect(texts.first?["text"] as? String == policy.text(of: 1, in: "kk"))
        #expect(texts.last?["text"] is NSNull)
    }

    @Test func aHoldAndAnErasureAreTold() throws {
        #expect(HoldDocument(reason: nil).json == "{\n  \"reason\" : null\n}\n")
        let document = ErasureDocument(
            erased: 3,
            retained: ErasureDocument.Retained.allCases,
            in: .ru
        )
        let keys = try Self.keys(document.json)
        #expect(keys["erased"] as? Int == 3)
        let retained = try #require(keys["retained"] as? [[String: String]])
        #expect(retained.map { $0["what"] } == ["log-leaves", "guardian-of-others", "copies"])
        #expect(retained.allSatisfy { $0["why"]?.contains("запис") ?? false })
    }
}
