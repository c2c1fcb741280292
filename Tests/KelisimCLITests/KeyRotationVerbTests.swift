import Foundation
import KelisimTesting
import Testing

/// A new key for the log through the real binary.
struct KeyRotationVerbTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try done("publish terms 1 --at 2026-01-06T00:00:00Z --backdated Moved")
    }

    private func run(_ line: String, _ environment: [String: String] = [:]) throws -> Command {
        let arguments = line.split(separator: " ").map(String.init)
        return try Command.run(
            Project.binary,
            arguments,
            in: sandbox.folder.path,
            environment: environment
        )
    }

    @discardableResult
    private func done(_ line: String, _ environment: [String: String] = [:]) throws -> String {
        let command = try run(line, environment)
        #expect(command.status == 0, "\(line): \(command.errors)")
        return command.output
    }

    /// A receipt of a new decision, in a file.
    private func receipt(
        of subject: String,
        in file: String,
        _ environment: [String: String] = [:]
    ) throws {
        let act = "--act accepted --method click --edition 1 --language kk --format json"
        let answer = try done("decide \(subject) terms \(act)", environment)
        let id = try #require(answer.firstMatch(of: /"id" : "([0-9a-f-]{36})"/)?.1)
        try sandbox.folder.write(file, try done("receipt \(id)", environment))
    }

    private static let databases = ["sqlite:kelisim.db", "postgresql"]

    @Test(arguments: KeyRotationVerbTests.databases)
    func receiptsOfBothKeysHold(_ database: String) throws {
        var environment: [String: String] = [:]
        if database == "postgresql" {
            let server = try PostgresServer.shared.get()
            environment["KELISIM_DATABASE"] = server.url(try server.createDatabase())
        }
        try receipt(of: "u-1", in: "before.json", environment)
        let old = try done("log key", environment)
        let rotated = try run("log rotate-key", environment)
        #expect(rotated.status == 0, "\(rotated.errors)")
        #expect(rotated.output != old)
        #expect(rotated.errors.contains(old.dropLast()))
        #expect(try done("log key", environment) == rotated.output)
        try receipt(of: "u-2", in: "after.json", environment)
        try sandbox.folder.write("old.vkey", old)
        try sandbox.folder.write("new.vkey", rotated.output)
        try done("verify before.json --key old.vkey")
        try done("verify after.json --key new.vkey")
        #expect(try run("verify before.json --key new.vkey").status == 1)
        #expect(try run("verify after.json --key old.vkey").status == 1)
        let check = try done("log check --format json", environment)
        #expect(check.contains("\"checkpoints\" : 3"), "\(check)")
        // Publication, decision, key; key; decision.
        #expect(check.contains("\"rows\" : 5"), "\(check)")
    }

    /// A server that still has the old key stops publishing, and records no key again and again.
    @Test func aServerWithTheOldKeyIsNoticed() throws {
        let server = try PostgresServer.shared.get()
        let database = server.url(try server.createDatabase())
        func environment(_ key: String) -> [String: String] {
            ["KELISIM_DATABASE": database, "KELISIM_LOG_KEY": sandbox.folder.path(key)]
        }
        try receipt(of: "u-1", in: "r.json", environment("a/log.key"))
        try sandbox.folder.copy(sandbox.folder.path("a"), to: "b")
        try done("log rotate-key", environment("a/log.key"))
        for _ in 1...2 {
            let late = try run("hold u-1 --reason dispute", environment("b/log.key"))
            #expect(late.status == 0)
            #expect(late.errors.contains("[log-"), "\(late.errors)")
        }
        try done("release u-1", environment("a/log.key"))
        let check = try done("log check --format json", environment("a/log.key"))
        // Publication, decision, key; key; hold, release.
        #expect(check.contains("\"rows\" : 6"), "\(check)")
    }
}
