import Foundation
import KelisimTesting
import Testing

/// `kelisim serve`, which is killed and started again at the same port.
final class ServiceProcess {
    /// Its address, without a slash at its end.
    private(set) var url = ""

    private let folder: TemporaryFolder
    private let settings: [String: String]
    /// How many descriptors it may have; nil for as many as the tests.
    private let descriptors: Int?
    private var process = Process()

    /// Starts it in `folder`, and waits until it says where it listens.
    init(
        in folder: TemporaryFolder,
        _ settings: [String: String],
        descriptors: Int? = nil
    ) async throws {
        self.folder = folder
        self.settings = settings
        self.descriptors = descriptors
        try begin(at: "127.0.0.1:0")
        try await waitUntilItListens()
    }

    /// Starts it again, at the same port.
    func start() async throws {
        try begin()
        try await waitUntilItListens()
    }

    /// Starts it again and does not wait.
    func begin() throws {
        try begin(at: String(url.dropFirst("http://".count)))
    }

    private func begin(at address: String) throws {
        for name in ["service.out", "service.log"] { try folder.write(name, "") }
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let limit = descriptors.map { "ulimit -n \($0); " } ?? ""
        process.arguments = ["-c", "\(limit)exec \"$0\" serve", Project.binary]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let variables = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KELISIM_LISTEN": address,
            "KELISIM_BASE_URL": "https://kelisim.test/",
        ]
        process.environment = variables.merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: folder.path("service.out"))
        process.standardError = FileHandle(forWritingAtPath: folder.path("service.log"))
        try process.run()
    }

    private func waitUntilItListens() async throws {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            let words = try folder.read("service.out").split(separator: " ")
            if words.count > 2, let word = words.first(where: { $0.hasPrefix("http://") }) {
                url = String(word.dropLast())
                return
            }
            let log = try log()
            try #require(process.isRunning && ContinuousClock.now < end, "\(log)")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// What it has said of itself since it was started last.
    func log() throws -> String { try folder.read("service.log") }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Its process.
    var identifier: Int32 { process.processIdentifier }

    /// Kills it, as `kill -9` does.
    func kill() {
        // `sh` has become the service, so this is its process.
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// Asks it to end.
    func terminate() { process.terminate() }

    /// Waits for its end; its exit status.
    func waitForEnd() async throws -> Int32 {
        let end = ContinuousClock.now + .seconds(60)
        while process.isRunning {
            try #require(ContinuousClock.now < end, "it goes on")
            try await Task.sleep(for: .milliseconds(5))
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Asks it to end and waits for that; its exit status.
    func stop() async throws -> Int32 {
        terminate()
        return try await waitForEnd()
    }

    deinit {
        kill()
    }
}
