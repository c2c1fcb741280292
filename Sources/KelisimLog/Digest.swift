internal import Crypto

/// A SHA-256 digest, the name by which texts and records refer to exact bytes.
public struct Digest: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest of `data`.
    public init(of data: some Sequence<UInt8>) {
        var hash = SHA256()
        let contiguous: Void? = data.withContiguousStorageIfAvailable { buffer in
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        if contiguous == nil {
            hash.update(data: Array(data))
        }
        bytes = Array(hash.finalize())
    }

    /// The digest written as 64 lower-case hexadecimal digits, or nil when `hex` is not that.
    public init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Digest.value(of: digits[index]),
                let low = Digest.value(of: digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension Digest: LosslessStringConvertible {
    private static let prefix = "sha256:"

    /// The digest written as ``description`` writes it, or nil when `description` is not that.
    public init?(_ description: String) {
        guard description.hasPrefix(Digest.prefix) else { return nil }
        self.init(hex: description.dropFirst(Digest.prefix.count))
    }

    /// The digest as every file and interface writes it: `sha256:` and 64 hexadecimal digits.
    public var description: String { Digest.prefix + hex }
}
