internal import CMalloc
internal import Foundation
public import Kelisim
internal import KelisimClient
internal import KelisimLog
internal import KelisimServer
internal import KelisimSite

extension Application {
    /// Serves the calls of the interface and the pages of the site, until it is told to end.
    ///
    /// - Parameters:
    ///   - site: the folder with templates, strings and static files; without it the one of the
    ///     settings, else the built-in ones.
    ///   - onListening: told the address as soon as requests are taken.
    /// - Throws: ``Failure/refused(_:)`` when something published is not as it should be,
    ///   ``Failure/impossible(_:)`` when the registry, the log or the address can't be had.
    public func serve(
        site: String? = nil,
        onListening: @escaping @Sendable (_ url: String) async -> Void
    ) async throws(Failure) {
        raiseDescriptors()
        returnLargeMemory()
        // Until it is listened for, it must not end the process.
        signal(SIGHUP, SIG_IGN)
        let repositoryChanges = try FolderWatch([settings.policies]).changes()
        let metrics = PrometheusMetrics(help: Self.metricsHelp)
        let registry = try await openOwnRegistry(metrics)
        let result: Result<Void, Failure>
        do throws(Failure) {
            result = .success(
                try await serve(
                    registry,
                    metrics,
                    site ?? settings.site,
                    repositoryChanges,
                    onListening
                )
            )
        } catch {
            result = .failure(error)
        }
        await registry.close()
        try result.get()
    }

    private func serve(
        _ registry: any Registry & AccessKeys,
        _ metrics: PrometheusMetrics,
        _ site: String?,
        _ changes: AsyncStream<FolderWatch.Change>,
        _ onListening: @escaping @Sendable (_ url: String) async -> Void
    ) async throws(Failure) {
        let options = settings.service
        let log = ServiceLog(
            level: options.logLevel,
            format: ServiceLog.Format(rawValue: options.logFormat) ?? .text
        )
        let address = settings.baseURL ?? options.ownAddress
        let desk = try await publishedLog(of: registry)
        let logKeeper = LogKeeper(
            LogPublisher(registry: registry, store: desk.store, key: desk.key),
            log: log
        )
        let keeper = try await LibraryKeeper(
            self,
            registry: registry,
            site: site,
            baseURL: try BaseURL(address),
            log: log,
            recorded: logKeeper.call
        )
        let parts = ServiceParts(
            registry: registry,
            keys: registry,
            log: desk.store,
            logKey: desk.key.verifierKey,
            library: keeper.shelf,
            renderers: renderers(baseURL: address),
            recorded: logKeeper.call,
            troubles: {
                var troubles: [String: String] = [:]
                troubles["policies"] = keeper.currentTrouble
                troubles["log"] = logKeeper.currentTrouble
                return troubles
            }
        )
        let service = try await HTTPService(
            parts,
            settings: try serviceSettings(issuer: address),
            metrics: metrics,
            log: log
        )
        logKeeper.call()
        try await service.run(
            socket: listener(registry, logKeeper),
            jobs: [
                { await logKeeper.run() }, { await keeper.keepFresh() },
                { await keeper.follow(changes) },
            ],
            onHangUp: { await keeper.reload() },
            onListening: onListening
        )
    }

    /// What lets verbs in on a registry that one process owns.
    private func listener(
        _ registry: any Registry & AccessKeys,
        _ log: LogKeeper
    ) -> RegistryListener? {
        guard case .sqlite(let path) = settings.database else { return nil }
        return RegistryListener(
            path: RegistryCall.socket(of: path),
            registry: registry,
            keys: registry,
            backup: backup(of: registry),
            publishLog: { await log.publish() },
            afterWriting: { log.call() }
        )
    }

    private func backup(of registry: any Registry) -> RegistryListener.Backup? {
        guard let registry = registry as? any CopyableRegistry else { return nil }
        return { path async throws(RegistryError) in try await registry.backup(to: path) }
    }

    /// The log of `registry`, with all that was committed published.
    private func publishedLog(
        of registry: any Registry
    ) async throws(Failure) -> LogDesk {
        do throws(LogTrouble) {
            let desk = try logDesk(of: registry)
            try await desk.publish()
            return desk
        } catch {
            throw error.failure(at: Place(settings.log.folder))
        }
    }

    /// The registry, for this process alone where one process owns it.
    private func openOwnRegistry(
        _ metrics: PrometheusMetrics
    ) async throws(Failure) -> any Registry & AccessKeys {
        let registry = try await openRegistry(orMakeOne: true, measure: metrics.measure)
        if !(registry is RemoteRegistry), let registry = registry as? any Registry & AccessKeys {
            return registry
        }
        await registry.close()
        throw .impossible([Finding(.registryElsewhere, at: Place(settings.database.name))])
    }

    private func serviceSettings(issuer: String) throws(Failure) -> ServiceSettings {
        let options = settings.service
        guard let address = ListenAddress(options.listen) else {
            throw .refused([Finding(.serviceSetting, at: Place("listen"), ["variable": "listen"])])
        }
        var certificate: (chain: String, key: String)?
        if let chain = options.certificate, let key = options.certificateKey {
            certificate = (chain, key)
        }
        return ServiceSettings(
            address: address,
            certificate: certificate,
            rateLimit: options.rateLimit.flatMap(RateLimit.init),
            allowedOrigins: Set(options.allowedOrigins),
            issuer: issuer,
            tokens: try subjectTokens(audience: issuer)
        )
    }

    private func subjectTokens(audience: String) throws(Failure) -> SubjectTokens? {
        guard let file = settings.service.tokenKeys, let issuer = settings.service.tokenIssuer
        else { return nil }
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try DurableFile.read(file, limit: 1 << 16)
        } catch {
            throw .impossible([error.finding])
        }
        guard let tokens = SubjectTokens(keys: bytes, issuer: issuer, audience: audience) else {
            throw .refused([Finding(.tokenKeys, at: Place(file))])
        }
        return tokens
    }

    private func renderers(baseURL: String) -> ServiceParts.Renderers {
        ServiceParts.Renderers(
            compare: { old, new, policy, language, isHTML async throws(Failure) in
                let diff = try Diff(old, new, of: policy, in: language)
                return try (isHTML ? DiffFormat.html : .json).make(diff, DiffOptions(), self)
            },
            receipt: { ReceiptPage.html($0, language: $1, baseURL: baseURL) }
        )
    }

    /// Takes as many descriptors as the system grants: each connection needs one.
    private func raiseDescriptors() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Has large pieces of memory given back as soon as they are free.
    ///
    /// Else glibc takes ever larger ones for small, and keeps them between others.
    private func returnLargeMemory() {
        #if canImport(Glibc)
        _ = mallopt(M_MMAP_THRESHOLD, 128 * 1024)
        #endif
    }

    private static let metricsHelp = [
        "kelisim_request_duration_seconds": "How long answers took, by route.",
        "kelisim_requests_total": "Answers, by route and family of status.",
        "kelisim_log_entries": "Rows of the registry.",
        "kelisim_log_published_entries": "Rows that the newest checkpoint covers.",
        "kelisim_batch_size": "Submissions recorded in one transaction.",
        "kelisim_waiting_submissions": "Submissions waiting for their transaction.",
        "kelisim_database_errors_total": "Questions that the database did not answer.",
        "kelisim_database_up": "Whether the database answers: 1 or 0.",
    ]
}
