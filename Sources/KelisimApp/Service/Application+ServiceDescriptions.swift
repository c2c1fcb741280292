internal import Kelisim

extension Application {
    /// That the service takes requests, in words.
    public func describeService(at url: String) -> String {
        say(Messages.serving, ["url": url, "database": settings.database.name])
    }

    /// The settings that hold, as `kelisim.yaml` writes them; a password of the database is left out.
    public func describeSettings() -> String {
        let service = settings.service
        let values: [(String, String?)] = [
            ("policies", settings.policies), ("site", settings.site),
            ("baseURL", settings.baseURL), ("cache", settings.cache),
            ("database", settings.database.text), ("listen", service.listen),
            ("logOrigin", settings.log.origin), ("logKey", settings.log.key),
            ("logDir", settings.log.folder), ("rateLimit", service.rateLimit),
            ("allowedReturnOrigins", service.allowedOrigins.joined(separator: ",")),
            ("logLevel", service.logLevel), ("logFormat", service.logFormat),
            ("tlsCertificate", service.certificate), ("tlsKey", service.certificateKey),
            ("tokenKeys", service.tokenKeys), ("tokenIssuer", service.tokenIssuer),
        ]
        return
            values.map { name, value in
                value.map { $0.isEmpty ? "# \(name):\n" : "\(name): \(JSONText.make($0))\n" }
                    ?? "# \(name):\n"
            }
            .joined()
    }
}
