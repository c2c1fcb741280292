internal import CoreMetrics
internal import HTTPTypes
package import Kelisim
internal import Metrics

/// What the service measures of itself.
struct ServiceMeasures: Sendable {
    /// Times the answers of one call.
    struct CallTimer: Sendable {
        fileprivate let durations: Timer
        fileprivate let answers: [Counter]

        /// Notes an answer with `status` that took `duration`.
        func record(_ duration: Duration, status: HTTPResponse.Status) {
            durations.recordNanoseconds(Int64(duration / Duration.nanoseconds(1)))
            answers[min(max(status.code / 100, 1), 5) - 1].increment()
        }
    }

    private let factory: any MetricsFactory

    init(_ factory: any MetricsFactory) {
        self.factory = factory
    }

    /// What times the answers of `endpoint`.
    func timer(_ endpoint: Endpoint) -> CallTimer {
        timer([("method", endpoint.method.rawValue), ("route", endpoint.path)])
    }

    /// What times the pages of the site.
    func pageTimer() -> CallTimer { timer([("method", "GET"), ("route", "page")]) }

    private func timer(_ route: [(String, String)]) -> CallTimer {
        CallTimer(
            durations: Timer(
                label: "kelisim_request_duration_seconds",
                dimensions: route,
                factory: factory
            ),
            answers: (1...5)
                .map { family in
                    Counter(
                        label: "kelisim_requests_total",
                        dimensions: route + [("status", "\(family)xx")],
                        factory: factory
                    )
                }
        )
    }
}

extension PrometheusMetrics {
    /// Measures a batch of the registry.
    package func measure(_ batch: BatchMeasure) {
        makeRecorder(label: "kelisim_batch_size", dimensions: [], aggregate: true)
            .record(Int64(batch.size))
        makeRecorder(label: "kelisim_waiting_submissions", dimensions: [], aggregate: false)
            .record(Int64(batch.waiting))
    }
}
