import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct PackingTests {
    private func unpacked(_ packed: [UInt8], _ words: Vocabulary) -> [UInt8]? {
        packed.withUnsafeBytes { Packing.record($0, words.words) }
    }

    @Test func whateverTheBytesAreTheyComeBack() {
        var generator = SeededGenerator(seed: 1)
        var words = Vocabulary()
        let start: [UInt8] =
            [18] + Array("kelisim/record/v1".utf8) + [9] + Array("decision".utf8)
        for round in 0..<20_000 {
            // Fields of some lengths, cut off somewhere.
            var bytes = round % 3 == 0 ? [] : start
            for _ in 0..<generator.below(20) {
                let count = generator.below(5) == 0 ? generator.below(300) : generator.below(9)
                bytes += Fields.bytes(of: count)
                bytes += (0..<max(count - 1, 0)).map { _ in UInt8(generator.below(256)) }
            }
            if round % 2 == 0 { bytes.removeLast(generator.below(bytes.count + 1)) }
            let packed = Packing.pack(record: bytes, &words)
            #expect(unpacked(packed, words) == bytes)
            let (stem, rest) = Packing.pack(leaf: bytes, &words)
            #expect(words.words[stem] + rest == bytes)
        }
    }

    @Test func aDecisionIsWrittenWithoutWhatManyShare() async throws {
        let clock = ManualClock(RegistryRoom.morning)
        let room = RegistryRoom(MemoryRegistry { clock.now }, clock)
        _ = try await room.published()
        var words = Vocabulary()
        for number in 0..<3 { try await room.decide(of: "u-\(number)") }
        for entry in try await room.rows().dropFirst() {
            let record = try #require(entry.sealed?.bytes)
            let packed = Packing.pack(record: record, &words)
            #expect(packed.count < record.count - 80)
            #expect(unpacked(packed, words) == record)
            let (stem, rest) = Packing.pack(leaf: entry.leaf, &words)
            #expect(words.words[stem] + rest == entry.leaf)
            #expect(rest.count == 38)
        }
        #expect(words.words.count == 3)
    }

    @Test func aFullVocabularyIsNoObstacle() {
        var words = Vocabulary()
        for number in 1..<Vocabulary.limit {
            #expect(words.number(of: Fields.bytes(of: number) + [0xFF]) == number)
        }
        #expect(words.number(of: [1, 2, 3]) == 0)
        let leaf: [UInt8] = [2, 65, 2, 66, 2, 67, 9, 9]
        let (stem, rest) = Packing.pack(leaf: leaf, &words)
        #expect(stem == 0)
        #expect(rest == leaf)
    }

    @Test func wordsThatWereNotCommittedAreForgotten() {
        var words = Vocabulary()
        #expect(words.number(of: [1]) == 1)
        #expect(words.number(of: [2]) == 2)
        words.shorten(to: 2)
        #expect(words.number(of: [1]) == 1)
        #expect(words.number(of: [3]) == 2)
        #expect(words.words == [[], [1], [3]])
    }

    @Test func aWordThatIsMissingIsNoRecord() {
        #expect(unpacked([5, 1, 1], Vocabulary()) == nil)
        #expect(unpacked([], Vocabulary()) == nil)
        #expect(unpacked([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1], Vocabulary()) == nil)
    }
}
