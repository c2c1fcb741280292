extension RepositoryWriter {
    /// Adds to the `justifications.yaml` of an edition an empty entry for each change that has none, and
    /// begins the file where there is none.
    ///
    /// What is written there stays as it is, to the byte. The edition may be a draft or published: the
    /// file is no part of a publication.
    ///
    /// - Parameters:
    ///   - name: The slug of the policy.
    ///   - number: The number of the edition.
    ///   - old: The number of the edition that its changes are told against, if the caller has named
    ///     one; there is only one that it can be.
    /// - Returns: the path of the file and what was added to it.
    /// - Throws: ``Failure/refused(_:)`` when there is no such edition, when it replaces no other or
    ///   another one, or when the file has errors or a form that can't be added to;
    ///   ``Failure/impossible(_:)`` when the disk does not play along. Nothing was changed then.
    public func writeJustifications(
        _ name: String,
        edition number: Int,
        since old: Int? = nil
    ) throws(Failure) -> JustificationsOutcome {
        try withPolicy(name) { repository, policy throws(Failure) in
            guard let edition = policy.edition(number) else {
                let place = Place("\(policy.folder)/\(number)")
                throw .refused([Finding(.unknownEdition, at: place, ["edition": String(number)])])
            }
            let base = try base(of: edition, in: policy, old)
            let file = "\(edition.folder)/justifications.yaml"
            try RepositoryWriter.refuse(
                repository.findings.filter { $0.place.file == file && $0.code != .emptyFile }
            )
            let bytes = try RepositoryWriter.attempt { () throws(SystemError) in
                DurableFile.exists(file)
                    ? try DurableFile.read(file, limit: FileLimits.justifications) : []
            }
            let languages = edition.terms?.languages ?? edition.texts.map(\.language)
            let draft = JustificationsDraft(
                bytes,
                edition.justifications,
                EditionChanges(from: base, to: edition),
                in: languages
            )
            if !draft.added.isEmpty {
                try compare(draft, with: edition.justifications, of: file, in: languages)
                try RepositoryWriter.attempt { () throws(SystemError) in
                    try DurableFile.write(draft.bytes, to: file, existing: .replaced)
                }
            }
            return JustificationsOutcome(file: file, added: draft.added)
        }
    }

    private func base(
        of edition: Edition,
        in policy: Policy,
        _ named: Int?
    ) throws(Failure) -> Edition {
        let place = Place(edition.folder)
        let number = String(edition.number)
        guard let base = policy.replaced(by: edition) else {
            throw .refused([Finding(.nothingToJustify, at: place, ["edition": number])])
        }
        if let named, named != base.number {
            let facts = [
                "edition": number, "base": String(base.number), "named": String(named),
            ]
            throw .refused([Finding(.justificationsOfOtherChanges, at: place, facts)])
        }
        return base
    }

    /// Refuses a file that would no longer say what it said, and what was added.
    private func compare(
        _ draft: JustificationsDraft,
        with old: Justifications,
        of file: String,
        in languages: [Language]
    ) throws(Failure) {
        let place = Place(file)
        guard draft.bytes.count <= FileLimits.justifications else {
            let limit = String(FileLimits.justifications)
            throw .refused([Finding(.fileTooLarge, at: place, ["limit": limit])])
        }
        let read = JustificationsFile(draft.bytes, of: file, in: languages)
        guard read.findings.isEmpty,
            Array(read.justifications.entries.prefix(old.entries.count)) == old.entries,
            read.justifications.entries.dropFirst(old.entries.count).map(\.key) == draft.added
        else { throw .refused([Finding(.justificationsNotExtended, at: place)]) }
    }
}
