import KelisimTesting
import Testing

/// Who may make which call of the real service, and what others are told.
@Suite struct AccessTests {
    @Test func aKeyOpensItsOwnScopeAndNothingElse() async throws {
        let service = try RunningService()
        try await service.tried(by: "scopes")
    }

    @Test func aSignedStandingIsVerifiedOfflineUntilItMayChange() async throws {
        let service = try RunningService()
        try await service.tried(by: "standings")
    }

    @Test func aBrowserActsForItsSubjectAndItsWardsAlone() async throws {
        let folder = try TemporaryFolder()
        let made = try await ServiceProgram.run("tokens", ["make", folder.path])
        #expect(made.status == 0, "\(made.errors)")
        let settings = [
            "KELISIM_TOKEN_KEYS": folder.path("keys.json"),
            "KELISIM_TOKEN_ISSUER": "https://school.test/",
        ]
        let service = try RunningService(settings, in: folder)
        try await service.tried(by: "tokens", "try", folder.path)
    }

    @Test(arguments: ["text", "json"])
    func neitherSubjectsNorAddressesNorKeysStandInTheLog(form: String) async throws {
        let settings = ["KELISIM_LOG_LEVEL": "trace", "KELISIM_LOG_FORMAT": form]
        let service = try RunningService(settings)
        let secrets = try await service.tried(by: "traces").split(separator: "\n")
        let log = try service.log()
        #expect(log.split(separator: "\n").count > 20, "the log says too little to be a proof")
        #expect(secrets.count > 10)
        for secret in secrets + service.keys.values.map({ $0[...] }) {
            #expect(!log.contains(secret), "\(secret) stands in the log")
        }
    }
}
