import KelisimLog
import KelisimTesting
import KelisimText

@testable import Kelisim

/// Random records of every kind.
struct RandomRecords {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func record() throws -> Record {
        let recordedAt = instant()
        switch generator.below(6) {
        case 0: return .published(try file(), recordedAt: recordedAt)
        case 1: return .decision(try decision(recordedAt))
        case 2: return .guardianship(try guardianship(), recordedAt: recordedAt)
        case 3:
            let step = generator.pick(Hold.Step.allCases)
            let hold = Hold(subject: try subject(), step: step, reason: text())
            return .hold(hold, recordedAt: recordedAt)
        case 4: return .erasure(erasure(), recordedAt: recordedAt)
        default: return .key(text(), recordedAt: recordedAt)
        }
    }

    mutating func erasure() -> Erasure {
        let indices = (0..<generator.below(6))
            .map { _ in generator.next() >> UInt64(1 + generator.below(63)) }
        return Erasure(indices: indices, ground: text())
    }

    mutating func digest() -> Digest { Digest(of: bytes(8)) }

    mutating func nonce() -> Nonce { Nonce(bytes: bytes(32)) ?? .random() }

    private mutating func file() throws -> PublishedFile {
        PublishedFile(
            kind: generator.pick(PublishedFile.Kind.allCases),
            policy: try policy(),
            edition: perhaps { $0.number() },
            publication: digest(),
            bytes: bytes(generator.below(300))
        )
    }

    private mutating func decision(_ recordedAt: Instant) throws -> Decision {
        let idempotency = Idempotency(key: bytes(16), fingerprint: bytes(16))
        let guardian = try perhaps {
            try Actor(id: $0.subject(), guardianship: $0.guardianshipID())
        }
        return Decision(
            id: DecisionID(at: instant(), using: &generator),
            recordedAt: recordedAt,
            occurredAt: instant(),
            subject: try subject(),
            actor: guardian,
            policy: try policy(),
            edition: perhaps { $0.number() },
            language: perhaps { $0.generator.pick(["kk", "ru", "en", "kk-Latn"]) }
                .flatMap(Language.init),
            textDigest: perhaps { $0.digest() },
            htmlDigest: perhaps { $0.digest() },
            presentedAt: perhaps { $0.instant() },
            identification: generator.pick(Identification.allCases),
            act: generator.pick(Act.allCases),
            method: generator.pick(DecisionMethod.allCases),
            evidence: perhaps { random in
                Evidence(
                    type: random.text(),
                    digest: random.perhaps { $0.digest() },
                    reference: random.perhaps { $0.text() }
                )
            },
            context: DecisionContext(
                screen: perhaps { $0.text() },
                statement: perhaps { $0.text() },
                button: perhaps { $0.text() },
                ip: perhaps { $0.text() },
                userAgent: perhaps { $0.text() },
                note: perhaps { $0.text() }
            ),
            recordedBy: perhaps { $0.text() },
            idempotency: try RandomRecords.known(idempotency)
        )
    }

    private mutating func guardianship() throws -> Guardianship {
        var days: [Int: LocalDate] = [:]
        for _ in 0..<generator.below(4) {
            days[1 + generator.below(300)] = LocalDate(dayNumber: generator.below(40_000))
        }
        return Guardianship(
            id: try guardianshipID(),
            guardian: try subject(),
            ward: try subject(),
            basis: generator.pick(Guardianship.Basis.allCases),
            from: instant(),
            until: perhaps { $0.instant() },
            wardReaches: days,
            evidence: perhaps { $0.text() },
            verifiedBy: perhaps { $0.text() }
        )
    }

    // MARK: - Parts

    struct Mistake: Error {}

    private static func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Mistake() }
        return value
    }

    private mutating func perhaps<Value>(
        _ make: (inout RandomRecords) throws -> Value
    ) rethrows -> Value? {
        generator.below(3) == 0 ? nil : try make(&self)
    }

    private mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private mutating func number() -> Int {
        generator.pick([0, 1, 2, 127, 128, 255, 256, 70_000, .max, Int(generator.next() >> 1)])
    }

    private mutating func instant() -> Instant {
        let random = Int64(bitPattern: generator.next())
        return Instant(
            milliseconds: generator.pick([
                0, -1, 1_798_761_600_000, .min, .max, random, random >> 20,
            ])
        )
    }

    private mutating func subject() throws -> Subject {
        try Subject("s-\(generator.below(1_000_000))")
    }

    private mutating func guardianshipID() throws -> GuardianshipID {
        try RandomRecords.known(GuardianshipID("gs-\(generator.below(1_000_000))"))
    }

    private mutating func policy() throws -> PolicyID {
        try RandomRecords.known(PolicyID(generator.pick(["privacy", "terms", "a-1"])))
    }

    private mutating func text() -> String {
        let words = ["", "Келісемін", "a", "\u{0}", "e\u{301}", "é", "🏔️", "\r\n", "«»", "0"]
        let count = generator.pick([0, 1, 2, 5, 40, 130])
        return (0..<count).map { _ in generator.pick(words) }.joined()
    }
}
