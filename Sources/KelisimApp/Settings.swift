internal import Configuration
internal import Foundation
public import Kelisim

/// What a deployment decides: from the environment first, then `kelisim.yaml`, then defaults.
public struct Settings: Hashable, Sendable {
    /// The folder of the policy repository.
    public let policies: String
    /// The folder that replaces the built-in templates, strings and static files, if any.
    public let site: String?
    /// The address under which the site is served, if it is set.
    public let baseURL: String?
    /// The folder for what a build remembers for the next one; nil when it is to remember nothing.
    public let cache: String?
    /// Where the registry of decisions is kept; by default in `kelisim.db` in the working folder.
    public let database: RegistryAddress
    /// Where the log of the registry is kept.
    public let log: LogSettings
    /// How the service is to be.
    public let service: ServiceOptions

    /// The settings by their names in `kelisim.yaml`, each with its environment variable.
    static let names: [(key: String, variable: String)] = [
        ("policies", "KELISIM_POLICIES"), ("site", "KELISIM_SITE"),
        ("baseURL", "KELISIM_BASE_URL"), ("cache", "KELISIM_CACHE"),
        ("database", "KELISIM_DATABASE"),
        ("listen", "KELISIM_LISTEN"), ("logOrigin", "KELISIM_LOG_ORIGIN"),
        ("logKey", "KELISIM_LOG_KEY"), ("logDir", "KELISIM_LOG_DIR"),
        ("rateLimit", "KELISIM_RATE_LIMIT"),
        ("allowedReturnOrigins", "KELISIM_ALLOWED_RETURN_ORIGINS"),
        ("logLevel", "KELISIM_LOG_LEVEL"), ("logFormat", "KELISIM_LOG_FORMAT"),
        ("tlsCertificate", "KELISIM_TLS_CERTIFICATE"), ("tlsKey", "KELISIM_TLS_KEY"),
        ("tokenKeys", "KELISIM_TOKEN_KEYS"), ("tokenIssuer", "KELISIM_TOKEN_ISSUER"),
    ]

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - environment: the environment variables.
    ///   - file: the path of the settings file, which need not exist.
    ///   - given: the folder of the policy repository, when a person named it.
    /// - Throws: ``Failure/refused(_:)`` for an unknown `KELISIM_` variable, a value that can't be and
    ///   every mistake in the file, ``Failure/impossible(_:)`` when the file can't be read.
    public init(
        environment: [String: String],
        file: String = "kelisim.yaml",
        policies given: String? = nil
    ) throws(Failure) {
        var findings = environment.keys.sorted()
            .filter { name in
                name.hasPrefix("KELISIM_") && !Self.names.contains { $0.variable == name }
            }
            .map { Finding(.unknownVariable, at: Place("environment"), ["variable": $0]) }
        let written = try Self.values(in: file, &findings)
        guard findings.isEmpty else { throw .refused(findings) }
        let reader = ConfigReader(providers: [
            Self.provider(named: "environment") { environment[$0.variable] },
            Self.provider(named: file) { written[$0.key] },
        ])
        policies = given ?? reader.string(forKey: "policies", default: "policies")
        baseURL = reader.string(forKey: "baseURL")
        let local = FileManager.default.fileExists(atPath: "site/templates") ? "site" : nil
        site = reader.string(forKey: "site") ?? local
        let cache = reader.string(forKey: "cache") ?? Self.userCache(environment)
        self.cache = cache.flatMap { $0.isEmpty ? nil : $0 }
        let address = reader.string(forKey: "database", default: "sqlite:kelisim.db")
        let origin = reader.string(forKey: "logOrigin")
        func wrong(_ key: String, _ code: FindingCode) -> Failure {
            let variable = Self.names.first { $0.key == key }?.variable ?? key
            let place = environment[variable] == nil ? file : "environment"
            return .refused([Finding(code, at: Place(place), ["variable": variable])])
        }
        guard let database = RegistryAddress(address) else {
            throw wrong("database", .databaseAddress)
        }
        guard origin.map(LogSettings.isOrigin) ?? true else { throw wrong("logOrigin", .logOrigin) }
        let options = ServiceOptions { reader.string(forKey: ConfigKey($0)) }
        if let key = options.flaw { throw wrong(key, .serviceSetting) }
        service = options
        self.database = database
        log = LogSettings(
            origin: origin,
            key: reader.string(forKey: "logKey"),
            folder: reader.string(forKey: "logDir"),
            database: database,
            baseURL: baseURL
        )
    }

    /// Where programs of this user keep what they can do without (XDG Base Directory).
    private static func userCache(_ environment: [String: String]) -> String? {
        [environment["XDG_CACHE_HOME"], environment["HOME"].map { "\($0)/.cache" }]
            .compactMap(\.self).first { $0.hasPrefix("/") }.map { "\($0)/kelisim" }
    }

    private static func provider(
        named name: String,
        _ value: ((key: String, variable: String)) -> String?
    ) -> InMemoryProvider {
        let pairs = names.compactMap { entry in
            value(entry).map { (AbsoluteConfigKey([entry.key]), ConfigValue(stringLiteral: $0)) }
        }
        return InMemoryProvider(name: name, values: Dictionary(uniqueKeysWithValues: pairs))
    }

    private static func values(
        in file: String,
        _ findings: inout [Finding]
    ) throws(Failure) -> [String: String] {
        guard FileManager.default.fileExists(atPath: file) else { return [:] }
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try DurableFile.read(file, limit: 1 << 16)
        } catch {
            throw .impossible([error.finding])
        }
        let (value, problems) = YAMLDocument.read(bytes, of: file)
        findings += problems
        guard let value else { return [:] }
        var reader = YAMLReader()
        let fields = reader.fields(value, required: [], optional: names.map(\.key)) ?? [:]
        let strings = fields.compactMapValues { reader.string($0) }
        findings += reader.findings
        return strings
    }
}
