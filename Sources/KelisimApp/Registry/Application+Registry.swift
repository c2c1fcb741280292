internal import Foundation
public import Kelisim
internal import KelisimClient
internal import KelisimPostgres
internal import KelisimSQLite

extension Application {
    /// What a verb does with the registry.
    enum RegistryUse {
        /// It looks something up.
        case reading
        /// It records something that has nothing to do with a text.
        case keeping
        /// It records decisions, for which everything that was published must be known.
        case deciding
    }

    /// How long a verb waits for another process to leave the database.
    private static let patience = Duration.seconds(5)

    /// Opens the registry of the settings.
    ///
    /// - Parameters:
    ///   - isNew: whether a new one is made where there is none. Otherwise there is an empty one in its
    ///     place, and a warning.
    ///   - measure: told of each batch that this process writes.
    /// - Returns: the registry, to be closed.
    /// - Throws: ``Failure/impossible(_:)`` when it can't be opened.
    public func openRegistry(
        orMakeOne isNew: Bool,
        measure: @escaping @Sendable (BatchMeasure) -> Void = { _ in }
    ) async throws(Failure) -> any Registry {
        if let registry { return try await registry() }
        switch settings.database {
        case .sqlite(let path):
            if isNew || FileManager.default.fileExists(atPath: path) {
                return try await openSQLite(path, measure: measure)
            }
            warn([Finding(.registryMissing, at: Place(path))])
            let now = now
            return MemoryRegistry { now }
        case .postgres(let url):
            return try await openPostgres(url, settings.database.name, measure: measure)
        }
    }

    func openPostgres(
        _ url: String,
        _ name: String,
        measure: @escaping @Sendable (BatchMeasure) -> Void = { _ in }
    ) async throws(Failure) -> PostgresRegistry {
        do throws(PostgresTrouble) {
            var options = PostgresRegistry.Options()
            options.measure = measure
            return try await PostgresRegistry(url, options: options)
        } catch {
            throw error.failure(at: name)
        }
    }

    /// Opens the registry in the database at `path`, or reaches the process that has it open.
    func openSQLite(
        _ path: String,
        measure: @escaping @Sendable (BatchMeasure) -> Void = { _ in }
    ) async throws(Failure) -> any CopyableRegistry {
        var options = Application.options(migrates: false)
        options.measure = measure
        let end = ContinuousClock.now + Application.patience
        while true {
            do throws(OpeningError) {
                return try SQLiteRegistry(path: path, options: options)
            } catch {
                guard case .inUse = error else { throw error.failure }
                if let registry = await RemoteRegistry.reach(database: path) { return registry }
                guard ContinuousClock.now < end else { throw error.failure }
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Opens the registry in the database at `path`, which no other process may have open.
    func openOwnSQLite(_ path: String, migrates: Bool) throws(Failure) -> SQLiteRegistry {
        do throws(OpeningError) {
            return try SQLiteRegistry(path: path, options: Application.options(migrates: migrates))
        } catch {
            throw error.failure
        }
    }

    private static func options(migrates: Bool) -> SQLiteRegistry.Options {
        var options = SQLiteRegistry.Options()
        options.migrates = migrates
        return options
    }

    /// Works with the registry: opens it, lets it take up what was published, and closes it afterwards.
    ///
    /// - Parameters:
    ///   - use: what is done with it.
    ///   - body: does it.
    /// - Returns: what `body` does.
    /// - Throws: ``Failure``.
    func withRegistry<Value>(
        for use: RegistryUse,
        _ body: (OpenedRegistry) async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let repository = try published(for: use)
        let registry = try await openRegistry(orMakeOne: use != .reading)
        let result: Result<Value, Failure>
        do throws(Failure) {
            let value = try await body(try await prepare(registry, repository, use))
            if use != .reading { await publishLog(of: registry) }
            result = .success(value)
        } catch {
            result = .failure(error)
        }
        await registry.close()
        return try result.get()
    }

    /// The policy repository; nil when the verb can do without it and it isn't there or can't be trusted.
    private func published(for use: RegistryUse) throws(Failure) -> Repository? {
        if use == .deciding { return try trustedRepository() }
        guard FileManager.default.fileExists(atPath: settings.policies) else { return nil }
        do throws(Failure) {
            return try trustedRepository()
        } catch {
            warn([Finding(.policiesNotTakenUp, at: Place(settings.policies))])
            return nil
        }
    }

    private func prepare(
        _ registry: any Registry,
        _ repository: Repository?,
        _ use: RegistryUse
    ) async throws(Failure) -> OpenedRegistry {
        let database = settings.database.name
        do throws(RegistryError) {
            var shelf = try await registry.shelf()
            let files = repository?.policies.flatMap(\.publishedFiles) ?? []
            if !files.allSatisfy(shelf.holds) {
                do throws(RegistryError) {
                    _ = try await registry.submit(.publications(files))
                    shelf = try await registry.shelf()
                } catch {
                    guard use != .deciding, case .refused = error else { throw error }
                    warn([Finding(.policiesNotTakenUp, at: Place(settings.policies))])
                }
            }
            let last = try await registry.head().lastRecordedAt
            return OpenedRegistry(
                registry: registry,
                database: database,
                shelf: shelf,
                repository: repository,
                now: last.map { max(now, $0) } ?? now
            )
        } catch {
            throw error.failure(at: Place(contested(error)), database: database)
        }
    }

    /// The file that the registry does not take up.
    func contested(_ error: RegistryError) -> String {
        let file: (policy: PolicyID, edition: Int?, kind: PublishedFile.Kind)
        switch error {
        case .refused(.publicationContradicted(let policy, let edition, let kind, _)),
            .refused(.publicationOutOfOrder(let policy, let edition, let kind)):
            file = (policy, edition, kind)
        default: return settings.policies
        }
        let folder = [settings.policies, file.policy.slug] + (file.edition.map { ["\($0)"] } ?? [])
        return (folder + ["\(file.kind.rawValue).json"]).joined(separator: "/")
    }

    /// The subject with the identifier `id`.
    ///
    /// - Parameters:
    ///   - id: the identifier.
    ///   - option: what it was given as, for the message.
    /// - Returns: the subject.
    /// - Throws: ``Failure/refused(_:)`` when it looks like personal data, or is unfit.
    public func subject(
        _ id: String,
        givenAs option: String = "subject"
    ) throws(Failure) -> Subject {
        do throws(Subject.Flaw) {
            return try Subject(id)
        } catch {
            throw .refused([Finding(error, at: Place(option))])
        }
    }
}

extension Finding {
    /// What makes an identifier unfit for a subject.
    ///
    /// It is not repeated: it may be somebody's telephone number.
    init(_ flaw: Subject.Flaw, at place: Place) {
        self.init(.subjectNotOpaque, at: place, words: ["reason": flaw.sentence])
    }
}
