internal import Kelisim

/// A file of legacy acceptances, read in batches.
struct LegacyFile: ~Copyable {
    private let path: String
    private let zone: TimeZoneRules?
    private let columns: LegacyColumns
    private var reader: CSVReader

    /// Opens the file at `path` and reads its header.
    init(_ path: String, in zone: TimeZoneRules?) throws(Failure) {
        var reader: CSVReader
        do throws(SystemError) {
            reader = try CSVReader(path)
        } catch {
            throw .impossible([error.finding])
        }
        guard let (line, header) = try LegacyFile.read(&reader) else {
            throw .refused([Finding(.importEmpty, at: Place(path))])
        }
        let place = Place(path, line: line)
        switch header {
        case .fields(let names): columns = try LegacyColumns(names, at: place)
        case .broken(let flaw): throw .refused([Finding(flaw.code, at: place)])
        }
        self.path = path
        self.zone = zone
        self.reader = reader
    }

    /// How much of it was read, from 0 to 1.
    var part: Double { reader.size == 0 ? 1 : min(1, Double(reader.offset) / Double(reader.size)) }

    /// The next lines, nil at the end; bad lines are left to `outcome`.
    mutating func next(_ outcome: inout ImportOutcome) throws(Failure) -> ImportBatch? {
        var batch = ImportBatch()
        while batch.lines.count < ImportBatch.size {
            guard let (number, record) = try LegacyFile.read(&reader) else { break }
            outcome.lines += 1
            let place = Place(path, line: number)
            do throws(Failure) {
                switch record {
                case .fields(let fields):
                    let line = try LegacyLine(fields, columns, in: zone, at: place)
                    batch.lines.append((number, line))
                case .broken(let flaw): outcome.refuse([Finding(flaw.code, at: place)])
                }
            } catch {
                outcome.refuse(error.findings)
            }
        }
        return batch.lines.isEmpty ? nil : batch
    }

    private static func read(
        _ reader: inout CSVReader
    ) throws(Failure) -> (line: Int, record: CSVReader.Record)? {
        do throws(SystemError) {
            return try reader.next()
        } catch {
            throw .impossible([error.finding])
        }
    }
}

extension CSVReader.Flaw {
    /// The finding that tells of it.
    var code: FindingCode {
        switch self {
        case .encoding: .importEncoding
        case .quotes: .importQuotes
        case .tooLong: .importTooLong
        }
    }
}
