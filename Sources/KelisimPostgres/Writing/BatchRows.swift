internal import Kelisim
internal import KelisimLog

/// The rows of a batch, in columns, as they are inserted.
struct BatchRows {
    private var leaves = (index: [Int64](), bytes: [[UInt8]]())
    private var records = (
        subject: [String](), index: [Int64](), nonce: [[UInt8]](), bytes: [[UInt8]]()
    )
    private var common = (
        index: [Int64](), type: [String](), nonce: [[UInt8]](), bytes: [[UInt8]]()
    )
    private var decisions = (id: [[UInt8]](), index: [Int64]())
    private var marks = (key: [[UInt8]](), index: [Int64](), count: [Int64]())
    private var guardianships = (
        id: [String](), index: [Int64](), ward: [String](), guardian: [String]()
    )

    /// Sorts `entries` into columns.
    init(_ entries: [NewEntry]) {
        leaves.index.reserveCapacity(entries.count)
        leaves.bytes.reserveCapacity(entries.count)
        for entry in entries { add(entry) }
    }

    private mutating func add(_ row: NewEntry) {
        let index = Int64(row.entry.index)
        leaves.index.append(index)
        leaves.bytes.append(row.entry.leaf)
        if let (key, count) = row.remembers {
            marks.key.append(key)
            marks.index.append(index)
            marks.count.append(Int64(count))
        }
        // What was erased within the batch is never stored.
        guard let sealed = row.entry.sealed else { return }
        guard let subject = row.record.subject else {
            common.index.append(index)
            common.type.append(row.record.type.rawValue)
            common.nonce.append(sealed.nonce.bytes)
            common.bytes.append(sealed.bytes)
            return
        }
        records.subject.append(subject.id)
        records.index.append(index)
        records.nonce.append(sealed.nonce.bytes)
        records.bytes.append(sealed.bytes)
        switch row.record {
        case .decision(let decision):
            decisions.id.append(decision.id.bytes)
            decisions.index.append(index)
        case .guardianship(let guardianship, _):
            guardianships.id.append(guardianship.id.name)
            guardianships.index.append(index)
            guardianships.ward.append(guardianship.ward.id)
            guardianships.guardian.append(guardianship.guardian.id)
        case .published, .hold, .erasure, .key: break
        }
    }

    /// The statements that insert them.
    var calls: [PostgresCall] {
        var calls: [PostgresCall] = []
        if !leaves.index.isEmpty {
            calls.append(PostgresStatement.addLeaves(.ints(leaves.index), .bytes(leaves.bytes)))
        }
        if !records.index.isEmpty {
            let (subject, index, nonce, bytes) = records
            calls.append(
                PostgresStatement.addRecords(
                    .texts(subject),
                    .ints(index),
                    .bytes(nonce),
                    .bytes(bytes)
                )
            )
        }
        if !common.index.isEmpty {
            let (index, type, nonce, bytes) = common
            calls.append(
                PostgresStatement.addCommonRecords(
                    .ints(index),
                    .texts(type),
                    .bytes(nonce),
                    .bytes(bytes)
                )
            )
        }
        if !decisions.index.isEmpty {
            let (id, index) = decisions
            calls.append(PostgresStatement.addDecisions(.uuids(id), .ints(index)))
        }
        if !marks.index.isEmpty {
            let (key, index, count) = marks
            calls.append(PostgresStatement.addMarks(.uuids(key), .ints(index), .ints(count)))
        }
        if !guardianships.index.isEmpty {
            let (id, index, ward, guardian) = guardianships
            calls.append(
                PostgresStatement.addGuardianships(
                    .texts(id),
                    .ints(index),
                    .texts(ward),
                    .texts(guardian)
                )
            )
        }
        return calls
    }
}
