import Foundation
import Kelisim
import KelisimPostgres
import KelisimSQLite
import KelisimTesting
import Testing

/// A registry behind services that are killed, and clients that use them.
struct ServiceRoom {
    /// The registry, and what was heard of it.
    var room: CrashRoom
    /// An API key with every scope.
    let key: String

    /// The settings of every process that has to do with the registry.
    private let settings: [String: String]

    var folder: TemporaryFolder { room.folder }
    var complaints: [String] { room.judge.complaints }

    /// With the registry in SQLite.
    static func sqlite() throws -> ServiceRoom {
        let folder = try TemporaryFolder()
        let path = folder.path("kelisim.db")
        let room = try CrashRoom(folder, database: path, seed: 21) {
            try SQLiteRegistry(path: path)
        }
        return try ServiceRoom(room, database: "sqlite:\(path)")
    }

    /// With the registry in a database of its own of `server`.
    static func postgres(_ server: PostgresServer) throws -> ServiceRoom {
        let url = server.url(try server.createDatabase())
        let room = try CrashRoom(TemporaryFolder(), database: url, seed: 22) {
            try await PostgresRegistry(url)
        }
        return try ServiceRoom(room, database: url)
    }

    private init(_ room: CrashRoom, database: String) throws {
        self.room = room
        settings = [
            "KELISIM_DATABASE": database, "KELISIM_POLICIES": "\(Project.root)/policies",
            "KELISIM_LOG_KEY": room.folder.path("log.key"),
            "KELISIM_LOG_DIR": room.folder.path("log"),
        ]
        let made = try Command.run(
            Project.binary,
            ["key", "create", "--scope", "read,decide,erase,admin"],
            in: room.folder.path,
            environment: settings
        )
        try #require(made.status == 0, "\(made.errors)")
        key = String(made.output.dropLast())
    }

    /// A service of the registry, which takes requests; it may have as many `descriptors`.
    func service(descriptors: Int? = nil) async throws -> ServiceProcess {
        try await ServiceProcess(in: try TemporaryFolder(), settings, descriptors: descriptors)
    }

    /// A verb of the registry, run to its end.
    func run(
        _ arguments: String...,
        environment: [String: String] = [:]
    ) async throws -> Command {
        let (folder, settings) = (folder.path, settings.merging(environment) { $1 })
        return try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        try Command.run(
                            Project.binary,
                            arguments,
                            in: folder,
                            environment: settings
                        )
                    }
                )
            }
        }
    }

    /// A program of Tests/Service, which uses the service at `url`; with `process` it may signal to it.
    func program(
        _ name: String,
        at url: String,
        of process: ServiceProcess? = nil,
        _ arguments: String...
    ) throws -> WriterProcess {
        let path = "\(Project.root)/Tests/Service/\(name).py"
        let environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KELISIM_URL": url, "KELISIM_KEY": key,
            "KELISIM_PID": String(process?.identifier ?? 0), "PYTHONDONTWRITEBYTECODE": "1",
        ]
        return try WriterProcess(
            running: [try PythonTool("python").path, path] + arguments,
            environment: environment
        )
    }

    /// The status and the body of the answer to GET `path`.
    func ask(_ path: String, of url: String) throws -> String {
        let arguments = ["--silent", "--write-out", "%{stderr}%{http_code}", url + path]
        let answer = try Command.run("/usr/bin/curl", arguments, in: folder.path)
        return "\(answer.errors) \(answer.output)"
    }

    /// Puts the copy `name` in the place of the registry.
    func restore(_ name: String) async throws {
        for suffix in ["", "-wal", "-shm", ".lock"] {
            try? FileManager.default.removeItem(atPath: folder.path("kelisim.db\(suffix)"))
        }
        let made = try await run("restore", folder.path(name))
        #expect(made.status == 0, "\(made.errors)")
    }

    /// Clients of the service at `url`, which record until they are told to end.
    func clients(at url: String) throws -> WriterProcess {
        try program("deciders", at: url, "--callers", "8")
    }

    /// Lets `clients` finish, and sends all that they were answered again, which must give the same answers.
    mutating func hear(_ clients: WriterProcess, at url: String) async throws {
        try await clients.finish()
        #expect(clients.status == 0)
        try room.judge.hear(clients)
        let repeated = try program("deciders", at: url, "--repeat", clients.notes)
        try await repeated.waitUntilExit()
        #expect(repeated.status == 0)
        try room.judge.hear(repeated)
    }

    /// Judges what there is, and has the program itself check its log.
    mutating func judge() async throws {
        let check = try await run("log", "check")
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        try await room.judgeRegistry()
        #expect(room.judge.complaints.isEmpty)
    }
}
