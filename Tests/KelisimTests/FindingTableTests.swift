import Foundation
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The catalogue of findings, and the page that documents it.
struct FindingTableTests {
    private static let page = "\(Project.root)/Sources/Kelisim/Kelisim.docc/Findings.md"

    @Test func everyCodeIsUnique() {
        let names = FindingCode.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil, "\(name)") }
    }

    @Test func everySentenceHasTheSameFactsInEveryLanguage() {
        for code in FindingCode.all {
            for sentence in [code.message, code.help] {
                let english = Self.facts(sentence.en)
                #expect(Self.facts(sentence.kk) == english, "\(code.name)")
                #expect(Self.facts(sentence.ru) == english, "\(code.name)")
                #expect(!sentence.en.isEmpty && !sentence.kk.isEmpty && !sentence.ru.isEmpty)
                #expect(sentence.kk != sentence.ru, "\(code.name)")
            }
        }
    }

    private static func facts(_ sentence: String) -> Set<String> {
        Set(sentence.matches(of: /\{[a-zA-Z]+\}/).map { String($0.output) })
    }

    /// With KELISIM_RECORD=1 in the environment the page is written anew.
    @Test func thePageListsEveryCode() throws {
        var lines = [
            "# Findings", "",
            "What `kelisim` can find, how grave it is, and what to do. Errors block publishing.",
            "",
            "| code | severity | meaning | remedy |", "|---|---|---|---|",
        ]
        lines += FindingCode.all.map { code in
            let cells = [code.message.en, code.help.en]
                .map {
                    $0.replacing("|", with: "\\|").replacing("\n", with: " ")
                }
            return "| `\(code.name)` | \(code.severity.rawValue) | \(cells[0]) | \(cells[1]) |"
        }
        let expected = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["KELISIM_RECORD"] == "1" {
            try expected.write(toFile: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: Self.page, encoding: .utf8) == expected)
    }
}
