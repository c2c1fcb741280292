import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

@Suite struct RecordFormTests {
    @Test func recordsSurviveTheirForm() throws {
        var random = RandomRecords(seed: 1)
        var types: [LeafType: Int] = [:]
        for _ in 0..<1500 {
            let record = try random.record()
            types[record.type, default: 0] += 1
            let bytes = record.bytes
            let read = Record(bytes)
            #expect(read == record)
            #expect(read?.bytes == bytes)
        }
        for type in LeafType.allCases { #expect(types[type, default: 0] > 100) }
    }

    @Test func leavesSurviveTheirForm() throws {
        var random = RandomRecords(seed: 2)
        for _ in 0..<500 {
            let record = try random.record()
            let publication = record.type == .decision ? random.digest() : nil
            let leaf = Leaf(record, nonce: random.nonce(), publication: publication)
            #expect(Leaf(leaf.bytes) == leaf)
            #expect(Leaf(leaf.bytes)?.bytes == leaf.bytes)
            #expect(leaf.publication == (record.published?.publication ?? publication))
            #expect((leaf.erased != nil) == (record.type == .erasure))
        }
    }

    /// Whatever is done to bytes, they are read as exactly themselves or not at all.
    @Test func mangledBytesAreReadAsThemselvesOrNotAtAll() throws {
        var random = RandomRecords(seed: 3)
        var (read, refused) = (0, 0)
        for _ in 0..<60 {
            let record = try random.record()
            let leaf = Leaf(record, nonce: random.nonce())
            for (bytes, form) in [(record.bytes, record.form), (leaf.bytes, leaf.form)] {
                for mangled in Mangling.all(of: bytes, &random.generator) {
                    let again = form(mangled)
                    #expect(again == nil || again == mangled)
                    if again == nil { refused += 1 } else { read += 1 }
                }
            }
        }
        // Many a changed letter makes another text; a changed length makes nothing.
        #expect(read > 1000)
        #expect(refused > 1000)
    }

    @Test func randomBytesAreNoRecords() {
        var generator = SeededGenerator(seed: 4)
        let magic = Array("\u{12}kelisim/record/v1".utf8)
        for _ in 0..<3000 {
            let count = generator.below(60)
            let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for bytes in [random, magic + random, magic + [9] + Array("decision".utf8) + random] {
                #expect(Record(bytes).map(\.bytes) ?? bytes == bytes)
                #expect(Leaf(bytes) == nil)
            }
        }
    }

    @Test func historiesReadOnlyWhatStandingDependsOn() throws {
        var random = RandomRecords(seed: 5)
        for _ in 0..<300 {
            let record = try random.record()
            let act = StandingAct(recordBytes: record.bytes, index: 7)
            guard case .decision(let decision) = record else {
                #expect(act == nil)
                continue
            }
            #expect(act == StandingAct(decision, index: 7))
            for mangled in Mangling.all(of: record.bytes, &random.generator).prefix(200) {
                // Must not trap, and may not take a half for the whole.
                let act = StandingAct(recordBytes: mangled, index: 7)
                if let whole = Record(mangled), case .decision(let decision) = whole {
                    #expect(act == StandingAct(decision, index: 7))
                }
            }
        }
    }

    @Test func onlyAnErasureListsIndices() {
        for type in LeafType.allCases {
            for isList in [true, false] {
                var writer = FieldWriter()
                writer.text("kelisim/leaf/v1")
                writer.text(type.rawValue)
                writer.bytes(nil)
                writer.number(1)
                writer.bytes(Digest(of: []).bytes)
                if isList { writer.indices([7]) } else { writer.bytes(nil) }
                #expect((Leaf(writer.bytes) != nil) == (isList == (type == .erasure)))
            }
        }
    }

    // MARK: - Fields

    @Test func numbersHaveOneForm() {
        var generator = SeededGenerator(seed: 6)
        let edges: [UInt64] = [0, 1, 127, 128, 255, 256, 65_535, 65_536, .max, .max - 1]
        let numbers = edges + (0..<200).map { _ in generator.next() >> UInt64(generator.below(64)) }
        for number in numbers {
            var writer = FieldWriter()
            writer.number(number)
            var reader = FieldReader(writer.bytes)
            #expect(reader.number() == number)
            #expect(reader.isWhole)
        }
        // Zeros in front, more than eight bytes, more than an Int holds.
        for bytes in [[2, 0], [3, 0, 1], [10] + Array(repeating: 1, count: 9)] as [[UInt8]] {
            var reader = FieldReader(bytes)
            #expect(reader.number() == nil)
            #expect(!reader.isWhole)
        }
        var large = FieldReader([9, 0x80, 0, 0, 0, 0, 0, 0, 0])
        #expect(large.integer() == nil)
        #expect(!large.isWhole)
    }

    @Test func lengthsHaveOneForm() {
        for count in [0, 1, 126, 127, 128, 16_382, 16_383, 16_384, 70_000] {
            var writer = FieldWriter()
            writer.bytes(Array(repeating: 7, count: count))
            var reader = FieldReader(writer.bytes)
            #expect(reader.bytes()?.count == count)
            #expect(reader.isWhole)
        }
        for bytes in [
            [0x81, 0], [0x80, 0], [0x80, 0x80, 0], [0xFF], [0x80], [2],
            [0x85, 0x80, 0x80, 0x80, 0x80, 1],
            [0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
        ] as [[UInt8]] {
            var reader = FieldReader(bytes)
            #expect(reader.bytes() == nil)
            #expect(!reader.isWhole)
        }
        var absent = FieldReader([0])
        #expect(absent.bytes() == nil)
        #expect(absent.isWhole)
    }

    @Test func textIsUTF8() {
        for bytes in [[2, 0xFF], [3, 0xC0, 0x80], [4, 0xED, 0xA0, 0x80]] as [[UInt8]] {
            var reader = FieldReader(bytes)
            #expect(reader.text() == nil)
            #expect(!reader.isWhole)
        }
    }

    @Test func indicesAreTheDistancesBetweenThem() {
        let forms: [([UInt64], [UInt8])] = [
            ([], [1]), ([0], [2, 0]), ([0, 1], [3, 0, 1]), ([5, 6, 300], [5, 5, 1, 0xA6, 2]),
            ([127], [2, 127]), ([128], [3, 0x80, 1]),
            ([UInt64(Int64.max)], [10] + Array(repeating: 0xFF, count: 8) + [0x7F]),
        ]
        for (indices, bytes) in forms {
            var writer = FieldWriter()
            writer.indices(indices)
            #expect(writer.bytes == bytes)
            var reader = FieldReader(bytes)
            #expect(reader.indices() == indices)
            #expect(reader.isWhole)
        }
        // The same twice, an unfinished one, zeros behind, too large.
        for bytes in [
            [3, 1, 0], [2, 0x80], [3, 0x80, 0], [11] + Array(repeating: 0xFF, count: 9) + [1],
            [20] + (Array(repeating: 0xFF, count: 8) + [0x7F])
                + (Array(repeating: 0xFF, count: 8) + [0x7F]) + [2],
        ] as [[UInt8]] {
            var reader = FieldReader(bytes)
            #expect(reader.indices() == nil)
            #expect(!reader.isWhole)
        }
    }

    @Test func randomIndicesSurviveTheirForm() {
        var random = RandomRecords(seed: 7)
        for _ in 0..<300 {
            let indices = random.erasure().indices
            var writer = FieldWriter()
            writer.indices(indices)
            var reader = FieldReader(writer.bytes)
            #expect(reader.indices() == indices)
            #expect(reader.isWhole)
        }
    }

    /// An entry of the log has at most 65,535 bytes.
    @Test func theLargestErasureFitsIntoALeaf() {
        let step = UInt64(Int64.max) / UInt64(Erasure.capacity)
        let indices = (0..<UInt64(Erasure.capacity)).map { $0 * step }
        let record = Record.erasure(
            Erasure(indices: indices, ground: ""),
            recordedAt: Instant(milliseconds: .max)
        )
        let leaf = Leaf(record, nonce: .random())
        #expect(Leaf(leaf.bytes)?.erased == indices)
        #expect(leaf.bytes.count <= 65_535)
    }
}

extension Record {
    fileprivate var published: PublishedFile? {
        if case .published(let file, _) = self { file } else { nil }
    }

    /// Reads bytes as a record, and writes that again.
    fileprivate var form: ([UInt8]) -> [UInt8]? { { Record($0)?.bytes } }
}

extension Leaf {
    /// Reads bytes as a leaf, and writes that again.
    fileprivate var form: ([UInt8]) -> [UInt8]? { { Leaf($0)?.bytes } }
}
