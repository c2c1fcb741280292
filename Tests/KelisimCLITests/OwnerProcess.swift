import Foundation
import KelisimTesting
import Testing

/// A process beside the verbs that owns the registry in the sandbox's folder.
final class OwnerProcess {
    private let process = Process()

    /// Starts it and waits until verbs are let in.
    init(in folder: TemporaryFolder) async throws {
        let binary = URL(fileURLWithPath: Project.binary).deletingLastPathComponent()
            .appendingPathComponent("RegistryOwner")
        let socket = folder.path("kelisim.db.socket")
        let before = OwnerProcess.file(socket)
        process.executableURL = binary
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let end = ContinuousClock.now + .seconds(60)
        while [nil, before].contains(OwnerProcess.file(socket)) {
            try #require(process.isRunning && ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private static func file(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.systemFileNumber] as? Int
    }

    /// Its number.
    var identifier: Int32 { process.processIdentifier }

    /// Asks it to end and waits for it; its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Kills it, as `kill -9` does.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit {
        if process.isRunning { kill() }
    }
}
