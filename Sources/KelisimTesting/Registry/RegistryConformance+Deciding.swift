internal import Kelisim
internal import KelisimLog
internal import Testing

/// What can be decided, and when it counts as done.
extension RegistryConformance {
    static let deciding: [Case] = editions + times + texts

    // MARK: - Which edition

    private static let editions: [Case] = [
        Case("anEditionInForceOrUpcomingCanBeDecided") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
            try await room.take(policy)
            for edition in [1, 2] {
                for act in [Act.accepted, .declined, .withdrawn] {
                    #expect(
                        try await room.decide(act, edition: edition).decision.edition == edition
                    )
                }
            }
        },
        Case("aDraftCanNeverBeDecided") { room in
            var policy = try await room.published()
            try policy.publish(at: room.later(days: 1))
            try await room.take(policy)
            let draft = Refusal.unknownEdition(policy.id, 2)
            for act in [Act.accepted, .declined, .withdrawn] {
                #expect(try await room.refusal(of: room.request(act, edition: 2)) == draft)
                #expect(
                    try await room.refusal(of: room.request(act, edition: 3))
                        == .unknownEdition(policy.id, 3)
                )
            }
            #expect(
                try await room.refusal(of: room.request(edition: nil))
                    == .unknownEdition(policy.id, nil)
            )
        },
        Case("aCancelledEditionCanNeverBeAccepted") { room in
            var policy = try await room.published()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 10))
            try await room.take(policy)
            let shown = try room.show(policy, edition: 2)
            let upcoming = room.now
            room.wait(minutes: 1)
            try policy.cancel(2, at: room.now)
            try await room.take(policy)
            for request in try [
                room.request(edition: 2), room.request(.declined, edition: 2),
                room.request(shown: shown),
                room.request(.accepted, .paper, edition: 2, at: upcoming),
                room.request(.accepted, .imported, edition: 2, at: upcoming),
            ] {
                let refusal = try await room.refusal(of: request)
                #expect(refusal?.code == "edition-not-acceptable")
            }
        },
        Case("aSupersededEditionIsDecidedByWhatWasShown") { room in
            var policy = try await room.published()
            let shown = try room.show(policy)
            room.wait(minutes: 1)
            try policy.publish(at: room.now)
            try await room.take(policy)
            #expect(
                try await room.refusal(of: room.request())
                    == .editionNotAcceptable(policy.id, 1, .superseded, at: room.now)
            )
            let recorded = try await room.decide(room.request(shown: shown))
            #expect(recorded.decision.edition == 1)
            #expect(recorded.standing.state == .due)
            // What was shown when it could no longer be decided does not help.
            let late = try room.show(policy)
            #expect(
                try await room.refusal(of: room.request(shown: late))?.code
                    == "edition-not-acceptable"
            )
        },
        Case("aSupersededEditionIsDecidedOnPaperOfItsTime") { room in
            var policy = try PublishedPolicy()
            try policy.publish(at: room.later(days: 2), effectiveAt: room.later(days: 4))
            try policy.publish(at: room.later(days: 6))
            try await room.take(policy)
            let days = (0...8).map { room.later(days: $0) }
            room.wait(days: 9)
            for method in [DecisionMethod.paper, .imported] {
                for (day, instant) in days.enumerated() {
                    let request = try room.request(.accepted, method, of: "u-\(day)", at: instant)
                    if (2..<6).contains(day) {
                        let recorded = try await room.decide(request)
                        #expect(recorded.decision.occurredAt == instant)
                        #expect(recorded.decision.recordedAt == room.now)
                    } else {
                        #expect(
                            try await room.refusal(of: request)?.code == "edition-not-acceptable"
                        )
                    }
                }
            }
        },
        Case("aRepealedPolicyCanNotBeAccepted") { room in
            var policy = try await room.published()
            try await room.decide()
            try policy.repeal(from: room.now)
            try await room.take(policy)
            let refusal = try await room.refusal(of: room.request())
            #expect(refusal?.code == "edition-not-acceptable")
            #expect(try await room.decide(.withdrawn, edition: nil).decision.edition == 1)
        },
    ]

    // MARK: - When

    private static let times: [Case] = [
        Case("theTimeOfAnActIsThatOfTheServer") { room in
            let policy = try await room.published()
            room.wait(minutes: 5)
            #expect(try await room.decide().decision.occurredAt == room.now)
            let evidence = Evidence(type: "cms")
            let given = room.later(minutes: -1)
            for request in try [
                room.request(.accepted, .click, at: given),
                room.request(.accepted, .implied, at: given),
                room.request(.accepted, .signature, at: given, evidence: evidence),
                room.request(.declined, .click, at: given),
                room.request(.notified, .email, at: given),
                room.request(.accepted, .implied, shown: room.show(policy), at: given),
            ] {
                #expect(
                    try await room.refusal(of: request) == .occurredAtNotAllowed(.method)
                )
            }
        },
        Case("paperAndImportsSayWhenTheyWereMade") { room in
            _ = try await room.published()
            let made = room.now
            room.wait(days: 3)
            for method in [DecisionMethod.paper, .imported] {
                let decision = try await room.decide(.accepted, method, at: made).decision
                #expect(decision.occurredAt == made)
                #expect(decision.recordedAt == room.now)
                #expect(try await room.decide(.accepted, method).decision.occurredAt == room.now)
            }
        },
        Case("nothingWasMadeInTheFuture") { room in
            let policy = try await room.published()
            let future = room.later(minutes: 1)
            for request in try [
                room.request(.accepted, .paper, at: future),
                room.request(.accepted, .imported, at: future),
                room.request(shown: room.show(policy), at: future),
            ] {
                #expect(
                    try await room.refusal(of: request) == .occurredAtNotAllowed(.future)
                )
            }
        },
        Case("aClickOnWhatWasShownSaysWhenItWasMade") { room in
            let policy = try await room.published()
            room.wait(days: 1)
            let shown = try room.show(policy)
            let before = room.later(minutes: -1)
            room.wait(minutes: 30)
            let clicked = room.now
            room.wait(days: 3)
            let request = try room.request(shown: shown, at: clicked)
            #expect(try await room.decide(request).decision.occurredAt == clicked)
            for given in [before, shown.expiresAt, room.now] {
                #expect(
                    try await room.refusal(of: room.request(shown: shown, at: given))
                        == .occurredAtNotAllowed(.presentation)
                )
            }
            // On paper, too, nothing was decided before it was shown or long after.
            #expect(
                try await room.refusal(
                    of: room.request(.accepted, .paper, shown: shown, at: before)
                )
                    == .occurredAtNotAllowed(.presentation)
            )
            #expect(
                try await room.refusal(
                    of: room.request(.accepted, .imported, shown: shown, at: room.now)
                )
                    == .occurredAtNotAllowed(.presentation)
            )
        },
        Case("whatIsNotShownYetIsNotDecided") { room in
            let policy = try await room.published()
            room.wait(minutes: 2)
            let shown = try room.show(policy)
            room.clock.advance(by: -Presentation.skew - 1)
            #expect(try await room.refusal(of: room.request(shown: shown)) == .presentationInvalid)
        },
        Case("whatAServerWithAClockAheadHasShownIsShownNow") { room in
            let policy = try await room.published()
            room.wait(minutes: 2)
            let shown = try room.show(policy)
            room.clock.advance(by: -Presentation.skew)
            let decision = try await room.decide(room.request(shown: shown)).decision
            #expect(decision.presentedAt == room.now)
            #expect(decision.occurredAt == room.now)
            let given = try await room.decide(room.request(of: "u-2", shown: shown, at: room.now))
            #expect(given.decision.presentedAt == room.now)
            room.clock.advance(by: Presentation.skew)
            let later = try await room.decide(room.request(of: "u-3", shown: shown)).decision
            #expect(later.presentedAt == shown.issuedAt)
        },
        Case("whatWasShownIsValidForADay") { room in
            let policy = try await room.published()
            let shown = try room.show(policy)
            room.clock.advance(by: Presentation.lifetime - 1)
            try await room.decide(room.request(shown: shown))
            room.clock.advance(by: 1)
            #expect(
                try await room.refusal(of: room.request(shown: shown))
                    == .presentationExpired(shown.expiresAt)
            )
        },
    ]

    // MARK: - Which text, and how

    private static let texts: [Case] = [
        Case("aTextIsNamedByItsLanguage") { room in
            let policy = try await room.published()
            #expect(
                try await room.refusal(of: room.request(language: nil))
                    == .unknownLanguage(policy.id, 1, nil)
            )
            #expect(
                try await room.refusal(of: room.request(language: "en"))
                    == .unknownLanguage(policy.id, 1, Language("en"))
            )
        },
        Case("aDigestMustBeThatOfTheText") { room in
            let policy = try await room.published()
            let texts = policy.publications[0].texts
            #expect(
                try await room.refusal(of: room.request(digest: texts[1].digest))
                    == .textMismatch(expected: texts[0].digest)
            )
            let recorded = try await room.decide(room.request(digest: texts[0].digest))
            #expect(recorded.decision.identification == .digest)
            // A withdrawal, which needs no language, is not recorded beside a digest of nothing.
            let strange = Digest(of: Array("strange".utf8))
            #expect(
                try await room.refusal(
                    of: room.request(.withdrawn, language: nil, digest: strange)
                )?
                .code == "text-mismatch"
            )
            let taken = try await room.decide(
                room.request(.withdrawn, language: nil, digest: texts[1].digest)
            )
            #expect(taken.decision.language?.tag == "ru")
            #expect(taken.decision.textDigest == texts[1].digest)
        },
        Case("aTranslationForReadingIsNeverAccepted") { room in
            let policy = try await room.published("privacy", .with { $0.unofficial = ["ru"] })
            let russian = try #require(Language("ru"))
            for request in try [
                room.request(language: "ru"), room.request(.accepted, .implied, language: "ru"),
                room.request(.accepted, .paper, language: "ru"),
                room.request(.accepted, .imported, language: "ru"),
                room.request(shown: room.show(policy, language: "ru")),
            ] {
                #expect(try await room.refusal(of: request) == .textNotOfficial(russian))
            }
        },
        Case("whatWasShownMustBeATextOfTheRegistry") { room in
            let policy = try await room.published()
            let shown = try room.show(policy)
            let strange = Presentation(
                policy: shown.policy,
                edition: 1,
                language: shown.language,
                textDigest: Digest(of: Array("strange".utf8)),
                htmlDigest: shown.htmlDigest,
                issuedAt: shown.issuedAt
            )
            #expect(
                try await room.refusal(of: room.request(shown: strange)) == .presentationInvalid
            )
        },
        Case("anActIsDoneByAMethodThatFitsIt") { room in
            _ = try await room.published()
            for act in Act.allCases {
                for method in DecisionMethod.allCases {
                    let isTold = [.screen, .email, .sms, .letter].contains(method)
                    let isPossible =
                        switch act {
                        case .notified: isTold
                        case .accepted: !isTold
                        case .declined, .withdrawn: !isTold && method != .implied
                        }
                    let evidence = Evidence(type: "cms")
                    let refusal = try await room.refusal(
                        of: room.request(act, method, evidence: evidence)
                    )
                    #expect(refusal == (isPossible ? nil : .methodNotPossible(act, method)))
                }
            }
        },
        Case("aSignatureNeedsEvidence") { room in
            _ = try await room.published()
            for act in [Act.accepted, .declined, .withdrawn] {
                #expect(
                    try await room.refusal(of: room.request(act, .signature)) == .evidenceMissing
                )
            }
        },
    ]
}
