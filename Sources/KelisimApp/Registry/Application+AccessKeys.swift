public import Kelisim
internal import KelisimText

extension Application {
    /// Makes an API key.
    ///
    /// - Parameters:
    ///   - scopes: what it may do.
    ///   - name: what people call it.
    /// - Returns: the key, and its secret, which can't be had a second time.
    /// - Throws: ``Failure/impossible(_:)`` when it can't be kept.
    public func createKey(
        scopes: Set<AccessScope>,
        name: String?
    ) async throws(Failure) -> (key: AccessKey, secret: AccessSecret) {
        let made = AccessKey.make(name: name, scopes: scopes, at: now)
        try await withKeys(orMakeThem: true) { keys async throws(RegistryError) in
            try await keys.add(made.key)
        }
        return made
    }

    /// All API keys, also revoked ones, in the order in which they were made.
    public func accessKeys() async throws(Failure) -> [AccessKey] {
        try await withKeys(orMakeThem: false) { keys async throws(RegistryError) in
            try await keys.accessKeys()
        }
    }

    /// Revokes the API key called `id`, if it is not yet.
    ///
    /// - Returns: the key as it is then.
    /// - Throws: ``Failure/refused(_:)`` when there is none.
    public func revokeKey(_ id: String) async throws(Failure) -> AccessKey {
        let now = now
        let key = try await withKeys(orMakeThem: false) { keys async throws(RegistryError) in
            try await keys.revokeAccessKey(id, at: now)
        }
        if let key { return key }
        throw .refused([
            Finding(
                .unknownAccessKey,
                at: Place(settings.database.name),
                ["key": VisibleText.make(id)]
            )
        ])
    }

    private func withKeys<Value>(
        orMakeThem isNew: Bool,
        _ body: (any AccessKeys) async throws(RegistryError) -> Value
    ) async throws(Failure) -> Value {
        let registry = try await openRegistry(orMakeOne: isNew)
        let database = settings.database.name
        let result: Result<Value, Failure>
        if let keys = registry as? any AccessKeys {
            do throws(RegistryError) {
                result = .success(try await body(keys))
            } catch {
                result = .failure(error.failure(at: Place(database), database: database))
            }
        } else {
            let process = ["process": "—"]
            result = .failure(.impossible([Finding(.registryInUse, at: Place(database), process)]))
        }
        await registry.close()
        return try result.get()
    }
}

extension Application {
    /// What was made, in words; the secret is not in them.
    public func describe(created key: AccessKey) -> String {
        let facts = ["key": key.id, "scopes": key.scopes.text]
        return say(Messages.keyCreated, facts)
    }

    /// What became of a key, in words.
    public func describe(revoked key: AccessKey) -> String {
        let facts = ["key": key.id, "instant": key.revokedAt?.description ?? "—"]
        return say(Messages.keyRevoked, facts)
    }

    /// The keys, a line each: the id, the scopes, when it was made, used last and revoked, and its name.
    public func describe(_ keys: [AccessKey]) -> String {
        guard !keys.isEmpty else { return say(Messages.noKeys) }
        let rows = keys.map { key in
            [
                key.id, key.scopes.text,
                Messages.keyMade.text(in: language, ["instant": key.createdAt.description]),
                key.lastUsedAt
                    .map { Messages.keyUsed.text(in: language, ["instant": $0.description]) }
                    ?? Messages.keyUnused.text(in: language),
                key.revokedAt
                    .map { Messages.keyEnded.text(in: language, ["instant": $0.description]) }
                    ?? Messages.keyGood.text(in: language),
                VisibleText.make(key.name ?? ""),
            ]
        }
        return text(TextTable(rows).lines)
    }
}
