/// The search for bytes and characters that no text or metadata file may hold.
///
/// One pass over the bytes. Lines and columns count from 1, columns in Unicode scalars.
package struct TextInspection {
    /// How often the same kind of thing is reported in one file.
    private static let most = 20

    private let file: String
    private let bytes: UnsafeBufferPointer<UInt8>
    private var findings: [Finding] = []
    private var counts: [FindingCode: Int] = [:]
    private var line = 1
    private var lineStart = 0
    private var lineMayDecompose = false

    /// What is wrong with `bytes`, which are those of `file`.
    package static func findings(in bytes: [UInt8], of file: String) -> [Finding] {
        bytes.withUnsafeBufferPointer { buffer in
            var inspection = TextInspection(file: file, bytes: buffer)
            inspection.run()
            return inspection.findings
        }
    }

    /// Whether `bytes` are nothing but white space.
    static func isBlank(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
        // No text of this size is made of exotic spaces alone.
        guard first >= 0x7F, bytes.count < 1 << 16 else { return false }
        return String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    private init(file: String, bytes: UnsafeBufferPointer<UInt8>) {
        self.file = file
        self.bytes = bytes
    }

    private mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { report(.byteOrderMark, at: 0) }
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F { control(byte, at: offset) }
                offset += 1
                continue
            }
            // U+0400 to U+047F, most of our letters, are all plain.
            if byte == 0xD0 || byte == 0xD1, offset + 1 < bytes.count,
                bytes[offset + 1] & 0xC0 == 0x80
            {
                offset += 2
                continue
            }
            guard let (scalar, length) = sequence(at: offset) else {
                report(.invalidUTF8, at: offset, ["byte": TextInspection.hexadecimal(byte)])
                return
            }
            if !TextInspection.isPlain(scalar) { inspect(scalar, at: offset) }
            offset += length
        }
        finishLine(at: bytes.count)
    }

    private mutating func control(_ byte: UInt8, at offset: Int) {
        switch byte {
        case UInt8(ascii: "\t"): break
        case UInt8(ascii: "\n"):
            finishLine(at: offset)
            line += 1
            lineStart = offset + 1
        case UInt8(ascii: "\r"):
            if counts[.carriageReturn] == nil { report(.carriageReturn, at: offset) }
        case 0: report(.nullCharacter, at: offset)
        default:
            report(.controlCharacter, at: offset, ["character": Unicode.Scalar(byte).codePoint])
        }
    }

    private mutating func inspect(_ value: UInt32, at offset: Int) {
        guard let scalar = Unicode.Scalar(value) else { return }
        switch TextInspection.forbidden(scalar) {
        case .some(let code): report(code, at: offset, ["character": scalar.codePoint])
        case nil: lineMayDecompose = true
        }
    }

    /// The code for a character that may stand nowhere.
    static func forbidden(_ scalar: Unicode.Scalar) -> FindingCode? {
        switch scalar.value {
        case 0: .nullCharacter
        case 0x0D: .carriageReturn
        case 0x09, 0x0A: nil
        case 0x01...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: .controlCharacter
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidiControl
        default: nil
        }
    }

    /// Whether a scalar is allowed and unchanged by NFC whatever stands beside it.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0..<0x300, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x202F...0x205E,
            0x20A0...0x20BF,
            0x2116:
            true
        default: false
        }
    }

    private mutating func finishLine(at end: Int) {
        guard lineMayDecompose else { return }
        lineMayDecompose = false
        let text = String(decoding: bytes[lineStart..<end], as: UTF8.self)
        let composed = text.composed
        guard !text.utf8.elementsEqual(composed.utf8) else { return }
        let scalars = Array(text.unicodeScalars)
        let column = zip(scalars, composed.unicodeScalars).prefix { $0 == $1 }.count
        let marks = scalars.dropFirst(column + 1)
            .prefix {
                $0.properties.canonicalCombiningClass != .notReordered
            }
        let found = scalars.dropFirst(column).prefix(1) + marks
        let wanted = String(String.UnicodeScalarView(found)).composed
        report(
            .notNFC,
            line: line,
            column: column + 1,
            [
                "found": found.map(\.codePoint).joined(separator: " "),
                "wanted": wanted.unicodeScalars.map(\.codePoint).joined(separator: " "),
            ]
        )
    }

    private mutating func report(
        _ code: FindingCode,
        at offset: Int,
        _ arguments: [String: String] = [:]
    ) {
        let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
        report(code, line: line, column: column, arguments)
    }

    private mutating func report(
        _ code: FindingCode,
        line: Int,
        column: Int,
        _ arguments: [String: String]
    ) {
        counts[code, default: 0] += 1
        if counts[code, default: 0] <= TextInspection.most {
            findings.append(
                Finding(code, at: Place(file, line: line, column: column), arguments)
            )
        }
    }

    /// The scalar that begins at `offset` outside of ASCII and its length in bytes, or nil where
    /// the bytes are not UTF-8 (RFC 3629 §4).
    private func sequence(at offset: Int) -> (scalar: UInt32, length: Int)? {
        let first = bytes[offset]
        let (length, lowest, highest): (Int, UInt8, UInt8)
        switch first {
        case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
        case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
        case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
        case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
        case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
        case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
        default: return nil
        }
        guard offset + length <= bytes.count, (lowest...highest).contains(bytes[offset + 1]) else {
            return nil
        }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length {
            let next = bytes[offset + index]
            guard next & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return (scalar, length)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
    }
}

extension Unicode.Scalar {
    /// The scalar as people look it up: `U+0438`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
