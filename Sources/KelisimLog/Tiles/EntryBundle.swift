/// The entries of one tile of level 0, as they are served (tlog-tiles, "Log entries").
public enum EntryBundle {
    /// How long an entry can be, in bytes.
    public static let longestEntry = 65_535

    /// Why entries can't be a bundle.
    public enum Failure: Error, Hashable {
        /// There are none, or more than 256.
        case count(Int)
        /// An entry has more bytes than its length can tell.
        case tooLong(entry: Int, bytes: Int)
    }

    /// The bytes of the bundle of `entries`.
    ///
    /// - Parameter entries: 1 to 256 entries.
    /// - Returns: for each its length as two bytes, the higher first, and the entry.
    /// - Throws: ``Failure`` when there are no such bundles.
    public static func encode(_ entries: [[UInt8]]) throws(Failure) -> [UInt8] {
        guard 1...TileID.fullWidth ~= entries.count else { throw .count(entries.count) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for (number, entry) in entries.enumerated() {
            guard entry.count <= longestEntry else {
                throw .tooLong(entry: number, bytes: entry.count)
            }
            bytes += [UInt8(entry.count >> 8), UInt8(entry.count & 0xFF)]
            bytes += entry
        }
        return bytes
    }

    /// The entries of the bundle `bytes`, or nil when it ends within one, or has none or more than 256.
    public static func decode(_ bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 2, entries.count < TileID.fullWidth else { return nil }
            let length = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
            guard rest.count >= length else { return nil }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return entries.isEmpty ? nil : entries
    }
}
