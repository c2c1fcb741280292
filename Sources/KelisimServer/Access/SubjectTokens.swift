internal import Foundation
internal import JWTKit
internal import Kelisim

/// Verifies the tokens with which the browser of one subject asks: signed by the backend, short-lived.
///
/// A strict wrapper of the library: only Ed25519, only keys that are known by name, no extension that must
/// be understood; issuer, audience, beginning and end must be there and fit.
package struct SubjectTokens: Sendable {
    /// For how long a token may be good at most from its beginning on, in seconds.
    private static let longest = 3600.0
    /// By how much two clocks may differ, in seconds.
    private static let skew = 30.0
    /// How long a token may be, in bytes.
    private static let limit = 4096

    private let keys: [String: EdDSA.PublicKey]
    private let issuer: String
    private let audience: String

    /// A verifier of tokens by the keys in `file`, a JWK Set; nil when one of them is no Ed25519 key with
    /// a name of its own.
    ///
    /// - Parameters:
    ///   - file: the bytes of the set.
    ///   - issuer: who signs.
    ///   - audience: for whom.
    package init?(keys file: [UInt8], issuer: String, audience: String) {
        guard let set = try? JSONDecoder().decode(JWKS.self, from: Data(file)), !set.keys.isEmpty
        else { return nil }
        var keys: [String: EdDSA.PublicKey] = [:]
        for jwk in set.keys {
            guard let name = jwk.keyIdentifier?.string, jwk.curve == .eddsa(.ed25519),
                let x = jwk.x, let key = try? EdDSA.PublicKey(x: x, curve: .ed25519),
                keys.updateValue(key, forKey: name) == nil
            else { return nil }
        }
        self.keys = keys
        self.issuer = issuer
        self.audience = audience
    }

    private struct Claims: JWTPayload {
        let iss: String
        let aud: AudienceClaim
        let sub: String
        let exp: Double
        let nbf: Double

        func verify(using algorithm: some JWTAlgorithm) {}
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String
        let isCritical: Bool

        private enum Key: String, CodingKey {
            case alg, kid, crit
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            alg = try container.decode(String.self, forKey: .alg)
            kid = try container.decode(String.self, forKey: .kid)
            isCritical = container.contains(.crit)
        }
    }

    /// Whose browser holds `token` at `now`, and the name of the key; nil when it is not good.
    func subject(of token: String, at now: Instant) async -> (subject: Subject, key: String)? {
        guard token.utf8.count <= SubjectTokens.limit,
            let head = token.split(separator: ".", omittingEmptySubsequences: false).first,
            let bytes = Base64URL.decode(head),
            let header = try? JSONDecoder().decode(Header.self, from: bytes),
            header.alg == "EdDSA", !header.isCritical, let key = keys[header.kid],
            let claims = try? await JWTKeyCollection().add(eddsa: key)
                .verify(token, as: Claims.self)
        else { return nil }
        let time = Double(now.milliseconds) / 1000
        guard claims.iss == issuer, claims.aud.value.contains(audience),
            claims.nbf <= time + SubjectTokens.skew, time < claims.exp,
            claims.exp - claims.nbf <= SubjectTokens.longest + SubjectTokens.skew,
            let subject = try? Subject(claims.sub)
        else { return nil }
        return (subject, header.kid)
    }
}
