internal import KelisimServer

/// How a service is to be, as a deployment says it.
public struct ServiceOptions: Hashable, Sendable {
    /// Where it listens.
    public let listen: String
    /// How many requests a key and an address may make; nil for any number.
    public let rateLimit: String?
    /// The origins whose pages may call from a browser.
    public let allowedOrigins: [String]
    /// From which gravity on it says what happens.
    public let logLevel: String
    /// The form in which it says so.
    public let logFormat: String
    /// The file of the certificate chain.
    public let certificate: String?
    /// The file of the certificate's private key.
    public let certificateKey: String?
    /// The file with the public keys of those who sign tokens for browsers.
    public let tokenKeys: String?
    /// Who signs them.
    public let tokenIssuer: String?

    /// Reads the options by their names in `kelisim.yaml`.
    init(_ read: (String) -> String?) {
        listen = read("listen") ?? "127.0.0.1:8080"
        rateLimit = read("rateLimit")
        allowedOrigins = (read("allowedReturnOrigins") ?? "").split(separator: ",")
            .map { $0.trimmingPrefix(" ") }.map(String.init)
        logLevel = read("logLevel") ?? "notice"
        logFormat = read("logFormat") ?? ServiceLog.Format.text.rawValue
        certificate = read("tlsCertificate")
        certificateKey = read("tlsKey")
        tokenKeys = read("tokenKeys")
        tokenIssuer = read("tokenIssuer")
    }

    /// The address of the site where none is set: what a browser of this machine reaches.
    var ownAddress: String {
        guard let address = ListenAddress(listen) else { return "http://localhost/" }
        let isNamed = address.host != "0.0.0.0" && !address.host.contains(":")
        let host = isNamed ? address.host : "localhost"
        return address.port == 0 ? "http://\(host)/" : "http://\(host):\(address.port)/"
    }

    /// The name of an option that can't be so; nil when all can.
    var flaw: String? {
        if ListenAddress(listen) == nil { return "listen" }
        if let rateLimit, RateLimit(rateLimit) == nil { return "rateLimit" }
        if !allowedOrigins.allSatisfy(Self.isOrigin) { return "allowedReturnOrigins" }
        if !ServiceLog.levels.contains(logLevel) { return "logLevel" }
        if ServiceLog.Format(rawValue: logFormat) == nil { return "logFormat" }
        if (certificate == nil) != (certificateKey == nil) { return "tlsKey" }
        if (tokenKeys == nil) != (tokenIssuer == nil) { return "tokenIssuer" }
        return nil
    }

    private static func isOrigin(_ text: String) -> Bool {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else { return false }
        let host = text.dropFirst(scheme.count)
        return !host.isEmpty && !host.contains { "/?#@ ".contains($0) }
    }
}
