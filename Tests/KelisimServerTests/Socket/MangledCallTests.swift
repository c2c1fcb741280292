import Foundation
import Kelisim
import KelisimLog
import KelisimServer
import KelisimTesting
import Testing

@testable import KelisimClient

/// Whatever comes through the socket, the owner answers and goes on.
@Suite struct MangledCallTests {
    /// A call of every kind, with every kind of value in it.
    private static func calls() async throws -> [RegistryCall] {
        let clock = ManualClock(RegistryRoom.morning)
        let room = RegistryRoom(MemoryRegistry { clock.now }, clock)
        let policy = try await room.published()
        let mark = try await room.mark("k")
        let subject = try Subject("u-1")
        let guardianship = try room.guardianship()
        let actor = try await room.register(guardianship)
        let presented = try room.request(shown: try room.show(policy), at: room.now)
        let signed = try room.request(
            .accepted,
            .signature,
            digest: Digest(of: [1]),
            by: actor,
            evidence: Evidence(type: "cms", digest: Digest(of: [2]), reference: "7/12"),
            context: DecisionContext(screen: "signup-3", statement: "Келісемін", ip: "::1"),
            recordedBy: "k-1"
        )
        let legacy = try room.request(.accepted, .imported, edition: nil, language: nil)
        let key = AccessKey(
            id: "k-1",
            name: nil,
            scopes: Set(AccessScope.allCases),
            digest: Digest(of: [3]),
            createdAt: room.now
        )
        let id = try #require(DecisionID(bytes: [UInt8](repeating: 7, count: 16)))
        return [
            .submit(.publications(policy.files)), .submit(.decisions([presented, signed], mark)),
            .submit(.legacy([Submission.Legacy(request: legacy, mark: mark)])),
            .submit(.guardianship(guardianship)), .submit(.hold(subject, reason: "dispute")),
            .submit(.release(subject, reason: "over")), .submit(.erasure(subject, ground: "asked")),
            .submit(.key("line")), .shelf, .head, .history(subject),
            .historiesOf([subject, subject]), .histories(after: subject, limit: 7),
            .histories(after: nil, limit: 7),
            .entriesOf(subject, from: 0, limit: 7), .entriesIn(0..<7), .entryOf(id),
            .versions(guardianship.id), .guardianships(subject), .secret(.presentationKey),
            .addKey(key), .keys, .key(key.digest), .revokeKey("k-1", at: room.now),
            .noteUse(["k-1": room.now]), .backup("/nowhere"), .publishLog,
        ]
    }

    /// Values that are at the edge of what can be read, or beyond it.
    private static let odd = [
        "-1", "0", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "1e400",
        "1.5", "null", "true", "\"\"", "\"\\u0000\"", "[]", "{}", "\"AAAA\"", "[7,0]", "[[1,2]]",
        "253402300799999", "-62135596800000", "\"u-1\"",
    ]

    /// Changes `text` in one of many ways.
    private static func mangle(
        _ text: [UInt8],
        _ random: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = text
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
            // Another value in the place of one.
            let line = String(decoding: text, as: UTF8.self)
            let values = line.matches(of: /"[^"]*"(?!:)|-?[0-9]+|null|\{\}|\[\]/)
            guard let value = values.randomElement(using: &random),
                let odd = odd.randomElement(using: &random)
            else { return Array(line.dropLast().utf8) }
            return Array(line.replacingCharacters(in: value.range, with: odd).utf8)
        case 5:
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 6: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        case 7:
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes.remove(at: place)
        case 8:
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes.insert(contentsOf: bytes.shuffled(using: &random).prefix(9), at: place)
        default:
            let (start, end) = (
                Int.random(in: 0..<bytes.count, using: &random),
                Int.random(in: 0..<bytes.count, using: &random)
            )
            bytes.swapAt(start, end)
        }
        return bytes
    }

    @Test func noCallEndsTheOwner() async throws {
        let room = try await ListeningRoom()
        let remote = try await room.reach()
        var random = SeededGenerator(seed: 17)
        let encoder = JSONEncoder()
        // The same text every time.
        encoder.outputFormatting = .sortedKeys
        var statuses: [Int: Int] = [:]
        for call in try await Self.calls() {
            let text = Array(try encoder.encode(call))
            let plain = try await remote.post(Data(text))
            #expect(plain.status == 200, "\(call)")
            for _ in 0..<150 {
                let answer = try await remote.post(Data(Self.mangle(text, &random)))
                statuses[answer.status, default: 0] += 1
            }
        }
        #expect(Set(statuses.keys) == [200, 400], "\(statuses)")
        await remote.close()
        try await room.stop()
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", "{\"nothing\":{}}", "{\"head\":{},\"shelf\":{}}", "\u{0}",
        String(repeating: "[", count: 100_000),
        "{\"head\":" + String(repeating: "{\"a\":", count: 5000),
    ])
    func whatIsNoCallIsRefused(_ text: String) async throws {
        let room = try await ListeningRoom()
        let remote = try await room.reach()
        #expect(try await remote.post(Data(text.utf8)).status == 400)
        #expect(try await remote.head().size == 0)
        await remote.close()
        try await room.stop()
    }

    @Test func noLimitIsTooLowOrTooHigh() async throws {
        let room = try await ListeningRoom()
        let remote = try await room.reach()
        let subject = try Subject("u-1")
        _ = try await remote.submit(.hold(subject, reason: "dispute"))
        #expect(try await remote.histories(after: nil, limit: -1).isEmpty)
        #expect(try await remote.histories(after: nil, limit: .max).count == 1)
        #expect(try await remote.entries(of: subject, from: 0, limit: .min).isEmpty)
        #expect(try await remote.entries(of: subject, from: 0, limit: .max).count == 1)
        #expect(try await remote.entries(of: subject, from: .max, limit: 1).isEmpty)
        #expect(try await remote.entries(in: 0..<(.max)).count == 1)
        await remote.close()
        try await room.stop()
    }
}
