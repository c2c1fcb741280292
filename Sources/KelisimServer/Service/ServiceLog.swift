internal import Foundation
internal import Kelisim
package import Logging

/// What a service says of itself while it runs: lines on standard error.
///
/// Neither subjects nor addresses nor keys ever stand in it.
package struct ServiceLog: Sendable {
    /// The form of the lines.
    package enum Format: String, CaseIterable, Sendable {
        /// For people.
        case text
        /// One JSON object a line, for programs.
        case json
    }

    /// The names of the levels, from the one that says most on.
    package static let levels = Logger.Level.allCases.map(\.rawValue)

    package let logger: Logger

    /// A log of what is at least as grave as `level`, one of ``levels``.
    package init(level: String, format: Format) {
        var logger = Logger(label: "kelisim") { _ in LineLogHandler(format: format) }
        logger.logLevel = Logger.Level(rawValue: level) ?? .notice
        self.logger = logger
    }

    /// Says that `message` holds, with its facts.
    package func notice(_ message: String, _ facts: [String: String] = [:]) {
        logger.notice("\(message)", metadata: facts.mapValues { .string($0) })
    }

    /// Says that something went wrong that a person should look at.
    package func error(_ message: String, _ facts: [String: String] = [:]) {
        logger.error("\(message)", metadata: facts.mapValues { .string($0) })
    }
}

/// Writes a line for each event, and does nothing before there is one: every request has a name of its own.
private struct LineLogHandler: LogHandler {
    private struct Line: Encodable {
        let at: String
        let level: String
        let message: String
        let facts: [String: String]

        /// The line for people.
        var text: String {
            let facts = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            return "\(at) \(level): \(message)\(facts.joined())"
        }
    }

    let format: ServiceLog.Format
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
        let line = Line(
            at: Instant.now.description,
            level: event.level.rawValue,
            message: "\(event.message)",
            facts: facts.mapValues { "\($0)" }
        )
        let text = format == .json ? JSONText.make(line, isPretty: false) : line.text
        // One line however many the message has.
        let bytes = Data((text.replacing("\n", with: " ") + "\n").utf8)
        try? FileHandle.standardError.write(contentsOf: bytes)
    }
}
