/// What the pages of a preview are made from, as one name that changes when it does, and who waits
/// for the next one.
///
/// A name is made of ASCII letters and digits, such as a digest. It says what the pages are and
/// not how often they were made, so that a page is left alone when nothing changed, also by a
/// server that was started again.
package actor PreviewVersion {
    /// The name now.
    package private(set) var current: String

    /// How many pages are listening.
    var listenerCount: Int { listeners.count }

    private var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    private var count = 0

    /// Begins with the version `name`.
    package init(_ name: String) {
        current = name
    }

    /// Tells every open page that the pages are now made from version `name`, if it is a new one.
    ///
    /// From now on pages must come from it.
    package func announce(_ name: String) {
        guard name != current else { return }
        current = name
        for listener in listeners.values { listener.yield(name) }
    }

    /// The name now and each that follows, of which a slow listener misses all but the newest, and
    /// a way to end them.
    func listen() -> (names: AsyncStream<String>, end: @Sendable () -> Void) {
        let (stream, listener) = AsyncStream.makeStream(
            of: String.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let number = count
        count += 1
        listeners[number] = listener
        listener.onTermination = { [weak self] _ in
            Task { await self?.forget(number) }
        }
        listener.yield(current)
        return (stream, { listener.finish() })
    }

    private func forget(_ number: Int) {
        listeners[number] = nil
    }
}
