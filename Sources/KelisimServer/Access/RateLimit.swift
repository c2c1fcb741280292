/// How many requests may be made in how many seconds.
package struct RateLimit: Hashable, Sendable, CustomStringConvertible {
    /// How many.
    package let count: Int
    /// In how many seconds.
    package let seconds: Int

    /// The limit written as `100/1s`; nil when `text` is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasSuffix("s"), let count = Int(parts[0]),
            let seconds = Int(parts[1].dropLast()), 1...1_000_000 ~= count, 1...86_400 ~= seconds
        else { return nil }
        self.count = count
        self.seconds = seconds
    }

    /// The limit as it was written.
    package var description: String { "\(count)/\(seconds)s" }
}
