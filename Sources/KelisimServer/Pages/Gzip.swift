internal import CZlib

/// The gzip format (RFC 1952), by zlib.
enum Gzip {
    /// 15 bits of window, and 16 for the header and the trailer of gzip.
    private static let windowBits: Int32 = 15 + 16
    /// How much memory zlib may use for speed, of 9.
    private static let memoryLevel: Int32 = 8

    /// The compressed form of `bytes`, the same every time; nil when zlib has no memory for it.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let begun = deflateInit2_(
            &stream,
            Z_BEST_COMPRESSION,
            Z_DEFLATED,
            windowBits,
            memoryLevel,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard begun == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        guard let size = UInt32(exactly: bytes.count),
            let bound = UInt32(exactly: deflateBound(&stream, uLong(size)))
        else { return nil }
        var isDone = false
        let result = [UInt8](unsafeUninitializedCapacity: Int(bound)) { output, count in
            bytes.withUnsafeBufferPointer { input in
                // zlib does not write to its input; its older interface does not say so.
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = size
                stream.next_out = output.baseAddress
                stream.avail_out = bound
                isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = Int(bound - stream.avail_out)
        }
        return isDone ? result : nil
    }
}
