import Foundation
import KelisimTesting
import Testing

@testable import KelisimApp

/// Reading comma-separated values.
struct CSVReaderTests {
    private typealias Record = CSVReader.Record

    private func read(_ bytes: [UInt8]) throws -> [(line: Int, record: CSVReader.Record)] {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", bytes: bytes)
        var reader = try CSVReader(folder.path("a.csv"))
        var records: [(line: Int, record: CSVReader.Record)] = []
        while let record = try reader.next() { records.append(record) }
        // Read again it is the same.
        try reader.rewind()
        for record in records {
            let again = try reader.next()
            #expect(again?.line == record.line && again?.record == record.record)
        }
        let end = try reader.next()
        #expect(end == nil)
        return records
    }

    private func read(_ text: String) throws -> [(line: Int, record: CSVReader.Record)] {
        try read(Array(text.utf8))
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("\n\na\n\n\nb\n\n", [["a"], ["b"]]), (",\n", [["", ""]]),
        ("a,\r\n,b\r\n", [["a", ""], ["", "b"]]),
        ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
        ("\"a\nb\",c\nd,e\n", [["a\nb", "c"], ["d", "e"]]),
        ("\"a\r\nb\"\r\n", [["a\r\nb"]]), ("\"\"\n", [[""]]), ("\"\",\"\"", [["", ""]]), ("", []),
        ("\"a\"", [["a"]]), ("қабылдау,согласие\n", [["қабылдау", "согласие"]]),
        (" a , b \n", [[" a ", " b "]]),
        ("a\rb\n", [["a\rb"]]),
    ])
    func readsRecords(_ text: String, _ expected: [[String]]) throws {
        #expect(try read(text).map(\.record) == expected.map { .fields($0) })
    }

    @Test func recordsTellTheLineOnWhichTheyBegin() throws {
        let records = try read("a\n\n\"b\nb\nb\"\nc\n\"d\" \ne\n")
        #expect(records.map(\.line) == [1, 3, 6, 7, 8])
        #expect(records[3].record == .broken(.quotes))
        #expect(records[4].record == .fields(["e"]))
    }

    @Test(arguments: ["a\"b,c", "\"a\"b,c", "\"a\" ,c", "a,b\"", "\"a\r,b"])
    func aQuotationMarkOutOfPlaceBreaksOneLine(_ line: String) throws {
        let records = try read("x,y\n\(line)\nz,w\n")
        #expect(records.first?.record == .fields(["x", "y"]))
        #expect(records.dropFirst().first?.record == .broken(.quotes))
        if line.filter({ $0 == "\"" }).count == 2 || !line.hasPrefix("\"") {
            #expect(records.last?.record == .fields(["z", "w"]))
        }
    }

    @Test func whatIsNotUTF8IsTold() throws {
        let bytes =
            Array("a,b\nx".utf8) + [0xD0, 0x2C] + Array("y\nc,d\nz".utf8) + [0] + Array("\n".utf8)
        let records = try read(bytes).map(\.record)
        #expect(
            records == [
                .fields(["a", "b"]), .broken(.encoding), .fields(["c", "d"]), .broken(.encoding),
            ]
        )
    }

    @Test func aRecordWithoutEndIsGivenUp() throws {
        let long = String(repeating: "x", count: CSVReader.longest + 10)
        let records = try read("\"a\n\(long)\nb\n").map(\.record)
        #expect(records == [.broken(.tooLong), .fields(["b"])])
        let fits = String(repeating: "x", count: CSVReader.longest - 2)
        #expect(try read("\(fits)\nb\n").map(\.record) == [.fields([fits]), .fields(["b"])])
    }

    @Test func recordsAcrossBlocksAreWhole() throws {
        var generator = SeededGenerator(seed: 7)
        var text = ""
        var expected: [[String]] = []
        while text.utf8.count < 1 << 20 {
            let count = Int.random(in: 0..<200, using: &generator)
            let field = String(repeating: "ә\"", count: count)
            expected.append([field, "\(expected.count)"])
            text += "\"\(field.replacing("\"", with: "\"\""))\",\(expected.count - 1)\r\n"
        }
        #expect(try read(text).map(\.record) == expected.map { .fields($0) })
    }

    @Test func onlyRegularFilesAreRead() throws {
        let folder = try TemporaryFolder()
        #expect(throws: (any Error).self) { _ = try CSVReader(folder.path("no.csv")).size }
        #expect(throws: (any Error).self) { _ = try CSVReader(folder.path("")).size }
        #expect(throws: (any Error).self) { _ = try CSVReader("/dev/null").size }
    }
}
