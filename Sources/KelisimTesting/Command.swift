internal import Foundation

/// A program that a test runs as its own child, and what it answered.
public struct Command: Sendable {
    /// The exit status.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String

    /// Runs `program` to its end.
    ///
    /// - Parameters:
    ///   - program: the path of the program.
    ///   - arguments: its arguments.
    ///   - folder: the working folder.
    ///   - environment: variables set on top of a small, fixed environment.
    /// - Returns: what it answered.
    /// - Throws: when it could not be started.
    public static func run(
        _ program: String,
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:]
    ) throws -> Command {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": path, "LANG": "C.UTF-8"].merging(environment) { $1 }
        // Files and not pipes: a child that writes much must never wait for its reader.
        let results = try TemporaryFolder()
        for name in ["output", "errors"] { try results.write(name, "") }
        let output = FileHandle(forWritingAtPath: results.path("output"))
        let errors = FileHandle(forWritingAtPath: results.path("errors"))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        return Command(
            status: process.terminationStatus,
            output: try results.read("output"),
            errors: try results.read("errors")
        )
    }
}
