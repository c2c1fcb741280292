import Foundation
import KelisimTesting

/// A socket whose process was killed.
enum StaleSocket {
    /// Leaves one at `path`, and gives the number of its file.
    static func make(_ path: String) async throws -> Int {
        let script = "import socket; socket.socket(socket.AF_UNIX).bind('\(path)')"
        let command = try Command.run("/usr/bin/env", ["python3", "-c", script], in: "/")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard command.status == 0, let file = attributes[.systemFileNumber] as? Int else {
            throw CocoaError(.fileNoSuchFile)
        }
        return file
    }
}
