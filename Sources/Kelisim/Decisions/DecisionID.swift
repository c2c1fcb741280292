internal import Foundation

/// The name of a decision: 16 bytes that begin with the time of recording (RFC 9562, UUID version 7).
///
/// Names that grow with time keep the indices of large registries compact; the rest is random, so a
/// name can't be guessed from another.
public struct DecisionID: Hashable, Sendable {
    /// The 16 bytes.
    public let bytes: [UInt8]

    /// The name made of `bytes`, or nil when they are not 16.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// A new name for a decision recorded at `instant`.
    public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let time = UInt64(clamping: instant.milliseconds)
        let random = (generator.next() as UInt64, generator.next() as UInt64)
        let high = time << 16 | 0x7000 | random.0 & 0x0FFF
        let low = random.1 & (.max >> 2) | 1 << 63
        bytes = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }
}

extension DecisionID: LosslessStringConvertible {
    /// The name written as ``description`` writes it, or nil when `description` is not that.
    public init?(_ description: String) {
        guard let uuid = UUID(uuidString: description) else { return nil }
        self.init(bytes: withUnsafeBytes(of: uuid.uuid) { Array($0) })
        guard self.description == description else { return nil }
    }

    /// Lower-case hexadecimal digits in the five groups of a UUID.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                text[place] = DecisionID.digits[Int(byte >> 4)]
                text[place + 1] = DecisionID.digits[Int(byte & 15)]
                place += 2
            }
            return place
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
