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
    /// The full tiles that were ever seen, by path.
    private var tiles: [String: Digest] = [:]

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
        for line in try writer.output() where line.hasPrefix("odd") || line.hasPrefix("refused") {
            complaints.append(String(line))
        }
    }

    /// Looks at the log in `folder` as a reader would, before anybody mends anything.
    mutating func see(_ folder: String) throws {
        let store = LogFolder(path: folder)
        if let text = try store.checkpoint() {
            guard let note = SignedNote(text), let checkpoint = Checkpoint(body: note.text) else {
                complaints.append("the checkpoint is cut short: \(text)")
                return
            }
            if let earlier = checkpoints[checkpoint.size], earlier != checkpoint {
                complaints.append("two checkpoints over \(checkpoint.size) rows")
            }
            checkpoints[checkpoint.size] = checkpoint
        }
        let root = URL(fileURLWithPath: "\(folder)/tile")
        guard let files = FileManager.default.enumerator(atPath: root.path) else { return }
        for case let name as String in files where !name.contains(".p") && !name.hasSuffix(".tmp") {
            let path = root.appendingPathComponent(name).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            let digest = Digest(of: try DurableFile.read(path, limit: 1 << 25))
            if let earlier = tiles[name], earlier != digest {
                complaints.append("the tile \(name) was changed")
            }
            tiles[name] = digest
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
