internal import Kelisim
internal import KelisimLog
internal import Testing

/// Guardians and their wards.
extension RegistryConformance {
    static let guardians: [Case] = guardianships + acting + comingOfAge

    // MARK: - Guardianships

    private static let guardianships: [Case] = [
        Case("aGuardianshipIsKeptAsItWasRegistered") { room in
            for basis in Guardianship.Basis.allCases {
                let guardianship = try room.guardianship(
                    "gs-\(basis)",
                    basis: basis,
                    until: room.later(days: 400)
                )
                try await room.register(guardianship)
                let versions = try await room.registry.versions(of: guardianship.id)
                #expect(versions.map(\.guardianship) == [guardianship])
                #expect(versions.map(\.recordedAt) == [room.now])
                let row = try await room.rows().last
                #expect(row?.record == .guardianship(guardianship, recordedAt: room.now))
                #expect(row.flatMap { Leaf($0.leaf) }?.type == .guardianship)
            }
            let bare = try room.guardianship("gs-0", reaches: [:], evidence: nil, verifiedBy: nil)
            try await room.register(bare)
            let versions = try await room.registry.versions(of: bare.id)
            #expect(versions.map(\.guardianship) == [bare])
        },
        Case("onlyTheEndOfAGuardianshipMayChange") { room in
            let (start, end) = (room.now, room.later(days: 9))
            let first = try room.guardianship(from: start)
            try await room.register(first)
            room.wait(minutes: 1)
            for other in try [
                room.guardianship(guardian: "g-2", from: start),
                room.guardianship(ward: "u-2", from: start),
                room.guardianship(basis: .custodian, from: start),
                room.guardianship(from: room.now),
                room.guardianship(from: start, reaches: [14: "2030-06-16", 18: "2034-06-15"]),
                room.guardianship(from: start, evidence: "archive 7/13"),
                room.guardianship(from: start, verifiedBy: nil),
            ] {
                #expect(
                    try await room.refusal(of: .guardianship(other)) == .guardianshipFixed(first.id)
                )
            }
            let ended = try room.guardianship(from: start, until: end)
            let moved = try room.guardianship(from: start, until: room.later(days: 5))
            for version in [ended, moved, first] { try await room.register(version) }
            let versions = try await room.registry.versions(of: first.id)
            #expect(versions.map(\.guardianship) == [first, ended, moved, first])
            #expect(versions.map(\.index) == [0, 1, 2, 3])
            let history = try await room.registry.history(of: first.ward)
            #expect(history.guardianships == versions)
        },
        Case("theSameGuardianshipAgainAddsNothing") { room in
            let guardianship = try room.guardianship()
            for isFirst in [true, false] {
                let answer = try await room.registry.submit(.guardianship(guardianship))
                guard case .guardianship(guardianship, isNew: isFirst) = answer else {
                    throw RegistryRoom.Unexpected(answer)
                }
            }
            #expect(try await room.registry.head().size == 1)
        },
        Case("aGuardianshipMustBePossible") { room in
            for guardianship in try [
                room.guardianship(guardian: "u-1"),
                room.guardianship(until: room.now),
                room.guardianship(until: room.later(minutes: -1)),
                room.guardianship(reaches: [-1: "2030-06-15"]),
                room.guardianship(reaches: [0: "2030-06-15"]),
                room.guardianship(reaches: [14: "2034-06-15", 18: "2030-06-15"]),
            ] {
                #expect(
                    try await room.refusal(of: .guardianship(guardianship))
                        == .guardianshipNotValid(.impossible)
                )
            }
        },
        Case("theGuardianshipsOfAGuardianAreListed") { room in
            let start = room.now
            try await room.register(room.guardianship("gs-2", ward: "u-2"))
            try await room.register(room.guardianship("gs-1", ward: "u-1"))
            try await room.register(room.guardianship("gs-3", guardian: "g-3", ward: "u-1"))
            let ended = try room.guardianship(
                "gs-2",
                ward: "u-2",
                from: start,
                until: room.later(days: 2)
            )
            try await room.register(ended)
            let listed = try await room.registry.guardianships(by: try Subject("g-1"))
            #expect(listed == [ended, try room.guardianship("gs-1", ward: "u-1", from: start)])
            #expect(try await room.registry.guardianships(by: try Subject("u-1")).isEmpty)
        },
    ]

    // MARK: - Acting

    private static let acting: [Case] = [
        Case("aGuardianDecidesForTheWard") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            let recorded = try await room.decide(by: actor)
            #expect(recorded.decision.subject.id == "u-1")
            #expect(recorded.decision.actor == actor)
            #expect(recorded.standing.state == .current)
            #expect(recorded.standing.accepted?.actor == actor)
            #expect(try await room.decide(.declined, by: actor).standing.state == .declined)
            #expect(
                try await room.decide(.withdrawn, edition: nil, by: actor).standing.state
                    == .withdrawn
            )
        },
        Case("anActNamesTheGuardianshipItRestsOn") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            let other = try await room.register(
                room.guardianship("gs-2", guardian: "g-2", ward: "u-2")
            )
            for (id, guardianship, flaw) in [
                (actor.id, GuardianshipID("gs-9"), Refusal.GuardianshipFlaw.unknown),
                (other.id, actor.guardianship, .otherPersons),
                (other.id, other.guardianship, .unknown),
            ] {
                let actor = Actor(id: id, guardianship: try #require(guardianship))
                #expect(
                    try await room.refusal(of: room.request(by: actor))
                        == .guardianshipNotValid(flaw)
                )
            }
        },
        Case("aGuardianActsInsideTheInterval") { room in
            _ = try await room.published()
            let (start, end) = (room.later(days: 1), room.later(days: 3))
            let actor = try await room.register(room.guardianship(from: start, until: end))
            let early = room.now
            let outside = Refusal.guardianshipNotValid(.outsideInterval)
            #expect(try await room.refusal(of: room.request(by: actor)) == outside)
            room.clock.set(start)
            #expect(try await room.decide(by: actor).standing.state == .current)
            room.clock.set(end)
            #expect(try await room.refusal(of: room.request(by: actor)) == outside)
            // For paper, the time when it was written counts.
            #expect(
                try await room.refusal(of: room.request(.accepted, .paper, by: actor, at: early))
                    == outside
            )
            try await room.decide(.accepted, .paper, by: actor, at: start)
            // What was agreed to inside of it stands behind its end.
            #expect(try await room.state() == .current)
        },
        Case("anEndThatLiesBeforeAnActTakesItAway") { room in
            _ = try await room.published()
            let start = room.now
            let actor = try await room.register(room.guardianship())
            room.wait(days: 5)
            try await room.decide(by: actor)
            let known = room.now
            room.wait(days: 1)
            let ended = try room.guardianship(from: start, until: room.later(days: -3))
            try await room.register(ended)
            #expect(try await room.state() == .due)
            #expect(try await room.standing().lastAccepted?.actor == actor)
            // As known before, it counted.
            #expect(try await room.standing(knownAt: known).state == .current)
        },
        Case("ofSeveralGuardiansTheLatestActCounts") { room in
            _ = try await room.published()
            let mother = try await room.register(room.guardianship())
            let father = try await room.register(room.guardianship("gs-2", guardian: "g-2"))
            try await room.decide(by: mother)
            #expect(try await room.decide(.declined, by: father).standing.state == .declined)
            #expect(try await room.decide(by: mother).standing.state == .current)
            let last = try await room.decide(.withdrawn, by: father)
            #expect(last.standing.state == .withdrawn)
            let history = try await room.registry.history(of: last.decision.subject)
            #expect(history.acts.map(\.actor) == [mother, father, mother, father])
            #expect(history.guardianships.count == 2)
        },
        Case("aRegisteredWardCanNotDecideAlone") { room in
            let policy = try await room.published()
            // Nobody knows of a child that is not registered.
            try await room.decide()
            let actor = try await room.register(room.guardianship())
            for act in [Act.accepted, .declined, .withdrawn] {
                #expect(try await room.refusal(of: room.request(act)) == .wardCannotDecide)
            }
            #expect(
                try await room.refusal(of: room.request(shown: room.show(policy)))
                    == .wardCannotDecide
            )
            // To be told of something decides nothing.
            try await room.decide(.notified, .screen)
            try await room.decide(of: actor.id.id)
        },
        Case("aWardIsUnderAgeAlsoBehindTheEndOfTheGuardianship") { room in
            _ = try await room.published()
            try await room.register(room.guardianship(until: room.later(days: 1)))
            room.wait(days: 2)
            #expect(try await room.refusal(of: room.request()) == .wardCannotDecide)
        },
        Case("withoutAnAgeInThePolicyWardsDecideAlone") { room in
            _ = try await room.published("privacy", .with { $0.guardianUnder = nil })
            let actor = try await room.register(room.guardianship())
            #expect(try await room.decide().standing.state == .current)
            #expect(try await room.decide(.declined, by: actor).standing.state == .declined)
        },
    ]

    // MARK: - Coming of age

    /// 2030-06-15, 00:00 in Almaty.
    private static let birthday = Instant("2030-06-14T19:00:00Z") ?? RegistryRoom.morning

    private static let comingOfAge: [Case] = [
        Case("aGuardiansActCountsUntilTheWardIsOfAge") { room in
            var policy = try await room.published()
            let actor = try await room.register(room.guardianship())
            try await room.decide(by: actor)
            let eve = Instant(milliseconds: birthday.milliseconds - 1)
            #expect(try await room.standing().validUntil == birthday)
            #expect(try await room.state(at: eve) == .current)
            let then = try await room.standing(at: birthday)
            #expect(then.state == .due)
            #expect(then.accepted == nil)
            #expect(then.lastAccepted?.actor == actor)
            // Without a deadline in the past, also where an edition gave one.
            room.wait(days: 1)
            try policy.publish(at: room.now, .with { $0.acceptWithin = 5 })
            try await room.take(policy)
            #expect(try await room.standing().required?.acceptBy != nil)
            #expect(
                try await room.standing(at: birthday).required == .init(edition: 2, acceptBy: nil)
            )
            #expect(try await room.state(at: birthday) == .due)
        },
        Case("whoIsOfAgeDecidesAlone") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship())
            room.clock.set(Instant(milliseconds: birthday.milliseconds - 1))
            #expect(try await room.refusal(of: room.request()) == .wardCannotDecide)
            try await room.decide(by: actor)
            room.clock.set(birthday)
            #expect(
                try await room.refusal(of: room.request(by: actor))
                    == .guardianshipNotValid(.wardOfAge)
            )
            let own = try await room.decide()
            #expect(own.standing.state == .current)
            #expect(own.standing.accepted?.actor == nil)
        },
        Case("aMissingDayMakesNobodyOlder") { room in
            _ = try await room.published()
            let actor = try await room.register(room.guardianship(reaches: [18: "2034-06-15"]))
            room.clock.set(birthday)
            #expect(try await room.refusal(of: room.request()) == .wardCannotDecide)
            try await room.decide(by: actor)
            let unknown = try await room.register(
                room.guardianship("gs-2", ward: "u-2", reaches: [12: "2028-06-15"])
            )
            #expect(
                try await room.refusal(of: room.request(of: "u-2", by: unknown))
                    == .guardianshipNotValid(.ageUnknown)
            )
        },
        Case("theAgeIsThatOfTheEditionDecidedOn") { room in
            // The next edition raises the age; who is between both asks a guardian for it already.
            var policy = try await room.published("privacy", .with { $0.guardianUnder = 14 })
            let next = room.later(days: 10)
            try policy.publish(at: room.now, effectiveAt: next, .with { $0.guardianUnder = 16 })
            try await room.take(policy)
            let actor = try await room.register(
                room.guardianship(reaches: [14: "2026-06-15", 16: "2028-06-15"])
            )
            #expect(try await room.decide().standing.state == .current)
            #expect(
                try await room.refusal(of: room.request(by: actor))
                    == .guardianshipNotValid(.wardOfAge)
            )
            #expect(
                try await room.refusal(of: room.request(edition: 2)) == .wardCannotDecide
            )
            try await room.decide(edition: 2, by: actor)
            let then = try await room.standing(at: next)
            #expect(then.state == .current)
            #expect(then.accepted?.actor == actor)
            #expect(then.validUntil == Instant("2028-06-14T19:00:00Z"))
        },
    ]
}
