import Foundation
import KelisimTesting

/// A running program that records decisions, and what it was answered.
final class WriterProcess {
    /// A decision that the writer was told is durable.
    struct Acknowledged: Hashable {
        let key: String
        let decision: String
        let index: UInt64
        let leafHash: String
    }

    private let process = Process()
    private let lines: TemporaryFolder
    /// How many bytes of what it wrote were looked at, and how many answers they tell of.
    private var counted: (bytes: UInt64, answers: Int) = (0, 0)

    /// Starts `RegistryWriter` with `arguments`, through the program `wrapper` when one is given.
    convenience init(_ arguments: [String], through wrapper: [String] = []) throws {
        let binary = URL(fileURLWithPath: Project.binary).deletingLastPathComponent()
            .appendingPathComponent("RegistryWriter").path
        try self.init(running: wrapper + [binary] + arguments)
    }

    /// Starts the program `command`.
    init(running command: [String], environment: [String: String]? = nil) throws {
        lines = try TemporaryFolder()
        try lines.write("output", "")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        if let environment { process.environment = environment }
        process.standardInput = FileHandle.nullDevice
        // A file keeps every line that was written before the process was killed.
        process.standardOutput = FileHandle(forWritingAtPath: lines.path("output"))
        process.standardError = FileHandle.standardError
        try process.run()
    }

    /// Lets it run for `duration` or until it ends, and kills it.
    func run(for duration: Duration) async throws {
        let end = ContinuousClock.now + duration
        while process.isRunning, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        kill()
    }

    /// Waits until it has ended by itself, or kills it after `limit`.
    func waitUntilExit(limit: Duration = .seconds(60)) async throws {
        try await run(for: limit)
    }

    /// Waits until it was told of `count` decisions, or has ended.
    func waitForAcknowledgements(_ count: Int, limit: Duration = .seconds(60)) async throws {
        try await wait(limit: limit) { try countAnswers() >= count }
    }

    /// Waits until `condition` holds, or it has ended.
    func wait(
        limit: Duration = .seconds(60),
        until condition: () throws -> Bool
    ) async throws {
        let end = ContinuousClock.now + limit
        while process.isRunning, ContinuousClock.now < end, try !condition() {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// How many lines begin with `words`.
    func count(_ words: String) throws -> Int {
        try output().count { $0.hasPrefix(words) }
    }

    /// How often it was told that a decision is durable.
    func countAnswers() throws -> Int {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: notes))
        try file.seek(toOffset: counted.bytes)
        let new = try file.readToEnd() ?? Data()
        guard let last = new.lastIndex(of: UInt8(ascii: "\n")) else { return counted.answers }
        counted.bytes += UInt64(last + 1 - new.startIndex)
        counted.answers +=
            new[..<last].split(separator: UInt8(ascii: "\n"))
            .count { $0.starts(with: Array("ack ".utf8)) }
        return counted.answers
    }

    /// Lets it end what it has begun, and waits for that.
    func finish() async throws {
        process.terminate()
        try await waitUntilExit()
    }

    /// Kills it, as `kill -9` does.
    func kill() {
        // `env` has become the program, so this is its process.
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// Whether it was killed, and not by itself.
    var wasKilled: Bool { process.terminationReason == .uncaughtSignal }

    /// The status it ended with.
    var status: Int32 { process.terminationStatus }

    /// The file of what it wrote.
    var notes: String { lines.path("output") }

    /// Every whole line that it wrote.
    func output() throws -> [Substring] {
        var parts = try lines.read("output")
            .split(separator: "\n", omittingEmptySubsequences: false)
        parts.removeLast()
        return parts
    }

    /// What it was told is durable.
    func acknowledged() throws -> [Acknowledged] {
        try output()
            .compactMap { line in
                guard line.hasPrefix("ack ") else { return nil }
                let words = line.split(separator: " ")
                guard words.count >= 5, let index = UInt64(words[3]) else {
                    return nil
                }
                return Acknowledged(
                    key: String(words[1]),
                    decision: String(words[2]),
                    index: index,
                    leafHash: String(words[4])
                )
            }
    }
}
