import Kelisim
import Testing

@Suite struct SubjectTests {
    @Test(arguments: [
        "u-8f3", "a", "A.b_c~d-E", "..", "12345678901", "1234567890123", "0123456789", "9701234567",
        "7", "77012345678x", "x77012345678", String(repeating: "z", count: 128),
    ])
    func opaqueIdentifiersNameSubjects(_ id: String) throws {
        let subject = try Subject(id)
        #expect(subject.id == id)
        #expect("\(subject)" == id)
    }

    @Test(
        arguments: [
            ("", .empty),
            (String(repeating: "z", count: 129), .tooLong),
            ("aru@example.kz", .address),
            ("@", .address),
            ("ару@пошта.қаз", .address),
            ("990102350123", .iin),
            ("000000000000", .iin),
            ("770123456789", .iin),
            ("870123456789", .iin),
            ("+77012345678", .phone),
            ("+1234567890", .phone),
            ("+123456789012", .phone),
            ("+123456789012345", .phone),
            ("77012345678", .phone),
            ("87012345678", .phone),
            ("7012345678", .phone),
            ("8012345678", .phone),
            ("701234567890123", .phone),
            ("+123456789", .character),
            ("+1234567890123456", .character),
            ("u 1", .character),
            ("u/1", .character),
            ("u%31", .character),
            ("Әсем", .character),
            ("u\u{301}", .character),
            ("１２３", .character),
            ("+", .character),
        ] as [(String, Subject.Flaw)]
    )
    func whatLooksPersonalIsRefusedWithTheReason(_ id: String, _ flaw: Subject.Flaw) {
        #expect(throws: flaw) { try Subject(id) }
    }

    @Test(arguments: [9, 10, 11, 12, 13, 14, 15, 16])
    func digitsAreAPhoneNumberByTheirCountAndTheirFirst(_ count: Int) {
        for first in "0123456789" {
            let id = "\(first)" + String(repeating: "5", count: count - 1)
            let flaw: Subject.Flaw? =
                if count == 12 {
                    .iin
                } else if (10...15).contains(count), first == "7" || first == "8" {
                    .phone
                } else {
                    nil
                }
            #expect(throws: Never.self) {
                do throws(Subject.Flaw) {
                    #expect(try Subject(id).id == id)
                    #expect(flaw == nil)
                } catch {
                    #expect(error == flaw)
                }
            }
        }
    }

    @Test func everyByteIsAllowedOrNot() {
        let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-".utf8)
        for byte in UInt8(0)...127 {
            let id = "a" + String(decoding: [byte], as: UTF8.self)
            #expect(((try? Subject(id)) != nil) == allowed.contains(byte), "\(byte)")
        }
    }

    @Test func subjectsAreOrderedByTheirBytes() throws {
        let names = ["-", ".", "0", "10", "9", "A", "Z", "_", "a", "a-", "aa", "a~", "~"]
        #expect(try names.map(Subject.init).sorted().map(\.id) == names)
        #expect(try names.reversed().map { try Subject($0) }.sorted().map(\.id) == names)
    }

    @Test func aGuardianshipHasAShorterName() {
        #expect(GuardianshipID("gs-1")?.name == "gs-1")
        #expect(GuardianshipID(String(repeating: "g", count: 64)) != nil)
        #expect(GuardianshipID(String(repeating: "g", count: 65)) == nil)
        for name in ["", "g s", "990102350123", "+77012345678", "g/1", "a@b"] {
            #expect(GuardianshipID(name) == nil)
        }
    }
}
