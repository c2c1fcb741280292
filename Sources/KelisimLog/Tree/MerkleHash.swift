internal import Crypto

/// The hashes of RFC 6962, section 2.1.
public enum MerkleHash {
    /// The root of a tree without entries, SHA-256 of nothing.
    public static let emptyTree = Digest(of: [])

    /// The hash of an entry: SHA-256 of a zero byte and the entry.
    public static func leaf(_ entry: [UInt8]) -> Digest {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Digest(hash)
    }

    /// The hash of two neighbours: SHA-256 of a byte of value one and both hashes.
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.size, alignment: 8) { buffer in
            buffer[0] = 1
            left.withBytes { buffer[1...].copyBytes(from: $0) }
            right.withBytes { buffer[(1 + Digest.size)...].copyBytes(from: $0) }
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return Digest(hash)
        }
    }

    /// The hash of neighbours that stand from the largest to the smallest, as in the right edge of
    /// a tree; nil when there are none.
    static func fold(_ peaks: [Digest]) -> Digest? {
        guard var hash = peaks.last else { return nil }
        for peak in peaks.dropLast().reversed() { hash = node(peak, hash) }
        return hash
    }
}
