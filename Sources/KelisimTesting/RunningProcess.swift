internal import Foundation

/// A program that runs beside the tests, started and awaited by a thread of its own.
///
/// Linux tells a child of its parent's death when the thread that started it ends, so that thread must live
/// as long as the child.
public final class RunningProcess: Sendable {
    private let identifier: Int32
    private let ended = DispatchSemaphore(value: 0)

    /// Starts `command`, whose output is added to the file `log`.
    ///
    /// - Parameters:
    ///   - command: the path of the program, and its arguments.
    ///   - folder: the working folder.
    ///   - log: the path of the file.
    /// - Throws: when it could not be started.
    public init(_ command: [String], in folder: String, log: String) throws {
        let started = DispatchSemaphore(value: 0)
        let outcome = Outcome()
        let ended = ended
        Thread.detachNewThread {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: command[0])
            process.arguments = Array(command.dropFirst())
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
            process.standardInput = FileHandle.nullDevice
            _ = FileManager.default.createFile(atPath: log, contents: nil)
            let output = FileHandle(forWritingAtPath: log)
            process.standardOutput = output
            process.standardError = output
            outcome.result = Result {
                try process.run()
                return process.processIdentifier
            }
            started.signal()
            if process.isRunning { process.waitUntilExit() }
            ended.signal()
        }
        started.wait()
        identifier = try outcome.result.get()
    }

    /// What the thread found; read after it has signalled.
    private final class Outcome: @unchecked Sendable {
        // Written by one thread before the semaphore is signalled, read by the other after it was waited
        // for, and never again.
        var result: Result<Int32, any Error> = .failure(CocoaError(.executableNotLoadable))
    }

    /// Whether it has not ended yet.
    public var isRunning: Bool { kill(identifier, 0) == 0 }

    /// Sends it a signal and waits for its end.
    public func end(_ signal: Int32) {
        kill(identifier, signal)
        ended.wait()
        ended.signal()
    }
}
