package import Metrics
internal import Synchronization

/// Keeps what is measured, and tells it in the text format of Prometheus, version 0.0.4.
///
/// Timers are histograms in seconds, recorders that aggregate are histograms of their values, and those
/// that don't are gauges. A name and its dimensions have one handler, however often they are asked for.
package final class PrometheusMetrics: MetricsFactory {
    /// A measured thing: its name, and its dimensions as they are written.
    private struct Series: Hashable {
        let name: String
        let labels: String
    }

    private enum Handler {
        case counter(PrometheusCounter)
        case gauge(PrometheusGauge)
        case histogram(PrometheusHistogram)

        var type: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .histogram: "histogram"
            }
        }
    }

    private static let seconds = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]
    private static let sizes = [1.0, 2, 4, 8, 16, 32, 64, 128, 256]

    private let handlers = Mutex<[Series: Handler]>([:])
    private let help: [String: String]

    /// Begins with nothing measured.
    ///
    /// - Parameter help: what each name means, in a line.
    package init(help: [String: String] = [:]) {
        self.help = help
    }

    /// Everything that was measured so far.
    package var text: String {
        let all = handlers.withLock { $0 }
        var text = ""
        for (name, series) in Dictionary(grouping: all, by: \.key.name)
            .sorted(by: { $0.key < $1.key })
        {
            if let help = help[name] { text += "# HELP \(name) \(help)\n" }
            text += "# TYPE \(name) \(series[0].value.type)\n"
            for (key, handler) in series.sorted(by: { $0.key.labels < $1.key.labels }) {
                switch handler {
                case .counter(let counter): text += counter.text(name, key.labels)
                case .gauge(let gauge): text += gauge.text(name, key.labels)
                case .histogram(let histogram): text += histogram.text(name, key.labels)
                }
            }
        }
        return text
    }

    /// A counter.
    package func makeCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any CounterHandler {
        let made = handler(label, dimensions) { .counter(PrometheusCounter()) }
        if case .counter(let counter) = made { return counter }
        return PrometheusCounter()
    }

    /// A histogram, or a gauge.
    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        let made = handler(label, dimensions) {
            aggregate
                ? .histogram(PrometheusHistogram(PrometheusMetrics.sizes))
                : .gauge(PrometheusGauge())
        }
        switch made {
        case .histogram(let histogram): return histogram
        case .gauge(let gauge): return gauge
        case .counter: return PrometheusGauge()
        }
    }

    /// A histogram in seconds.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        let made = handler(label, dimensions) {
            .histogram(PrometheusHistogram(PrometheusMetrics.seconds))
        }
        if case .histogram(let histogram) = made { return histogram }
        return PrometheusHistogram(PrometheusMetrics.seconds)
    }

    /// Nothing: what was measured stays.
    package func destroyCounter(_ handler: any CounterHandler) {}

    /// Nothing: what was measured stays.
    package func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Nothing: what was measured stays.
    package func destroyTimer(_ handler: any TimerHandler) {}

    private func handler(
        _ name: String,
        _ dimensions: [(String, String)],
        make: () -> Handler
    ) -> Handler {
        let labels = dimensions.map { "\($0)=\"\(PrometheusMetrics.escaped($1))\"" }
            .joined(separator: ",")
        return handlers.withLock { handlers in
            let series = Series(name: name, labels: labels)
            let handler = handlers[series] ?? make()
            handlers[series] = handler
            return handler
        }
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}

private final class PrometheusCounter: CounterHandler {
    private let count = Atomic<Int64>(0)

    func increment(by amount: Int64) { count.add(amount, ordering: .relaxed) }

    func reset() { count.store(0, ordering: .relaxed) }

    func text(_ name: String, _ labels: String) -> String {
        "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(count.load(ordering: .relaxed))\n"
    }
}

private final class PrometheusGauge: RecorderHandler {
    private let value = Mutex(0.0)

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) { self.value.withLock { $0 = value } }

    func text(_ name: String, _ labels: String) -> String {
        "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value.withLock { $0 })\n"
    }
}

private final class PrometheusHistogram: RecorderHandler, TimerHandler {
    private struct State {
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(_ bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func text(_ name: String, _ labels: String) -> String {
        let (counts, sum) = state.withLock { ($0.counts, $0.sum) }
        var total: UInt64 = 0
        var text = ""
        let prefix = labels.isEmpty ? "" : "\(labels),"
        for (count, bound) in zip(counts, bounds.map { "\($0)" } + ["+Inf"]) {
            total += count
            text += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(total)\n"
        }
        let own = labels.isEmpty ? "" : "{\(labels)}"
        return text + "\(name)_sum\(own) \(sum)\n\(name)_count\(own) \(total)\n"
    }
}
