internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

/// The verbs about API keys.
struct KeyVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes, lists and revokes API keys.",
        discussion: CommandConfiguration.discussion(
            """
            A backend shows its key to the service with every request. A key may do what its scopes say: \
            read (ask about subjects), decide (record decisions), erase (erase subjects), admin (holds, \
            guardianships, keys).
            """,
            examples: [
                Example(
                    "for the backend of a site",
                    "kelisim key create --scope read,decide --name site > site.key"
                ),
                Example("which there are, and when they were used last", "kelisim key list"),
                Example("one that leaked", "kelisim key revoke \"$KEY\""),
            ]
        ),
        subcommands: [KeyCreateVerb.self, KeyListVerb.self, KeyRevokeVerb.self]
    )

    @OptionGroup var options: CommonOptions
}

struct KeyCreateVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes an API key and prints its secret, once.",
        discussion: """
            Standard output is the secret alone; the id, by which the key is listed and revoked, is on \
            standard error. Only a digest of the secret is kept.
            """
    )

    @OptionGroup var options: CommonOptions
    @Option(
        help: ArgumentHelp(
            "What it may do: some of read, decide, erase and admin, with commas between them.",
            valueName: "scope,..."
        ),
        completion: .list(AccessScope.allCases.map(\.rawValue))
    )
    var scope: ScopesArgument
    @Option(help: "What to call it.")
    var name: String?

    func run(_ application: Application) async throws(Failure) {
        let (key, secret) = try await application.createKey(scopes: scope.scopes, name: name)
        Console.say(application.describe(created: key))
        try Console.write(secret.text + "\n")
    }
}

struct KeyListVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the API keys, also revoked ones."
    )

    @OptionGroup var options: CommonOptions
    @Option(help: "How to show them.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let keys = try await application.accessKeys()
        switch format {
        case .text: try Console.write(application.describe(keys))
        case .json: try Console.write(AccessKeyList(keys).json)
        }
    }
}

struct KeyRevokeVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revokes an API key: from now on nobody can use it.",
        discussion:
            "It stays in the list. A key that was revoked before stays revoked from then on."
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The id of the key, as \"kelisim key list\" shows it.")
    var key: String
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func run(_ application: Application) async throws(Failure) {
        let revoked = try await application.revokeKey(key)
        switch format {
        case .text: try Console.write(application.describe(revoked: revoked))
        case .json: try Console.write(AccessKeyDocument(revoked).json)
        }
    }
}
