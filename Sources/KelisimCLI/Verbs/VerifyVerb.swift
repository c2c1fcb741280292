internal import ArgumentParser
internal import Kelisim
internal import KelisimApp

struct VerifyVerb: Verb {
    static let configuration = CommandConfiguration(
        verb: "verify",
        abstract: "Checks receipts offline, with the public key of the log.",
        discussion: """
            Needs no registry and no network: it goes from the decision over its record, commitment and \
            leaf to the signed checkpoint, and to the publication of the text, which must lie before. \
            A receipt that fails names the link that broke, and makes the exit status 1.
            """,
        examples: [
            Example("one receipt", "kelisim verify receipt.json --key log.vkey"),
            Example(
                "with the texts at hand",
                "kelisim verify receipt.json --key log.vkey --texts policies"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The receipts.", completion: .file())
    var files: [String]
    @Option(
        help: "The key as \"kelisim log key\" prints it, or a file with it.",
        completion: .file()
    )
    var key: String
    @Option(help: "The folder of the policies, to compare the texts too.", completion: .directory)
    var texts: String?
    @Option(help: "How to show what came out.")
    var format: ReportFormat = .text

    func run(_ application: Application) throws(Failure) {
        let verifications = try application.verify(files, key: key, texts: texts)
        switch format {
        case .text: try Console.write(application.describe(verifications))
        case .json: try Console.write(application.document(of: verifications))
        }
        let findings = verifications.flatMap(\.findings)
        guard findings.isEmpty else { throw .refused(format == .text ? findings : []) }
    }
}
