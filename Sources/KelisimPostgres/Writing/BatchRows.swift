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
        for row in entries {
            if let (key, count) = row.remembers { remember(key, row.entry.index, count) }
            // What was erased within the batch is never stored.
            add(row.entry, row.entry.sealed.map { ($0, row.record) })
        }
    }

    /// Sorts rows of another registry into columns, which don't tell what is remembered of them.
    ///
    /// - Throws: ``PostgresError/malformed(_:)`` for a record that can't be read.
    init(_ entries: [Entry]) throws(PostgresError) {
        for entry in entries {
            guard let sealed = entry.sealed else {
                add(entry, nil)
                continue
            }
            guard let record = entry.record else {
                throw .malformed("the row \(entry.index) can't be read")
            }
            add(entry, (sealed, record))
        }
    }

    private mutating func remember(_ key: [UInt8], _ index: UInt64, _ count: Int) {
        marks.key.append(key)
        marks.index.append(Int64(index))
        marks.count.append(Int64(count))
    }

    private mutating func add(_ entry: Entry, _ content: (SealedRecord, Record)?) {
        let index = Int64(entry.index)
        leaves.index.append(index)
        leaves.bytes.append(entry.leaf)
        guard let (sealed, record) = content else { return }
        guard let subject = record.subject else {
            common.index.append(index)
            common.type.append(record.type.rawValue)
            common.nonce.append(sealed.nonce.bytes)
            common.bytes.append(sealed.bytes)
            return
        }
        records.subject.append(subject.id)
        records.index.append(index)
        records.nonce.append(sealed.nonce.bytes)
        records.bytes.append(sealed.bytes)
        switch record {
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
