internal import KelisimLog
internal import KelisimText

/// The reading of one edition's folder.
struct EditionReader {
    /// Everything wrong with its files.
    private(set) var findings: [Finding] = []

    private let policy: PolicyID
    private let number: Int
    private let folder: String
    private let tree: FileTree
    private let policyFile: PolicyFile?
    private let numbers: Set<Int>
    /// Where each key of the record stands.
    private var places: [String: Place] = [:]

    private static let metadata: Set = [
        "edition.yaml", "publication.json", "cancellation.json", "accepted.yaml",
        "justifications.yaml",
    ]

    init(
        policy: PolicyID,
        number: Int,
        folder: String,
        tree: FileTree,
        policyFile: PolicyFile?,
        numbers: Set<Int>
    ) {
        self.policy = policy
        self.number = number
        self.folder = folder
        self.tree = tree
        self.policyFile = policyFile
        self.numbers = numbers
    }

    /// Reads the folder.
    ///
    /// What other editions have to do with it is left to ``audit(_:after:)``.
    ///
    /// - Throws: ``SystemError`` when the folder itself cannot be read.
    mutating func read() throws(SystemError) -> Edition {
        var present: Set<String> = []
        var found: [(language: Language, path: String)] = []
        for entry in try tree.entries(of: folder) {
            if case .unusable(let finding) = entry.kind { findings.append(finding) }
            if case .folder = entry.kind {
                findings.append(
                    Finding(.unknownFolder, at: Place(entry.path), ["value": entry.name])
                )
            } else if EditionReader.metadata.contains(entry.name) {
                present.insert(entry.name)
            } else if let language = language(of: entry) {
                found.append((language, entry.path))
            }
        }
        let publicationBytes = bytes(of: "publication.json", among: present)
        let publicationFile = publicationBytes.map {
            Publication.read($0, of: "\(folder)/publication.json")
        }
        findings += publicationFile?.findings ?? []
        let publication = publicationFile?.record
        let isPublished = present.contains("publication.json")
        let context = publication.map(\.terms.context) ?? policyFile?.context
        let texts = texts(found, in: context?.languages, parse: publication == nil)
        let editionFile = editionFile(among: present, isPublished: isPublished, context: context)
        let settings = editionFile?.settings
        let accepted = bytes(of: "accepted.yaml", among: present)
            .map {
                AcceptedFile($0, of: "\(folder)/accepted.yaml", in: context?.languages)
            }
        findings += accepted?.findings ?? []
        let justifications = bytes(
            of: "justifications.yaml",
            among: present,
            limit: FileLimits.justifications
        )
        .map {
            JustificationsFile(
                $0,
                of: "\(folder)/justifications.yaml",
                in: context?.languages
            )
        }
        findings += justifications?.findings ?? []
        let cancellation = cancellation(
            among: present,
            publication: publication,
            publicationBytes: publicationBytes
        )
        let terms =
            publication?.terms
            ?? policyFile?.settings
            .flatMap { policy in
                settings.map { EditionTerms(policy: policy, edition: $0) }
            }
        if let publication, let publicationFile {
            places = publicationFile.places
            findings += recordAudit.findings(of: publication, texts: texts)
            if let settings {
                findings += publication.findings(
                    comparing: settings,
                    of: "\(folder)/edition.yaml"
                )
            }
        }
        return Edition(
            policy: policy,
            number: number,
            folder: folder,
            settings: settings,
            terms: terms,
            publication: publication,
            cancellation: cancellation,
            texts: texts,
            acceptedWarnings: accepted?.warnings ?? [],
            justifications: justifications?.justifications ?? Justifications(),
            publicationFile: isPublished ? Digest(of: publicationBytes ?? []) : nil
        )
    }

    /// Compares the record of `edition`, which was read here, with those of lower numbers.
    mutating func audit(_ edition: Edition, after editions: [Edition]) {
        guard let publication = edition.publication else { return }
        findings += recordAudit.findings(
            of: publication,
            policy: policy,
            number: number,
            after: editions
        )
    }

    private var recordAudit: RecordAudit {
        RecordAudit(file: "\(folder)/publication.json", places: places)
    }

