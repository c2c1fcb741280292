import Foundation
import KelisimLog
import KelisimTesting
import Testing

@testable import Kelisim

@Suite struct LogKeyTests {
    @Test func aNewKeyIsItsOwnersAlone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("keys/log.key")
        let key = try LogKey(path: path, origin: "example.kz/registry")
        #expect(key.verifierKey.name == "example.kz/registry")
        #expect(
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                == 0o600
        )
        #expect(try LogKey(path: path, origin: "other").verifierKey == key.verifierKey)
    }

    @Test func aKeyThatOthersMayReadIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("log.key")
        _ = try LogKey(path: path, origin: "example.kz/registry")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: LogTrouble.self) { try LogKey(path: path, origin: "example.kz/registry") }
    }

    @Test(arguments: ["", "\n", "PRIVATE+KEY+x\n", "not a key"])
    func whatIsNoKeyIsRefused(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("log.key", text)
        #expect(throws: LogTrouble.self) {
            try LogKey(path: folder.path("log.key"), origin: "example.kz/registry")
        }
        #expect(try folder.read("log.key") == text)
    }

    @Test func anOriginThatCannotBeAKeyNameIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: LogTrouble.self) {
            try LogKey(path: folder.path("log.key"), origin: "with space")
        }
    }
}
