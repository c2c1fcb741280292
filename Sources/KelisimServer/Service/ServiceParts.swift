internal import Hummingbird
package import Kelisim
package import KelisimLog

/// What a service is put together from.
package struct ServiceParts: Sendable {
    /// Where decisions are recorded.
    package let registry: any Registry
    /// The API keys.
    package let keys: any AccessKeys
    /// Where the log is published.
    package let log: any LogStore
    /// The key that verifies the log.
    package let logKey: VerifierKey
    /// What was published.
    package let library: LibraryShelf
    /// Makes what other rooms know how to draw.
    package let renderers: Renderers
    /// Tells the time.
    package let clock: @Sendable () -> Instant
    /// Called after something was recorded, so that the log is published.
    package let recorded: @Sendable () -> Void
    /// What is not as it should be, by the part that says so; empty when the service is ready.
    package let troubles: @Sendable () -> [String: String]

    /// What other rooms know how to draw.
    package struct Renderers: Sendable {
        /// The comparison of two editions in a language, as JSON or, with `isHTML`, as a page.
        package let compare:
            @Sendable (
                _ from: Edition?,
                _ to: Edition,
                _ policy: Policy,
                _ language: Language,
                _ isHTML: Bool
            ) async throws(Failure) -> [UInt8]
        /// The receipt as a page.
        package let receipt: @Sendable (_ receipt: Receipt, _ language: String) -> [UInt8]

        /// Makes renderers of their parts.
        package init(
            compare:
                @escaping @Sendable (
                    _ from: Edition?,
                    _ to: Edition,
                    _ policy: Policy,
                    _ language: Language,
                    _ isHTML: Bool
                ) async throws(Failure) -> [UInt8],
            receipt: @escaping @Sendable (_ receipt: Receipt, _ language: String) -> [UInt8]
        ) {
            self.compare = compare
            self.receipt = receipt
        }
    }

    /// Makes a service's parts.
    package init(
        registry: any Registry,
        keys: any AccessKeys,
        log: any LogStore,
        logKey: VerifierKey,
        library: LibraryShelf,
        renderers: Renderers,
        clock: @escaping @Sendable () -> Instant = { .now },
        recorded: @escaping @Sendable () -> Void = {},
        troubles: @escaping @Sendable () -> [String: String] = { [:] }
    ) {
        self.registry = registry
        self.keys = keys
        self.log = log
        self.logKey = logKey
        self.library = library
        self.renderers = renderers
        self.clock = clock
        self.recorded = recorded
        self.troubles = troubles
    }
}
