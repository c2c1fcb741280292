/// What a deployment decides about its service.
package struct ServiceSettings: Sendable {
    /// Where it listens.
    package let address: ListenAddress
    /// The files of the certificate chain and its private key, in PEM; nil without TLS.
    package let certificate: (chain: String, key: String)?
    /// How many requests a key and an address may make; nil for any number.
    package let rateLimit: RateLimit?
    /// The origins whose pages may call from a browser.
    package let allowedOrigins: Set<String>
    /// Who signs standings: the address of the site.
    package let issuer: String
    /// Verifies the tokens of browsers; nil when there are none.
    package let tokens: SubjectTokens?

    /// Puts the settings together.
    package init(
        address: ListenAddress,
        certificate: (chain: String, key: String)? = nil,
        rateLimit: RateLimit? = nil,
        allowedOrigins: Set<String> = [],
        issuer: String,
        tokens: SubjectTokens? = nil
    ) {
        self.address = address
        self.certificate = certificate
        self.rateLimit = rateLimit
        self.allowedOrigins = allowedOrigins
        self.issuer = issuer
        self.tokens = tokens
    }
}
