import Testing

@testable import KelisimLog

/// What can be a bundle of entries.
struct EntryBundleTests {
    @Test func lengthsUpToTheLimitAreKept() throws {
        let entries = [0, 1, 255, 256, 65_535].map { Array(repeating: UInt8(5), count: $0) }
        let bytes = try EntryBundle.encode(entries)
        #expect(EntryBundle.decode(bytes) == entries)
        #expect(bytes.count == entries.reduce(0) { $0 + 2 + $1.count })
    }

    @Test func entriesThatAreTooLongAreNamed() {
        #expect(throws: EntryBundle.Failure.tooLong(entry: 1, bytes: 65_536)) {
            try EntryBundle.encode([[], Array(repeating: 5, count: 65_536)])
        }
    }

    @Test(arguments: [0, 257])
    func thereAreOneTo256Entries(count: Int) {
        #expect(throws: EntryBundle.Failure.count(count)) {
            try EntryBundle.encode(Array(repeating: [], count: count))
        }
        #expect(EntryBundle.decode(Array(repeating: 0, count: 2 * count)) == nil)
    }
}
