internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct BackupVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "backup",
        abstract: "Copies the registry into a file.",
        discussion: """
            The copy is whole, whatever is recorded meanwhile. Keep the key and the folder of the log \
            apart from it: by them a restored copy is found to be an older one.
            """,
        examples: [Example("every night", "kelisim backup \"kelisim-$(date +%F).db\"")]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The file to write, which must not exist.", completion: .file())
    var file: String

    func run(_ application: Application) async throws(Failure) {
        try await application.backUp(to: file)
    }
}

struct RestoreVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "restore",
        abstract: "Puts a copy in the place of a registry that is lost.",
        discussion: """
            The log goes on where it was signed last. Rows that the copy lacks come back without their \
            records, and what was erased since is erased again.
            """,
        examples: [
            Example("the registry of KELISIM_DATABASE", "kelisim restore kelisim-2027-01-01.db")
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "What backup wrote.", completion: .file())
    var file: String

    func run(_ application: Application) async throws(Failure) {
        try Console.write(try await application.restore(from: file))
    }
}
