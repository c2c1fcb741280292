public import Kelisim

extension Application {
    /// A guardianship as it is registered.
    public struct Registered: Sendable {
        /// The guardianship.
        public let guardianship: Guardianship
        /// Whether it, or its end, was not known before.
        public let isNew: Bool
    }

    /// Registers a guardianship, or another end of one.
    ///
    /// - Parameter guardianship: the guardianship.
    /// - Returns: the guardianship as it is registered.
    /// - Throws: ``Failure/refused(_:)`` when it is known with other facts, or there can be no such one.
    public func register(_ guardianship: Guardianship) async throws(Failure) -> Registered {
        try await withRegistry(for: .keeping) { opened async throws(Failure) in
            try await opened.register(guardianship)
        }
    }

    /// Ends the guardianship named `id`.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - instant: when it ends; nil for now.
    /// - Returns: the guardianship as it is registered.
    /// - Throws: ``Failure/refused(_:)`` when there is none of that name.
    public func end(
        _ id: GuardianshipID,
        at instant: Instant? = nil
    ) async throws(Failure) -> Registered {
        try await withRegistry(for: .keeping) { opened async throws(Failure) in
            let last = try await opened.versions(of: id).last
            guard let known = last?.guardianship else { throw Application.unknown(id) }
            let ending = known.ending(at: instant ?? opened.now)
            let registered = try await opened.register(ending)
            return Registered(guardianship: registered.guardianship, isNew: known != ending)
        }
    }

    /// The versions of the guardianship named `id`, the newest last.
    ///
    /// - Throws: ``Failure/refused(_:)`` when there is none of that name.
    public func guardianship(
        _ id: GuardianshipID
    ) async throws(Failure) -> [SubjectHistory.Version] {
        try await withRegistry(for: .reading) { opened async throws(Failure) in
            let versions = try await opened.versions(of: id)
            guard !versions.isEmpty else { throw Application.unknown(id) }
            return versions
        }
    }

    /// The guardianships of a subject, as ward and as guardian.
    public func guardianships(of id: String) async throws(Failure) -> [Guardianship] {
        let subject = try subject(id)
        return try await withRegistry(for: .reading) { opened async throws(Failure) in
            try await opened.ask(about: subject) { registry async throws(RegistryError) in
                try await registry.guardianships(about: subject)
            }
        }
    }

    private static func unknown(_ id: GuardianshipID) -> Failure {
        .refused([Refusal.unknownGuardianship(id).finding(at: Place(id.name))])
    }
}

extension OpenedRegistry {
    fileprivate func versions(
        of id: GuardianshipID
    ) async throws(Failure) -> [SubjectHistory.Version] {
        try await ask(about: id) { registry async throws(RegistryError) in
            try await registry.versions(of: id)
        }
    }

    fileprivate func register(
        _ guardianship: Guardianship
    ) async throws(Failure) -> Application.Registered {
        let answer = try await ask(about: guardianship.id) { registry async throws(RegistryError) in
            try await registry.submit(.guardianship(guardianship))
        }
        guard case .guardianship(let known, let isNew) = answer else {
            throw Application.unexpected(database)
        }
        return Application.Registered(guardianship: known, isNew: isNew)
    }
}

extension Guardianship {
    /// The same with another end.
    fileprivate func ending(at instant: Instant) -> Guardianship {
        Guardianship(
            id: id,
            guardian: guardian,
            ward: ward,
            basis: basis,
            from: from,
            until: instant,
            wardReaches: wardReaches,
            evidence: evidence,
            verifiedBy: verifiedBy
        )
    }
}
