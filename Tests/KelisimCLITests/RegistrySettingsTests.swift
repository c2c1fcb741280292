import Kelisim
import KelisimApp
import KelisimTesting
import KelisimText
import Testing

/// Where the registry and its log are, as the environment and the file say.
struct RegistrySettingsTests {
    private func settings(
        _ environment: [String: String] = [:],
        file: String = "no.yaml"
    ) throws
        -> Settings
    {
        try Settings(environment: environment, file: file)
    }

    @Test func theDefaultsLieInTheWorkingFolder() throws {
        let settings = try settings()
        #expect(settings.database == .sqlite(path: "kelisim.db"))
        #expect(settings.log.key == "log.key")
        #expect(settings.log.folder == "log")
        #expect(settings.log.origin == "kelisim.local/log")
    }

    @Test func keyAndLogLieBesideTheDatabase() throws {
        let settings = try settings(["KELISIM_DATABASE": "sqlite:/var/lib/kelisim/registry.db"])
        #expect(settings.database == .sqlite(path: "/var/lib/kelisim/registry.db"))
        #expect(settings.log.key == "/var/lib/kelisim/log.key")
        #expect(settings.log.folder == "/var/lib/kelisim/log")
        let given = try self.settings([
            "KELISIM_DATABASE": "postgresql://db/registry", "KELISIM_LOG_KEY": "/etc/log.key",
            "KELISIM_LOG_DIR": "/srv/log",
        ])
        #expect(given.log.key == "/etc/log.key")
        #expect(given.log.folder == "/srv/log")
    }

    @Test(arguments: [
        ("https://example.kz/", "example.kz/log"), ("https://example.kz", "example.kz/log"),
        ("https://example.kz:8443/legal/", "example.kz:8443/legal/log"),
        ("https://қазақ.kz/", "қазақ.kz/log"), ("https://", "kelisim.local/log"),
        ("https://a b/", "kelisim.local/log"),
    ])
    func theNameOfTheLogIsItsAddress(_ address: String, _ origin: String) throws {
        #expect(try settings(["KELISIM_BASE_URL": address]).log.origin == origin)
    }

    @Test func aNameThatIsGivenIsTaken() throws {
        let given = [
            "KELISIM_BASE_URL": "https://example.kz/", "KELISIM_LOG_ORIGIN": "kelisim.kz/1",
        ]
        #expect(try settings(given).log.origin == "kelisim.kz/1")
    }

    @Test func theFileIsReadBehindTheEnvironment() throws {
        let folder = try TemporaryFolder()
        try folder.write("kelisim.yaml", "database: sqlite:a/b.db\nlogOrigin: example.kz/a\n")
        let file = folder.path("kelisim.yaml")
        #expect(try settings(file: file).database == .sqlite(path: "a/b.db"))
        #expect(try settings(file: file).log.key == "a/log.key")
        #expect(try settings(file: file).log.origin == "example.kz/a")
        let both = try settings(["KELISIM_DATABASE": "sqlite:c.db"], file: file)
        #expect(both.database == .sqlite(path: "c.db"))
    }

    @Test(arguments: ["", "kelisim.db", "sqlite:", "mysql://db/x", "postgresql://", "SQLITE:a"])
    func whatIsNoDatabaseIsRefused(_ address: String) {
        let error = #expect(throws: Failure.self) {
            try settings(["KELISIM_DATABASE": address])
        }
        guard case .refused(let findings) = error else { return }
        #expect(findings.map(\.code.name) == ["database-address"])
        #expect(findings.first?.place.file == "environment")
        // It may hold a password.
        let words = findings.map { $0.message(in: .en) + $0.help(in: .en) }.joined()
        #expect(address.isEmpty || !words.contains("mysql://"))
    }

    @Test(arguments: ["example.kz/my log", "a+b"])
    func whatIsNoNameOfALogIsRefused(_ origin: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("kelisim.yaml", "logOrigin: \"\(origin)\"\n")
        let error = #expect(throws: Failure.self) {
            try settings(file: folder.path("kelisim.yaml"))
        }
        guard case .refused(let findings) = error else { return }
        #expect(findings.map(\.code.name) == ["log-origin"])
        #expect(findings.first?.place.file == folder.path("kelisim.yaml"))
    }

    @Test(arguments: [
        (
            "postgresql://kelisim:secret@db1,db2:5433/registry?sslmode=require&password=x",
            "postgresql://db1,db2:5433/registry"
        ),
        ("postgres://db/registry", "postgresql://db/registry"),
        ("postgresql://u:p%40@db", "postgresql://db"), ("sqlite:a.db", "a.db"),
    ])
    func peopleSeeNoPassword(_ address: String, _ name: String) {
        #expect(RegistryAddress(address)?.name == name)
    }
}
