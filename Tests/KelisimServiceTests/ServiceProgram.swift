import Foundation
import KelisimTesting

/// The programs of Tests/Service.
enum ServiceProgram {
    /// Runs one on a thread that nothing else waits for.
    static func run(
        _ program: String,
        _ arguments: [String],
        _ environment: [String: String] = [:]
    ) async throws -> Command {
        let python = try PythonTool("python")
        let path = "\(Project.root)/Tests/Service/\(program).py"
        return try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result { try python.run([path] + arguments, environment: environment) }
                )
            }
        }
    }
}
