internal import Kelisim
internal import KelisimText

/// Where instants lie on the axis of a timeline, and at which dates it has ticks.
struct TimelineScale {
    /// A date on the axis.
    struct Tick: Hashable {
        let x: Int
        let label: String
    }

    private enum Step {
        case days(Int)
        case months(Int)

        /// About how long it is, in milliseconds.
        var length: Double {
            switch self {
            case .days(let count): Double(count) * 86_400_000
            case .months(let count): Double(count) * 30.4 * 86_400_000
            }
        }
    }

    /// A week: a shorter time would make the drawing of one edition look like its history.
    private static let least = 7.0 * 86_400_000

    private static let steps: [Step] =
        [1, 2, 7, 14].map(Step.days) + [1, 2, 3, 6].map(Step.months)
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map { .months($0 * 12) }

    private let start: Double
    private let length: Double
    private let range: ClosedRange<Int>
    private let rules: TimeZoneRules

    /// Puts `instants` on the pixels of `range`, with some room on both sides.
    init(_ instants: [Instant], on range: ClosedRange<Int>, rules: TimeZoneRules) {
        let times = instants.map { Double($0.milliseconds) }
        let (first, last) = (times.min() ?? 0, times.max() ?? 0)
        let shown = max(last - first, TimelineScale.least)
        let room = shown * 0.05
        start = (first + last - shown) / 2 - room
        length = shown + room * 2
        self.range = range
        self.rules = rules
    }

    /// The pixel of `instant`.
    func x(_ instant: Instant) -> Int {
        let share = (Double(instant.milliseconds) - start) / length
        let x = (Double(range.count - 1) * share).rounded()
        return range.lowerBound + Int(min(max(x, 0), Double(range.count - 1)))
    }

    /// Dates whose labels, in letters of `size` pixels, stand apart.
    func ticks(size: Int) -> [Tick] {
        let pixel = length / Double(range.count - 1)
        let step = TimelineScale.steps.first { step in
            let room = TextMeasure.width(sample(step), size: size) + size
            return step.length >= Double(room) * pixel
        }
        var ticks: [Tick] = []
        var free = range.lowerBound
        for (instant, label) in beginnings(step ?? .months(24_000)) {
            let half = (TextMeasure.width(label, size: size) + 1) / 2
            let x = x(instant)
            guard x - half >= free, x + half <= range.upperBound else { continue }
            ticks.append(Tick(x: x, label: label))
            free = x + half + size / 2
        }
        return ticks
    }

    private func sample(_ step: Step) -> String {
        switch step {
        case .days: "0000-00-00"
        case .months(let count): count % 12 == 0 ? "0000" : "0000-00"
        }
    }

    /// The instants at which steps begin, with their dates; days that begin twice or not at all
    /// are left out.
    private func beginnings(_ step: Step) -> [(Instant, String)] {
        let first = Instant(milliseconds: Int64(start))
        guard let day = rules.day(of: first) else { return [] }
        let count = Int(length / step.length) + 2
        switch step {
        case .days(let days):
            return (0...count)
                .compactMap { number in
                    guard let instant = try? rules.startOfDay(days: number * days, after: first),
                        let day = rules.day(of: instant)
                    else { return nil }
                    return (instant, day.description)
                }
        case .months(let months):
            let month = (day.year * 12 + day.month - 1) / months * months
            return (0...count)
                .compactMap { number in
                    let (year, index) = (month + number * months)
                        .quotientAndRemainder(dividingBy: 12)
                    guard let day = LocalDate(year: year, month: index + 1, day: 1),
                        let instant = try? rules.startOfDay(day), instant >= first
                    else { return nil }
                    return (instant, String(day.description.prefix(months % 12 == 0 ? 4 : 7)))
                }
        }
    }
}
