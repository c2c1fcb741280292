/// A record that Kelisim wrote, read back: the record itself, and whether its bytes are still those.
struct RecordFile<Record: Sendable> {
    /// The record, or nil when the file cannot be read as one.
    let record: Record?
    /// Where each key stands.
    let places: [String: Place]
    /// What is wrong.
    let findings: [Finding]

    /// Reads `bytes`, which are those of `file`: an object with exactly `keys`, or those
    /// and some of `optional`, of which `make` makes a record whose bytes `write` gives.
    init(
        _ bytes: [UInt8],
        of file: String,
        keys: [String],
        optional: [String] = [],
        make: (inout YAMLReader, [String: YAMLValue]) -> Record?,
        write: (Record) -> [UInt8]
    ) {
        let document = YAMLDocument.read(bytes, of: file, as: .json)
        var reader = YAMLReader(.json)
        let fields = document.value.flatMap {
            reader.fields($0, required: keys, optional: optional)
        }
        let record = fields.flatMap { make(&reader, $0) }
        let problems = document.findings + reader.findings
        places = (fields ?? [:]).mapValues(\.place)
        guard problems.isEmpty, let record else {
            self.record = nil
            findings =
                problems + [
                    Finding(.publicationDamaged, at: Place(file), related: problems.map(\.place))
                ]
            return
        }
        self.record = record
        findings = Difference(of: bytes, from: write(record)).map { [$0.finding(in: file)] } ?? []
    }
}

/// The first place at which the bytes of a file are not what they should be.
private struct Difference {
    private static let newline = UInt8(ascii: "\n")

    private let line: Int
    private let column: Int
    private let expected: String
    private let actual: String

    init?(of actual: [UInt8], from expected: [UInt8]) {
        guard actual != expected else { return nil }
        let common = zip(actual, expected).prefix { $0 == $1 }.count
        let before = actual[..<common]
        let start = before.lastIndex(of: Difference.newline).map { $0 + 1 } ?? 0
        line = before.count { $0 == Difference.newline } + 1
        column = actual[start..<common].count { $0 & 0xC0 != 0x80 } + 1
        self.expected = Difference.excerpt(of: expected, around: common, from: start)
        self.actual = Difference.excerpt(of: actual, around: common, from: start)
    }

    func finding(in file: String) -> Finding {
        Finding(
            .publicationEdited,
            at: Place(file, line: line, column: column),
            ["expected": expected, "actual": actual]
        )
    }

    /// What the reader needs to see of a line: some 30 characters on both sides of a byte.
    private static func excerpt(of bytes: [UInt8], around offset: Int, from start: Int) -> String {
        let before = String(decoding: bytes[start..<offset], as: UTF8.self)
        let after = String(decoding: bytes[offset...].prefix(400), as: UTF8.self)
        let rest = after.prefix { $0 != "\n" }
        return (before.count > 30 ? "…" : "") + before.suffix(30) + rest.prefix(30)
            + (rest.count > 30 ? "…" : "")
    }
}

extension YAMLReader {
    /// What `read` makes of a value that may be `null`; the outer nil means it is wrong.
    mutating func optional<Value>(
        _ value: YAMLValue?,
        _ read: (inout YAMLReader, YAMLValue) -> Value?
    ) -> Value?? {
        guard let value else { return .none }
        if isAbsent(value) { return .some(nil) }
        return read(&self, value).map { .some($0) }
    }

    /// An instant in UTC.
    mutating func instant(_ value: YAMLValue?) -> Instant? {
        value.flatMap { parsed($0, as: Instant.self, orReport: .invalidInstant) }
    }

    /// The slug of a policy.
    mutating func policyID(_ value: YAMLValue?) -> PolicyID? {
        value.flatMap { parsed($0, as: PolicyID.self, orReport: .invalidPolicyName) }
    }

    /// The rule by which something takes effect.
    mutating func effectiveRule(_ value: YAMLValue?) -> EffectiveRule? {
        value.flatMap { parsed($0, as: EffectiveRule.self, orReport: .invalidEffectiveRule) }
    }
}
