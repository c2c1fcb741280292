import Foundation
import KelisimTesting
import Testing

/// `kelisim preview`, running as a child of the test.
final class RunningPreview {
    /// The address that it said, such as `http://127.0.0.1:41234/`.
    let address: String

    private let process = Process()

    /// Starts it in `folder` at any free port and waits until it says where it is.
    init(in folder: TemporaryFolder, _ arguments: String...) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Project.binary)
        process.arguments = ["preview", "--port", "0"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let words = line.split(separator: " ")
        address = String(try #require(words.first { $0.hasPrefix("http://127.0.0.1:") }))
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// The status and the page at `path`.
    func ask(_ path: String) throws -> (status: String, page: String) {
        let answer = try Command.run(
            "/usr/bin/curl",
            ["--silent", "--max-time", "20", "--write-out", "\n%{http_code}", address + path],
            in: "/"
        )
        let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
        return (String(lines.last ?? ""), lines.dropLast().joined(separator: "\n"))
    }

    /// The page at `path` as soon as `isRight` says so, or at last after ten seconds.
    func page(_ path: String, until isRight: (String) -> Bool) async throws -> String {
        let end = ContinuousClock.now + .seconds(10)
        while true {
            let page = try ask(path).page
            if isRight(page) || ContinuousClock.now > end { return page }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Asks it to end, as Ctrl-C does; its exit status.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
