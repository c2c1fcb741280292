/// The reading of a whole repository: every file once, every problem named.
struct RepositoryReader {
    private let tree: FileTree
    private var findings: [Finding] = []

    /// Reads the repository at `root`.
    ///
    /// - Throws: ``SystemError`` when the folder itself cannot be read.
    static func read(_ root: String) throws(SystemError) -> Repository {
        var reader = RepositoryReader(tree: try FileTree(root))
        let policies = try reader.policies()
        reader.checkNames(of: policies)
        return Repository(
            root: reader.tree.root,
            policies: policies,
            findings: reader.findings.sorted()
        )
    }

    private init(tree: FileTree) {
        self.tree = tree
    }

    private mutating func policies() throws(SystemError) -> [Policy] {
        var policies: [Policy] = []
        for entry in try tree.entries(of: tree.root) {
            switch entry.kind {
            case .unusable(let finding): findings.append(finding)
            case .file: findings.append(Finding(.unknownFile, at: Place(entry.path)))
            case .folder:
                if let policy = policy(in: entry) { policies.append(policy) }
            }
        }
        return policies
    }

    private mutating func policy(in entry: FileTree.Entry) -> Policy? {
        let arguments = ["value": entry.name]
        guard !entry.name.hasPrefix(".") else {
            findings.append(Finding(.unknownFile, at: Place(entry.path)))
            return nil
        }
        guard PolicyID.isWellFormed(entry.name) else {
            findings.append(Finding(.invalidPolicyName, at: Place(entry.path), arguments))
            return nil
        }
        guard let id = PolicyID(entry.name) else {
            findings.append(Finding(.reservedPolicyName, at: Place(entry.path), arguments))
            return nil
        }
        var reader = PolicyReader(id: id, folder: entry.path, tree: tree)
        defer { findings += reader.findings }
        do throws(SystemError) {
            return try reader.read()
        } catch {
            findings.append(error.finding)
            return nil
        }
    }

    /// A policy must not be named like a language in use, and what replaces it must exist.
    private mutating func checkNames(of policies: [Policy]) {
        let languages = policies.flatMap { policy in
            (policy.settings?.languages ?? [])
                + policy.editions.flatMap { $0.texts.map(\.language) }
        }
        let tags = Set(languages.map { $0.tag.lowercased() })
        for policy in policies {
            if tags.contains(policy.id.slug) {
                let arguments = ["value": policy.id.slug]
                findings.append(Finding(.reservedPolicyName, at: Place(policy.folder), arguments))
            }
            if let next = policy.repeal?.replacedBy,
                !policies.contains(where: { $0.id == next })
            {
                let place = Place("\(policy.folder)/repeal.json")
                findings.append(Finding(.unknownReplacement, at: place, ["policy": next.slug]))
            }
        }
    }
}
