internal import Foundation

/// A script of Tests/Readers: somebody else's reader of files that Kelisim writes, which says in JSON
/// what it found.
///
/// They run in the Python environment that `scripts/setup tests` installs.
public enum Reader {
    /// What the script `name` says about `bytes`.
    ///
    /// - Parameters:
    ///   - name: the name of the script, without its ending.
    ///   - bytes: the contents of the file that it reads.
    /// - Returns: its output as JSON has it.
    /// - Throws: when it could not be run, did not like the file, or the environment is missing.
    public static func json<Value: Decodable>(_ name: String, _ bytes: [UInt8]) throws -> Value {
        let folder = try TemporaryFolder()
        try folder.write("file", bytes: bytes)
        let result = try Command.run(
            "\(Project.root)/.build/tests-venv/bin/python",
            ["\(Project.root)/Tests/Readers/\(name).py", folder.path("file")],
            in: folder.path
        )
        guard result.status == 0 else { throw Refusal(description: result.errors) }
        return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
    }

    /// Why a reader did not take a file.
    public struct Refusal: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }
}
