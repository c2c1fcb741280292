internal import Foundation
internal import JWTKit
internal import Kelisim
internal import KelisimLog

/// Signs standings, so that a backend can keep one and verify it without asking.
///
/// Each calendar month (UTC) has a key of its own, which follows from a secret of the registry: every
/// server has the same without telling the others, and there is nothing to keep or to rotate by hand. A
/// token is good for a day, so the keys of the month before and of the next one are published as well.
struct StandingSigner: Sendable {
    /// For how long a token is good at most, in milliseconds: a day.
    private static let lifetime: Int64 = 86_400_000

    private let secret: Nonce
    private let issuer: String
    private let clock: @Sendable () -> Instant

    /// A signer whose keys follow from `secret`.
    ///
    /// - Parameters:
    ///   - secret: the registry's ``SecretName/presentationKey``.
    ///   - issuer: who signs: the address of the site.
    ///   - clock: tells the time.
    init(secret: Nonce, issuer: String, clock: @escaping @Sendable () -> Instant) {
        self.secret = secret
        self.issuer = issuer
        self.clock = clock
    }

    private struct Claims: JWTPayload {
        let iss: String
        let sub: String
        let iat: Int64
        let exp: Int64
        let standing: StandingDocument

        init(_ standing: Standing, issuer: String) {
            let end = standing.at.milliseconds + StandingSigner.lifetime
            iss = issuer
            sub = standing.subject.id
            iat = standing.at.milliseconds / 1000
            exp = min(end, standing.validUntil?.milliseconds ?? end) / 1000
            self.standing = StandingDocument(standing)
        }

        /// Nobody reads a token here.
        init(from decoder: any Decoder) throws {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "never read")
            )
        }

        private enum Key: String, CodingKey {
            case iss, sub, iat, exp, standing
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(iss, forKey: .iss)
            try container.encode(sub, forKey: .sub)
            try container.encode(iat, forKey: .iat)
            try container.encode(exp, forKey: .exp)
            try container.encode(standing, forKey: .standing)
        }

        func verify(using algorithm: some JWTAlgorithm) {}
    }

    /// The token about `standing`, good until it may change, and a day at most.
    func token(_ standing: Standing) async throws(Problem) -> String {
        let month = StandingSigner.month(standing.at)
        do {
            let name = JWKIdentifier(string: month)
            let keys = await JWTKeyCollection().add(eddsa: try key(month), kid: name)
            return try await keys.sign(Claims(standing, issuer: issuer), kid: name)
        } catch {
            throw Problem(.internalError)
        }
    }

    private struct PublicKeys: Encodable {
        let keys: [PublicKey]
    }

    private struct PublicKey: Encodable {
        let kty = "OKP"
        let crv = "Ed25519"
        let alg = "EdDSA"
        let use = "sig"
        let kid: String
        let x: String
    }

    /// The public keys with which tokens are verified now, a JWK Set (RFC 7517).
    func keys() throws(Problem) -> String {
        let now = clock().milliseconds
        // Some days more than the longest month.
        let near = [-StandingSigner.lifetime * 2, 0, StandingSigner.lifetime * 2]
            .map { StandingSigner.month(Instant(milliseconds: now + $0)) }
        do {
            let keys = try Set(near).sorted()
                .map { month in
                    let x = try key(month).publicKey.rawRepresentation
                    return PublicKey(kid: month, x: Base64URL.encode(x))
                }
            return JSONText.make(PublicKeys(keys: keys)) + "\n"
        } catch {
            throw Problem(.internalError)
        }
    }

    private func key(_ month: String) throws -> EdDSA.PrivateKey {
        let label = Array("kelisim/standing-key/v1/\(month)".utf8)
        let seed = Commitment.make(nonce: secret, record: label).bytes
        return try EdDSA.PrivateKey(d: Base64URL.encode(seed), curve: .ed25519)
    }

    private static func month(_ instant: Instant) -> String {
        String(instant.description.prefix(7))
    }
}
