internal import CoreMetrics
internal import Hummingbird
internal import Kelisim
internal import KelisimLog
internal import Logging

/// What answers the calls: the parts, and what is remembered between calls.
struct ConsentService: Sendable {
    let parts: ServiceParts
    let settings: ServiceSettings
    /// The secrets of the registry, which never change.
    let secrets: (presentationKey: Nonce, idempotencySalt: Nonce)
    let readings = TextReadings()
    let signer: StandingSigner
    let metrics: PrometheusMetrics
    /// Counts the questions that the database did not answer.
    let databaseErrors: any CounterHandler
    let logger: Logger

    /// The policies as the public knows them now.
    var policies: [Policy] {
        let now = parts.clock()
        return parts.library.current.repository.policies.compactMap { $0.published(by: now) }
    }

    /// The policy named `id` as the public knows it now.
    func policy(_ id: PolicyID) -> Policy? {
        parts.library.current.repository.policy(id)?.published(by: parts.clock())
    }

    /// What to answer to an error of the registry, whose cause is logged; about no field of a body.
    func problem(_ error: RegistryError) async -> Problem {
        switch error {
        case .refused, .busy: break
        case .unavailable(let reason), .damaged(let reason):
            databaseErrors.increment(by: 1)
            logger.error("The registry did not answer.", metadata: ["reason": "\(reason)"])
        }
        let shelf = (try? await parts.registry.shelf()) ?? Shelf()
        var problem = Problem(error, shelf: shelf)
        problem.pointer = nil
        return problem
    }

    /// What to answer to a trouble with the log, which is logged.
    func problem(_ trouble: LogTrouble) -> Problem {
        logger.error("The log can't be read.", metadata: ["reason": "\(trouble)"])
        return .unavailable
    }

    /// What to answer when something can't be drawn, whose cause is logged.
    func problem(_ failure: Failure) -> Problem {
        let reasons = failure.findings.map { "\($0.place) \($0.code.name)" }
        logger.error("Something can't be drawn.", metadata: ["reason": "\(reasons)"])
        return Problem(.internalError)
    }
}
