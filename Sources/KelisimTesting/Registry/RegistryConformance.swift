public import Kelisim

/// What every registry does, as cases that a test target runs on its own.
///
///     @Test(arguments: RegistryConformance.cases)
///     func conforms(_ rule: RegistryConformance.Case) async throws {
///         try await rule.check { clock in try await MyRegistry(…, clock: clock) }
///     }
public enum RegistryConformance {
    /// Makes an empty registry that takes the time from a clock.
    public typealias Maker =
        @Sendable (@escaping @Sendable () -> Instant) async throws -> any Registry

    /// One rule.
    public struct Case: Sendable, CustomStringConvertible {
        /// The rule as the name of a test.
        public let description: String
        private let body: @Sendable (RegistryRoom) async throws -> Void

        init(_ name: String, _ body: @escaping @Sendable (RegistryRoom) async throws -> Void) {
            description = name
            self.body = body
        }

        /// Checks the rule on an empty registry made by `make`, which is closed afterwards.
        public func check(_ make: Maker) async throws {
            let clock = ManualClock(RegistryRoom.morning)
            let room = RegistryRoom(try await make { clock.now }, clock)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(room))
            } catch {
                outcome = .failure(error)
            }
            await room.registry.close()
            try outcome.get()
        }
    }

    /// All rules.
    public static let cases: [Case] =
        log + concurrency + idempotency + publications + standing + answers + deciding + guardians
        + records + erasure + traps
}
