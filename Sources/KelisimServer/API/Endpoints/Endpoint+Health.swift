internal import CoreMetrics
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import Metrics

extension Endpoint {
    private struct Readiness: Encodable {
        let ready: Bool
        let troubles: [String: String]
    }

    private static let unkept: HTTPFields = [.cacheControl: "no-store"]

    /// What watches the service.
    static let health: [Endpoint] = [
        .get("/healthz") { _ async throws(Problem) in
            .json("{\"alive\": true}\n", headers: unkept)
        },
        .get("/readyz") { call async throws(Problem) in
            var troubles = call.service.parts.troubles()
            do throws(RegistryError) {
                _ = try await call.service.parts.registry.head()
            } catch {
                troubles["database"] = "not reached"
            }
            let isReady = troubles.keys.allSatisfy { $0 == "policies" }
            var fields = unkept
            if !isReady { fields[.retryAfter] = "1" }
            let document = Readiness(ready: isReady, troubles: troubles)
            return .json(
                JSONText.make(document) + "\n",
                status: isReady ? .ok : .serviceUnavailable,
                headers: fields
            )
        },
        .get("/metrics") { call async throws(Problem) in
            Response(
                type: "text/plain; version=0.0.4; charset=utf-8",
                bytes: try await call.metrics().utf8,
                headers: unkept
            )
        },
        .get("/openapi.json") { _ async throws(Problem) in
            Response(
                type: "application/json",
                bytes: PackageResources.openapi_json,
                headers: [.cacheControl: "public, max-age=3600"]
            )
        },
        .get("/.well-known/jwks.json") { call async throws(Problem) in
            .json(
                try call.service.signer.keys(),
                headers: [.cacheControl: "public, max-age=3600"]
            )
        },
    ]
}

extension Call {
    /// Everything that is measured, with what the registry and the log are at this moment.
    fileprivate func metrics() async throws(Problem) -> String {
        let metrics = service.metrics
        let head = try? await service.parts.registry.head()
        let checkpoint = (try? await service.parts.log.checkpoint()).flatMap { $0 }
        let published = checkpoint.flatMap { SignedNote($0) }.flatMap { Checkpoint(body: $0.text) }
        let gauges: [(String, UInt64?)] = [
            ("kelisim_log_entries", head?.size), ("kelisim_log_published_entries", published?.size),
            ("kelisim_database_up", head == nil ? 0 : 1),
        ]
        for (name, value) in gauges {
            guard let value else { continue }
            metrics.makeRecorder(label: name, dimensions: [], aggregate: false)
                .record(Int64(clamping: value))
        }
        return metrics.text
    }
}
