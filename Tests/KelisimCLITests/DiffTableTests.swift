import Foundation
import KelisimTesting
import Testing

/// The comparison table through `kelisim diff`, and the file of its justifications.
struct DiffTableTests {
    /// Edition 1 published, and a draft whose texts say 60 days.
    private func editions() throws -> Sandbox {
        let sandbox = try Sandbox()
        let published = try sandbox.kelisim(
            "publish",
            "terms",
            "1",
            "--at",
            "2026-01-06T00:00:00Z",
            "--backdated",
            "Old site"
        )
        try #require(published.status == 0, "\(published.errors)")
        try #require(try sandbox.kelisim("new", "terms").status == 0)
        try sandbox.folder.write(
            "policies/terms/2/edition.yaml",
            """
            effective: on publication
            change: notice
            basedOn: 1
            summary: {kk: Мерзім ұзартылды., ru: Срок увеличен.}

            """
        )
        try sandbox.folder.replace("policies/terms/2/kk.md", "30 күн", "60 күн")
        try sandbox.folder.replace("policies/terms/2/ru.md", "30 дней", "60 дней")
        return sandbox
    }

    private func table(_ sandbox: Sandbox, _ format: String, _ languages: String) throws -> Command
    {
        try sandbox.kelisim("diff", "terms", "1", "2", "--format", format, "--language", languages)
    }

    @Test func aPage() throws {
        let page = try table(try editions(), "table-html", "kk,ru")
        #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"))
        for heading in [
            "Қолданыстағы редакция", "Ұсынылатын редакция", "Действующая редакция",
            "Предлагаемая редакция", "Негіздеме", "Обоснование",
        ] {
            #expect(page.output.contains(heading), "\(heading)")
        }
        let one = try table(try editions(), "table-html", "ru").output
        #expect(one.contains("Предлагаемая редакция") && !one.contains("Ұсынылатын редакция"))
    }

    /// While `summary` is still to be written, the draft is a draft all the same.
    @Test func aDraftJustBegun() throws {
        let sandbox = try editions()
        try sandbox.folder.replace("policies/terms/2/edition.yaml", "summary:", "# summary:")
        let page = try table(sandbox, "table-html", "kk")
        #expect(page.output.contains("Ұсынылатын редакция"), "\(page.errors)")
    }

    @Test func forSpreadsheets() throws {
        let sandbox = try editions()
        for (format, start) in [("table-csv", [0xEF, 0xBB, 0xBF]), ("table-xlsx", [0x50, 0x4B])] {
            let written = try sandbox.kelisim(
                "diff",
                "terms",
                "1",
                "2",
                "--format",
                format,
                "--output",
                format
            )
            #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
            let bytes = try #require(try sandbox.folder.snapshot()[format])
            #expect(bytes.starts(with: start.map(UInt8.init)), "\(format)")
        }
        #expect(try table(sandbox, "table-csv", "kk").output.contains("60 күн"))
    }

    @Test func ofFiles() throws {
        let sandbox = try editions()
        let files = ["policies/terms/1/ru.md", "policies/terms/2/ru.md"]
        let page = try sandbox.kelisim("diff", files[0], files[1], "--format", "table-html").output
        #expect(page.contains("60") && !page.contains("Действующая редакция"))
    }

    @Test func severalLanguagesBelongToTables() throws {
        let sandbox = try editions()
        for arguments in [["terms", "1", "2", "--format", "json"], ["terms", "1", "2"]] {
            let command = try Command.run(
                Project.binary,
                ["diff"] + arguments + ["--language", "kk,ru"],
                in: sandbox.folder.path
            )
            #expect(command.status == 64, "\(command.output)")
        }
        let missing = try table(sandbox, "table-csv", "kk,de")
        #expect(missing.status == 1 && missing.errors.contains("[unknown-language]"))
    }

    @Test func justificationsAreBegun() throws {
        let sandbox = try editions()
        let file = "policies/terms/2/justifications.yaml"
        let command = try sandbox.kelisim("diff", "terms", "1", "2", "--write-justifications")
        #expect(command.status == 0 && command.output.contains("[-30-]{+60+}"))
        #expect(command.errors == "Justifications: \(file); entries to be filled in: 1.\n")
        let begun = try sandbox.folder.read(file)
        #expect(begun.contains("\"1.2\":"), "\(begun)")
        try sandbox.folder.replace(file, "kk: \"\"", "kk: Тәжірибе көрсетті.")
        let again = try sandbox.kelisim("diff", "terms", "1", "2", "--write-justifications")
        #expect(again.errors == "Justifications: \(file); no entry is missing.\n")
        #expect(try table(sandbox, "table-html", "kk").output.contains("Тәжірибе көрсетті."))
        let files = try sandbox.kelisim(
            "diff",
            "policies/terms/1/kk.md",
            "policies/terms/2/kk.md",
            "--write-justifications"
        )
        #expect(files.status == 64)
    }
}
