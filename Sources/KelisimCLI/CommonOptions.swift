internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp
internal import KelisimText

/// What every verb understands, before or after its name.
struct CommonOptions: ParsableArguments {
    @Option(help: "The folder of the policy repository.", completion: .directory)
    var policies: String?

    @Option(
        help: "The language of messages: kk, ru or en; without it that of LANG.",
        completion: .messages
    )
    var messages: String?

    func validate() throws {
        guard let messages, WordingLanguage(rawValue: messages) == nil else { return }
        throw ValidationError("--messages takes kk, ru or en, not '\(messages)'.")
    }

    /// The language of messages.
    var language: WordingLanguage {
        if let messages, let language = WordingLanguage(rawValue: messages) { return language }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale.flatMap { WordingLanguage(rawValue: String($0.prefix(2))) } ?? .en
    }

    /// The application as the environment and the options have it.
    func application() throws(Failure) -> Application {
        let settings = try Settings(
            environment: ProcessInfo.processInfo.environment,
            policies: policies
        )
        let language = language
        return Application(
            settings: settings,
            language: language,
            warn: { Console.report($0, in: language) }
        )
    }
}

/// The formats in which most verbs answer.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
