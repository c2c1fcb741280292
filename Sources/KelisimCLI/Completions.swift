internal import ArgumentParser
internal import Foundation
internal import KelisimApp
internal import KelisimText

// What a shell offers at TAB besides the fixed words; the policy repository is looked at then.

extension CompletionKind {
    /// The policies.
    static let policy = names { names, _ in names.policies }

    /// The editions of the policy that the command line names, or else of all.
    static let edition = names { names, words in
        names.editions(of: names.policies.first(where: words.contains))
    }

    /// The policies, and the Markdown files and folders below what is typed.
    static let policyOrFile = names { names, words in names.policies + files(words) }

    /// The editions of the policy that the command line names, and Markdown files and folders.
    static let editionOrFile = names { names, words in
        guard let policy = names.policies.first(where: words.contains) else { return files(words) }
        return names.editions(of: policy)
    }

    /// The languages that texts are written in, and those of messages.
    static let language = names { names, _ in
        Set(names.languages).union(WordingLanguage.allCases.map(\.rawValue)).sorted()
    }

    /// The languages of messages.
    static let messages = CompletionKind.list(WordingLanguage.allCases.map(\.rawValue))

    private static func names(
        _ choose: @escaping @Sendable (RepositoryNames, [String]) -> [String]
    ) -> CompletionKind {
        .custom { words, _, _ in
            let words = words.map { $0.trimmingCharacters(in: ["'", "\""]) }
            let settings = try? Settings(
                environment: ProcessInfo.processInfo.environment,
                policies: value(of: "--policies", in: words)
            )
            return settings.map { choose(RepositoryNames(root: $0.policies), words) } ?? []
        }
    }

    /// The Markdown files, and the folders, in the folder of the word that is being typed.
    private static func files(_ words: [String]) -> [String] {
        let folder = words.last.flatMap { word in
            word.lastIndex(of: "/").map { String(word[...$0]) }
        }
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder ?? ".")
        return (found ?? []).sorted()
            .compactMap { name in
                let path = (folder ?? "") + name
                if name.hasSuffix(".md") { return path }
                var isFolder: ObjCBool = false
                let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                return exists && isFolder.boolValue && !name.hasPrefix(".") ? path + "/" : nil
            }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        for (word, next) in zip(words, words.dropFirst() + [""]) {
            if word == option { return next }
            if word.hasPrefix("\(option)=") { return String(word.dropFirst(option.count + 1)) }
        }
        return nil
    }
}
