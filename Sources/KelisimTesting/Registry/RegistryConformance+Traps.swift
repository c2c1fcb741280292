internal import Kelisim
internal import Testing

/// What real systems of this kind fell into.
extension RegistryConformance {
    static let traps: [Case] = [
        Case("trap1AMinorChangeDoesNotOverwriteWhatWasAccepted") { room in
            let policy = try await room.published()
            let accepted = try await room.decide()
            var other = try PublishedPolicy()
            try other.publish(at: RegistryRoom.morning, .with { $0.change = .editorial })
            let refusal = try await room.refusal(of: .publications(other.files))
            #expect(refusal?.code == "publication-contradicted")
            let row = try await room.registry.entry(of: accepted.decision.id)
            #expect(row?.record == .decision(accepted.decision))
            let shelved = try await room.registry.shelf().policy(policy.id)?.edition(1)
            #expect(shelved?.publication == policy.publications[0])
        },
        Case("trap2ASecondDecisionDoesNotOverwriteTheFirst") { room in
            _ = try await room.published()
            let first = try await room.decide()
            let second = try await room.decide(.declined)
            let third = try await room.decide()
            let subject = first.decision.subject
            let rows = try await room.registry.entries(of: subject, from: 0, limit: 9)
            #expect(
                rows.map(\.record)
                    == [first, second, third].map { .decision($0.decision) }
            )
            #expect(Set(rows.map(\.index)).count == 3)
        },
        Case("trap3WhatWasShownIsRecordedAlsoBehindADeploy") { room in
            var policy = try await room.published()
            let shown = try room.show(policy)
            room.wait(minutes: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            room.wait(minutes: 1)
            let decision = try await room.decide(room.request(shown: shown)).decision
            #expect(decision.edition == 1)
            #expect(decision.textDigest == policy.publications[0].texts[0].digest)
            #expect(decision.htmlDigest == shown.htmlDigest)
            let standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(standing.required?.edition == 2)
        },
        Case("trap4OnlyWhatCanBeAcceptedIsAndARefusalIsNoAgreement") { room in
            var policy = try await room.published()
            room.wait(days: 1)
            try policy.publish(at: room.now)
            try policy.publish(at: room.later(days: 1))
            try await room.take(policy)
            for (edition, code) in [
                (1, "edition-not-acceptable"), (3, "unknown-edition"), (4, "unknown-edition"),
                (0, "unknown-edition"), (-1, "unknown-edition"), (.max, "unknown-edition"),
            ] {
                #expect(try await room.refusal(of: room.request(edition: edition))?.code == code)
            }
            let standing = try await room.decide(.declined, edition: 2).standing
            #expect(standing.state == .declined)
            #expect(standing.accepted == nil)
            #expect(standing.lastAccepted == nil)
        },
        Case("trap5EvidenceOutlivesTheTextItIsAbout") { room in
            var policy = try await room.published()
            let decision = try await room.decide().decision
            room.wait(days: 1)
            try policy.publish(at: room.now, effectiveAt: room.later(days: 5))
            try policy.cancel(2, at: room.now)
            try policy.repeal(from: room.now)
            try await room.take(policy)
            try await room.erase("u-9")
            let row = try await room.registry.entry(of: decision.id)
            #expect(row?.record == .decision(decision))
            #expect(try await room.standing().lastAccepted?.decision == decision.id)
            let edition = try await room.registry.shelf().policy(policy.id)?.edition(1)
            #expect(
                edition?.text(in: try #require(decision.language))?.digest == decision.textDigest
            )
        },
        Case("trap6DaysAreThoseOfThePolicyAndEditionsMayFollowInOneDay") { room in
            var policy = try await room.published()
            // 2027-01-02, 00:00 in Almaty, which is five hours before it is in London.
            let midnight = try #require(Instant("2027-01-01T19:00:00Z"))
            let eve = Instant(milliseconds: midnight.milliseconds - 1)
            try policy.publish(at: room.now, effectiveAt: midnight)
            try policy.publish(at: room.later(minutes: 1), effectiveAt: room.later(minutes: 2))
            try policy.publish(at: room.later(minutes: 2), effectiveAt: room.later(minutes: 3))
            try await room.take(policy)
            var inForce: [Int?] = []
            for minutes in 0...3 {
                inForce.append(try await room.standing(at: room.later(minutes: minutes)).inForce)
            }
            #expect(inForce == [1, 1, 3, 4])
            #expect(try await room.standing(at: eve).inForce == 4)
            #expect(try await room.standing(at: midnight).inForce == 2)
        },
        Case("trap7TheAcceptedEditionIsTheOneThatWasNamed") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(minutes: 5))
            try await room.take(policy)
            room.wait(minutes: 4)
            let first = try await room.decide(edition: 1)
            room.wait(minutes: 1)
            #expect(try await room.standing().accepted?.edition == 1)
            #expect(try await room.standing().accepted?.textDigest == first.decision.textDigest)
            let second = try await room.decide(edition: 2)
            #expect(second.decision.textDigest == policy.publications[1].texts[0].digest)
            #expect(try await room.standing().accepted?.decision == second.decision.id)
        },
        Case("trap8TheDecisionIsTheChildsThoughTheGuardianMadeIt") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            let decision = try await room.decide(by: actor).decision
            #expect(decision.subject.id == "u-1")
            #expect(decision.actor?.id.id == "g-1")
            #expect(try await room.state(of: "u-1") == .current)
            #expect(try await room.state(of: "g-1") == .due)
            let own = try await room.registry.history(of: actor.id)
            #expect(own == SubjectHistory(subject: actor.id))
        },
        Case("trap9TheLanguageIsTheOneThatWasRead") { room in
            let policy = try await room.published("privacy", .with { $0.unofficial = ["ru"] })
            let texts = policy.publications[0].texts
            #expect(
                try await room.refusal(of: room.request(language: nil))?.code == "unknown-language"
            )
            #expect(
                try await room.refusal(of: room.request(language: "en"))?.code == "unknown-language"
            )
            #expect(
                try await room.refusal(of: room.request(language: "ru"))?.code
                    == "text-not-official"
            )
            #expect(
                try await room.refusal(of: room.request(digest: texts[1].digest))
                    == .textMismatch(expected: texts[0].digest)
            )
            let decision = try await room.decide(room.request(language: "kk")).decision
            #expect(decision.language == texts[0].language)
            #expect(decision.textDigest == texts[0].digest)
        },
        Case("trap10NamesAreNeverPathsOrCommands") { room in
            for name in [
                "../etc", "a/b", "'; DROP TABLE", "a\u{0}b", "$(id)", "", "a b", "%", "\\",
            ] {
                #expect(throws: Subject.Flaw.self) { try Subject(name) }
                #expect(PolicyID(name) == nil)
                #expect(GuardianshipID(name) == nil)
            }
            _ = try await room.published()
            let names = ["..", "~root", "--", "-rf", ".", "_", "NULL", "a.b-c~d_E"]
            for name in names { try await room.decide(of: name) }
            for name in names {
                let history = try await room.registry.history(of: try Subject(name))
                #expect(history.acts.count == 1)
                #expect(try await room.erase(name).count == 1)
            }
            #expect(try await room.registry.histories(after: nil, limit: 9).isEmpty)
        },
        Case("trap11AVisitInOrderToWithdrawIsNoConsent") { room in
            _ = try await room.published("privacy", .with { $0.minimumMethod = .implied })
            try await room.decide(.accepted, .implied)
            try await room.decide(.withdrawn)
            room.wait(days: 1)
            let visit = try await room.decide(.accepted, .implied)
            #expect(visit.standing.state == .withdrawn)
            #expect(visit.standing.accepted == nil)
            #expect(visit.standing.lastAccepted == nil)
            // It is kept all the same, as what it is.
            let row = try await room.registry.entry(of: visit.decision.id)
            #expect(row?.record == .decision(visit.decision))
        },
        Case("trap12ADocumentThatIsGoneLocksNobodyOut") { room in
            var policy = try await room.published()
            try await room.decide(of: "u-1")
            try await room.decide(.declined, of: "u-2")
            try await room.decide(.withdrawn, of: "u-3")
            try policy.repeal(from: room.now)
            try await room.take(policy)
            for subject in ["u-1", "u-2", "u-3", "u-4"] {
                let standing = try await room.standing(of: subject)
                #expect(standing.state == .none)
                #expect(standing.allowed)
                #expect(standing.required == nil)
            }
        },
    ]
}
