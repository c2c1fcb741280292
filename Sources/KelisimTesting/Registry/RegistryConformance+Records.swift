internal import Kelisim
internal import KelisimLog
internal import Testing

/// What a decision records, and what the log holds of it.
extension RegistryConformance {
    static let records: [Case] = [
        Case("aDecisionRecordsEverythingThatWasSaid") { room in
            let policy = try await room.published()
            let actor = try await room.register(room.guardianship())
            let evidence = Evidence(
                type: "cms",
                digest: Digest(of: Array("signature".utf8)),
                reference: "archive 7/12"
            )
            let context = DecisionContext(
                screen: "signup-3",
                statement: "Мен құпиялылық саясатымен келісемін",
                button: "Келісемін",
                ip: "192.0.2.7",
                userAgent: "Mozilla/5.0",
                note: "от руки"
            )
            let shown = try room.show(policy)
            room.wait(minutes: 1)
            let recorded = try await room.decide(
                room.request(
                    .accepted,
                    .signature,
                    shown: shown,
                    by: actor,
                    evidence: evidence,
                    context: context,
                    recordedBy: "key-1"
                )
            )
            let decision = recorded.decision
            #expect(recorded.index == 2)
            #expect(decision.recordedAt == room.now)
            #expect(decision.occurredAt == room.now)
            #expect(decision.subject.id == "u-1")
            #expect(decision.actor == actor)
            #expect(decision.policy == policy.id)
            #expect(decision.edition == 1)
            #expect(decision.language?.tag == "kk")
            #expect(decision.textDigest == policy.publications[0].texts[0].digest)
            #expect(decision.htmlDigest == shown.htmlDigest)
            #expect(decision.presentedAt == shown.issuedAt)
            #expect(decision.identification == .presentation)
            #expect(decision.act == .accepted)
            #expect(decision.method == .signature)
            #expect(decision.evidence == evidence)
            #expect(decision.context == context)
            #expect(decision.recordedBy == "key-1")
            let row = try await room.registry.entry(of: decision.id)
            #expect(row?.record == .decision(decision))
        },
        Case("whatIsNotSaidIsNotRecorded") { room in
            _ = try await room.published()
            let decision =
                try await room.decide(
                    room.request(.withdrawn, edition: nil, language: nil)
                )
                .decision
            #expect(decision.actor == nil)
            #expect(decision.language == nil)
            #expect(decision.textDigest == nil)
            #expect(decision.htmlDigest == nil)
            #expect(decision.presentedAt == nil)
            #expect(decision.evidence == nil)
            #expect(decision.context == DecisionContext())
            #expect(decision.recordedBy == nil)
            #expect(try await room.registry.entry(of: decision.id)?.record == .decision(decision))
        },
        Case("aDecisionSaysHowItsTextWasIdentified") { room in
            let policy = try await room.published()
            let digest = policy.publications[0].texts[0].digest
            for (request, identification) in try [
                (room.request(), Identification.number), (room.request(digest: digest), .digest),
                (room.request(shown: room.show(policy)), .presentation),
                (room.request(.accepted, .imported, edition: nil, language: nil), .unknown),
            ] {
                let decision = try await room.decide(request).decision
                #expect(decision.identification == identification)
            }
        },
        Case("aRecordHoldsAnyText") { room in
            _ = try await room.published()
            let texts = [
                "", "\u{0}", "Келісемін «жоқ»", "e\u{301} é", "🏔️", "'; --", "\r\n\t\\",
                String(repeating: "ұзақ ", count: 20_000),
            ]
            for text in texts {
                let context = DecisionContext(statement: text, note: text)
                let evidence = Evidence(type: text, reference: text)
                let decision =
                    try await room.decide(
                        room.request(evidence: evidence, context: context, recordedBy: text)
                    )
                    .decision
                let row = try await room.registry.entry(of: decision.id)
                #expect(row?.sealed?.bytes == Record.decision(decision).bytes)
                _ = try await room.registry.submit(.hold(decision.subject, reason: text))
                let held = try await room.registry.history(of: decision.subject).holdReason
                #expect(held == text)
            }
        },
        Case("aNameMayBeAsLongAsItMayBe") { room in
            let (slug, id) = (String(repeating: "p", count: 64), String(repeating: "s", count: 128))
            _ = try await room.published(slug)
            let name = String(repeating: "g", count: 64)
            try await room.register(
                room.guardianship(name, guardian: String(repeating: "h", count: 128), ward: id)
            )
            try await room.decide(room.request(.notified, .letter, of: id, policy: slug))
            #expect(try await room.standing(of: id, under: slug).state == .due)
            #expect(try await room.registry.history(of: try Subject(id)).indices == [1, 2])
        },
        Case("aLegacyActMayBeOlderThanTheClocksOfComputers") { room in
            _ = try await room.published()
            for milliseconds: Int64 in [-1, 0, -62_135_596_800_000] {
                let instant = Instant(milliseconds: milliseconds)
                let decision =
                    try await room.decide(
                        room.request(.accepted, .imported, edition: nil, language: nil, at: instant)
                    )
                    .decision
                #expect(decision.occurredAt == instant)
                let row = try await room.registry.entry(of: decision.id)
                #expect(row?.record == .decision(decision))
            }
        },
        Case("theNamesOfDecisionsGrowWithTime") { room in
            _ = try await room.published()
            var names: [String] = []
            for _ in 1...20 {
                room.wait(minutes: 1)
                names.append("\(try await room.decide().decision.id)")
            }
            #expect(names == names.sorted())
            #expect(Set(names).count == 20)
        },
        Case("aKeyIsRecordedSaltedAndABodyAsItsFingerprint") { room in
            _ = try await room.published()
            let key = "key-of-the-caller"
            let recorded = try await room.record([room.request()], key: key, body: "the body")
            let entry = try await room.registry.entry(of: recorded.decisions[0].decision.id)
            let bytes = try #require(entry?.sealed?.bytes)
            for secret in [key, "the body"] {
                #expect(!bytes.contains(Array(secret.utf8)))
            }
            let digest = Digest(of: Array(key.utf8)).bytes.prefix(16)
            #expect(!bytes.contains(Array(digest)))
            let mark = try await room.mark(key, body: "the body")
            #expect(recorded.decisions[0].decision.idempotency == mark)
        },
        Case("everyKindOfRecordHasALeafOfItsType") { room in
            var policy = try await room.published()
            let first = policy.publications[0].digest
            try await room.decide()
            try await room.register(room.guardianship(ward: "u-2"))
            _ = try await room.registry.submit(.hold(Subject("u-1"), reason: "case 7"))
            _ = try await room.registry.submit(.release(Subject("u-1"), reason: "closed"))
            try await room.erase()
            _ = try await room.registry.submit(.key("a+1+AA"))
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            let second = policy.publications[1].digest
            try policy.cancel(2, at: room.now)
            try policy.repeal(from: room.later(days: 2))
            try await room.take(policy)
            let leaves = try await room.rows().compactMap { Leaf($0.leaf) }
            #expect(
                leaves.map(\.type) == [
                    .publication, .decision, .guardianship, .hold, .hold, .erasure, .key,
                    .publication, .publication, .publication,
                ]
            )
            #expect(
                leaves.map(\.publication) == [
                    first, first, nil, nil, nil, nil, nil, second, second, second,
                ]
            )
            #expect(
                leaves.map(\.erased) == [nil, nil, nil, nil, nil, [1, 3, 4], nil, nil, nil, nil]
            )
            let hour = UInt64(room.now.milliseconds / 3_600_000)
            #expect(leaves.allSatisfy { $0.hour == hour })
        },
        Case("aLeafCommitsToItsRecordUnderAFreshNonce") { room in
            _ = try await room.published()
            for _ in 1...3 { try await room.decide() }
            _ = try await room.registry.submit(.hold(Subject("u-1"), reason: "case 7"))
            let rows = try await room.rows()
            for row in rows {
                let sealed = try #require(row.sealed)
                #expect(sealed.nonce.bytes.count == Nonce.size)
                let leaf = try #require(Leaf(row.leaf))
                #expect(
                    leaf.commitment == Commitment.make(nonce: sealed.nonce, record: sealed.bytes)
                )
                #expect(row.leafHash == MerkleHash.leaf(row.leaf))
            }
            #expect(Set(rows.compactMap(\.sealed?.nonce)).count == rows.count)
        },
        Case("aLeafHoldsNothingPersonal") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            let context = DecisionContext(ip: "192.0.2.7", userAgent: "Mozilla/5.0")
            try await room.decide(room.request(by: actor, context: context, recordedBy: "key-1"))
            _ = try await room.registry.submit(.hold(Subject("u-1"), reason: "case 7"))
            for row in try await room.rows() {
                for word in ["u-1", "g-1", "gs-1", "192.0.2.7", "Mozilla", "key-1", "case 7"] {
                    #expect(!row.leaf.contains(Array(word.utf8)))
                }
            }
        },
        Case("aTextIsInTheLogBeforeItIsDecidedOn") { room in
            var policy = try await room.published()
            try await room.decide()
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            try await room.take(policy)
            try await room.decide(edition: 2)
            var published: Set<Digest> = []
            for row in try await room.rows() {
                let leaf = try #require(Leaf(row.leaf))
                let publication = try #require(leaf.publication)
                switch leaf.type {
                case .publication: published.insert(publication)
                default: #expect(published.contains(publication))
                }
            }
            #expect(published.count == 2)
        },
    ]
}

extension Array where Element: Equatable {
    /// Whether `other` stands somewhere in it without a gap.
    fileprivate func contains(_ other: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
