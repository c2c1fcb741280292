/// How long to wait before the next attempt: twice as long each time up to a limit, and never quite as
/// long as others who began to wait at the same moment.
struct Backoff {
    private static let first = Duration.milliseconds(50)
    private static let longest = Duration.seconds(2)

    private var failures = 0

    /// What to wait after one more failure.
    mutating func next() -> Duration {
        failures = min(failures + 1, 16)
        let delay = min(Backoff.first * (1 << (failures - 1)), Backoff.longest)
        return delay * Double.random(in: 0.5...1)
    }
}
