internal import KelisimLog

/// Where the log of the registry is kept, and the name it goes by.
public struct LogSettings: Hashable, Sendable {
    /// The name of the log, for a key that is still to be made; an existing key has its own.
    ///
    /// By default the address at which the service has it, without `https://`: `example.kz/log`, and
    /// `kelisim.local/log` where no address of the site is set.
    public let origin: String
    /// The path of the file with the private key; by default `log.key` beside the database.
    public let key: String
    /// The path of the folder of the log; by default `log` beside the database.
    public let folder: String

    /// Puts the settings together.
    ///
    /// - Parameters:
    ///   - origin: the name; nil for the default.
    ///   - key: the file of the key; nil for the default.
    ///   - folder: the folder of the log; nil for the default.
    ///   - database: where the registry is kept.
    ///   - baseURL: the address of the site, if it is set.
    init(
        origin: String?,
        key: String?,
        folder: String?,
        database: RegistryAddress,
        baseURL: String?
    ) {
        self.origin = origin ?? LogSettings.origin(at: baseURL)
        self.key = key ?? database.beside("log.key")
        self.folder = folder ?? database.beside("log")
    }

    /// Whether a log can go by the name `origin`.
    static func isOrigin(_ origin: String) -> Bool {
        let key = [UInt8](repeating: 0, count: 32)
        return VerifierKey(name: origin, kind: .ed25519, publicKey: key) != nil
    }

    private static func origin(at baseURL: String?) -> String {
        let address = baseURL?.firstRange(of: "://").map { baseURL?[$0.upperBound...] ?? "" } ?? ""
        let origin = "\(address)\(address.hasSuffix("/") ? "" : "/")log"
        return isOrigin(origin) && !origin.hasPrefix("/") ? origin : "kelisim.local/log"
    }
}
