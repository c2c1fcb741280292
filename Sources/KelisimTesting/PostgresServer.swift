internal import Foundation
internal import Synchronization
internal import Testing

/// A PostgreSQL server for tests, in a temporary folder, run as the tests' own child by a user without
/// rights.
///
/// It listens at a Unix socket and at a free port of 127.0.0.1, trusts everybody, and dies with the process
/// that runs the tests.
public final class PostgresServer: Sendable {
    /// Where Debian has the programs.
    private static let programs = "/usr/lib/postgresql/15/bin"
    private static let user = "postgres"

    /// The server that most tests share, each with a database of its own.
    ///
    /// It is stopped when the process ends.
    public static let shared: Result<PostgresServer, any Error> = Result {
        let server = try PostgresServer()
        try server.start()
        atexit { try? PostgresServer.shared.get().kill() }
        return server
    }

    /// Why a server can't be had.
    public struct Trouble: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    /// The port at which it listens.
    public let port: Int
    private let folder: TemporaryFolder
    private let options: [String]
    private let process = Mutex<RunningProcess?>(nil)

    /// Makes a server with an empty cluster, which is not started yet.
    ///
    /// - Parameter options: settings such as `synchronous_commit=off`.
    /// - Throws: when the programs of PostgreSQL or its user are missing.
    public init(options: [String] = []) throws {
        folder = try TemporaryFolder()
        port = try FreePort.find()
        self.options = options
        try handOver()
        try run(
            "initdb",
            ["-D", data, "-U", "kelisim", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        )
    }

    /// Makes a server that follows `primary`, which is not started yet.
    public init(standbyOf primary: PostgresServer) throws {
        folder = try TemporaryFolder()
        port = try FreePort.find()
        options = ["cluster_name=standby"]
        try handOver()
        try run(
            "pg_basebackup",
            [
                "-D", data, "-h", "127.0.0.1", "-p", "\(primary.port)", "-U", "kelisim", "-R", "-c",
                "fast",
            ]
        )
    }

    deinit {
        kill()
    }

    private var data: String { folder.path("data") }

    private var isRoot: Bool { getuid() == 0 }

    /// Gives the folder to the user that runs the server.
    private func handOver() throws {
        guard isRoot else { return }
        guard let entry = getpwnam(PostgresServer.user),
            chown(folder.path, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0
        else { throw Trouble(description: "there is no user postgres: run scripts/setup tests") }
    }

    /// Starts it, and waits until it answers.
    ///
    /// - Parameter more: settings beside those that it was made with.
    /// - Throws: when it doesn't answer.
    public func start(_ more: [String] = []) throws {
        var settings = [
            "listen_addresses=127.0.0.1", "port=\(port)", "unix_socket_directories=\(folder.path)",
            "shared_buffers=64MB", "max_locks_per_transaction=256", "wal_level=replica",
            "max_wal_senders=4", "logging_collector=off",
        ]
        settings += options + more
        let command = self.command("postgres") + ["-D", data] + settings.flatMap { ["-c", $0] }
        let running = try RunningProcess(command, in: folder.path, log: folder.path("log"))
        process.withLock { $0 = running }
        for _ in 0..<600 {
            let check = try Command.run(
                "\(PostgresServer.programs)/pg_isready",
                ["-q", "-h", "127.0.0.1", "-p", "\(port)"],
                in: folder.path
            )
            if check.status == 0 { return }
            guard running.isRunning else { break }
            usleep(50_000)
        }
        throw Trouble(description: (try? folder.read("log")) ?? "the server did not start")
    }

    /// Shuts it down in good order, and waits for its end.
    public func stop() {
        signal(SIGINT)
    }

    /// Kills it as a loss of power does, and waits for its end.
    public func kill() {
        signal(SIGKILL)
    }

    /// Makes it take writes, when it was a standby.
    public func promote() throws {
        try run("pg_ctl", ["promote", "-w", "-D", data])
    }

    private func signal(_ number: Int32) {
        let running = process.withLock { running in
            defer { running = nil }
            return running
        }
        running?.end(number)
    }

    /// The URL of `database`; of two servers, both are tried.
    public func url(_ database: String, or other: PostgresServer? = nil) -> String {
        let hosts = [port, other?.port].compactMap { $0.map { "127.0.0.1:\($0)" } }
        return "postgresql://kelisim@\(hosts.joined(separator: ","))/\(database)"
    }

    /// Makes an empty database.
    ///
    /// - Returns: its name.
    public func createDatabase() throws -> String {
        let id = UUID().uuidString.lowercased().replacing("-", with: "")
        try query("CREATE DATABASE test_\(id)", in: "postgres")
        return "test_\(id)"
    }

    /// Has psql execute `sql`.
    ///
    /// - Returns: the rows, a line each, with `|` between columns.
    @discardableResult
    public func query(_ sql: String, in database: String) throws -> String {
        let result = try Command.run(
            "\(PostgresServer.programs)/psql",
            ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, url(database)],
            in: folder.path
        )
        guard result.status == 0 else { throw Trouble(description: result.errors) }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Changes a setting while it runs.
    public func set(_ setting: String, _ value: String) throws {
        try query("ALTER SYSTEM SET \(setting) = '\(value)'", in: "postgres")
        try query("SELECT pg_reload_conf()", in: "postgres")
        for _ in 0..<200 {
            if try query("SHOW \(setting)", in: "postgres") == value { return }
            usleep(20_000)
        }
        throw Trouble(description: "\(setting) can't be set to \(value)")
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let command = self.command(program) + arguments
        let result = try Command.run(command[0], Array(command.dropFirst()), in: folder.path)
        guard result.status == 0 else {
            throw Trouble(description: result.errors + result.output)
        }
    }

    /// How a program of PostgreSQL is run: it refuses to run as root.
    private func command(_ program: String) -> [String] {
        let path = "\(PostgresServer.programs)/\(program)"
        guard isRoot else { return [path] }
        let user = PostgresServer.user
        return [
            "/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--init-groups",
            "--pdeathsig=QUIT", path,
        ]
    }
}
