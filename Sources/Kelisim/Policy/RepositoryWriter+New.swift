extension RepositoryWriter {
    /// Begins the next edition of the policy named `name`: a folder with copies of another
    /// edition's texts and an `edition.yaml` whose summary is still to be written.
    ///
    /// - Parameters:
    ///   - name: The slug of the policy.
    ///   - source: The number of the edition to copy; without it the one in force at `now`, else
    ///     the last on the timeline, else the last there is.
    ///   - now: The present moment.
    /// - Returns: the number of the edition and the paths of its files.
    /// - Throws: ``Failure/refused(_:)`` when there is a draft already, nothing to copy, or the
    ///   policy has ended; ``Failure/impossible(_:)`` when the disk does not play along. Nothing
    ///   was changed then.
    public func new(
        _ name: String,
        from source: Int? = nil,
        now: Instant
    ) throws(Failure) -> DraftOutcome {
        try withPolicy(name) { repository, policy throws(Failure) in
            try RepositoryWriter.refuse(repository.historyErrors(in: policy.folder))
            let base = try base(of: policy, source, now)
            guard let settings = policy.settings else {
                throw .refused(
                    repository.findings.filter { $0.place.file == "\(policy.folder)/policy.yaml" }
                )
            }
            let number = (policy.editions.last?.number ?? 0) + 1
            let unofficial = settings.languages.filter {
                base.terms?.unofficial.contains($0) ?? false
            }
            let metadata = RepositoryWriter.metadata(
                languages: settings.languages,
                basedOn: base.number,
                unofficial: unofficial
            )
            let texts = base.texts
                .filter { settings.languages.contains($0.language) }
                .map { (name: "\($0.language.tag).md", bytes: $0.bytes) }
            let folder = "\(policy.folder)/\(number)"
            let files = [(name: "edition.yaml", bytes: metadata)] + texts
            try RepositoryWriter.attempt { () throws(SystemError) in
                try DurableFile.createFolder(folder, files: files)
            }
            return DraftOutcome(
                number: number,
                basedOn: base.number,
                files: files.map { "\(folder)/\($0.name)" }
            )
        }
    }

    private func base(
        of policy: Policy,
        _ source: Int?,
        _ now: Instant
    ) throws(Failure) -> Edition {
        let place = Place(policy.folder)
        if policy.repeal != nil { throw .refused([Finding(.policyRepealed, at: place)]) }
        if let draft = policy.editions.last(where: { $0.publicationFile == nil }) {
            let arguments = ["edition": String(draft.number)]
            throw .refused([Finding(.draftExists, at: Place(draft.folder), arguments)])
        }
        let number =
            source ?? policy.timeline.inForce(at: now)
            ?? policy.timeline.order.last?.number ?? policy.editions.last?.number
        guard let number else { throw .refused([Finding(.nothingToCopy, at: place)]) }
        guard let base = policy.edition(number) else {
            let arguments = ["edition": String(number)]
            throw .refused([
                Finding(.unknownEdition, at: Place("\(policy.folder)/\(number)"), arguments)
            ])
        }
        return base
    }

    private static func metadata(
        languages: [Language],
        basedOn: Int,
        unofficial: [Language]
    ) -> [UInt8] {
        let tags = unofficial.map(\.tag).joined(separator: ", ")
        let lines =
            ["effective: on publication", "change: reconsent", "basedOn: \(basedOn)", "summary:"]
            + languages.map { "  \($0.tag): \"\"" }
            + (unofficial.isEmpty ? [] : ["unofficial: [\(tags)]"])
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
