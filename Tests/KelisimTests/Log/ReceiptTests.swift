import Foundation
import KelisimLog
import Testing

@testable import Kelisim
@testable import KelisimTesting

@Suite struct ReceiptTests {
    private static let site = "https://example.kz/"

    private func receipt(
        _ log: LogRoom,
        _ request: DecisionRequest? = nil
    ) async throws -> ReceiptDocument {
        if try await log.registry.shelf().items.isEmpty { _ = try await log.room.published() }
        let recorded = try await log.room.decide(try request ?? log.room.request())
        try await log.publisher.publish()
        let receipt = try #require(
            try await Receipt.make(
                of: recorded.decision.id,
                from: log.registry,
                publishedIn: log.store
            )
        )
        return try #require(ReceiptDocument(receipt, baseURL: Self.site))
    }

    private func verdict(_ log: LogRoom, _ json: String) -> ReceiptCheck.Verdict {
        ReceiptCheck(key: log.key.verifierKey).verdict(on: Array(json.utf8))
    }

    @Test func aReceiptHoldsWithNothingButTheKey() async throws {
        let log = try LogRoom()
        try await log.fill(300)
        let document = try await receipt(log)
        guard
            case .holds(let decision, let checkpoint, let remarks, let textChecked) =
                verdict(log, document.json)
        else { return #expect(Bool(false), "\(verdict(log, document.json))") }
        #expect(decision.subject == "u-1")
        #expect(checkpoint.size == 302)
        #expect(remarks == [.doesNotProveWho, .identifiedByNumber])
        #expect(!textChecked)
        #expect(document.text?.address == "https://example.kz/kk/privacy/1/")
    }

    @Test func itIsPendingUntilACheckpointCoversIt() async throws {
        let log = try LogRoom()
        try await log.fill(1)
        let recorded = try await log.room.decide(try log.room.request(of: "u-9"))
        let receipt = try #require(
            try await Receipt.make(
                of: recorded.decision.id,
                from: log.registry,
                publishedIn: log.store
            )
        )
        let document = try #require(ReceiptDocument(receipt, baseURL: nil))
        #expect(verdict(log, document.json) == .pending)
    }

    @Test func theTextAtHandIsCompared() async throws {
        let log = try LogRoom()
        let policy = try await log.room.published()
        let document = try await receipt(log)
        let text = Array(policy.text(of: 1, in: "kk").utf8)
        for (bytes, holds) in [(text, true), (text + [10], false)] {
            let check = ReceiptCheck(key: log.key.verifierKey) { _, _, _ in bytes }
            switch check.verdict(on: Array(document.json.utf8)) {
            case .holds(_, _, _, let textChecked): #expect(holds && textChecked)
            case .broken(let link, _): #expect(!holds && link == .text)
            case .pending: #expect(Bool(false))
            }
        }
    }

    @Test func anotherKeyBreaksTheCheckpoint() async throws {
        let log = try LogRoom()
        let document = try await receipt(log)
        let other = try LogKey(path: log.folder.path("b.key"), origin: "example.kz/registry")
        let check = ReceiptCheck(key: other.verifierKey)
        #expect(
            check.verdict(on: Array(document.json.utf8))
                == .broken(.checkpoint, at: "log.proof")
        )
    }

    /// Every value of the file but the address, which no record holds, is vouched for.
    @Test func whateverIsChangedBreaksALink() async throws {
        let log = try LogRoom()
        try await log.fill(5)
        let request = try log.room.request(
            .accepted,
            .signature,
            of: "u-7",
            evidence: Evidence(type: "cms", digest: Digest(of: [1]), reference: "r-1"),
            context: DecisionContext(screen: "s", statement: "Келісемін", button: "Иә", ip: "::1")
        )
        let json = try await receipt(log, request).json
        guard case .holds = verdict(log, json) else { return #expect(Bool(false)) }
        var generator = SeededGenerator(seed: 7)
        let bytes = Array(json.utf8)
        let start = try #require(json.range(of: "\"address\""))
        let place = json.utf8.distance(from: json.startIndex, to: start.lowerBound)
        for _ in 0..<3000 {
            let position = Int.random(in: bytes.indices, using: &generator)
            guard !(place..<place + 55).contains(position) else { continue }
            var changed = bytes
            changed[position] ^= 1 << UInt8.random(in: 0..<7, using: &generator)
            // White space and the names of absent values say nothing.
            guard ReceiptDocument(json: changed) != ReceiptDocument(json: bytes) else { continue }
            let verdict = ReceiptCheck(key: log.key.verifierKey).verdict(on: changed)
            if case .holds = verdict {
                let around = String(
                    decoding: changed[max(0, position - 20)..<min(changed.count, position + 20)],
                    as: UTF8.self
                )
                #expect(Bool(false), "still holds with …\(around)…")
            }
        }
    }

    @Test func eachBrokenLinkIsNamed() async throws {
        let log = try LogRoom()
        try await log.fill(5)
        let first = try await receipt(log)
        let second = try await receipt(log, try log.room.request(.declined, of: "u-2"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(first.json.utf8)) as? [String: Any]
        )
        let other = try #require(
            try JSONSerialization.jsonObject(with: Data(second.json.utf8)) as? [String: Any]
        )
        func broken(_ change: (inout [String: Any]) -> Void) throws -> ReceiptCheck.Link? {
            var changed = json
            change(&changed)
            let data = try JSONSerialization.data(withJSONObject: changed)
            let check = ReceiptCheck(key: log.key.verifierKey)
            if case .broken(let link, _) = check.verdict(on: Array(data)) { return link }
            return nil
        }
        func field(_ document: [String: Any], _ part: String, _ name: String) -> Any? {
            (document[part] as? [String: Any])?[name]
        }
        func set(_ document: inout [String: Any], _ part: String, _ name: String, _ value: Any?) {
            var section = document[part] as? [String: Any] ?? [:]
            section[name] = value
            document[part] = section
        }
        #expect(try broken { _ in } == nil)
        #expect(try broken { $0["format"] = "kelisim/receipt/v2" } == .file)
        #expect(try broken { set(&$0, "decision", "act", "declined") } == .record)
        #expect(
            try broken { set(&$0, "log", "nonce", field(other, "log", "nonce")) } == .commitment
        )
        #expect(
            try broken {
                set(&$0, "log", "record", field(other, "log", "record"))
                $0["decision"] = other["decision"]
                set(&$0, "decision", "index", field(json, "decision", "index"))
            } == .commitment
        )
        #expect(try broken { $0["publication"] = nil } == .publication)
        #expect(
            try broken { set(&$0, "publication", "nonce", field(other, "log", "nonce")) }
                == .publication
        )
        #expect(try broken { set(&$0, "text", "digest", "sha256:00") } == .textDigest)
        #expect(try broken { $0["remarks"] = ["does-not-prove-who"] } == .record)
    }

    @Test func aDecisionOnAnUnknownEditionHasNoPublication() async throws {
        let log = try LogRoom()
        _ = try await log.room.published()
        let request = try log.room.request(
            .accepted,
            .imported,
            edition: nil,
            language: nil,
            at: RegistryRoom.morning
        )
        let document = try await receipt(log, request)
        guard case .holds(_, _, let remarks, _) = verdict(log, document.json) else {
            return #expect(Bool(false), "\(verdict(log, document.json))")
        }
        #expect(remarks == [.doesNotProveWho, .textUnknown, .imported])
    }

    @Test func anErasedDecisionHasNone() async throws {
        let log = try LogRoom()
        try await log.fill(1)
        let recorded = try await log.room.decide(try log.room.request(of: "u-5"))
        _ = try await log.registry.submit(.erasure(try Subject("u-5"), ground: "сұрау бойынша"))
        let receipt = try await Receipt.make(
            of: recorded.decision.id,
            from: log.registry,
            publishedIn: log.store
        )
        #expect(receipt == nil)
    }
}
