internal import Kelisim
internal import KelisimLog
internal import Testing

/// What is kept of API keys.
extension RegistryConformance {
    /// The rules of a registry that keeps API keys, too.
    public static let accessKeys: [Case] = [
        Case("aNewRegistryHasNoKeys") { room in
            let keys = try room.accessKeys
            #expect(try await keys.accessKeys().isEmpty)
            #expect(try await keys.accessKey(digest: AccessSecret.random().digest) == nil)
        },
        Case("aKeyIsFoundByItsSecretAndKeptAsItIs") { room in
            let keys = try room.accessKeys
            let names = [nil, "", "бэкенд «жоқ»", "e\u{301} é", "🏔️", "'; --", "a\u{0}b\r\n\\"]
            var added: [AccessKey] = []
            for name in names {
                let (key, secret) = room.accessKey(name)
                try await keys.add(key)
                added.append(key)
                #expect(try await keys.accessKey(digest: secret.digest) == key)
            }
            #expect(try await keys.accessKeys() == added)
            #expect(added.allSatisfy { $0.isGood })
        },
        Case("everySetOfScopesIsKept") { room in
            let keys = try room.accessKeys
            for bits in 1..<1 << AccessScope.allCases.count {
                let scopes = AccessScope.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }
                let (key, secret) = room.accessKey(scopes: Set(scopes.map(\.element)))
                try await keys.add(key)
                #expect(try await keys.accessKey(digest: secret.digest)?.scopes == key.scopes)
            }
        },
        Case("keysAreListedInTheOrderInWhichTheyWereMade") { room in
            let keys = try room.accessKeys
            var ids: [String] = []
            for number in 0..<20 {
                let (key, _) = room.accessKey("\(19 - number)")
                try await keys.add(key)
                ids.append(key.id)
                room.wait(minutes: number.isMultiple(of: 3) ? -1 : 1)
            }
            _ = try await keys.revokeAccessKey(ids[3], at: room.now)
            try await keys.noteUse(of: [ids[5]: room.now])
            #expect(try await keys.accessKeys().map(\.id) == ids)
        },
        Case("aKeyAddedAgainChangesNothing") { room in
            let keys = try room.accessKeys
            let (key, secret) = room.accessKey()
            try await keys.add(key)
            _ = try await keys.revokeAccessKey(key.id, at: room.now)
            try await keys.add(key)
            try await keys.add(room.accessKey(id: key.id).key)
            try await keys.add(room.accessKey(secret: secret).key)
            #expect(try await keys.accessKeys() == [key.revoked(at: room.now)])
            #expect(try await keys.accessKey(digest: key.digest)?.isGood == false)
        },
        Case("aRevokedKeyIsFoundAsRevoked") { room in
            let keys = try room.accessKeys
            let ((key, _), (other, _)) = (room.accessKey(), room.accessKey())
            for key in [key, other] { try await keys.add(key) }
            room.wait(minutes: 1)
            let revoked = key.revoked(at: room.now)
            #expect(try await keys.revokeAccessKey(key.id, at: room.now) == revoked)
            #expect(try await keys.accessKey(digest: key.digest) == revoked)
            #expect(try await keys.accessKey(digest: other.digest) == other)
        },
        Case("aKeyRevokedAgainStaysRevokedFromTheFirstInstant") { room in
            let keys = try room.accessKeys
            let (key, _) = room.accessKey()
            try await keys.add(key)
            let first = room.now
            _ = try await keys.revokeAccessKey(key.id, at: first)
            for minutes in [1, -5] {
                room.wait(minutes: minutes)
                let again = try await keys.revokeAccessKey(key.id, at: room.now)
                #expect(again?.revokedAt == first)
            }
            #expect(try await keys.accessKeys().map(\.revokedAt) == [first])
        },
        Case("anUnknownKeyIsNeitherFoundNorRevoked") { room in
            let keys = try room.accessKeys
            let (key, _) = room.accessKey()
            try await keys.add(key)
            for id in ["", "k", key.id.uppercased(), key.id + " ", "'; --", "a\u{0}"] {
                #expect(try await keys.revokeAccessKey(id, at: room.now) == nil)
            }
            #expect(try await keys.accessKeys() == [key])
        },
        Case("theLastUseOnlyMovesForward") { room in
            let keys = try room.accessKeys
            let ((key, _), (other, _)) = (room.accessKey(), room.accessKey())
            for key in [key, other] { try await keys.add(key) }
            let (early, late) = (room.now, room.later(minutes: 7))
            for (instant, expected) in [(early, early), (late, late), (early, late)] {
                try await keys.noteUse(of: [key.id: instant, "unknown": instant, "\u{0}": instant])
                #expect(try await keys.accessKeys().map(\.lastUsedAt) == [expected, nil])
            }
            try await keys.noteUse(of: [:])
            try await keys.noteUse(of: [key.id: room.later(minutes: 8), other.id: early])
            let last = try await keys.accessKeys().map(\.lastUsedAt)
            #expect(last == [room.later(minutes: 8), early])
        },
        Case("keysMayBeChangedAtTheSameTime") { room in
            let keys = try room.accessKeys
            let made = (0..<8).map { _ in room.accessKey().key }
            let (now, later) = (room.now, room.later(minutes: 9))
            try await withThrowingTaskGroup { group in
                for key in made { group.addTask { try await keys.add(key) } }
                try await group.waitForAll()
                for number in 0..<32 {
                    let instant = number == 17 ? later : now
                    let uses = Dictionary(uniqueKeysWithValues: made.map { ($0.id, instant) })
                    group.addTask { try await keys.noteUse(of: uses) }
                }
                for key in made {
                    group.addTask { _ = try await keys.revokeAccessKey(key.id, at: now) }
                }
                try await group.waitForAll()
            }
            let kept = try await keys.accessKeys()
            #expect(Set(kept) == Set(made.map { $0.used(at: later).revoked(at: now) }))
            #expect(kept.count == 8)
        },
        Case("keysAreNoPartOfTheLog") { room in
            let keys = try room.accessKeys
            _ = try await room.published()
            let before = try await room.registry.head()
            let (key, _) = room.accessKey()
            try await keys.add(key)
            try await keys.noteUse(of: [key.id: room.now])
            _ = try await keys.revokeAccessKey(key.id, at: room.now)
            #expect(try await room.registry.head() == before)
            try await room.decide()
            #expect(try await room.registry.head().size == before.size + 1)
        },
    ]
}

extension RegistryRoom {
    /// The registry as the keeper of API keys.
    fileprivate var accessKeys: any AccessKeys {
        get throws {
            guard let keys = registry as? any AccessKeys else { throw Unexpected(registry) }
            return keys
        }
    }

    /// A new key that may read, made now.
    fileprivate func accessKey(
        _ name: String? = nil,
        id: String? = nil,
        secret: AccessSecret = .random(),
        scopes: Set<AccessScope> = [.read]
    ) -> (key: AccessKey, secret: AccessSecret) {
        let key = AccessKey(
            id: id ?? "k-\(UInt64.random(in: 0 ... .max))",
            name: name,
            scopes: scopes,
            digest: secret.digest,
            createdAt: now
        )
        return (key, secret)
    }
}
