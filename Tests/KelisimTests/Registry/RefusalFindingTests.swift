import KelisimLog
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// What people are told when the registry refuses.
struct RefusalFindingTests {
    /// One refusal of every kind, with every flaw.
    private static func refusals() throws -> [Refusal] {
        let policy = try #require(PolicyID("privacy"))
        let language = try #require(Language("kk"))
        let guardianship = try #require(GuardianshipID("gs-1"))
        let instant = RegistryRoom.morning
        return [
            .unknownPolicy(policy), .unknownEdition(policy, 3), .unknownEdition(policy, nil),
            .unknownLanguage(policy, 1, language), .unknownLanguage(policy, 1, nil),
            .editionNotAcceptable(policy, 1, .cancelled, at: instant),
            .editionNotAcceptable(policy, 1, .superseded, at: instant),
            .editionNotAcceptable(policy, 1, .draft, at: instant),
            .textMismatch(expected: Digest(of: [1])), .textNotOfficial(language),
            .presentationExpired(instant), .presentationInvalid, .wardCannotDecide,
            .evidenceMissing,
            .methodNotPossible(.declined, .implied), .idempotencyKeyReused, .gone,
            .subjectOnHold("case 7"), .guardianshipFixed(guardianship),
            .unknownGuardianship(guardianship),
            .publicationContradicted(policy, 1, .publication, index: 4),
            .publicationOutOfOrder(policy, 2, .cancellation),
        ] + Refusal.GuardianshipFlaw.allCases.map(Refusal.guardianshipNotValid)
            + Refusal.OccurredAtFlaw.allCases.map(Refusal.occurredAtNotAllowed)
    }

    @Test func everyRefusalHasItsStableCode() throws {
        for refusal in try Self.refusals() {
            let finding = refusal.finding(at: Place("u-1"))
            #expect(finding.code.name == refusal.code)
            #expect(FindingCode.all.contains(finding.code))
            #expect(finding.severity == .error)
        }
    }

    @Test func noFactIsLeftOut() throws {
        var seen: Set<String> = []
        for refusal in try Self.refusals() {
            let finding = refusal.finding(at: Place("u-1"))
            for language in WordingLanguage.allCases {
                let words = finding.message(in: language)
                #expect(
                    !words.contains("{") && !finding.help(in: language).contains("{"),
                    "\(words)"
                )
                #expect(seen.insert(words).inserted || !finding.words.isEmpty, "\(words)")
            }
        }
    }

    @Test func everyFlawOfASubjectIsSaid() {
        let words = Subject.Flaw.allCases.flatMap { flaw in
            WordingLanguage.allCases.map { flaw.sentence.text(in: $0) }
        }
        #expect(Set(words).count == words.count)
    }

    @Test func theLanguagesThatThereAreAreNamed() async throws {
        var policy = try PublishedPolicy()
        try policy.publish(at: RegistryRoom.morning)
        let registry = MemoryRegistry { RegistryRoom.morning }
        _ = try await registry.submit(.publications(policy.files))
        let refusal = Refusal.unknownLanguage(policy.id, 1, Language("en"))
        let finding = refusal.finding(at: Place("u-1"), shelf: await registry.shelf())
        #expect(finding.message(in: .en).contains("no text in en; it has kk, ru"))
    }

    @Test func whatForbidsIsARefusalAndWhatFailsIsNot() {
        let place = Place("u-1")
        for error in [RegistryError.busy, .unavailable("x"), .damaged("x")] {
            guard case .impossible(let findings) = error.failure(at: place, database: "a.db") else {
                Issue.record("\(error)")
                continue
            }
            #expect(findings.first?.place == Place("a.db"))
        }
        let refused = RegistryError.refused(.gone).failure(at: place, database: "a.db")
        #expect(refused == .refused([Finding(.gone, at: place)]))
    }
}
