import Foundation
import KelisimTesting
import Testing

/// `kelisim diff` through the real binary: its two forms, its formats and its exit status.
struct DiffTests {
    /// What programs read; interfaces.md, `diff --format json`.
    private struct Document: Decodable {
        struct Side: Decodable {
            let edition: Int?
            let file: String?
            let digest: String
        }
        struct Block: Decodable {
            let id: String
            let label: String?
            let block: Int
        }
        struct Words: Decodable {
            let op: String
            let text: String
        }
        struct Change: Decodable {
            let kinds: [String]
            let move: Int?
            let `class`: String
            let old: [Block]
            let new: [Block]
            let words: [Words]
            let consequential: Bool
            let cutShort: Bool
        }
        let from: Side
        let to: Side
        let language: String?
        let summary: [String: Int]
        let changes: [Change]
    }

    private static let old = """
        # Шарттар

        ## 1. Жалпы

        1.1. Өтініш 30 күн ішінде қаралады.

        1.2. Бұл тармақ өзгеріссіз қалады, онда ешқандай сөз ауыспайды.

        1.3. Мына тармақ алып тасталады.

        """
    private static let new = """
        # Шарттар

        ## 1. Жалпы

        1.1. Өтініш 60 күн ішінде қаралады.

        1.2. Бұл тармақ өзгеріссіз қалады, онда ешқандай сөз ауыспайды.

        """

