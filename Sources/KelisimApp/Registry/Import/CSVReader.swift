internal import Foundation
internal import Kelisim

/// Reads comma-separated values as RFC 4180 has them, a record at a time, so that memory stays flat.
///
/// UTF-8 with or without a byte order mark; lines end in CR LF or LF; blank lines are passed over. A record
/// that is broken is told, and reading goes on behind its line.
struct CSVReader: ~Copyable {
    /// Why a record can't be read.
    enum Flaw: Hashable {
        /// It is not UTF-8, or has a zero byte.
        case encoding
        /// Something stands beside the quotation marks of a field, or one is missing.
        case quotes
        /// It is longer than ``longest``.
        case tooLong
    }

    /// A record or what is wrong with it.
    enum Record: Hashable {
        /// The fields.
        case fields([String])
        /// It can't be read.
        case broken(Flaw)
    }

    /// How many bytes a record can have; a quotation mark that is never closed ends here.
    static let longest = 65_536

    private enum State {
        case fieldStart
        case plain
        case quoted
        case quoteInQuoted
    }

    /// How many bytes the file has.
    let size: Int64
    /// How many bytes were read.
    private(set) var offset: Int64 = 0

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// The line on which the next byte stands, from 1.
    private var line = 1

    /// Opens the file at `path`, which must be a regular one since it is read twice.
    init(_ path: String) throws(SystemError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        self.path = path
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            size = 0
            throw SystemError(operation: .read, path: path, code: errno)
        }
        size = Int64(status.st_size)
        guard status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw SystemError(operation: .read, path: path, code: isFolder ? EISDIR : EINVAL)
        }
        try rewind()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Goes back to the first record.
    mutating func rewind() throws(SystemError) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw SystemError(operation: .read, path: path, code: errno)
        }
        (buffer, position, isAtEnd, line, offset) = ([], 0, false, 1, 0)
        try fill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next record with the line on which it begins; nil at the end.
    mutating func next() throws(SystemError) -> (line: Int, record: Record)? {
        while let byte = try peek(), byte == 0x0A || byte == 0x0D {
            advance(byte)
        }
        guard try peek() != nil else { return nil }
        let start = line
        var fields: [String] = []
        var field: [UInt8] = []
        var length = 0
        var state = State.fieldStart
        while true {
            guard length < CSVReader.longest else { return (start, try skip(.tooLong)) }
            let byte = try peek()
            if let byte { advance(byte) }
            length += 1
            switch (state, byte) {
            case (.quoted, nil): return (start, .broken(.quotes))
            case (.quoted, UInt8(ascii: "\"")?): state = .quoteInQuoted
            case (.quoted, let byte?): field.append(byte)
            case (.quoteInQuoted, UInt8(ascii: "\"")?):
                field.append(UInt8(ascii: "\""))
                state = .quoted
            case (.fieldStart, UInt8(ascii: "\"")?): state = .quoted
            case (_, UInt8(ascii: ",")?):
                guard finish(&field, &fields) else { return (start, try skip(.encoding)) }
                state = .fieldStart
            case (_, 0x0A?), (_, nil):
                if field.last == 0x0D, state == .plain { field.removeLast() }
                return (start, finish(&field, &fields) ? .fields(fields) : .broken(.encoding))
            // What ends the line comes behind it.
            case (.quoteInQuoted, 0x0D?) where try peek() ?? 0x0A == 0x0A: continue
            case (.quoteInQuoted, _?), (.plain, UInt8(ascii: "\"")?):
                return (start, try skip(.quotes))
            case (_, let byte?):
                field.append(byte)
                state = .plain
            }
        }
    }

    /// Adds a field that is whole; false when it is no text.
    private func finish(_ field: inout [UInt8], _ fields: inout [String]) -> Bool {
        defer { field.removeAll(keepingCapacity: true) }
        guard !field.contains(0), let text = String(validating: field, as: UTF8.self) else {
            return false
        }
        fields.append(text)
        return true
    }

    /// Passes over the rest of the line.
    private mutating func skip(_ flaw: Flaw) throws(SystemError) -> Record {
        while let byte = try peek() {
            advance(byte)
            if byte == 0x0A { break }
        }
        return .broken(flaw)
    }

    private mutating func peek() throws(SystemError) -> UInt8? {
        if position == buffer.count {
            if isAtEnd { return nil }
            try fill()
            if position == buffer.count { return nil }
        }
        return buffer[position]
    }

    private mutating func advance(_ byte: UInt8) {
        position += 1
        if byte == 0x0A { line += 1 }
    }

    private mutating func fill() throws(SystemError) {
        var code: Int32 = 0
        buffer = [UInt8](unsafeUninitializedCapacity: 1 << 18) { bytes, count in
            repeat {
                let read = Foundation.read(descriptor, bytes.baseAddress, bytes.count)
                if read >= 0 { count = read }
                code = read < 0 ? errno : 0
            } while code == EINTR
        }
        guard code == 0 else { throw SystemError(operation: .read, path: path, code: code) }
        position = 0
        offset += Int64(buffer.count)
        isAtEnd = buffer.isEmpty
    }
}
