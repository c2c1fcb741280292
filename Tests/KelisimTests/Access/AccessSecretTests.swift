import Foundation
import Kelisim
import Testing

@Suite struct AccessSecretTests {
    @Test func secretsDifferAndAreReadBack() throws {
        let secrets = (0..<100).map { _ in AccessSecret.random() }
        #expect(Set(secrets.map(\.digest)).count == 100)
        for secret in secrets { #expect(AccessSecret(secret.text) == secret) }
    }

    /// Eight digits of checksum: one wrong letter is always noticed here, and a swap nearly always.
    @Test func aSlipIsNoticed() throws {
        let text = AccessSecret.random().text
        for place in text.indices {
            let wrong: Character = text[place] == "0" ? "1" : "0"
            let changed = text.replacingCharacters(in: place...place, with: String(wrong))
            #expect(AccessSecret(changed) == nil, "\(place)")
        }
        for other in [
            "", "kelisim_", text + "0", " " + text, text.uppercased(), String(text.dropLast()),
        ] {
            #expect(AccessSecret(other) == nil)
        }
    }

    @Test(arguments: [
        ("read", [AccessScope.read]), ("read,decide", [.read, .decide]),
        ("admin,erase,decide,read", [.read, .decide, .erase, .admin]), ("read,read", [.read]),
    ])
    func scopesAreListedWithCommas(_ text: String, _ scopes: [AccessScope]) {
        #expect(AccessScope.list(text)?.ordered == scopes)
        #expect(AccessScope.list(Set(scopes).text) == Set(scopes))
    }

    @Test(arguments: ["", ",", "read,", "Read", "read decide", "write"])
    func whatIsNoScopeIsNone(_ text: String) {
        #expect(AccessScope.list(text) == nil)
    }

    @Test func aNewKeyHasANameOfItsOwn() {
        let made = (0..<100).map { _ in AccessKey.make(name: "a", scopes: [.read], at: .now) }
        #expect(Set(made.map(\.key.id)).count == 100)
        for (key, secret) in made {
            #expect(key.digest == secret.digest)
            #expect(key.isGood)
            #expect(!secret.text.contains(key.id.dropFirst(2)))
        }
    }
}
