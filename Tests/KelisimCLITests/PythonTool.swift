import Foundation
import KelisimTesting

/// A program of the Python packages in Tests/requirements.txt, which `scripts/setup tests` installs.
struct PythonTool: CustomStringConvertible {
    let path: String

    private static let folder = "\(Project.root)/.build/tests-venv/bin"

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// - Throws: ``Missing`` when it is not installed.
    init(_ name: String) throws {
        path = "\(Self.folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(description: "\(path) is missing: run scripts/setup tests")
        }
    }

    var description: String { path }

    /// Runs it, with the other programs of the environment on the PATH.
    func run(_ arguments: [String], in folder: String = Project.root) throws -> Command {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try Command.run(
            path,
            arguments,
            in: folder,
            environment: ["PATH": "\(Self.folder):\(search)"]
        )
    }
}
