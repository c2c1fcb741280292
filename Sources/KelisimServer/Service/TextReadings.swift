internal import Kelisim
internal import KelisimLog
internal import KelisimText
internal import Synchronization

/// Texts that were read, by their digests: what a digest stands for never changes.
final class TextReadings: Sendable {
    /// A text, and the HTML of it.
    struct Reading: Sendable {
        let content: PolicyText
        let html: [UInt8]
    }

    /// How many are kept: in both languages, all that is asked about day by day.
    private static let capacity = 64

    private let readings = Mutex<[Digest: Reading]>([:])

    /// The reading of `text`.
    ///
    /// - Throws: ``Problem``: a published text is always within the limits.
    func reading(of text: Text) throws(Problem) -> Reading {
        if let known = readings.withLock({ $0[text.digest] }) { return known }
        guard let content = try? PolicyText(text.bytes) else { throw Problem(.internalError) }
        let html = content.html(language: text.language.tag)
        let reading = Reading(content: content, html: html)
        readings.withLock { readings in
            if readings.count >= TextReadings.capacity { readings.removeAll() }
            readings[text.digest] = reading
        }
        return reading
    }
}
