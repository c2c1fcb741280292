import KelisimLog
import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct PresentationTokenTests {
    private func presentation(
        edition: Int = 1,
        issuedAt: Int64 = 1_798_761_600_000
    ) throws -> Presentation {
        Presentation(
            policy: try #require(PolicyID("privacy")),
            edition: edition,
            language: try #require(Language("kk")),
            textDigest: Digest(of: Array("text".utf8)),
            htmlDigest: Digest(of: Array("html".utf8)),
            issuedAt: Instant(milliseconds: issuedAt)
        )
    }

    @Test func aTokenIsReadUnderItsKey() throws {
        for edition in [1, 2, 127, 128, 1_000_000] {
            for issuedAt: Int64 in [0, -1, 1, 1_798_761_600_000] {
                let key = Nonce.random()
                let presentation = try presentation(edition: edition, issuedAt: issuedAt)
                let token = presentation.token(key: key)
                #expect(Presentation(token: token, key: key) == presentation)
                #expect(Presentation(token: token, key: .random()) == nil)
            }
        }
    }

    @Test func aTokenIsSafeInAnAddress() throws {
        for _ in 0..<50 {
            let token = try presentation().token(key: .random())
            let isSafe = token.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
            #expect(isSafe)
            #expect(token.utf8.count < 300)
        }
    }

    @Test func whatIsAnotherTextIsAnotherToken() throws {
        let key = Nonce.random()
        let token = try presentation().token(key: key)
        #expect(try presentation().token(key: key) == token)
        #expect(try presentation(edition: 2).token(key: key) != token)
        #expect(try presentation(issuedAt: 0).token(key: key) != token)
    }

    @Test func aChangedTokenIsNone() throws {
        let key = Nonce.random()
        let token = Array(try presentation().token(key: key).utf8)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
        )
        var generator = SeededGenerator(seed: 1)
        for place in token.indices {
            // Every other letter, where the last ones hold spare bits; elsewhere some.
            let isLast = place >= token.count - 2
            for letter in isLast ? alphabet : (0..<4).map({ _ in generator.pick(alphabet) })
            where letter != token[place] {
                var changed = token
                changed[place] = letter
                let text = String(decoding: changed, as: UTF8.self)
                #expect(Presentation(token: text, key: key) == nil)
            }
        }
        for mangled in Mangling.all(of: token, &generator) {
            let text = String(decoding: mangled, as: UTF8.self)
            #expect(Presentation(token: text, key: key) == nil)
        }
    }

    @Test(arguments: ["", "=", "A", "AAAA", "қазақ", "\u{0}", "....", " "])
    func otherTextIsNoToken(_ text: String) {
        #expect(Presentation(token: text, key: .random()) == nil)
        #expect(Presentation(token: String(repeating: text, count: 2000), key: .random()) == nil)
    }

    @Test func aTokenHasOneSpelling() throws {
        let key = Nonce.random()
        let token = try presentation().token(key: key)
        for text in [token + "=", token + "==", token + "\n", " " + token, token + "A"] {
            #expect(Presentation(token: text, key: key) == nil)
        }
        let other = token.replacing("-", with: "+").replacing("_", with: "/")
        if other != token { #expect(Presentation(token: other, key: key) == nil) }
    }

    @Test func aPresentationIsValidForADay() throws {
        let presentation = try presentation()
        #expect(presentation.expiresAt.description == "2027-01-02T00:00:00Z")
    }
}
