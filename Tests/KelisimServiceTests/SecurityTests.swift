import Foundation
import KelisimTesting
import Testing

/// The service with a certificate of its own, asked by curl.
@Suite struct SecurityTests {
    private static func certificate(in folder: TemporaryFolder) throws {
        let made = try Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=kelisim.test", "-addext",
                "subjectAltName=IP:127.0.0.1", "-keyout", "tls.key", "-out", "tls.pem",
            ],
            in: folder.path
        )
        try #require(made.status == 0, "\(made.errors)")
    }

    @Test(arguments: ["--http1.1", "--http2"])
    func aCertificateGivesTLSAndBothVersionsOfHTTP(version: String) throws {
        let folder = try TemporaryFolder()
        try Self.certificate(in: folder)
        let service = try RunningService(
            ["KELISIM_TLS_CERTIFICATE": "tls.pem", "KELISIM_TLS_KEY": "tls.key"],
            in: folder
        )
        #expect(service.url.hasPrefix("https://"))
        let answer = try Command.run(
            "/usr/bin/curl",
            [
                "--silent", "--cacert", "tls.pem", version, "--dump-header", "-",
                "--write-out", "%{http_version}", "\(service.url)/healthz",
            ],
            in: folder.path
        )
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.hasSuffix(version == "--http2" ? "2" : "1.1"))
        let fields = answer.output.lowercased()
        #expect(fields.contains("strict-transport-security: max-age=31536000"))
    }

    @Test func aCertificateThatIsNoneIsSaid() throws {
        let folder = try TemporaryFolder()
        try ServiceRepository.make(in: folder)
        try folder.write("tls.pem", "no certificate\n")
        let command = try Command.run(
            Project.binary,
            ["serve"],
            in: folder.path,
            environment: [
                "KELISIM_TLS_CERTIFICATE": "tls.pem", "KELISIM_TLS_KEY": "tls.pem",
                "KELISIM_LISTEN": "127.0.0.1:0",
            ]
        )
        #expect(command.status == 2)
        #expect(command.errors.contains("[certificate-unusable]"), "\(command.errors)")
    }

    @Test func theSettingsThatHoldAreShownWithoutThePassword() throws {
        let folder = try TemporaryFolder()
        let command = try Command.run(
            Project.binary,
            ["serve", "--print-config"],
            in: folder.path,
            environment: [
                "KELISIM_DATABASE": "postgresql://kelisim:s3cret@db1,db2/legal",
                "KELISIM_RATE_LIMIT": "100/1s",
            ]
        )
        #expect(command.status == 0)
        #expect(command.output.contains("database: \"postgresql://db1,db2/legal\""))
        #expect(command.output.contains("rateLimit: \"100/1s\""))
        #expect(command.output.contains("listen: \"127.0.0.1:8080\""))
        #expect(!command.output.contains("s3cret"))
    }

    @Test(arguments: [
        "KELISIM_LISTEN", "KELISIM_RATE_LIMIT", "KELISIM_ALLOWED_RETURN_ORIGINS",
        "KELISIM_LOG_LEVEL", "KELISIM_LOG_FORMAT",
    ])
    func aSettingThatCannotBeIsNamed(variable: String) throws {
        let folder = try TemporaryFolder()
        let command = try Command.run(
            Project.binary,
            ["serve"],
            in: folder.path,
            environment: [variable: "nonsense"]
        )
        #expect(command.status == 1)
        #expect(command.errors.contains(variable) && command.errors.contains("[service-setting]"))
    }
}
