internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

/// A verb: does one thing with the application and says how it went.
protocol Verb: ParsableCommand {
    var options: CommonOptions { get }

    /// Does it. Results go to standard output.
    ///
    /// - Throws: `Failure`, which becomes messages on standard error and an exit status.
    func run(_ application: Application) throws(Failure)
}

/// A verb that uses more than one core.
protocol AsyncVerb: AsyncParsableCommand {
    var options: CommonOptions { get }

    /// Does it, as ``Verb/run(_:)`` does.
    func run(_ application: Application) async throws(Failure)
}

extension Verb {
    func run() throws {
        prepareOutput()
        do throws(Failure) {
            try run(try options.application())
        } catch {
            try options.end(with: error)
        }
    }
}

extension AsyncVerb {
    func run() async throws {
        try await perform()
    }

    /// Does it on the caller's thread, which ``run()`` of the argument parser leaves.
    func perform() async throws {
        prepareOutput()
        do throws(Failure) {
            try await run(try options.application())
        } catch {
            try options.end(with: error)
        }
    }
}

/// A reader that goes away early, such as `head`, is no error.
private func prepareOutput() {
    signal(SIGPIPE, SIG_DFL)
}

extension CommonOptions {
    /// What another command line would mend.
    private static let usage: Set<FindingCode> = [.baseURLMissing, .binaryToTerminal]

    /// Says why a verb was not done, and ends with the status that stands for it.
    fileprivate func end(with failure: Failure) throws -> Never {
        Console.report(failure, in: language)
        switch failure {
        case .refused(let findings) where findings.contains { Self.usage.contains($0.code) }:
            throw ExitCode.validationFailure
        case .refused: throw ExitCode(1)
        case .impossible: throw ExitCode(2)
        }
    }
}
