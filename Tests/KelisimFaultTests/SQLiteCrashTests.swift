import Foundation
import Kelisim
import KelisimSQLite
import KelisimTesting
import Testing

@Suite(.serialized) struct SQLiteCrashTests {
    private func room(seed: UInt64 = 1) throws -> CrashRoom {
        let folder = try TemporaryFolder()
        let path = folder.path("kelisim.db")
        return try CrashRoom(folder, database: path, seed: seed) {
            try SQLiteRegistry(path: path)
        }
    }

    @Test func nothingAcknowledgedIsLostOrDoubled() async throws {
        var room = try room()
        for number in 0..<CrashRoom.rounds {
            try await room.round(number)
            try #require(room.judge.complaints.isEmpty, "round \(number)")
        }
        #expect(room.judge.acknowledged.count > CrashRoom.rounds)
    }

    /// A registry that answers before it has committed must not pass.
    @Test func answeringEarlyIsFound() async throws {
        var room = try room(seed: 2)
        let writer = try WriterProcess(room.arguments(["--plant", "early"]))
        try await writer.waitForAcknowledgements(200)
        try await writer.run(for: .milliseconds(5))
        try room.judge.hear(writer)
        try await room.judgeRegistry()
        #expect(!room.judge.complaints.isEmpty)
    }

    @Test func everyAnswerComesAfterAFlush() async throws {
        let complaints = try await flushes(wrapper: [])
        #expect(complaints.isEmpty)
    }

    /// A registry that does not flush must not pass.
    @Test func notFlushingIsFound() async throws {
        let skipping = ["-e", "inject=fdatasync,fsync:retval=0"]
        #expect(try await !flushes(wrapper: skipping).isEmpty)
    }

    private func flushes(wrapper: [String]) async throws -> [String] {
        let room = try room(seed: 3)
        let trace = room.folder.path("trace")
        let writer = try WriterProcess(
            room.arguments(["--callers", "1", "--count", "20"]),
            through: ["strace", "-f", "-qq", "-s", "16", "-o", trace]
                + ["-e", "trace=openat,close,fdatasync,fsync,write,pwrite64"] + wrapper
        )
        try await writer.waitUntilExit()
        #expect(try writer.acknowledged().count == 20)
        return FlushJudge.complaints(in: try room.folder.read("trace"), database: "kelisim.db-wal")
    }

    /// Errors of the disk: answers stop, and nothing that was answered is lost.
    @Test(
        arguments: [
            ("fdatasync,fsync", "EIO", "kelisim.db-wal"),
            ("pwrite64", "ENOSPC", "kelisim.db-wal"), ("pwrite64", "EIO", "kelisim.db-wal"),
            ("rename,renameat,renameat2,link,linkat", "EIO", nil),
            ("rename,renameat,renameat2,link,linkat", "ENOSPC", nil),
            ("fsync", "EIO", nil),
        ]
    )
    func errorsOfTheDiskLoseNothing(_ call: String, _ error: String, _ file: String?) async throws {
        var room = try room(seed: 4)
        let first = try WriterProcess(room.arguments(["--count", "100"]))
        try await first.waitUntilExit()
        try room.judge.hear(first)
        let paths = file.map { ["-P", room.folder.path($0)] } ?? []
        let writer = try WriterProcess(
            room.arguments(["--count", "2000"]),
            through: ["strace", "-f", "-qq", "-o", "/dev/null"] + paths
                + ["-e", "trace=\(call)", "-e", "inject=\(call):error=\(error):when=8+"]
        )
        try await writer.run(for: .seconds(6))
        let wasTold = try writer.output()
            .contains { $0.hasPrefix("error") || $0.hasPrefix("trouble") }
        if error == "EIO", file != nil {
            // Nobody knows what is on a disk that fails to write: the process ends.
            #expect(writer.status == 2)
        } else {
            #expect(wasTold)
        }
        try room.judge.hear(writer)
        try await room.judgeRegistry()
        #expect(room.judge.complaints.isEmpty)
    }
}
