import Foundation
import KelisimTesting
import Testing

/// `kelisim serve` at a free port with a repository and a registry of its own, as a child of the test.
final class RunningService: Sendable {
    /// Where it runs.
    let folder: TemporaryFolder
    /// Its address, without a slash at its end.
    let url: String
    /// Keys by their scopes; `all` has every scope.
    let keys: [String: String]

    private static let scopes = ["read", "decide", "erase", "admin"]
    /// The address of the site, by which standings are signed and for which tokens are.
    static let issuer = "https://kelisim.test/"

    private let process = Process()

    /// Starts it with the real privacy policy and another one, `terms`, whose next edition comes into
    /// force in two hours.
    ///
    /// - Parameters:
    ///   - settings: variables of its environment.
    ///   - folder: where it runs.
    /// - Throws: when it does not say within its first line where it listens.
    init(
        _ settings: [String: String] = [:],
        in folder: TemporaryFolder? = nil
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        try ServiceRepository.make(in: folder)
        var keys: [String: String] = [:]
        for scope in Self.scopes { keys[scope] = try Self.key(scope, in: folder) }
        keys["all"] = try Self.key(Self.scopes.joined(separator: ","), in: folder)
        self.keys = keys

        try folder.write("service.log", "")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Project.binary)
        process.arguments = ["serve"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let variables = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KELISIM_LISTEN": "127.0.0.1:0",
            "KELISIM_BASE_URL": Self.issuer,
        ]
        process.environment = variables.merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: folder.path("service.log"))
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let word = line.split(separator: " ")
            .first { $0.hasPrefix("http") && $0.contains("://127.0.0.1:") }
        let log = try folder.read("service.log")
        url = String(try #require(word, "\(line)\(log)").dropLast())
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Its process.
    var identifier: Int32 { process.processIdentifier }

    /// What it has said of itself.
    func log() throws -> String { try folder.read("service.log") }

    private static func key(_ scopes: String, in folder: TemporaryFolder) throws -> String {
        let command = try Command.run(
            Project.binary,
            ["key", "create", "--scope", scopes],
            in: folder.path
        )
        try #require(command.status == 0, "\(command.errors)")
        return String(command.output.dropLast())
    }

    /// Runs a program of Tests/Service against it, which must end well.
    ///
    /// - Parameters:
    ///   - program: its name, without `.py`.
    ///   - arguments: its arguments.
    /// - Returns: what it said.
    /// - Throws: when the program can't be started.
    @discardableResult
    func tried(by program: String, _ arguments: String...) async throws -> String {
        var variables = [
            "KELISIM_URL": url, "KELISIM_KEY": keys["all"] ?? "", "KELISIM_ISSUER": Self.issuer,
            "KELISIM_PID": String(identifier), "PYTHONDONTWRITEBYTECODE": "1",
        ]
        for scope in Self.scopes { variables["KELISIM_KEY_\(scope.uppercased())"] = keys[scope] }
        let command = try await ServiceProgram.run(program, arguments, variables)
        #expect(command.status == 0, "\(command.output.suffix(20_000))\(command.errors)")
        let log = try log()
        #expect(isRunning, "\(log)")
        return command.output
    }
}
