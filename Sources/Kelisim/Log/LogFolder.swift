internal import Foundation
public import KelisimLog

/// A log as files, laid out as tlog-tiles serves them.
///
/// Beside them `checkpoints` keeps every checkpoint, in base64, each on a line of its own. Only one process writes: the
/// one that owns the registry.
public struct LogFolder: LogStore {
    /// The path of the folder.
    public let path: String

    private let pass: Failpoint.Hook

    /// The longest file there can be: a bundle of 256 entries.
    private static let limit = 256 * (2 + EntryBundle.longestEntry)

    /// The log at `path`, which is made when something is first published.
    public init(path: String, failpoint: @escaping Failpoint.Hook = { _ in }) {
        self.path = path
        pass = failpoint
    }

    /// The hashes of a tile.
    public func tile(_ id: TileID) throws(LogTrouble) -> [UInt8]? {
        try read(id.path, or: id.full.path)
    }

    /// The entries of a bundle.
    public func bundle(_ id: TileID) throws(LogTrouble) -> [UInt8]? {
        try read(id.entriesPath, or: id.full.entriesPath)
    }

    /// The newest checkpoint.
    public func checkpoint() throws(LogTrouble) -> String? {
        try read("checkpoint").map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every checkpoint, the oldest first.
    ///
    /// One that a crash cut short was never published and is left out.
    public func checkpoints() throws(LogTrouble) -> [String] {
        guard let bytes = try read("checkpoints", limit: .max >> 1) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n"))
            .compactMap { line in
                Data(base64Encoded: Data(line)).flatMap { String(validating: $0, as: UTF8.self) }
            }
    }

    /// Adds tiles and bundles.
    public func add(tiles: [Tile], bundles: [LogBundle]) throws(LogTrouble) {
        var files = bundles.map { (path: "\(path)/\($0.id.entriesPath)", bytes: $0.bytes) }
        files += tiles.map { (path: "\(path)/\($0.id.path)", bytes: $0.bytes) }
        let differing = try storing(path) { () throws(SystemError) in
            try DurableFile.add(files) { pass(.afterTile) }
        }
        if let differing { throw .tileDiffers(differing) }
        // The partial tiles that a full one takes the place of are no longer needed (tlog-tiles).
        for tile in tiles where tile.id.isFull {
            try remove("\(tile.id.path).p")
            if tile.id.level == 0 { try remove("\(tile.id.entriesPath).p") }
        }
    }

    /// Makes a checkpoint the newest one.
    public func publish(
        _ checkpoint: String,
        size: UInt64,
        after previous: UInt64
    ) throws(LogTrouble) -> Bool {
        let bytes = Array(checkpoint.utf8)
        try storing(path) { () throws(SystemError) in
            let line = Array(Data(bytes).base64EncodedData())
            try DurableFile.append(line: line, to: "\(path)/checkpoints")
            try DurableFile.write(bytes, to: "\(path)/checkpoint", existing: .replaced)
        }
        return true
    }

    /// Runs `body`; the process that owns the registry is alone.
    public func alone<Result: Sendable>(
        _ body: @Sendable () async throws(LogTrouble) -> Result
    ) async throws(LogTrouble) -> Result? {
        try await body()
    }

    private func read(_ name: String, or full: String) throws(LogTrouble) -> [UInt8]? {
        if let bytes = try read(name) { return bytes }
        return name == full ? nil : try read(full)
    }

    private func read(_ name: String, limit: Int = limit) throws(LogTrouble) -> [UInt8]? {
        do throws(SystemError) {
            return try DurableFile.read("\(path)/\(name)", limit: limit)
        } catch {
            guard error.code != ENOENT else { return nil }
            throw LogTrouble(error)
        }
    }

    private func remove(_ name: String) throws(LogTrouble) {
        // Only space is lost when it stays.
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    private func storing<Value>(
        _ path: String,
        _ act: () throws(SystemError) -> Value
    ) throws(LogTrouble) -> Value {
        do throws(SystemError) { return try act() } catch { throw LogTrouble(error) }
    }
}

extension LogTrouble {
    /// The trouble that an error of the operating system makes.
    init(_ error: SystemError) {
        self = .storage(error.path, reason: String(cString: strerror(error.code)))
    }
}
