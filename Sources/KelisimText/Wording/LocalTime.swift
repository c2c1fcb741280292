/// A time of day on the wall clock, to the minute.
public struct LocalTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The hour, 0…23.
    public let hour: Int
    /// The minute, 0…59.
    public let minute: Int

    /// The time with these parts, or nil when the clock has no such time.
    public init?(hour: Int, minute: Int) {
        guard 0..<24 ~= hour, 0..<60 ~= minute else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// The time as `HH:MM`, the same in every language of the product.
    public var description: String {
        "\(Self.twoDigits(hour)):\(Self.twoDigits(minute))"
    }

    /// Whether the left time is earlier.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }

    /// A number of at most two digits, padded with a zero: `07`.
    static func twoDigits(_ number: Int) -> String {
        0..<10 ~= number ? "0\(number)" : "\(number)"
    }
}
