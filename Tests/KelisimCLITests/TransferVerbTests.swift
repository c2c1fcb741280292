import Foundation
import KelisimTesting
import Testing

/// Moving a registry from SQLite to PostgreSQL through the real binary.
struct TransferVerbTests {
    private let sandbox: Sandbox
    private let server: PostgresServer
    private let database: String

    init() throws {
        sandbox = try Sandbox()
        server = try PostgresServer.shared.get()
        database = try server.createDatabase()
        try sandbox.folder.write(
            "policies/terms/policy.yaml",
            Sandbox.policy.replacing("click}", with: "click, guardianUnder: 14}")
        )
        try done("publish terms 1 --at 2026-01-06T00:00:00Z --backdated Moved")
    }

    private var url: String { server.url(database) }

    private var moved: [String: String] {
        ["KELISIM_DATABASE": url, "KELISIM_LOG_KEY": sandbox.folder.path("log.key")]
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

    private func query(_ sql: String) throws -> String { try server.query(sql, in: database) }

    private static let accept = "terms --act accepted --method click --edition 1 --language kk"

    /// A registry with one of everything.
    private func fill() throws {
        try done("decide u-1 \(Self.accept) --idempotency-key k-1")
        try done("decide u-2 \(Self.accept) --idempotency-key k-2")
        try done("decide u-1 terms --act withdrawn --method click --idempotency-key k-3")
        let guardian = "--guardian g-1 --ward u-9 --basis parent --from 2026-01-10T00:00:00Z"
        try done("guardian add gs-1 \(guardian) --reaches 14=2099-03-02")
        try done("decide u-9 \(Self.accept) --actor g-1 --guardianship gs-1")
        try done("hold u-4 --reason dispute")
        try done("erase u-2 --ground asked")
        let lines = (1...300).map { "v-\($0),terms,2026-02-01T10:00:00+05:00\n" }
        try sandbox.folder.write("users.csv", "subject,policy,at\n" + lines.joined())
        try done("import-decisions users.csv")
        try done("log rotate-key")
        try done("decide u-5 \(Self.accept) --idempotency-key k-5")
        try done("key create --scope read --name site")
        try done("key create --scope admin")
        let keys = try done("key list --format json")
        let id = try #require(keys.firstMatch(of: /"id" : "(k-[0-9a-f]{16})"/)?.1)
        try done("key revoke \(id)")
    }

    /// The ids of the decisions of `subject`.
    private func decisions(
        of subject: String,
        _ environment: [String: String] = [:]
    ) throws
        -> [String]
    {
        try done("history \(subject) --format json", environment)
            .matches(of: /"id" : "([0-9a-f-]{36})"/).map { String($0.1) }
    }

    /// Everything that is answered about the subjects, as of one moment.
    private func answers(_ moment: String, _ environment: [String: String] = [:]) throws -> [String]
    {
        try ["u-1", "u-2", "u-4", "u-5", "u-9", "v-7", "v-300"]
            .flatMap { subject in
                let standing = "standing \(subject) terms --at \(moment) --known-at \(moment)"
                return [
                    try run("\(standing) --format json", environment).output,
                    try done("history \(subject) --format json", environment),
                ]
            } + [
                try done("guardian list g-1 --format json", environment),
                try done("key list --format json", environment),
            ]
    }

    @Test func everythingStaysValid() throws {
        try fill()
        let ids = try decisions(of: "u-1")
        for (number, id) in ids.enumerated() {
            try sandbox.folder.write("before-\(number).json", try done("receipt \(id)"))
        }
        let key = try done("log key")
        try sandbox.folder.write("log.vkey", key)
        let moment = "2099-01-01T00:00:00Z"
        let before = try answers(moment)
        let check = try done("log check --format json")

        let transferred = try run("transfer --to \(url)")
        #expect(transferred.status == 0, "\(transferred.errors)")
        #expect(transferred.output.contains("KELISIM_LOG_KEY"))

        #expect(try answers(moment, moved) == before)
        // Rows, erased ones and checkpoints are as many, and everything fits.
        let after = try done("log check --format json", moved)
        for name in ["rows", "erased", "checkpoints"] {
            let pattern = try Regex("\"\(name)\" : [0-9]+")
            #expect(after.firstMatch(of: pattern)?.0 == check.firstMatch(of: pattern)?.0)
        }
        #expect(try done("log key", moved) == key)
        // What was given before still holds, and what is given now.
        for number in ids.indices { try done("verify before-\(number).json --key log.vkey") }
        try sandbox.folder.write("after.json", try done("receipt \(ids[0])", moved))
        try done("verify after.json --key log.vkey")

        // A retry gets the first answer, also one whose record was erased.
        let again = try done(
            "decide u-1 \(Self.accept) --idempotency-key k-1 --format json",
            moved
        )
        #expect(again.contains(ids[0]))
        #expect(
            try run("decide u-2 \(Self.accept) --idempotency-key k-2", moved).errors
                .contains("[gone]")
        )
        #expect(
            try run("decide u-3 \(Self.accept) --idempotency-key k-1", moved).errors
                .contains("[idempotency-key-reused]")
        )
        // And it goes on.
        try done("decide u-2 \(Self.accept) --idempotency-key k-9", moved)
        try done("decide u-9 \(Self.accept) --actor g-1 --guardianship gs-1", moved)
        #expect(try run("erase u-4 --ground asked", moved).errors.contains("[subject-on-hold]"))
        try done("erase u-1 --ground asked", moved)
        try done("log rotate-key", moved)
        try done("log check", moved)
        // The old database notices that the log has gone on without it.
        #expect(try run("decide u-8 \(Self.accept)").errors.contains("[log-"))
    }

    @Test func secretsAndKeysGoWithIt() throws {
        try fill()
        try done("transfer --to \(url)")
        let script = """
            import sqlite3
            for name, value in sqlite3.connect("kelisim.db").execute(
                "SELECT name, lower(hex(bytes)) FROM secret WHERE name <> 'mark' ORDER BY name"):
                print(name + "|" + value)
            """
        let secrets = try Command.run("/usr/bin/python3", ["-c", script], in: sandbox.folder.path)
        let found = try query("SELECT name, encode(bytes, 'hex') FROM kelisim.secret ORDER BY name")
        #expect(found + "\n" == secrets.output)
        #expect(
            try query("SELECT count(*) FROM kelisim.access_key WHERE revoked_at IS NULL") == "1"
        )
        #expect(try query("SELECT count(*) FROM kelisim.erased_key") == "1")
        #expect(try query("SELECT count(*) FROM kelisim.idempotency") == "304")
    }

    @Test func aDatabaseThatHoldsSomethingIsRefused() throws {
        try done("decide u-1 \(Self.accept)")
        try done("key create --scope read", moved)
        let tables = "SELECT count(*) FROM kelisim.access_key"
        let refused = try run("transfer --to \(url)")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("holds a registry already"))
        #expect(try query(tables) == "1")
        #expect(try query("SELECT size FROM kelisim.head") == "0")

        let other = server.url(try server.createDatabase())
        try done("transfer --to \(other)")
        let again = try run("transfer --to \(other)")
        #expect(again.status == 2)
        #expect(again.errors.contains("holds a registry already"))
        try done("log check", moved.merging(["KELISIM_DATABASE": other]) { $1 })
    }

    /// Killed when the rows are written and the checkpoints are not.
    @Test func anInterruptedTransferLeavesNothing() throws {
        try done("decide u-1 \(Self.accept)")
        try done("migrate", moved)
        let script = """
            set -e
            ask() { psql -X -q -A -t -c "$1" "$URL"; }
            locks="SELECT count(*) FROM pg_locks WHERE relation = 'kelisim.checkpoint'::regclass AND"
            ask "BEGIN; LOCK kelisim.checkpoint IN EXCLUSIVE MODE; SELECT pg_sleep(600)" &
            until [ "$(ask "$locks granted AND mode = 'ExclusiveLock'")" = 1 ]; do sleep 0.05; done
            "$KELISIM" transfer --to "$URL" &
            until [ "$(ask "$locks NOT granted")" = 1 ]; do sleep 0.05; done
            kill -9 $!
            ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()"
            wait || true
            """
        let command = try Command.run(
            "/bin/bash",
            ["-c", script],
            in: sandbox.folder.path,
            environment: ["URL": url, "KELISIM": Project.binary]
        )
        #expect(command.status == 0, "\(command.errors)")
        for table in ["leaf", "record", "secret", "tile", "idempotency"] {
            #expect(try query("SELECT count(*) FROM kelisim.\(table)") == "0")
        }
        try done("transfer --to \(url)")
        try done("log check", moved)
        try done("decide u-2 \(Self.accept)", moved)
    }

    @Test func aDamagedLogIsNotTransferred() throws {
        try done("decide u-1 \(Self.accept)")
        try done("decide u-2 \(Self.accept)")
        let path = sandbox.folder.path("log/checkpoints")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        try sandbox.folder.write("log/checkpoints", "AAAA\n\(lines[1])\n")
        let refused = try run("transfer --to \(url)")
        #expect(refused.status == 1, "\(refused.errors)")
        #expect(try query("SELECT count(*) FROM kelisim.leaf") == "0")
    }

    @Test func whatIsTypedWrongIsSaid() throws {
        for address in ["sqlite:other.db", "db1", "postgresql://"] {
            let command = try run("transfer --to \(address)")
            #expect(command.status == 64)
            #expect(command.errors.contains("--to"))
        }
        #expect(try run("transfer").status == 64)
        #expect(try run("transfer --to \(url)").errors.contains("[registry-missing]"))
        #expect(try run("transfer --to \(url)", moved).errors.contains("[not-for-postgresql]"))
    }
}
