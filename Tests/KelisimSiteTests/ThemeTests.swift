import Foundation
import Kelisim
import Testing

@testable import KelisimSite

@Suite struct ThemeTests {
    /// A copy of the default look in a folder.
    private func copy() throws -> SiteFixture {
        let fixture = try SiteFixture()
        for file in Theme.defaultFiles {
            try fixture.write(String(decoding: file.bytes, as: UTF8.self), to: "site/\(file.path)")
        }
        return fixture
    }

    private func theme(_ fixture: SiteFixture) throws -> Theme {
        try Theme(folder: "\(fixture.root)/site")
    }

    /// What is wrong with the look, in one line each: path, line, column and code.
    private func problems(_ fixture: SiteFixture) -> [Finding] {
        do throws(Failure) {
            return try Theme(folder: "\(fixture.root)/site").findings
        } catch {
            switch error {
            case .refused(let findings), .impossible(let findings): return findings
            }
        }
    }

    private func line(_ finding: Finding, _ fixture: SiteFixture) -> String {
        let path = finding.place.file.dropFirst(fixture.root.count + 1)
        let place = [finding.place.line, finding.place.column].compactMap(\.self).map(String.init)
        return ([String(path)] + place).joined(separator: ":") + " " + finding.code.name
    }

    private func lines(_ fixture: SiteFixture) -> [String] {
        problems(fixture).map { line($0, fixture) }
    }

