import Foundation
import KelisimTesting
import Testing

/// The verbs about API keys through the real binary.
struct KeyVerbTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ line: String) throws -> Command {
        let arguments = line.split(separator: " ").map(String.init)
        return try Command.run(Project.binary, arguments, in: folder.path)
    }

    private func list() throws -> [[String: Any]] {
        let command = try run("key list --format json")
        let value = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
        return try #require((value as? [String: [[String: Any]]])?["keys"])
    }

    @Test func theSecretIsPrintedOnceAndAlone() throws {
        let created = try run("key create --scope read,decide --name site")
        #expect(created.status == 0, "\(created.errors)")
        #expect(created.output.wholeMatch(of: /kelisim_[0-9a-f]{72}\n/) != nil)
        let secret = created.output.dropLast()
        let id = try #require(created.errors.firstMatch(of: /k-[0-9a-f]{16}/)?.0)
        #expect(!created.errors.contains(secret))
        for line in ["key list", "key list --format json", "key revoke \(id)"] {
            let command = try run(line)
            #expect(command.status == 0, "\(command.errors)")
            #expect(command.output.contains(id))
            #expect(!(command.output + command.errors).contains(secret.suffix(72)))
        }
        let database = try Data(contentsOf: URL(fileURLWithPath: folder.path("kelisim.db")))
        #expect(database.range(of: Data(secret.utf8)) == nil)
    }

    @Test func keysAreListedWithWhatTheyMayDo() throws {
        #expect(try run("key list").output.contains("kelisim key create"))
        #expect(try run("key list").errors.contains("[registry-missing]"))
        try #require(run("key create --scope admin").status == 0)
        try #require(run("key create --scope erase,read --name site").status == 0)
        let keys = try list()
        #expect(keys.map { $0["scopes"] as? [String] } == [["admin"], ["read", "erase"]])
        #expect(keys.map { $0["name"] as? String } == [nil, "site"])
        #expect(keys.allSatisfy { $0["revokedAt"] is NSNull && $0["lastUsedAt"] is NSNull })
        #expect(keys.allSatisfy { $0["createdAt"] is String })
        let lines = try run("key list --messages ru").output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last?.contains("read,erase") ?? false)
        #expect(lines.allSatisfy { $0.contains("не использовался") && $0.contains("действует") })
    }

    @Test func aKeyIsRevokedOnce() throws {
        try #require(run("key create --scope read").status == 0)
        let id = try #require(list().first?["id"] as? String)
        #expect(try run("key revoke \(id)").output.contains(id))
        let first = try #require(list().first?["revokedAt"] as? String)
        let again = try run("key revoke \(id) --format json")
        #expect(again.status == 0)
        #expect(again.output.contains(first))
        #expect(try list().first?["revokedAt"] as? String == first)
    }

    @Test(arguments: [
        ("key create", 64, "--scope"), ("key create --scope", 64, "--scope"),
        ("key create --scope write", 64, "write"), ("key create --scope read,", 64, "read,"),
        ("key revoke k-1", 1, "[unknown-access-key]"), ("key revoke", 64, "key"),
    ])
    func whatIsTypedWrongIsSaid(_ line: String, _ status: Int32, _ words: String) throws {
        let command = try run(line)
        #expect(command.status == status)
        #expect(command.output.isEmpty)
        #expect(command.errors.contains(words), "\(command.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("kelisim.db")))
    }
}
