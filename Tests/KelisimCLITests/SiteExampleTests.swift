import Foundation
import KelisimTesting
import Testing

/// The example for site builders: what its page says to do is done, with the real binary.
struct SiteExampleTests {
    /// The commands of the page.
    private static func commands() throws -> [Substring] {
        try String(contentsOfFile: "\(Project.root)/Examples/site/README.md", encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { $0.dropFirst(2) }
    }

    /// A folder in which they have been run.
    private func built() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy("\(Project.root)/site", to: "site")
        try folder.write("Examples/.keep", "")
        try folder.copy("\(Project.root)/Examples/site", to: "Examples/site")
        try folder.write("bin/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("bin/kelisim"),
            withDestinationPath: Project.binary
        )
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let commands = try Self.commands()
        #expect(commands.count == 4)
        for line in commands {
            let command = try Command.run(
                "/bin/bash",
                ["-c", String(line)],
                in: folder.path,
                environment: ["PATH": "\(folder.path("bin")):\(search)"]
            )
            #expect(command.status == 0, "\(line): \(command.errors)")
            #expect(command.errors.isEmpty, "a good example has no warnings: \(command.errors)")
        }
        return folder
    }

    @Test func theExampleDoesWhatItSays() throws {
        let folder = try built()
        // An added language, with its own words and dates.
        let english = try folder.read("public/en/terms/index.html")
        #expect(english.contains("<html lang=\"en\""))
        #expect(english.contains("A book is lent for 14 days."))
        #expect(english.contains("Edition 1"))
        #expect(english.contains("Unofficial translation</strong>"))
        #expect(english.contains("24 November 2026"))
        let kazakh = try folder.read("public/kk/terms/index.html")
        #expect(kazakh.contains("hreflang=\"en\" lang=\"en\">English</a>"))
        // The foot of the pages with the logo.
        let logo = "<img src=\"../../../static/logo.svg\" alt=\"\" width=\"32\" height=\"32\">"
        #expect(try folder.read("public/ru/privacy/1/index.html").contains(logo))
        #expect(
            try folder.read("public/static/logo.svg")
                == folder.read("Examples/site/look/static/logo.svg")
        )
        // The colour.
        let style = try folder.read("public/static/style.css")
        #expect(style.hasSuffix(try folder.read("Examples/site/colours.css")))
        // The order of policies and of languages.
        for (path, names) in [
            ("index.html", ["Пайдалану шарттары", "Құпиялылық саясаты"]),
            ("ru/index.html", ["Условия использования", "Политика конфиденциальности"]),
            ("en/index.html", ["Terms of use", "Privacy policy"]),
        ] {
            let page = try folder.read("public/\(path)")
            let places = names.compactMap { page.firstRange(of: ">\($0)</a></h2>")?.lowerBound }
            #expect(places.count == 2 && places == places.sorted(), "\(path)")
        }
        #expect(try folder.read("public/index.html").contains("<html lang=\"kk\">"))
    }

    @Test func whatTheExampleChangesIsInTheDefaultLook() throws {
        // Otherwise the example would change nothing that is shown.
        let site = "\(Project.root)/site"
        let manager = FileManager.default
        #expect(manager.fileExists(atPath: "\(site)/templates/policy-links.mustache"))
        let style = try String(contentsOfFile: "\(site)/static/style.css", encoding: .utf8)
        #expect(style.contains("--link:") && style.contains("var(--link)"))
    }

    @Test func aKeyThatTheAddedLanguageLacksIsNamed() throws {
        let folder = try built()
        let file = "my-site/strings/en.yaml"
        let strings = try folder.read(file)
        try folder.write(file, strings.replacing("history: History of editions\n", with: ""))
        let command = try Command.run(
            Project.binary,
            [
                "--policies", "Examples/site/policies", "build", "--site", "my-site", "--output",
                "public", "--base-url", "https://example.kz/",
            ],
            in: folder.path
        )
        #expect(command.status == 1)
        #expect(command.errors.contains("[site-string-missing]"), "\(command.errors)")
        #expect(command.errors.contains("history") && command.errors.contains(file))
    }
}
