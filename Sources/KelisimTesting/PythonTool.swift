internal import Foundation

/// A program of the Python packages in Tests/requirements.txt, which `scripts/setup tests` installs.
public struct PythonTool: CustomStringConvertible, Sendable {
    /// Where it is.
    public let path: String

    private static let folder = "\(Project.root)/.build/tests-venv/bin"

    private struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The program called `name`.
    ///
    /// - Throws: an error that says what to do when it is not installed.
    public init(_ name: String) throws {
        path = "\(Self.folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(description: "\(path) is missing: run scripts/setup tests")
        }
    }

    /// Its path.
    public var description: String { path }

    /// Runs it, with the other programs of the environment on the PATH.
    ///
    /// - Parameters:
    ///   - arguments: its arguments.
    ///   - folder: the working folder.
    ///   - environment: variables set on top of a small, fixed environment.
    /// - Returns: what it answered.
    /// - Throws: when it could not be started.
    public func run(
        _ arguments: [String],
        in folder: String = Project.root,
        environment: [String: String] = [:]
    ) throws -> Command {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let variables = ["PATH": "\(Self.folder):\(search)"].merging(environment) { $1 }
        return try Command.run(path, arguments, in: folder, environment: variables)
    }
}
