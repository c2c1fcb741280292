internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct ReceiptVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "receipt",
        abstract: "Gives the receipt of a decision, with its proof.",
        discussion: """
            A receipt holds the record, the digest and the address of the text, and the proof that the \
            log has both, as soon as a checkpoint covers them. \
            "kelisim verify" checks it without this registry.
            """,
        examples: [
            Example(
                "the last decision of a subject, to keep",
                "kelisim receipt \"$DECISION\" > receipt.json"
            ),
            Example(
                "a page in Kazakh",
                "kelisim receipt \"$DECISION\" --format html --language kk > receipt.html"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The decision, as decide and history name it.")
    var decision: String
    @Option(help: "In which form.")
    var format: Application.ReceiptFormat = .json
    @Option(help: "The language of the page; without it that of the text.", completion: .language)
    var language: String?

    func run(_ application: Application) async throws(Failure) {
        try Console.write(
            try await application.receipt(of: decision, as: format, language: language)
        )
    }
}