    private func files(_ old: String = old, _ new: String = new) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.folder.write("old.md", old)
        try sandbox.folder.write("new.md", new)
        return sandbox
    }

    /// A repository with edition 1 published and a draft whose Kazakh text says 60 days.
    private func editions() throws -> Sandbox {
        let sandbox = try Sandbox()
        let longAgo = ["2026-01-06T00:00:00Z", "--backdated", "Old site"]
        let published = try sandbox.kelisim(
            "publish",
            "terms",
            "1",
            "--at",
            longAgo[0],
            longAgo[1],
            longAgo[2]
        )
        try #require(published.status == 0, "\(published.errors)")
        try #require(try sandbox.kelisim("new", "terms").status == 0)
        try sandbox.folder.replace("policies/terms/2/kk.md", "30 күн", "60 күн")
        return sandbox
    }

    private func decoded(_ command: Command) throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(command.output.utf8))
    }

    // MARK: - For programs

    @Test func filesForPrograms() throws {
        let command = try files().kelisim("diff", "old.md", "new.md", "--format", "json")
        #expect(command.status == 0 && command.errors.isEmpty)
        let document = try decoded(command)
        #expect(document.from.edition == nil && document.from.file == "old.md")
        #expect(document.to.digest.hasPrefix("sha256:"))
        #expect(document.language == "kk", "its letters tell")
        let kinds = [
            "unchanged", "reworded", "added", "removed", "moved", "renumbered", "split", "merged",
            "formatting", "typographic",
        ]
        #expect(Set(document.summary.keys) == Set(kinds))
        #expect(document.summary["reworded"] == 1 && document.summary["removed"] == 1)
        #expect(document.summary["unchanged"] == 3)
        let change = try #require(document.changes.first)
        #expect(change.kinds == ["reworded"] && change.class == "substantive")
        #expect(change.old.map(\.id) == ["1.1"] && change.old.map(\.label) == ["1.1."])
        #expect(change.new.map(\.block) == [2])
        #expect(change.words.filter { $0.op == "delete" }.map(\.text) == ["30"])
        #expect(change.words.filter { $0.op == "insert" }.map(\.text) == ["60"])
        #expect(document.changes.last?.new.isEmpty == true)
    }

    /// The words of a change replay the old text into the new one, and none of them is empty.
    @Test func wordsReplay() throws {
        let document = try decoded(
            try files().kelisim("diff", "old.md", "new.md", "--format", "json")
        )
        let change = try #require(document.changes.first)
        let texts = ["insert", "delete"]
            .map { other in change.words.filter { $0.op != other }.map(\.text).joined() }
        #expect(texts == [30, 60].map { "1.1. Өтініш \($0) күн ішінде қаралады." })
        #expect(document.changes.flatMap(\.words).allSatisfy { !$0.text.isEmpty })
    }

    /// What changed in one language only is pointed out to the readers of both.
    @Test func oneLanguageOnly() throws {
        let sandbox = try editions()
        let compare = { (language: String, format: String) in
            try sandbox.kelisim(
                "diff",
                "terms",
                "1",
                "2",
                "--language",
                language,
                "--format",
                format
            )
            .output
        }
        #expect(try compare("kk", "text").contains("Reworded here and not in ru: 1.2."))
        #expect(try compare("ru", "text").contains("Reworded in kk and not here: 1.2."))
        let page = try compare("ru", "html")
        #expect(page.contains("Изменено только на другом языке (kk), а на этом осталось прежним"))
        try sandbox.folder.replace("policies/terms/2/ru.md", "30 дней", "60 дней")
        #expect(try !compare("kk", "text").contains("Reworded here"))
        #expect(try !compare("ru", "html").contains("one-sided\">"))
    }

    @Test func editionsForPrograms() throws {
        let sandbox = try editions()
        let command = try sandbox.kelisim("diff", "terms", "1", "2", "--format", "json")
        let document = try decoded(command)
        #expect(document.from.edition == 1 && document.to.edition == 2)
        #expect(document.from.file == nil)
        #expect(document.language == "kk", "the authoritative one")
        #expect(document.changes.count == 1)
        let russian = try sandbox.kelisim(
            "diff",
            "terms",
            "1",
            "2",
            "--language",
            "ru",
            "--format",
            "json"
        )
        #expect(try decoded(russian).changes.isEmpty)
    }

    @Test func movesAreNumbered() throws {
        let clauses = (1...6)
            .map { "\($0)-шарт туралы сөйлем осы жерде тұр, ол \($0 * 111) санын атайды." }
        var moved = clauses
        moved.append(moved.remove(at: 0))
        let sandbox = try files(clauses.joined(separator: "\n\n"), moved.joined(separator: "\n\n"))
        let document = try decoded(
            try sandbox.kelisim("diff", "old.md", "new.md", "--format", "json")
        )
        #expect(document.summary["moved"] == 1)
        #expect(document.changes.map(\.move) == [1])
        let shown = try sandbox.kelisim("diff", "old.md", "new.md").output
        #expect(shown.contains("now at preamble-6 (move 1)"), "\(shown)")
        #expect(shown.contains("was at preamble-1 (move 1)"), "\(shown)")
    }

    // MARK: - For people

    @Test func filesForPeople() throws {
        let command = try files().kelisim("diff", "old.md", "new.md")
        #expect(command.status == 0)
        #expect(
            command.output == """
                old.md → new.md: 1 reworded, 1 removed; 3 unchanged.

                … 2 clauses unchanged

                ▸ 1. Жалпы

                ~ 1.1  reworded
                    1.1. Өтініш [-30-]{+60+} күн ішінде қаралады.

                … 1 clause unchanged

                - 1.3  removed
                    [-1.3. Мына тармақ алып тасталады.-]

                """
        )
    }

    @Test(arguments: [
        ("kk", "мәтіні өзгертілді — 1, алып тасталды — 1; өзгеріссіз — 3."),
        ("ru", "изменён текст — 1, исключено — 1; без изменений — 3."),
    ])
    func messages(_ language: String, _ summary: String) throws {
        let sandbox = try files()
        for environment in [["LANG": "\(language)_KZ.UTF-8"], ["LC_ALL": language]] {
            let command = try sandbox.kelisim("diff", "old.md", "new.md", environment: environment)
            #expect(command.output.hasPrefix("old.md → new.md: \(summary)\n"), "\(command.output)")
        }
    }

    /// A line across the page has no words.
    @Test func linesAcrossThePageAreShown() throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("old.md", "Бір.\n")
        try sandbox.folder.write("new.md", "Бір.\n\n***\n")
        let result = try sandbox.kelisim("diff", "old.md", "new.md", "--messages", "en")
        #expect(result.output.contains("+ preamble-2  added\n    ———\n"), "\(result.output)")
    }

    @Test func contextShowsNeighbours() throws {
        let sandbox = try files()
        let command = try sandbox.kelisim("diff", "old.md", "new.md", "--context", "1")
        #expect(command.output.contains("  1.2\n    1.2. Бұл тармақ өзгеріссіз қалады"))
        #expect(command.output.contains("… 1 clause unchanged"), "\(command.output)")
        for wrong in [["--context", "-1"], ["--context", "1", "--format", "json"]] {
            let refused = try Command.run(
                Project.binary,
                ["diff", "old.md", "new.md"] + wrong,
                in: sandbox.folder.path
            )
            #expect(refused.status == 64, "\(wrong)")
        }
    }

    @Test func longStretchesAreElided() throws {
        let words = (1...80).map { "сөз\($0)" }
        let old = words.joined(separator: " ") + ".\n"
        let sandbox = try files(old, old.replacing("сөз40 ", with: "басқа "))
        let output = try sandbox.kelisim("diff", "old.md", "new.md").output
        #expect(output.contains("сөз1 сөз2 сөз3 сөз4 … сөз30 "), "\(output)")
        #expect(output.contains("сөз39 [-сөз40-]{+басқа+} сөз41"), "\(output)")
        #expect(output.contains("сөз50 …\n") && !output.contains("сөз60"), "\(output)")
    }

    @Test func numbersAreFolded() throws {
        let clauses = (1...9).map { "\($0). Бұл тармақта \($0 * 37) саны жазылған, басқасы жоқ." }
        let changed =
            ["1. Жаңа тармақ осы жерге қойылды."]
            + clauses.enumerated().map { "\($0 + 2)." + $1.dropFirst(2) }
        let document = { (lines: [String]) in
            "# Т\n\n" + lines.joined(separator: "\n\n").replacing(". ", with: "\\. ") + "\n"
        }
        let sandbox = try files(document(clauses), document(changed))
        let output = try sandbox.kelisim("diff", "old.md", "new.md").output
        #expect(output.contains("1 added, 9 renumbered"), "\(output)")
        #expect(output.contains("~ 1–9 → 2–10  only the number changed\n"), "\(output)")
    }

    @Test func lookAlikesAreToldByTheirCodePoints() throws {
        let sandbox = try files("1.1. Осы қызметтiң шарты.\n", "1.1. Осы қызметтің шарты.\n")
        let output = try sandbox.kelisim("diff", "old.md", "new.md").output
        #expect(output.contains("characters: i U+0069 → і U+0456"), "\(output)")
    }

    /// What could steer a terminal never reaches one.
    @Test func controlCharactersAreShown() throws {
        let sandbox = try files(
            "Бұл мәтін.\n",
            "Бұл \u{1B}]0;x\u{7} мәтін \u{9B}31m \u{202E}терiс.\n"
        )
        let output = try sandbox.kelisim("diff", "old.md", "new.md").output
        #expect(output.contains("␛]0;x␇") && output.contains("\\u{9B}31m \\u{202E}"), "\(output)")
        let steering = output.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
        #expect(steering.isEmpty)
        let name = "\u{1B}[31m.md"
        try sandbox.folder.write(name, "Мәтін.\n")
        #expect(try sandbox.kelisim("diff", "old.md", name).output.contains("␛[31m.md"))
    }

    // MARK: - Exit status

    @Test func exitCodes() throws {
        let sandbox = try files()
        #expect(try sandbox.kelisim("diff", "old.md", "new.md").status == 0)
        let told = try sandbox.kelisim("diff", "old.md", "new.md", "--exit-code")
        #expect(told.status == 1 && told.errors.isEmpty && told.output.contains("1 reworded"))
        #expect(try sandbox.kelisim("diff", "old.md", "old.md", "--exit-code").status == 0)
    }

    @Test func theSameFileTwice() throws {
        let sandbox = try files()
        let command = try sandbox.kelisim("diff", "old.md", "old.md")
        #expect(command.status == 0)
        #expect(command.output == "old.md → old.md: no differences; 5 unchanged.\n")
        let document = try decoded(
            try sandbox.kelisim("diff", "old.md", "old.md", "--format", "json")
        )
        #expect(document.changes.isEmpty && document.summary["unchanged"] == 5)
        // The redline still is the text, without a mark.
        let page = try sandbox.kelisim("diff", "old.md", "old.md", "--format", "html").output
        #expect(page.contains("<article class=\"text redline\""), "\(page)")
        #expect(page.contains("Өтініш 30 күн ішінде қаралады."))
        #expect(!page.contains("<ins") && !page.contains("<del") && !page.contains("<table"))
    }

    // MARK: - Files

    @Test func outputIsWritten() throws {
        let sandbox = try files()
        let json = ["diff", "old.md", "new.md", "--format", "json"]
        let printed = try Command.run(Project.binary, json, in: sandbox.folder.path).output
        let written = try Command.run(
            Project.binary,
            json + ["--output", "diff.json"],
            in: sandbox.folder.path
        )
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(try sandbox.folder.read("diff.json") == printed)
    }

    @Test(arguments: ["old.md", "./new.md", "policies/terms/1/ru.md", "policies/../new.md"])
    func outputNeverGoesOverTexts(_ path: String) throws {
        let sandbox = try files()
        let refused = try sandbox.refused("diff", "old.md", "new.md", "--output", path)
        #expect(refused.contains("[output-over-texts]"), "\(refused)")
    }

    @Test func redlines() throws {
        let sandbox = try editions()
        let page = try sandbox.kelisim("diff", "terms", "1", "2", "--format", "html")
        #expect(page.status == 0 && page.output.hasPrefix("<!doctype html>"))
        #expect(page.output.contains("<title>Пайдалану шарттары: 1-редакция → 2-редакция</title>"))
        for words in ["<del>30</del>", "<ins>60</ins>"] { #expect(page.output.contains(words)) }
        let files = ["policies/terms/1/ru.md", "policies/terms/2/kk.md"]
        let other = try sandbox.kelisim("diff", files[0], files[1], "--format", "html").output
        #expect(other.contains("\(files[0]) → \(files[1])</title>"))
    }

    @Test func trackedChanges() throws {
        let sandbox = try editions()
        let options = ["--format", "docx", "--author", "Заңгер", "--at", "2026-02-03T04:05:06Z"]
        let make = { (output: String) in
            try Command.run(
                Project.binary,
                ["diff", "terms", "1", "2"] + options + ["--output", output],
                in: sandbox.folder.path
            )
        }
        #expect(try make("a.docx").status == 0)
        #expect(try make("b.docx").status == 0)
        let files = try sandbox.folder.snapshot()
        #expect(files["a.docx"] == files["b.docx"], "the same bytes each time")
        let reopened = try Command.run(
            "/usr/bin/pandoc",
            ["--track-changes=all", "--to=json", "a.docx"],
            in: sandbox.folder.path
        )
        for expected in ["Заңгер", "2026-02-03T04:05:06Z", "insertion", "deletion"] {
            #expect(reopened.output.contains(expected), "\(expected)")
        }
    }

    @Test func withoutPandoc() throws {
        let sandbox = try files()
        let command = try sandbox.kelisim(
            "diff",
            "old.md",
            "new.md",
            "--format",
            "docx",
            environment: ["PATH": sandbox.folder.path]
        )
        #expect(command.status == 2 && command.output.isEmpty)
        #expect(command.errors.contains("[pandoc-missing]"), "\(command.errors)")
        #expect(command.errors.contains("apt-get install pandoc"), "\(command.errors)")
    }

    @Test func aPandocThatFails() throws {
        let sandbox = try files()
        try sandbox.folder.write("bin/pandoc", "#!/bin/sh\necho 'no room' >&2\nexit 3\n")
        let path = sandbox.folder.path("bin/pandoc")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let command = try sandbox.kelisim(
            "diff",
            "old.md",
            "new.md",
            "--format",
            "docx",
            environment: ["PATH": sandbox.folder.path("bin")]
        )
        #expect(command.status == 2 && command.output.isEmpty)
        #expect(command.errors.contains("no room"), "\(command.errors)")
    }

    // MARK: - Bad input

    @Test func badFiles() throws {
        let sandbox = try files()
        try sandbox.folder.write("latin.md", bytes: Array("## 1\n\n1.1. caf".utf8) + [0xE9, 0x0A])
        try sandbox.folder.write("deep.md", String(repeating: "> ", count: 80) + "x\n")
        try sandbox.folder.write("long.md", bytes: [UInt8](repeating: 0x61, count: 5 << 20))
        let cases: [(file: String, status: Int32, code: String)] = [
            ("latin.md", 1, "invalid-utf8"), ("deep.md", 1, "nesting-too-deep"),
            ("long.md", 1, "file-too-large"), ("none.md", 2, "cannot-read"),
            ("policies", 2, "cannot-read"),
        ]
        for bad in cases {
            for pair in [[bad.file, "new.md"], ["old.md", bad.file]] {
                let command = try Command.run(
                    Project.binary,
                    ["diff"] + pair,
                    in: sandbox.folder.path
                )
                #expect(command.status == bad.status, "\(pair): \(command.errors)")
                #expect(command.errors.contains("[\(bad.code)]"), "\(command.errors)")
                #expect(command.errors.contains(bad.file) && command.output.isEmpty)
            }
        }
    }

    @Test func badEditions() throws {
        let sandbox = try editions()
        let cases = [
            (["terms", "1", "9"], "unknown-edition"), (["terms", "0", "1"], "unknown-edition"),
            (["term", "1", "2"], "unknown-policy"),
            (["terms", "1", "2", "--language", "de"], "unknown-language"),
        ]
        for (arguments, code) in cases {
            let command = try Command.run(
                Project.binary,
                ["diff"] + arguments,
                in: sandbox.folder.path
            )
            #expect(command.status == 1 && command.output.isEmpty, "\(arguments)")
            #expect(command.errors.contains("[\(code)]"), "\(command.errors)")
        }
        #expect(try sandbox.kelisim("diff", "terms", "1", "two").status == 64)
        #expect(try sandbox.kelisim("diff", "terms").status == 64)
        let forgotten = try sandbox.kelisim("diff", "terms", "1")
        #expect(forgotten.status == 64 && forgotten.errors.contains("both editions"))
        #expect(
            try sandbox.kelisim("diff", "old.md", "new.md", "--language", "kaz-").status == 64
        )
    }

    @Test func aChangedPublishedTextIsRefused() throws {
        let sandbox = try editions()
        try sandbox.folder.replace("policies/terms/1/kk.md", "30 күн", "31 күн")
        let refused = try sandbox.refused("diff", "terms", "1", "2")
        #expect(refused.contains("[text-changed]"), "\(refused)")
    }

    @Test func aDraftThatIsNoText() throws {
        let sandbox = try editions()
        try sandbox.folder.write("policies/terms/2/kk.md", bytes: [0x23, 0x20, 0xFF, 0x0A])
        let refused = try sandbox.refused("diff", "terms", "1", "2", "--language", "kk")
        #expect(refused.contains("[invalid-utf8]"), "\(refused)")
    }
}