    /// The language of a text by its name; anything else is a finding.
    private mutating func language(of entry: FileTree.Entry) -> Language? {
        guard case .file = entry.kind else { return nil }
        if entry.name.hasSuffix(".md") {
            let tag = String(entry.name.dropLast(3))
            if let language = Language(tag) { return language }
            if Language.canonicalSpelling(of: tag.replacing("_", with: "-")) != nil {
                findings.append(
                    Finding(.invalidLanguage, at: Place(entry.path), Language.advice(tag))
                )
                return nil
            }
        }
        findings.append(Finding(.unknownFile, at: Place(entry.path)))
        return nil
    }

    private mutating func bytes(
        of name: String,
        among present: Set<String>,
        limit: Int = FileLimits.metadata
    ) -> [UInt8]? {
        guard present.contains(name) else { return nil }
        let path = "\(folder)/\(name)"
        guard !findings.contains(where: { $0.place.file == path }) else { return nil }
        switch FileTree.contents(of: path, limit: limit) {
        case .success(let bytes): return bytes
        case .failure(let finding):
            findings.append(finding)
            return nil
        }
    }

    private mutating func texts(
        _ found: [(language: Language, path: String)],
        in languages: [Language]?,
        parse: Bool
    ) -> [Text] {
        for text in found where !(languages?.contains(text.language) ?? true) {
            let known = (languages ?? []).map(\.tag).joined(separator: ", ")
            let arguments = ["language": text.language.tag, "languages": known]
            findings.append(Finding(.unexpectedLanguage, at: Place(text.path), arguments))
        }
        return (languages ?? found.map(\.language))
            .compactMap { language in
                guard let path = found.first(where: { $0.language == language })?.path else {
                    let path = "\(folder)/\(language.tag).md"
                    if !findings.contains(where: { $0.place.file == path }) {
                        findings.append(
                            Finding(.missingLanguage, at: Place(path), ["language": language.tag])
                        )
                    }
                    return nil
                }
                return text(in: language, at: path, parse: parse)
            }
    }

    private mutating func text(in language: Language, at path: String, parse: Bool) -> Text? {
        let bytes: [UInt8]
        switch FileTree.contents(of: path, limit: FileLimits.text) {
        case .success(let read): bytes = read
        case .failure(let finding):
            findings.append(finding)
            return nil
        }
        let problems = TextInspection.findings(in: bytes, of: path)
        findings += problems
        if TextInspection.isBlank(bytes) { findings.append(Finding(.emptyText, at: Place(path))) }
        if parse, problems.isEmpty {
            do throws(MarkdownLimits.Violation) {
                _ = try MarkdownDocument(bytes)
            } catch {
                findings.append(error.finding(in: bytes, of: path))
            }
        }
        return Text(language: language, file: path, bytes: bytes)
    }

    private mutating func editionFile(
        among present: Set<String>,
        isPublished: Bool,
        context: EditionFile.Context?
    ) -> EditionFile? {
        let path = "\(folder)/edition.yaml"
        guard present.contains("edition.yaml") else {
            if !findings.contains(where: { $0.place.file == path }) {
                let code: FindingCode = isPublished ? .publishedFileMissing : .missingEditionFile
                findings.append(Finding(code, at: Place(path)))
            }
            return nil
        }
        guard let bytes = bytes(of: "edition.yaml", among: present) else { return nil }
        let file = EditionFile(
            bytes,
            of: path,
            number: number,
            among: numbers,
            context: context ?? EditionFile.Context()
        )
        findings += file.findings
        return file
    }

    private mutating func cancellation(
        among present: Set<String>,
        publication: Publication?,
        publicationBytes: [UInt8]?
    ) -> Cancellation? {
        guard let bytes = bytes(of: "cancellation.json", among: present) else { return nil }
        let path = "\(folder)/cancellation.json"
        let file = Cancellation.read(bytes, of: path)
        findings += file.findings
        guard let cancellation = file.record else { return nil }
        guard let publication, let publicationBytes else {
            findings.append(Finding(.cancellationWithoutPublication, at: Place(path)))
            return nil
        }
        findings += RecordAudit(file: path, places: file.places)
            .findings(
                of: cancellation,
                policy: policy,
                number: number,
                publication: publication,
                digest: Digest(of: publicationBytes)
            )
        return cancellation
    }
}

extension EditionTerms {
    /// What the edition's metadata must agree with.
    var context: EditionFile.Context {
        EditionFile.Context(languages: languages, authoritative: authoritative, timeZone: timeZone)
    }
}
