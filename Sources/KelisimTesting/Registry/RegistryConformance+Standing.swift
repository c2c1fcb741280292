internal import Kelisim
internal import Testing

/// What a subject has agreed to: which acts are seen, and which count.
extension RegistryConformance {
    static let standing: [Case] = seen + counting

    // MARK: - What is seen

    private static let seen: [Case] = [
        Case("actsCountInTheOrderInWhichTheyWereMade") { room in
            _ = try await room.published()
            let early = room.later(minutes: 1)
            room.wait(days: 1)
            try await room.decide()
            room.wait(days: 1)
            // The paper is older than the click, whenever it is entered.
            try await room.decide(.withdrawn, .paper, at: early)
            #expect(try await room.state() == .current)
            try await room.decide(.withdrawn, .paper, at: room.now)
            #expect(try await room.state() == .withdrawn)
        },
        Case("ofActsMadeAtOnceTheLaterRowCounts") { room in
            _ = try await room.published()
            try await room.decide()
            try await room.decide(.declined)
            #expect(try await room.state() == .declined)
            try await room.decide()
            #expect(try await room.state() == .current)
        },
        Case("onlyActsMadeByThenAreSeen") { room in
            _ = try await room.published()
            let before = room.now
            room.wait(minutes: 1)
            try await room.decide()
            room.wait(minutes: 1)
            #expect(try await room.state(at: before) == .due)
            #expect(try await room.state(at: room.later(minutes: -1)) == .current)
        },
        Case("onlyWhatWasRecordedByThenIsSeen") { room in
            var policy = try await room.published()
            let (made, known) = (room.later(minutes: 1), room.later(minutes: 2))
            room.wait(days: 1)
            try await room.decide(.accepted, .paper, at: made)
            try policy.publish(at: room.later(days: -1, minutes: 5))
            try await room.take(policy)
            let then = try await room.standing(at: room.later(days: 5), knownAt: known)
            #expect(then.state == .due)
            #expect(then.inForce == 1)
            #expect(then.knownAt == known)
            let now = try await room.standing(at: room.later(days: 5))
            #expect(now.inForce == 2)
            #expect(now.lastAccepted?.edition == 1)
            // Of the time when the paper was made, more is known today.
            #expect(try await room.state(at: made) == .current)
        },
        Case("theTimeMayLieInTheFuture") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
            try await room.take(policy)
            try await room.decide()
            #expect(try await room.state() == .current)
            #expect(try await room.state(at: room.later(days: 10)) == .due)
        },
    ]

    // MARK: - What counts

    private static let counting: [Case] = [
        Case("aWithdrawalEndsEveryAcceptanceMadeBeforeIt") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            try await room.take(policy)
            try await room.decide()
            try await room.decide(edition: 2)
            try await room.decide(.withdrawn)
            #expect(try await room.state() == .withdrawn)
            #expect(try await room.state(at: room.later(days: 1)) == .withdrawn)
            #expect(try await room.standing().accepted == nil)
            #expect(try await room.standing().lastAccepted?.edition == 2)
        },
        Case("aWithdrawalThatNamesAnUpcomingEditionEndsOnlyThat") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            try await room.take(policy)
            try await room.decide()
            try await room.decide(edition: 2)
            try await room.decide(.withdrawn, edition: 2)
            #expect(try await room.state() == .current)
            #expect(try await room.state(at: room.later(days: 1)) == .withdrawn)
        },
        Case("aWithdrawalMayNameAnyPublishedEdition") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now)
            try policy.publish(at: room.now, effectiveAt: room.later(days: 9))
            try policy.cancel(3, at: room.now)
            try await room.take(policy)
            for edition in [1, 2, 3] {
                try await room.decide(edition: 2)
                #expect(try await room.state() == .current)
                try await room.decide(.withdrawn, edition: edition)
                #expect(try await room.state() == .withdrawn)
            }
        },
        Case("aWithdrawalNamesTheAcceptedEditionByDefault") { room in
            var policy = try await room.published()
            try await room.decide()
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.change = .notice })
            try policy.publish(at: room.now, effectiveAt: room.later(days: 9))
            try await room.take(policy)
            try await room.decide(edition: 3)
            let first = try await room.decide(
                room.request(.withdrawn, edition: nil, language: nil)
            )
            #expect(first.decision.edition == 1)
            #expect(first.decision.language == nil)
            #expect(first.decision.textDigest == nil)
            #expect(first.standing.state == .withdrawn)
            // What was accepted last, when nothing stands.
            let second = try await room.decide(
                room.request(.withdrawn, edition: nil, language: nil)
            )
            #expect(second.decision.edition == 3)
        },
        Case("anAcceptanceStandsUntilItIsWithdrawn") { room in
            var policy = try await room.published()
            try await room.decide()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 400))
            try await room.take(policy)
            #expect(try await room.state(at: room.later(days: 399)) == .current)
            let standing = try await room.standing(at: room.later(days: 4000))
            #expect(standing.state == .due)
            #expect(standing.accepted?.edition == 1)
        },
        Case("anImpliedAcceptanceDoesNotCountAfterARefusalOrWithdrawal") { room in
            _ = try await room.published("privacy", .with { $0.minimumMethod = .implied })
            try await room.decide(.accepted, .implied)
            #expect(try await room.state() == .current)
            for act in [Act.withdrawn, .declined] {
                try await room.decide(act)
                try await room.decide(.accepted, .implied)
                let standing = try await room.standing()
                #expect(standing.state == (act == .withdrawn ? .withdrawn : .declined))
                #expect(standing.accepted?.method != .implied)
                #expect(standing.lastAccepted?.method != .implied)
                try await room.decide()
                try await room.decide(.accepted, .implied)
                #expect(try await room.state() == .current)
                #expect(try await room.standing().lastAccepted?.method == .implied)
            }
        },
        Case("anEarlyAcceptanceCountsFromTheDayOfItsEdition") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
            try await room.take(policy)
            try await room.decide(edition: 2)
            #expect(try await room.state() == .due)
            #expect(try await room.standing().accepted == nil)
            let then = try await room.standing(at: room.later(days: 10))
            #expect(then.state == .current)
            #expect(then.accepted?.edition == 2)
        },
        Case("noticesAndEditorialEditionsAskNobodyAgain") { room in
            var policy = try await room.published()
            try await room.decide()
            for change in [ChangeKind.notice, .editorial] {
                room.wait(days: 1)
                try policy.publish(at: room.now, .with { $0.change = change })
                try await room.take(policy)
                let standing = try await room.standing()
                #expect(standing.state == .current)
                #expect(standing.accepted?.edition == 1)
            }
            room.wait(days: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            #expect(try await room.state() == .due)
        },
        Case("theMethodMustBeStrongEnough") { room in
            let enough: [Acceptance.Method: [DecisionMethod]] = [
                .implied: [.implied, .click, .paper, .imported, .signature],
                .click: [.click, .paper, .imported, .signature],
                .signature: [.signature],
            ]
            for (minimum, methods) in enough {
                let slug = "needs-\(minimum)"
                _ = try await room.published(slug, .with { $0.minimumMethod = minimum })
                for method in enough[.implied] ?? [] {
                    let subject = "u-\(method)"
                    let recorded = try await room.decide(
                        room.request(
                            .accepted,
                            method,
                            of: subject,
                            policy: slug,
                            evidence: method == .signature ? Evidence(type: "cms") : nil
                        )
                    )
                    #expect(recorded.decision.method == method)
                    let standing = try await room.standing(of: subject, under: slug)
                    #expect((standing.state == .current) == methods.contains(method))
                    #expect(standing.accepted?.method == method)
                }
            }
        },
        Case("anImportWithoutAnEditionIsHistoryOnly") { room in
            _ = try await room.published()
            let recorded = try await room.decide(
                room.request(.accepted, .imported, edition: nil, language: nil)
            )
            #expect(recorded.decision.identification == .unknown)
            #expect(recorded.decision.edition == nil)
            let standing = try await room.standing()
            #expect(standing.state == .due)
            #expect(standing.accepted == nil)
            #expect(standing.lastAccepted == nil)
            let history = try await room.registry.history(of: recorded.decision.subject)
            #expect(history.acts.map(\.decision) == [recorded.decision.id])
        },
        Case("anImportWithoutALanguageIsHistoryOnly") { room in
            let policy = try await room.published()
            let recorded = try await room.decide(room.request(.accepted, .imported, language: nil))
            #expect(recorded.decision.edition == 1)
            #expect(recorded.decision.textDigest == nil)
            #expect(recorded.standing.state == .due)
            #expect(recorded.standing.lastAccepted == nil)
            // Where the digest is known, so is the text.
            let text = policy.publications[0].texts[1]
            let known = try await room.decide(
                room.request(.accepted, .imported, language: nil, digest: text.digest)
            )
            #expect(known.decision.language == text.language)
            #expect(known.standing.state == .current)
            // To take something back, no text needs to be known.
            let taken = try await room.decide(room.request(.withdrawn, .imported, language: nil))
            #expect(taken.standing.state == .withdrawn)
        },
        Case("aNotificationLeavesNoTraceInStanding") { room in
            _ = try await room.published()
            for method in [DecisionMethod.screen, .email, .sms, .letter] {
                let before = try await room.standing()
                try await room.decide(.notified, method)
                #expect(try await room.standing() == before)
            }
            try await room.decide(.withdrawn)
            try await room.decide(.notified, .email)
            #expect(try await room.state() == .withdrawn)
        },
    ]
}
