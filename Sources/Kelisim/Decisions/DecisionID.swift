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
        bytes = [high, low]
            .flatMap { word in
                stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
            }
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
        bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
            .uuidString.lowercased()
    }
}