    @Test func theTableOfTheDefaultLookNamesTheFilesOfTheFolder() throws {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "site").path(percentEncoded: false)
        var found: [String: [UInt8]] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
                continue
            }
            found[path] = Array(data)
        }
        let table = Theme.defaultFiles
        #expect(table.map(\.path).sorted() == found.keys.sorted())
        for file in table { #expect(found[file.path] == file.bytes, "\(file.path)") }
        #expect(try Theme.builtIn().findings == [])
    }

    @Test func aFolderReplacesTheBuiltInLook() async throws {
        let fixture = try copy()
        #expect(lines(fixture) == [])
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        try fixture.write(
            "<!doctype html><title>{{t.mine}}</title>{{#policy}}{{title}}{{/policy}}\n",
            to: "site/templates/policy.mustache"
        )
        for (language, text) in [("kk", "Менің <сайтым> {{title}}"), ("ru", "Мой сайт")] {
            let strings = try fixture.text("site/strings/\(language).yaml")
            let unused = ["none-in-force", "other-languages", "last-edition"]
            let kept = strings.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { line in !unused.contains { line.hasPrefix("\($0):") } }
            try fixture.write(
                kept.joined(separator: "\n") + "mine: \"\(text)\"\nnone-in-force: x\n",
                to: "site/strings/\(language).yaml"
            )
        }
        try fixture.write("GIF", to: "site/static/img/mark.gif")
        #expect(lines(fixture) == [])
        let plan = try await fixture.plan(at: "2026-05-01T00:00:00Z", theme: theme(fixture))
        let page = try SiteFixture.text(plan, "kk/rules/index.html")
        let title = "Менің &lt;сайтым&gt; &#123;&#123;title&#125;&#125;"
        #expect(page == "<!doctype html><title>\(title)</title>Сайт қағидалары\n")
        #expect(try SiteFixture.text(plan, "static/img/mark.gif") == "GIF")
    }

    @Test func aMissingTemplateIsNamed() throws {
        let fixture = try copy()
        try fixture.remove("site/templates/history.mustache")
        #expect(lines(fixture).first == "site/templates/history.mustache site-template-missing")
        try fixture.remove("site/templates/banner.mustache")
        let partials = problems(fixture).filter { $0.code == .siteTemplatePartial }
        #expect(partials.map { $0.arguments["name"] } == ["banner", "banner", "banner"])
        #expect(
            line(try #require(partials.first), fixture)
                == "site/templates/edition.mustache:14:1 site-template-partial"
        )
    }

    @Test func aMissingStringIsNamedWithLanguageTemplateAndLine() throws {
        let fixture = try copy()
        let strings = try fixture.text("site/strings/ru.yaml")
        try fixture.write(
            strings.replacing("contents: Содержание\n", with: ""),
            to: "site/strings/ru.yaml"
        )
        let found = try #require(problems(fixture).first)
        #expect(line(found, fixture) == "site/templates/text.mustache:8:35 site-string-missing")
        #expect(found.arguments["key"] == "contents")
        #expect(found.arguments["language"] == "ru")
        #expect(problems(fixture).count == 1)
        try fixture.write(strings + "contnets: x\n", to: "site/strings/ru.yaml")
        let typo = try #require(problems(fixture).first)
        #expect(typo.code == .siteStringUnknown && typo.severity == .warning)
        #expect(typo.arguments["key"] == "contnets")
        #expect(
            typo.place.line
                == strings.split(separator: "\n", omittingEmptySubsequences: false).count
        )
    }

    @Test func stringsAreReadStrictly() throws {
        let fixture = try copy()
        try fixture.write("skip: {a: b}\nskip: c\n", to: "site/strings/ru.yaml")
        #expect(lines(fixture).contains { $0.hasPrefix("site/strings/ru.yaml:2:1 ") })
        let other = try copy()
        try other.write("x: 1\n", to: "site/strings/kazakh.yaml")
        #expect(lines(other) == ["site/strings/kazakh.yaml site-file-ignored"])
    }

    @Test func everySyntaxErrorHasItsPlace() throws {
        for (text, expected) in [
            ("a\n  {{#policy}}\n{{/polcy}}\n", "3:1 site-template-syntax"),
            ("{{#policy}}\n", "1:1 site-template-syntax"),
            ("ә {{title\n", "1:3 site-template-syntax"),
            ("{{/policy}}", "1:1 site-template-syntax"),
            ("{{=<% %>=}}", "1:1 site-template-feature"),
            ("{{%CONTENT_TYPE: TEXT}}", "1:1 site-template-feature"),
            ("{{> *title}}", "1:1 site-template-feature"),
            ("{{uppercased(title)}}", "1:1 site-template-feature"),
            ("{{#policy}}{{#last()}}x{{/last()}}{{/policy}}", "1:12 site-template-feature"),
            ("x\n{{titel}}", "2:1 site-template-variable"),
            ("{{policy.titel}}", "1:1 site-template-variable"),
            ("{{#policy}}{{operator}} {{number}}{{/policy}}", "1:25 site-template-variable"),
            ("{{#edition}}{{#texts}}{{nmae}}{{/texts}}{{/edition}}", "1:23 site-template-variable"),
            ("{{{title}}}", "1:1 site-template-use"),
            ("{{&title}}", "1:1 site-template-use"),
            ("{{#text}}{{article}}{{/text}}", "1:10 site-template-use"),
            ("{{policy}}", "1:1 site-template-use"),
            ("{{{t.skip}}}", "1:1 site-template-use"),
            ("{{#t.skip}}x{{/t.skip}}", "1:1 site-template-use"),
            ("{{> policy}}", "1:1 site-template-cycle"),
            ("{{> nothing}}", "1:1 site-template-partial"),
            ("{{<layout}}x {{title}}{{/layout}}", "1:14 site-template-feature"),
            (String(repeating: "{{#policy}}", count: 70), "1:705 site-template-syntax"),
        ] {
            let fixture = try copy()
            try fixture.write(text, to: "site/templates/policy.mustache")
            let found = problems(fixture).filter { $0.severity == .error }
                .map { line($0, fixture) }
            #expect(found == ["site/templates/policy.mustache:\(expected)"], "\(text)")
        }
    }

    @Test func aCircleOfTemplatesIsRefused() throws {
        let fixture = try copy()
        try fixture.write("{{> b}}", to: "site/templates/a.mustache")
        try fixture.write("{{> a}}", to: "site/templates/b.mustache")
        #expect(
            lines(fixture) == [
                "site/templates/a.mustache:1:1 site-template-cycle",
                "site/templates/b.mustache:1:1 site-template-cycle",
            ]
        )
    }

    @Test func anUnknownNameInAPartialIsReportedWhereItStands() throws {
        let fixture = try copy()
        try fixture.write("{{label}}{{oops}}\n", to: "site/templates/state.mustache")
        let found = problems(fixture).filter { $0.severity == .error }
        #expect(
            found.map { line($0, fixture) } == [
                "site/templates/state.mustache:1:10 site-template-variable"
            ]
        )
        #expect(found.first?.arguments["known"]?.contains("isInForce") == true)
    }

    @Test func aTemplateThatIsNotUTF8IsRefused() throws {
        let fixture = try copy()
        let path = "\(fixture.root)/site/templates/state.mustache"
        try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: path))
        #expect(lines(fixture).first == "site/templates/state.mustache site-template-encoding")
    }

    @Test func linksThatLeaveTheFolderAreRefused() throws {
        let fixture = try copy()
        try fixture.write("secret", to: "secret.txt")
        try fixture.link("site/static/inside.css", to: "style.css")
        #expect(lines(fixture) == [])
        try fixture.link("site/static/a.txt", to: "../../secret.txt")
        try fixture.link("site/static/b.txt", to: "nowhere")
        try fixture.link("site/static/c", to: "/etc")
        #expect(
            lines(fixture) == [
                "site/static/a.txt site-link-leaves", "site/static/b.txt site-link-leaves",
                "site/static/c site-link-leaves",
            ]
        )
    }

    @Test func aMissingFolderIsSaid() throws {
        let fixture = try SiteFixture()
        #expect(lines(fixture) == ["site cannot-read"])
        try fixture.write("x", to: "site/static/x")
        #expect(lines(fixture) == ["site/strings cannot-read", "site/templates cannot-read"])
    }

    @Test func aLanguageWithoutStringsIsNamed() async throws {
        let fixture = try copy()
        try fixture.remove("site/strings/ru.yaml")
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        let found = await findings {
            try await fixture.plan(at: "2026-05-01T00:00:00Z", theme: theme(fixture))
        }
        #expect(found?.map(\.code) == [.siteStringsMissing])
        #expect(found?.first?.place.file == "\(fixture.root)/site/strings/ru.yaml")
    }

    @Test func everyCodeIsListedOnceAndSaysSomethingInEveryLanguage() {
        let names = FindingCode.site.map(\.name)
        #expect(Set(names).count == names.count)
        for code in FindingCode.site {
            for sentence in [code.message, code.help] {
                for text in [sentence.en, sentence.kk, sentence.ru] {
                    #expect(text.hasSuffix(".") || text.hasSuffix("{known}"), "\(text)")
                }
            }
        }
    }
}
