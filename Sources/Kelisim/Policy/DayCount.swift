/// A number of full calendar days, written `1 day` or `30 days`.
///
/// Counted from an instant on day D, they are over at 00:00 on day D + n + 1.
public struct DayCount: Hashable, Sendable {
    /// The most days that can be asked for: ten years.
    public static let maximum = 3650

    /// How many days.
    public let days: Int

    init(_ days: Int) {
        self.days = days
    }
}

extension DayCount: LosslessStringConvertible {
    /// Reads `1 day` or `N days` with N from 2 to ``maximum``, without leading zeros; else nil.
    public init?(_ description: String) {
        let words = description.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let days = Int(words[0]), String(days) == words[0],
            (1...DayCount.maximum).contains(days), words[1] == (days == 1 ? "day" : "days")
        else { return nil }
        self.init(days)
    }

    /// The count in words.
    public var description: String { days == 1 ? "1 day" : "\(days) days" }
}
