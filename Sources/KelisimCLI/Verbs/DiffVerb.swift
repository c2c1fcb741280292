internal import ArgumentParser
internal import Foundation
internal import Kelisim
internal import KelisimApp

struct DiffVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "diff",
        abstract: "Shows what changed between two texts, clause by clause and word by word.",
        usage: """
            kelisim diff <policy> <from> <to> [--language <language>] [<options>]
            kelisim diff <old.md> <new.md> [<options>]
            """,
        discussion: """
            Two editions of a policy, drafts among them, or two Markdown files, which need not be in a \
            repository. Deleted words stand in [-...-], inserted ones in {+...+}; clauses that did not \
            change are folded. At a terminal a long result is shown by $PAGER.

            The formats table-html, table-csv and table-xlsx are the comparison table that Kazakh \
            lawyers read; several languages, such as kk,ru, stand side by side in it. docx is a document \
            with tracked changes. Formats that are no text go to a file or \
            to another program.
            """,
        examples: [
            Example(
                "what the draft would change, in Russian",
                "kelisim diff terms 2 3 --language ru"
            ),
            Example(
                "two files, with a clause around each change",
                "kelisim diff policies/terms/1/kk.md policies/terms/3/kk.md --context 1"
            ),
            Example("for a program", "kelisim diff terms 1 2 --language kk --format json"),
            Example(
                "the comparison table, in two languages",
                "kelisim diff terms 1 2 --language kk,ru --format table-xlsx > table.xlsx"
            ),
            Example(
                "begin the file that says why the clauses were changed",
                "kelisim diff terms 2 3 --write-justifications"
            ),
            Example(
                "for a word processor, with tracked changes",
                "kelisim diff terms 1 2 --language kk --format docx --output changes.docx"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(
        help: ArgumentHelp("The policy; or the old file.", valueName: "policy-or-file"),
        completion: .policyOrFile
    )
    var first: String
    @Argument(
        help: ArgumentHelp(
            "The number of the old edition; or the new file.",
            valueName: "from-or-file"
        ),
        completion: .editionOrFile
    )
    var second: String
    @Argument(
        help: ArgumentHelp("The number of the new edition.", valueName: "to"),
        completion: .edition
    )
    var third: String?
    @Option(
        help: "The language of the texts; without it the authoritative one, or what a file tells.",
        completion: .language
    )
    var language: String?
    @Option(help: "How to show the changes.")
    var format: DiffFormat = .text
    @Option(help: "How many unchanged clauses to show around each change; for the format text.")
    var context: Int?
    @Flag(help: "Make the exit status 1 when the texts differ.")
    var exitCode = false
    @Flag(
        help: "Also add an entry for each change that has none to the justifications.yaml of <to>."
    )
    var writeJustifications = false
    @Option(help: "Write the result to this file.", completion: .file())
    var output: String?
    @Option(help: "Who made the changes; for the format docx. Without it Kelisim.")
    var author: String?
    @Option(
        help: """
            When they were made; for the format docx. Without it when the new edition was published, \
            else now.
            """
    )
    var at: Instant?

    func validate() throws {
        if let third {
            for number in [second, third] where Int(number) == nil {
                throw ValidationError("<from> and <to> are numbers of editions, not '\(number)'.")
            }
        }
        if third == nil {
            if Int(second) != nil, !FileManager.default.fileExists(atPath: second) {
                throw ValidationError("Name both editions: kelisim diff \(first) <from> <to>.")
            }
            if let language, Language(language) == nil {
                throw ValidationError("--language takes a tag such as kk, not '\(language)'.")
            }
            if writeJustifications {
                throw ValidationError("--write-justifications needs a policy and two editions.")
            }
        }
        if let context, context < 0 || format != .text {
            throw ValidationError("--context takes a number from 0, and belongs to --format text.")
        }
        guard languages.count < 2 || format.isMultilingual else {
            throw ValidationError("Several languages belong to the formats table-...")
        }
        guard format == .docx || (author == nil && at == nil) else {
            throw ValidationError("--author and --at belong to --format docx.")
        }
    }

    func run(_ application: Application) async throws(Failure) {
        if format.isBinary, output == nil, isatty(STDOUT_FILENO) == 1 {
            let facts = ["format": format.rawValue]
            throw .refused([Finding(.binaryToTerminal, at: Place("standard output"), facts)])
        }
        if writeJustifications, case .editions(let policy, let old, let new) = choice {
            let outcome = try application.writeJustifications(policy, edition: new, since: old)
            Console.say(application.describe(outcome))
        }
        let diff = try await application.compare(choice, languages: languages)
        let isForReading = output == nil && format == .text
        let result = try application.show(
            diff,
            as: format,
            DiffOptions(
                context: context ?? 0,
                style: isForReading ? Console.style(of: STDOUT_FILENO) : .plain,
                author: author ?? DiffOptions.defaultAuthor,
                at: at
            )
        )
        if let output {
            try application.write(result, to: output, of: diff)
        } else if isForReading {
            try Console.show(result)
        } else {
            try Console.write(result)
        }
        if exitCode, diff.hasChanges { throw .refused([]) }
    }

    private var languages: [String] {
        language?.split(separator: ",").map(String.init) ?? []
    }

    private var choice: Application.DiffChoice {
        guard let third, let from = Int(second), let to = Int(third) else {
            return .files(old: first, new: second)
        }
        return .editions(policy: first, from: from, to: to)
    }
}
