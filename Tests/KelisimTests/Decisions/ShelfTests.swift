import KelisimLog
import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct ShelfTests {
    private func at(_ text: String) throws -> Instant { try #require(Instant(text)) }

    private func shelf(_ policies: PublishedPolicy...) -> Shelf {
        let files = policies.flatMap(\.files)
        return files.enumerated()
            .reduce(Shelf()) { shelf, file in
                let instant = Instant(milliseconds: Int64(file.offset) * 10)
                return shelf.adding(
                    Shelf.Item(index: UInt64(file.offset), recordedAt: instant, file: file.element)
                )
            }
    }

    private func policy(_ slug: String = "privacy") throws -> PublishedPolicy {
        var policy = try PublishedPolicy(slug)
        let (first, later) = (try at("2027-01-01T00:00:00Z"), try at("2027-03-01T00:00:00Z"))
        try policy.publish(at: first)
        try policy.publish(at: try at("2027-01-02T00:00:00Z"), effectiveAt: later)
        try policy.cancel(2, at: try at("2027-01-03T00:00:00Z"))
        try policy.publish(at: try at("2027-01-04T00:00:00Z"), effectiveAt: later)
        try policy.repeal(from: try at("2028-01-01T00:00:00Z"))
        return policy
    }

    @Test func aShelfIsWhatItsItemsSay() throws {
        let (privacy, terms) = (try policy(), try policy("terms"))
        let shelf = shelf(privacy, terms)
        #expect(shelf.policies.map(\.slug) == ["privacy", "terms"])
        #expect(shelf.items.map(\.file) == privacy.files + terms.files)
        let known = try #require(shelf.policy(privacy.id))
        #expect(known.editions.map(\.publication) == privacy.publications)
        #expect(known.editions.map(\.number) == [1, 2, 3])
        #expect(known.editions.map(\.index) == [0, 1, 3])
        #expect(known.editions.map(\.digest) == privacy.publications.map(\.digest))
        #expect(known.timeline.order.map(\.number) == [1, 3])
        #expect(known.timeline.repealedFrom == (try at("2028-01-01T00:00:00Z")))
        #expect([1, 2, 3, 4].map(known.place) == [0, nil, 1, nil])
        #expect(known.edition(2)?.number == 2)
        for number in [0, 4, -1, .max] { #expect(known.edition(number) == nil) }
        #expect(shelf.policy(try PublishedPolicy("other").id) == nil)
    }

    @Test func puttingItemsOnTogetherOrOneByOneIsTheSame() throws {
        let one = shelf(try policy(), try policy("terms"))
        let all = Shelf(one.items)
        for id in one.policies {
            let (left, right) = (one.policy(id), all.policy(id))
            #expect(left?.timeline == right?.timeline)
            #expect(left?.editions.map(\.publication) == right?.editions.map(\.publication))
            #expect(left?.repeal == right?.repeal)
        }
    }

    @Test func whatWasKnownThenIsSeen() throws {
        let privacy = try policy()
        let shelf = shelf(privacy)
        // The files were recorded at 0, 10, 20, 30 and 40.
        let expected: [(Int64, [Int], order: [Int], isRepealed: Bool)] = [
            (0, [1], [1], false), (9, [1], [1], false), (10, [1, 2], [1, 2], false),
            (20, [1, 2], [1], false), (30, [1, 2, 3], [1, 3], false),
            (40, [1, 2, 3], [1, 3], true), (.max, [1, 2, 3], [1, 3], true),
        ]
        for (known, editions, order, isRepealed) in expected {
            let horizon = Horizon(knownAt: Instant(milliseconds: known))
            let policy = try #require(shelf.policy(privacy.id, within: horizon))
            #expect(policy.editions.map(\.number) == editions)
            #expect(policy.timeline.order.map(\.number) == order)
            #expect((policy.repeal != nil) == isRepealed)
        }
        let before = Horizon(knownAt: Instant(milliseconds: -1))
        #expect(shelf.policy(privacy.id, within: before) == nil)
        let first = Horizon(knownAt: Instant(milliseconds: .max), end: 1)
        #expect(shelf.policy(privacy.id, within: first)?.editions.count == 1)
    }

    @Test func aFileIsHeldToTheByte() throws {
        let privacy = try policy()
        let shelf = shelf(privacy)
        for file in privacy.files {
            #expect(shelf.holds(file))
            #expect(shelf.contradiction(to: file) == nil)
        }
        var other = try PublishedPolicy()
        try other.publish(at: try at("2027-01-01T00:00:01Z"))
        #expect(!shelf.holds(other.files[0]))
        #expect(shelf.contradiction(to: other.files[0])?.index == 0)
        let stranger = try policy("terms")
        for file in stranger.files {
            #expect(!shelf.holds(file))
            #expect(shelf.contradiction(to: file) == nil)
        }
    }

    @Test func theDaysOfGraceEndAtAMidnight() throws {
        var policy = try PublishedPolicy()
        // 2027-01-02, 23:59 in Almaty.
        let evening = try at("2027-01-02T18:59:00Z")
        for (days, end) in [
            (nil, nil), (1, "2027-01-03T19:00:00Z"), (30, "2027-02-01T19:00:00Z"),
        ] as [(Int?, String?)] {
            let publication = try policy.publish(at: evening, .with { $0.acceptWithin = days })
            #expect(publication.acceptBy?.description == end)
        }
        // In Havana, 2028-03-12 has no midnight.
        let cuba = try policy.publish(
            at: try at("2028-03-10T12:00:00Z"),
            .with {
                $0.acceptWithin = 1
                $0.timeZone = "America/Havana"
            }
        )
        #expect(cuba.acceptBy?.description == "2028-03-13T04:00:00Z")
    }

    @Test func filesAreReadFromTheirExactBytes() throws {
        let privacy = try policy()
        for file in privacy.files {
            var generator = SeededGenerator(seed: 1)
            #expect(file.digest == Digest(of: file.bytes))
            for _ in 0..<20 {
                var bytes = file.bytes
                bytes.insert(UInt8(ascii: " "), at: generator.below(bytes.count))
                switch file.kind {
                case .publication: #expect(Publication(bytes: bytes)?.bytes ?? bytes == bytes)
                case .cancellation: #expect(Cancellation(bytes: bytes)?.bytes ?? bytes == bytes)
                case .repeal: #expect(Repeal(bytes: bytes)?.bytes ?? bytes == bytes)
                }
            }
        }
        #expect(Publication(bytes: []) == nil)
        #expect(Publication(bytes: privacy.files[2].bytes) == nil)
        #expect(Repeal(bytes: privacy.files[0].bytes) == nil)
    }
}
