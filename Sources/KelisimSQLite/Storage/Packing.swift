/// How leaves and records are written so that they take little room: runs that many share
/// (``Vocabulary``) are left out and named by number.
///
/// Whatever the bytes are, unpacking gives them back; what doesn't look like a leaf or a decision is
/// written as it is.
enum Packing {
    /// The first two fields of every decision: `kelisim/record/v1` and `decision`.
    private static let decision: [UInt8] =
        [18] + Array("kelisim/record/v1".utf8) + [9] + Array("decision".utf8)
    /// recordedAt, id, occurredAt, subject, actor, guardianship.
    private static let ownFields = 6
    /// policy, edition, language, textDigest, act, method, htmlDigest.
    private static let sharedFields = 7
    /// `kelisim/leaf/v1`, type, publication.
    private static let leafFields = 3

    /// Parts `leaf` into the number of its beginning and the rest.
    static func pack(leaf: [UInt8], _ words: inout Vocabulary) -> (stem: Int, rest: [UInt8]) {
        let end = leaf.withUnsafeBytes { Fields.end(of: leafFields, from: 0, in: $0) }
        guard let end else { return (0, leaf) }
        let stem = words.number(of: Array(leaf[..<end]))
        return (stem, stem == 0 ? leaf : Array(leaf[end...]))
    }

    /// The number of the shared run of `record`, in LEB128, and the bytes without it.
    static func pack(record: [UInt8], _ words: inout Vocabulary) -> [UInt8] {
        guard let shared = sharedRun(of: record) else { return [0] + record }
        let number = words.number(of: Array(record[shared]))
        guard number != 0 else { return [0] + record }
        var packed = Fields.bytes(of: number)
        packed.reserveCapacity(packed.count + record.count)
        packed += record[decision.count..<shared.lowerBound]
        packed += record[shared.upperBound...]
        return packed
    }

    /// The record that was packed as `bytes`; nil when a word is missing or nothing was packed so.
    static func record(_ bytes: UnsafeRawBufferPointer, _ words: [[UInt8]]) -> [UInt8]? {
        guard let (number, start) = Fields.number(at: 0, in: bytes) else { return nil }
        guard number != 0 else { return Array(bytes[start...]) }
        guard number < words.count,
            let middle = Fields.end(of: ownFields, from: start, in: bytes)
        else { return nil }
        let word = words[number]
        var record: [UInt8] = []
        record.reserveCapacity(decision.count + word.count + bytes.count - start)
        record += decision
        record += bytes[start..<middle]
        record += word
        record += bytes[middle...]
        return record
    }

    private static func sharedRun(of record: [UInt8]) -> Range<Int>? {
        guard record.starts(with: decision) else { return nil }
        return record.withUnsafeBytes { bytes in
            guard let start = Fields.end(of: ownFields, from: decision.count, in: bytes),
                let end = Fields.end(of: sharedFields, from: start, in: bytes)
            else { return nil }
            return start..<end
        }
    }
}
