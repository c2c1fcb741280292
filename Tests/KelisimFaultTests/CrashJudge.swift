import Foundation
import Kelisim
import KelisimLog
import KelisimTesting
import Testing

/// What must hold of a registry and its log after whatever happened to the process that wrote them.
struct CrashJudge {
    /// Everything that a writer was ever told is durable.
    private(set) var acknowledged: [String: WriterProcess.Acknowledged] = [:]
    /// Every checkpoint that was ever seen, by size.
    private(set) var checkpoints: [UInt64: Checkpoint] = [:]
    /// The tiles that were ever seen.
    private var tiles: [TileID: Digest] = [:]

    /// What is wrong, in words; empty when nothing is.
    private(set) var complaints: [String] = []

    /// Takes what `writer` was told.
    mutating func hear(_ writer: WriterProcess) throws {
        for decision in try writer.acknowledged() {
            if let earlier = acknowledged[decision.key], earlier != decision {
                complaints.append("\(decision.key) was answered in two ways")
            }
            acknowledged[decision.key] = decision
        }
        for line in try writer.output() {
            let words = line.split(separator: " ")
            switch words.first {
            case "odd", "refused": complaints.append(String(line))
            case "checkpoint":
                let bytes = Data(base64Encoded: String(words[1])) ?? Data()
                note(String(decoding: bytes, as: UTF8.self))
            default: break
            }
        }
    }

    /// Takes a checkpoint that somebody saw.
    ///
    /// - Returns: it, if it is one.
    @discardableResult
    private mutating func note(_ text: String) -> Checkpoint? {
        guard let note = SignedNote(text), let checkpoint = Checkpoint(body: note.text) else {
            complaints.append("the checkpoint is cut short: \(text)")
            return nil
        }
        if let earlier = checkpoints[checkpoint.size], earlier != checkpoint {
            complaints.append("two checkpoints over \(checkpoint.size) rows")
        }
        checkpoints[checkpoint.size] = checkpoint
        return checkpoint
    }

    /// Looks at the log in `store` as a reader would: the checkpoint, and every full tile below it.
    mutating func see(_ store: any LogStore) async throws {
        guard let text = try await store.checkpoint(), let checkpoint = note(text) else { return }
        for id in TileID.tiles(growingFrom: 0, to: checkpoint.size) {
            guard let bytes = try await store.tile(id) else {
                complaints.append("the tile \(id.path) of a checkpoint is missing")
                continue
            }
            let digest = Digest(of: bytes)
            if id.isFull, let earlier = tiles[id], earlier != digest {
                complaints.append("the tile \(id.path) was changed")
            }
            tiles[id] = digest
        }
    }

    /// Judges `registry`, whose log is in `folder` and signed with `key`.
    mutating func judge(
        _ registry: any Registry,
        _ store: any LogStore,
        _ key: LogKey
    ) async throws {
        let head = try await registry.head()
        var frontier = MerkleFrontier()
        var roots: [UInt64: Digest] = [:]
        var marks: [[UInt8]: UInt64] = [:]
        var rows: [Entry] = []
        while frontier.size < head.size {
            let end = min(head.size, frontier.size + 8192)
            let entries = try await registry.entries(in: frontier.size..<end)
            guard entries.count == Int(end - frontier.size) else {
                return complaints.append("rows are missing behind \(frontier.size)")
            }
            for entry in entries {
                frontier.append(leafHash: entry.leafHash)
                if checkpoints[frontier.size] != nil { roots[frontier.size] = frontier.root }
                guard case .decision(let decision) = entry.record else { continue }
                if let other = marks[decision.idempotency.key] {
                    complaints.append("\(other) and \(entry.index) have one idempotency key")
                }
                marks[decision.idempotency.key] = entry.index
            }
            rows += entries
        }
        if frontier != head.frontier { complaints.append("the head is not that of the rows") }
        for (size, checkpoint) in checkpoints where roots[size] != checkpoint.root {
            complaints.append("the checkpoint over \(size) rows is not one of these")
        }
        for decision in acknowledged.values {
            guard decision.index < UInt64(rows.count),
                case .decision(let record) = rows[Int(decision.index)].record,
                record.id.description == decision.decision,
                rows[Int(decision.index)].leafHash.hex == decision.leafHash
            else {
                complaints.append("lost: \(decision.key) at \(decision.index)")
                continue
            }
        }
        let report = try await LogCheck(registry: registry, store: store, keys: [key.verifierKey])
            .run()
        complaints += report.flaws.map { "\($0)" }
    }
}
