internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct MigrateVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "migrate",
        abstract: "Brings the tables of the registry to the newest version.",
        discussion: """
            An older registry is not opened by anything else but backup. It is done wholly or not at all, and \
            can't be undone: make a backup first.
            """,
        examples: [Example("after an upgrade", "kelisim migrate")]
    )

    @OptionGroup var options: CommonOptions

    func run(_ application: Application) async throws(Failure) {
        try Console.write(application.describe(try await application.migrate()))
    }
}
