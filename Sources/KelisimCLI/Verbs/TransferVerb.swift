internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct TransferVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "transfer",
        abstract: "Copies the registry from SQLite to PostgreSQL.",
        discussion: """
            Rows, log, secrets and API keys go with it, so receipts, proofs and what was shown stay valid. \
            The database must be empty; it has everything afterwards, or nothing. Stop the service before, and \
            start it with the new address afterwards: the old database is left as it is and must not be \
            written to again.
            """,
        examples: [
            Example(
                "to a database of its own",
                "kelisim transfer --to postgresql://kelisim@db1/registry"
            )
        ]
    )

    @OptionGroup var options: CommonOptions
    @Option(help: ArgumentHelp("The address of the database.", valueName: "url"))
    var to: String

    func validate() throws {
        guard case .postgres = RegistryAddress(to) else {
            throw ValidationError("--to takes an address postgresql://..., not '\(to)'.")
        }
    }

    func run(_ application: Application) async throws(Failure) {
        try Console.write(application.describe(try await application.transfer(to: to)))
    }
}
