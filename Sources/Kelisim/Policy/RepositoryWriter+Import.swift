internal import KelisimLog

extension RepositoryWriter {
    /// Writes an imported text and names its source in `edition.yaml`, which it begins where there
    /// is none.
    ///
    /// - Returns: the paths of the text and of the settings.
    /// - Throws: ``Failure/refused(_:)`` when the text is there or the edition is published;
    ///   ``Failure/impossible(_:)`` when the disk does not play along. A text that is there is
    ///   never replaced.
    public func importText(
        _ markdown: [UInt8],
        language: Language,
        of policy: PolicyID,
        edition: Int,
        source: EditionSource
    ) throws(Failure) -> (text: String, settings: String) {
        let folder = "\(root)/\(policy.slug)/\(edition)"
        let text = "\(folder)/\(language.tag).md"
        let settings = "\(folder)/edition.yaml"
        try refuseLinks([(root, policy.slug), ("\(root)/\(policy.slug)", "\(edition)")])
        var made: [String] = []
        var isDone = false
        defer { if !isDone { DurableFile.removeFolders(made) } }
        try RepositoryWriter.attempt { () throws(SystemError) in
            made = try DurableFile.makeFolders(folder)
        }
        let files: (text: String, settings: String) =
            try RepositoryWriter.attempt { () throws(SystemError) in
                try FolderLock("\(root)/\(policy.slug)")
            }
            .holding { () throws(Failure) in
                if DurableFile.exists("\(folder)/publication.json") {
                    throw .refused([Finding(.importPublished, at: Place(folder))])
                }
                if DurableFile.exists(text) {
                    throw .refused([Finding(.textExists, at: Place(text))])
                }
                try RepositoryWriter.attempt { () throws(SystemError) in
                    let old =
                        DurableFile.exists(settings)
                        ? try DurableFile.read(settings, limit: FileLimits.metadata) : nil
                    try DurableFile.write(markdown, to: text, existing: .kept)
                    do throws(SystemError) {
                        try DurableFile.write(
                            RepositoryWriter.naming(source, in: old),
                            to: settings,
                            existing: .replaced
                        )
                    } catch {
                        DurableFile.remove(text)
                        throw error
                    }
                }
                return (text, settings)
            }
        isDone = true
        return files
    }

    /// Refuses when one of the named folders is a link that leaves the repository.
    private func refuseLinks(_ folders: [(parent: String, name: String)]) throws(Failure) {
        for folder in folders where DurableFile.exists("\(folder.parent)/\(folder.name)") {
            let entries = try RepositoryWriter.attempt { () throws(SystemError) in
                try FileTree(root).entries(of: folder.parent)
            }
            let entry = entries.first { $0.name == folder.name }
            if case .unusable(let finding) = entry?.kind { throw .refused([finding]) }
        }
    }

    /// `edition.yaml` with the source at its end, in place of one named before.
    private static func naming(_ source: EditionSource, in old: [UInt8]?) -> [UInt8] {
        let start = "effective: on publication\nchange: reconsent\n"
        var lines = (old.map { String(decoding: $0, as: UTF8.self) } ?? start)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let key = lines.firstIndex(where: { $0.hasPrefix("source:") }) {
            let end =
                lines[(key + 1)...].firstIndex { $0.first?.isLetter == true } ?? lines.endIndex
            lines.removeSubrange(key..<end)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let name = source.file.replacing("'", with: "''")
        lines.append("source: {file: '\(name)', sha256: '\(source.digest.hex)'}")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
