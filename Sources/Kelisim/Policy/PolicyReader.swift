internal import KelisimLog

/// The reading of one policy's folder.
struct PolicyReader {
    /// Everything wrong with its files.
    private(set) var findings: [Finding] = []

    private let id: PolicyID
    private let folder: String
    private let tree: FileTree

    init(id: PolicyID, folder: String, tree: FileTree) {
        self.id = id
        self.folder = folder
        self.tree = tree
    }

    /// Reads the folder.
    ///
    /// - Throws: ``SystemError`` when the folder itself cannot be read.
    mutating func read() throws(SystemError) -> Policy {
        var numbers: [Int] = []
        var hasPolicyFile = false
        var hasRepealFile = false
        for entry in try tree.entries(of: folder) {
            switch entry.kind {
            case .unusable(let finding):
                findings.append(finding)
                if entry.name == "policy.yaml" { hasPolicyFile = true }
            case .file:
                switch entry.name {
                case "policy.yaml": hasPolicyFile = true
                case "repeal.json": hasRepealFile = true
                default: findings.append(Finding(.unknownFile, at: Place(entry.path)))
                }
            case .folder: if let number = number(of: entry) { numbers.append(number) }
            }
        }
        numbers.sort()
        checkGaps(numbers)
        let policyFile = policyFile(exists: hasPolicyFile)
        let editions = editions(numbers, policy: policyFile)
        if let policyFile { comparePolicy(policyFile, with: editions) }
        let repeal = hasRepealFile ? repeal(after: editions) : nil
        return Policy(
            id: id,
            folder: folder,
            settings: policyFile?.settings,
            editions: editions,
            repeal: repeal,
            timeline: Timeline(editions, repeal: repeal)
        )
    }

    private mutating func number(of entry: FileTree.Entry) -> Int? {
        if let number = Int(entry.name), String(number) == entry.name,
            (1...Edition.greatest).contains(number)
        {
            return number
        }
        let isHidden = entry.name.hasPrefix(".")
        let isNumber =
            entry.name.contains { "0123456789".contains($0) }
            && entry.name.allSatisfy { "+-0123456789.".contains($0) }
        let code: FindingCode =
            isNumber ? .invalidEditionNumber : isHidden ? .unknownFile : .unknownFolder
        findings.append(Finding(code, at: Place(entry.path), ["value": entry.name]))
        return nil
    }

    private mutating func checkGaps(_ numbers: [Int]) {
        for (before, number) in zip([0] + numbers, numbers) where number > before + 1 {
            let missing = number == before + 2 ? "\(before + 1)" : "\(before + 1)–\(number - 1)"
            let arguments = ["edition": String(number), "missing": missing]
            findings.append(Finding(.editionGap, at: Place("\(folder)/\(number)"), arguments))
        }
    }

    private mutating func policyFile(exists: Bool) -> PolicyFile? {
        let path = "\(folder)/policy.yaml"
        guard exists else {
            findings.append(Finding(.missingPolicyFile, at: Place(path)))
            return nil
        }
        guard let bytes = metadata(path) else { return nil }
        let file = PolicyFile(bytes, of: path)
        findings += file.findings
        return file
    }

    private mutating func metadata(_ path: String) -> [UInt8]? {
        // What cannot be read has been named while the folder was listed.
        let isNamed = findings.contains { $0.place.file == path }
        switch FileTree.contents(of: path, limit: FileLimits.metadata) {
        case .success(let bytes): return bytes
        case .failure(let finding):
            if !isNamed { findings.append(finding) }
            return nil
        }
    }

    private mutating func editions(_ numbers: [Int], policy: PolicyFile?) -> [Edition] {
        let (id, folder, tree, known) = (id, folder, tree, Set(numbers))
        let readings = Parallel.map(numbers.count) { index in
            var reader = EditionReader(
                policy: id,
                number: numbers[index],
                folder: "\(folder)/\(numbers[index])",
                tree: tree,
                policyFile: policy,
                numbers: known
            )
            let edition = Result { () throws(SystemError) in try reader.read() }
            return (reader: reader, edition: edition)
        }
        var editions: [Edition] = []
        for (reader, result) in readings {
            var reader = reader
            switch result {
            case .success(let edition):
                reader.audit(edition, after: editions)
                editions.append(edition)
            case .failure(let error): findings.append(error.finding)
            }
            findings += reader.findings
        }
        return editions
    }

    private mutating func comparePolicy(_ file: PolicyFile, with editions: [Edition]) {
        guard let settings = file.settings,
            let newest = editions.last(where: { $0.publication != nil }),
            let terms = newest.terms
        else { return }
        let same = [
            ("title", settings.title.saysTheSame(as: terms.title)),
            ("operator", settings.operator.saysTheSame(as: terms.operator)),
            ("languages", settings.languages == terms.languages),
            ("authoritative", settings.authoritative == terms.authoritative),
            ("timeZone", settings.timeZone == terms.timeZone),
            ("acceptance", settings.acceptance == terms.acceptance),
        ]
        for (key, isSame) in same where !isSame {
            let place = file.places[key] ?? Place("\(folder)/policy.yaml")
            let arguments = ["key": key, "edition": String(newest.number)]
            findings.append(Finding(.policyChangedSincePublication, at: place, arguments))
        }
    }

    private mutating func repeal(after editions: [Edition]) -> Repeal? {
        let path = "\(folder)/repeal.json"
        guard let bytes = metadata(path) else { return nil }
        let file = Repeal.read(bytes, of: path)
        findings += file.findings
        guard let repeal = file.record else { return nil }
        findings += RecordAudit(file: path, places: file.places)
            .findings(
                of: repeal,
                policy: id,
                editions: editions
            )
        return repeal
    }
}

extension Timeline {
    init(_ editions: [Edition], repeal: Repeal?) {
        let entries = editions.compactMap { edition in
            edition.publication.map { publication in
                Entry(
                    number: edition.number,
                    publishedAt: publication.publishedAt,
                    effectiveAt: publication.effectiveAt,
                    change: publication.terms.change,
                    cancelledAt: edition.cancellation?.cancelledAt
                )
            }
        }
        self.init(entries, repealedFrom: repeal?.effectiveAt)
    }
}

extension Operator {
    /// Whether both name the same operator in the same languages, in whatever order.
    func saysTheSame(as other: Operator) -> Bool {
        site == other.site && name.saysTheSame(as: other.name)
    }
}
