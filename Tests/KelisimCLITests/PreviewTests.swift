import Foundation
import KelisimTesting
import Testing

@Suite struct PreviewTests {
    @Test func draftsAndFindingsAreShownBesideTheirClauses() async throws {
        let sandbox = try Sandbox()
        try sandbox.folder.replace("policies/terms/1/kk.md", "30 күн ішінде", "60 күн ішінде")
        let preview = try RunningPreview(in: sandbox.folder)
        // The Kazakh text prevails, so the Russian one differs from it.
        let page = try preview.ask("ru/terms/1/")
        #expect(page.status == "200")
        let clause = try #require(page.page.range(of: "в течение 30 дней"))
        let note = try #require(page.page.range(of: "<span class=\"finding error\""))
        let end = try #require(page.page[clause.upperBound...].range(of: "</p>"))
        #expect(clause.upperBound < note.lowerBound && note.upperBound < end.lowerBound)
        #expect(page.page.contains("<code>1/ru.md:7</code>"))

        let pair = try preview.ask("kk/terms/1/kk-ru.html").page
        #expect(pair.contains("class=\"pair marked\""))
        let overview = try preview.ask(".preview/ru/").page
        #expect(overview.contains("<svg class=\"timeline\""))
        #expect(overview.contains("href=\"/ru/terms/1/#1.2\""))
        #expect(overview.contains("ошибок: 1"))
        #expect(preview.interrupt() == 0)
    }

    @Test func aSaveIsShown() async throws {
        let sandbox = try Sandbox()
        let preview = try RunningPreview(in: sandbox.folder)
        let before = try preview.ask("ru/terms/1/").page
        let version = try #require(before.firstMatch(of: /version=([0-9a-f]+)/)?.1)
        let start = ContinuousClock.now
        try sandbox.folder.replace("policies/terms/1/ru.md", "порядок", "новый порядок")
        let after = try await preview.page("ru/terms/1/") { $0.contains("новый порядок") }
        print("saved and shown within \(ContinuousClock.now - start)")
        #expect(after.contains("новый порядок"))
        #expect(!after.contains("version=\(version)\""))
        #expect(after.firstMatch(of: /version=([0-9a-f]+)/) != nil)
    }

    @Test func aPolicyThatIsDeletedIsNoReasonToEnd() async throws {
        let sandbox = try Sandbox()
        let preview = try RunningPreview(in: sandbox.folder)
        let aside = "\(sandbox.folder.path)/aside"
        try FileManager.default.moveItem(
            atPath: sandbox.folder.path("policies/terms"),
            toPath: aside
        )
        let gone = try await preview.page("kk/terms/1/") { !$0.contains("Өтініш") }
        #expect(gone.contains("Мұндай бет жоқ"))
        #expect(try preview.ask("kk/terms/1/").status == "404")
        #expect(try preview.ask("").status == "200")

        try FileManager.default.removeItem(atPath: sandbox.folder.path("policies"))
        let nothing = try await preview.page("kk/terms/1/") { $0.contains("cannot-read") }
        #expect(nothing.contains("policies"), "\(nothing)")
        #expect(try preview.ask("kk/terms/1/").status == "500")

        try FileManager.default.createDirectory(
            atPath: sandbox.folder.path("policies"),
            withIntermediateDirectories: false
        )
        try FileManager.default.moveItem(
            atPath: aside,
            toPath: sandbox.folder.path("policies/terms")
        )
        let back = try await preview.page("kk/terms/1/") { $0.contains("Өтініш") }
        #expect(back.contains("Өтініш 30 күн ішінде"))
        #expect(preview.interrupt() == 0)
    }

    @Test func aBrokenTemplateIsSaidWhereThePageWouldBe() async throws {
        let sandbox = try Sandbox()
        try FileManager.default.copyItem(
            atPath: "\(Project.root)/site",
            toPath: sandbox.folder.path("site")
        )
        let preview = try RunningPreview(in: sandbox.folder)
        #expect(try preview.ask("kk/terms/1/").status == "200")
        try sandbox.folder.replace("site/templates/index.mustache", "{{/main}}", "{{/mein}}")
        let broken = try await preview.page("") { $0.contains("index.mustache") }
        #expect(broken.contains("site-template"), "\(broken)")
        #expect(try preview.ask("").status == "500")
        try sandbox.folder.replace("site/templates/index.mustache", "{{/mein}}", "{{/main}}")
        let mended = try await preview.page("") { !$0.contains("index.mustache") }
        #expect(mended.contains("Пайдалану шарттары"))
    }

    @Test func aPublishedTextThatWasChangedIsShownWithTheError() async throws {
        let sandbox = try Sandbox()
        try sandbox.kelisim("publish", "terms", "1")
        try sandbox.folder.replace("policies/terms/1/kk.md", "30 күн", "31 күн")
        let preview = try RunningPreview(in: sandbox.folder)
        let page = try preview.ask("kk/terms/1/")
        #expect(page.status == "500")
        #expect(page.page.contains("sha256:"))
        #expect(try preview.ask(".preview/kk/").page.contains("text-changed"))
    }

    @Test func aPortThatIsTakenIsSaid() throws {
        let sandbox = try Sandbox()
        let preview = try RunningPreview(in: sandbox.folder)
        let port = try #require(preview.address.firstMatch(of: /:([0-9]+)\/$/)?.1)
        let second = try sandbox.kelisim("preview", "--port", String(port))
        #expect(second.status == 2)
        #expect(second.errors.contains("[port-in-use]") && second.errors.contains(port))
        #expect(second.errors.contains("--port"))
        #expect(try sandbox.kelisim("preview", "--port", "65536").status == 64)
    }
}
