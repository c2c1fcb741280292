internal import Kelisim

/// A registry that a verb works with, and what was known when it was opened.
struct OpenedRegistry: Sendable {
    /// The registry.
    let registry: any Registry
    /// The database, as people may see it.
    let database: String
    /// What was published, also what was just taken up.
    let shelf: Shelf
    /// The policy repository; nil when there is none, or it has errors in what was published.
    let repository: Repository?
    /// The present moment, and never before the last row was recorded, whatever the clock says.
    let now: Instant

    /// Asks the registry, and says in findings why it does not answer.
    ///
    /// - Parameters:
    ///   - subject: what is asked about, for the messages.
    ///   - question: what to ask.
    /// - Returns: the answer.
    /// - Throws: the ``Failure`` that a ``RegistryError`` becomes.
    func ask<Value>(
        about subject: some CustomStringConvertible,
        _ question: (any Registry) async throws(RegistryError) -> Value
    ) async throws(Failure) -> Value {
        do throws(RegistryError) {
            return try await question(registry)
        } catch {
            throw error.failure(at: Place("\(subject)"), database: database, shelf: shelf)
        }
    }
}
