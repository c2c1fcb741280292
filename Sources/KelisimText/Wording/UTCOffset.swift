/// How far local time is ahead of UTC.
public struct UTCOffset: Hashable, Sendable, CustomStringConvertible {
    /// Seconds ahead of UTC; negative west of Greenwich.
    public let seconds: Int

    /// The offset of so many seconds, or nil beyond a day either way.
    public init?(seconds: Int) {
        guard -86_400..<86_400 ~= seconds else { return nil }
        self.seconds = seconds
    }

    /// The offset as readers know it: `UTC`, `UTC+5`, `UTC+5:30`, `UTC−3`.
    ///
    /// The minus is U+2212: a hyphen would let the line break after it. Seconds, which only local
    /// mean time has, are shown when they are not zero.
    public var description: String {
        guard seconds != 0 else { return "UTC" }
        let rest = abs(seconds)
        let second = rest % 60
        let minute = rest / 60 % 60
        let sign = seconds < 0 ? "\u{2212}" : "+"
        let minutes = minute == 0 && second == 0 ? "" : ":\(LocalTime.twoDigits(minute))"
        return "UTC\(sign)\(rest / 3600)\(minutes)"
            + (second == 0 ? "" : ":\(LocalTime.twoDigits(second))")
    }
}
