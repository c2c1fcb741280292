internal import Kelisim
internal import Testing

/// Whether what a subject has agreed to is enough, and until when.
extension RegistryConformance {
    static let answers: [Case] = states + deadlines + shown

    // MARK: - States

    private static let states: [Case] = [
        Case("withoutAnEditionInForceThereIsNothingToAgreeTo") { room in
            var policy = try PublishedPolicy()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
            try policy.repeal(from: room.later(days: 20))
            try await room.take(policy)
            for days in [0, 20, 30] {
                let standing = try await room.standing(at: room.later(days: days))
                #expect(standing.state == .none)
                #expect(standing.allowed)
                #expect(standing.required == nil)
                #expect(standing.inForce == nil)
            }
            #expect(try await room.state(at: room.later(days: 10)) == .due)
        },
        Case("whoWithdrewIsNotAllowed") { room in
            _ = try await room.published()
            try await room.decide()
            try await room.decide(.withdrawn)
            let standing = try await room.standing()
            #expect(standing.state == .withdrawn)
            #expect(!standing.allowed)
            #expect(standing.required == .init(edition: 1, acceptBy: nil))
        },
        Case("aRefusalOfAnEditionThatAppliesDeclines") { room in
            var policy = try await room.published()
            try await room.decide(.declined)
            #expect(try await room.state() == .declined)
            #expect(try await room.standing().allowed == false)
            room.wait(days: 1)
            // Refusing a notice refuses what it belongs to; the next re-consent asks anew.
            try policy.publish(at: room.now, .with { $0.change = .notice })
            try await room.take(policy)
            #expect(try await room.state() == .declined)
            try await room.decide(edition: 2)
            #expect(try await room.state() == .current)
            try await room.decide(.declined, edition: 2)
            #expect(try await room.state() == .declined)
            room.wait(days: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            #expect(try await room.state() == .due)
        },
        Case("anOptionalPolicyAllowsEverybody") { room in
            _ = try await room.published("privacy", .with { $0.mandatory = false })
            var standing = try await room.standing()
            #expect(standing.state == .unanswered)
            #expect(standing.allowed)
            #expect(standing.required == .init(edition: 1, acceptBy: nil))
            for (act, state) in [
                (Act.accepted, Standing.State.current), (.declined, .declined),
                (.withdrawn, .withdrawn),
            ] {
                try await room.decide(act)
                standing = try await room.standing()
                #expect(standing.state == state)
                #expect(standing.allowed)
            }
        },
        Case("whoNeverAnsweredIsDue") { room in
            _ = try await room.published("privacy", .with { $0.acceptWithin = 30 })
            let standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(!standing.allowed)
            #expect(standing.required == .init(edition: 1, acceptBy: nil))
        },
    ]

    // MARK: - Deadlines

    private static let deadlines: [Case] = [
        Case("whoHadAgreedHasTheDaysOfGrace") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            // Noon in Almaty on 2027-01-02 and 30 full days after it: 2027-02-02, 00:00 there.
            room.wait(minutes: 7 * 60)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 30 })
            try await room.take(policy)
            let acceptBy = Instant("2027-02-01T19:00:00Z")
            var standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(standing.allowed)
            #expect(standing.required == .init(edition: 2, acceptBy: acceptBy))
            #expect(standing.validUntil == acceptBy)
            // Refusing takes nothing away before that day.
            try await room.decide(.declined, edition: 2)
            standing = try await room.standing()
            #expect(standing.state == .declined)
            #expect(standing.allowed)
            let end = try #require(acceptBy)
            #expect(try await room.standing(at: end).allowed == false)
            #expect(try await room.standing(at: end).state == .declined)
        },
        Case("afterTheDaysOfGraceItIsOverdue") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 1 })
            try await room.take(policy)
            let end = try #require(try await room.standing().required?.acceptBy)
            let last = Instant(milliseconds: end.milliseconds - 1)
            #expect(try await room.state(at: last) == .due)
            #expect(try await room.standing(at: last).allowed)
            #expect(try await room.state(at: end) == .overdue)
            #expect(try await room.standing(at: end).allowed == false)
            #expect(try await room.standing(at: end).required?.acceptBy == end)
            #expect(try await room.standing(at: end).validUntil == nil)
        },
        Case("theFirstOfSeveralDeadlinesCounts") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 10 })
            try policy.publish(
                at: room.now,
                effectiveAt: room.later(days: 5),
                .with { $0.acceptWithin = 10 }
            )
            try await room.take(policy)
            let first = try await room.standing().required
            #expect(first?.edition == 2)
            let second = try await room.standing(at: room.later(days: 5)).required
            #expect(second?.edition == 3)
            #expect(second?.acceptBy == first?.acceptBy)
        },
        Case("withoutDaysOfGraceThereIsNoDeadline") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            let standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(!standing.allowed)
            #expect(standing.required == .init(edition: 2, acceptBy: nil))
        },
        Case("useInTheDaysOfGraceTakesNothingAway") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 10 })
            try await room.take(policy)
            let before = try await room.standing()
            try await room.decide(.accepted, .implied, edition: 2)
            let after = try await room.standing()
            #expect(after.state == .due)
            #expect(after.allowed)
            #expect(after.required == before.required)
        },
        Case("whoWithdrewHasNoDaysOfGrace") { room in
            var policy = try await room.published()
            try await room.decide()
            try await room.decide(.withdrawn)
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 10 })
            try await room.take(policy)
            #expect(try await room.state() == .withdrawn)
            #expect(try await room.standing().allowed == false)
            // Refusing, too, must not open the door again.
            try await room.decide(.declined, edition: 2)
            let standing = try await room.standing()
            #expect(standing.state == .declined)
            #expect(!standing.allowed)
            #expect(standing.required == .init(edition: 2, acceptBy: nil))
        },
    ]

    // MARK: - What is shown

    private static let shown: [Case] = [
        Case("anAnswerIsValidUntilItChanges") { room in
            var policy = try await room.published()
            try await room.decide()
            #expect(try await room.standing().validUntil == nil)
            let (next, end) = (room.later(days: 10), room.later(days: 40))
            try policy.publish(at: room.now, effectiveAt: next)
            try await room.take(policy)
            #expect(try await room.standing().validUntil == next)
            #expect(try await room.standing(at: next).validUntil == nil)
            try policy.repeal(from: end)
            try await room.take(policy)
            #expect(try await room.standing().validUntil == next)
            #expect(try await room.standing(at: next).validUntil == end)
            #expect(try await room.standing(at: end).validUntil == nil)
        },
        Case("ofTheStandingAcceptancesTheLastSufficientOneIsShown") { room in
            var policy = try await room.published()
            let clicked = try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.change = .notice })
            try await room.take(policy)
            let implied = try await room.decide(.accepted, .implied, edition: 2)
            var standing = try await room.standing()
            #expect(standing.accepted?.decision == clicked.decision.id)
            #expect(standing.lastAccepted?.decision == implied.decision.id)
            // Of equals the stronger, then the later.
            let evidence = Evidence(type: "cms", reference: "7/12")
            let signed = try await room.decide(
                room.request(.accepted, .signature, edition: 2, evidence: evidence)
            )
            room.wait(minutes: 1)
            let again = try await room.decide(edition: 2)
            standing = try await room.standing()
            #expect(standing.accepted?.decision == signed.decision.id)
            #expect(standing.lastAccepted?.decision == again.decision.id)
            let last = try await room.decide(
                room.request(.accepted, .signature, edition: 2, evidence: evidence)
            )
            #expect(try await room.standing().accepted?.decision == last.decision.id)
        },
        Case("withoutASufficientAcceptanceTheLastOfAnyIsShown") { room in
            _ = try await room.published()
            let implied = try await room.decide(.accepted, .implied)
            let standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(standing.accepted?.decision == implied.decision.id)
            #expect(standing.accepted?.method == .implied)
        },
        Case("anAnswerSaysWhatWasAccepted") { room in
            let policy = try await room.published()
            room.wait(minutes: 1)
            let recorded = try await room.decide(room.request(language: "ru"))
            let accepted = try #require(try await room.standing().accepted)
            #expect(accepted.edition == 1)
            #expect(accepted.language?.tag == "ru")
            #expect(accepted.textDigest == policy.publications[0].texts[1].digest)
            #expect(accepted.at == room.now)
            #expect(accepted.method == .click)
            #expect(accepted.decision == recorded.decision.id)
            #expect(accepted.actor == nil)
        },
        Case("afterARepealNothingIsAcceptedAnyMore") { room in
            var policy = try await room.published()
            try await room.decide()
            try policy.repeal(from: room.later(days: 1))
            try await room.take(policy)
            let standing = try await room.standing(at: room.later(days: 1))
            #expect(standing.state == .none)
            #expect(standing.accepted == nil)
            #expect(standing.lastAccepted?.edition == 1)
        },
    ]
}
