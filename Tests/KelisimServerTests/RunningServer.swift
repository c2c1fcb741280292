import Foundation
import Kelisim
import KelisimTesting

@testable import KelisimServer

/// A server at a free port, for the time of one test.
struct RunningServer: Sendable {
    /// Its address, with a slash at its end.
    let url: String
    /// What its pages are made from.
    let version: PreviewVersion

    /// Runs a server with two pages while `body` goes on, and returns when it has ended.
    static func during(
        _ body: @escaping @Sendable (RunningServer) async throws -> Void
    ) async throws {
        let version = PreviewVersion("a1")
        let server = LoopbackServer(port: 0, version: version, answer: page)
        let (urls, listening) = AsyncStream.makeStream(of: String.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(endsOnSignals: false) { listening.yield($0) }
                listening.finish()
            }
            for await url in urls {
                try await body(RunningServer(url: url, version: version))
                break
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private static func page(at path: String) -> PreviewAnswer {
        switch path {
        case "/": PreviewAnswer(file: "index.html", bytes: Array("<p>Бет".utf8))
        case "/style.css": PreviewAnswer(file: path, bytes: Array("p {}".utf8))
        default: PreviewAnswer(status: 404, file: "404.html", bytes: Array("<p>\(path)".utf8))
        }
    }

    /// What curl prints when it asks for `path`: the head and the body of the answer.
    func ask(_ path: String, _ options: String...) async throws -> String {
        let arguments = ["--silent", "--include", "--path-as-is", "--max-time", "10"]
        return try await RunningServer.curl(arguments + options + [url + path.dropFirst()]).output
    }

    /// Runs curl on a thread that nothing else waits for.
    static func curl(_ arguments: [String]) async throws -> Command {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        try Command.run("/usr/bin/env", ["curl"] + arguments, in: "/")
                    }
                )
            }
        }
    }

    /// Begins to read the events into `file`, until the process is ended.
    func readEvents(into file: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "curl", "--silent", "--include", "--no-buffer", "--max-time", "60", "--output", file,
            url + ".preview/events",
        ]
        try process.run()
        return process
    }
}

/// Waits until `condition` holds, for at most `limit`, and says how long it took; nil when it did
/// not.
func waited(
    _ limit: Duration = .seconds(10),
    until condition: () async throws -> Bool
) async throws -> Duration? {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < limit {
        if try await condition() { return ContinuousClock.now - start }
        try await Task.sleep(for: .milliseconds(2))
    }
    return nil
}
