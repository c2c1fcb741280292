public import KelisimLog

/// Where the tiles, bundles and checkpoints of a log are kept, to be served as they are.
///
/// Everything in it follows from the registry and the key, and is immutable once it is there.
public protocol LogStore: Sendable {
    /// The hashes of the tile `id`, or of a wider one in its place; nil when there is neither.
    func tile(_ id: TileID) async throws(LogTrouble) -> [UInt8]?

    /// The bundle of the entries whose hashes are the tile `id`, or of a wider one in its place; nil
    /// when there is neither.
    func bundle(_ id: TileID) async throws(LogTrouble) -> [UInt8]?

    /// The newest checkpoint, a signed note; nil before the first.
    func checkpoint() async throws(LogTrouble) -> String?

    /// Every checkpoint that was published, the oldest first.
    func checkpoints() async throws(LogTrouble) -> [String]

    /// Adds tiles and bundles durably.
    ///
    /// What is there already must have the same bytes.
    ///
    /// - Throws: ``LogTrouble/tileDiffers(_:)`` where it has others; then nothing may be signed.
    func add(tiles: [Tile], bundles: [LogBundle]) async throws(LogTrouble)

    /// Makes `checkpoint`, a signed note over a tree with `size` entries, the newest one durably, if the
    /// newest is still over `previous` entries.
    ///
    /// - Returns: whether it was; false when another process was faster.
    func publish(
        _ checkpoint: String,
        size: UInt64,
        after previous: UInt64
    ) async throws(LogTrouble) -> Bool

    /// Runs `body` while no other process does so; nil when another one does.
    func alone<Result: Sendable>(
        _ body: @Sendable () async throws(LogTrouble) -> Result
    ) async throws(LogTrouble) -> Result?
}
