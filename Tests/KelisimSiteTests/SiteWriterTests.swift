import Foundation
import Kelisim
import KelisimLog
import Testing

@testable import KelisimSite

@Suite struct SiteWriterTests {
    private static let now = "2026-05-10T06:00:00Z"

    private func plan(_ fixture: SiteFixture, at instant: String = now) async throws -> SitePlan {
        try fixture.add("rules", edition: 1, "effective: on publication\nchange: reconsent\n")
        if !fixture.exists("policies/rules/1/publication.json") {
            try fixture.publish("rules", 1, now: "2026-01-15T06:00:00Z")
        }
        return try await fixture.plan(at: instant)
    }

    private func names(_ act: () async throws -> some Any) async -> [String]? {
        await findings(act)?.map(\.code.name)
    }

    @Test func aSecondBuildWritesNothing() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        var steps: [SiteWriter.Progress] = []
        let first = try await fixture.writer.write(plan) { steps.append($0) }
        #expect(first.written == plan.files.count + 1 && first.unchanged == 0 && first.removed == 0)
        #expect(
            steps.last
                == SiteWriter.Progress(done: plan.files.count + 1, total: plan.files.count + 1)
        )
        let disk = fixture.snapshot()
        #expect(disk.filter { $0.value != "folder" }.count == plan.files.count + 1)
        for file in plan.files { #expect(disk[file.path] == Digest(of: try file.bytes()).hex) }
        let second = try await fixture.writer.write(plan)
        #expect(second.written == 0 && second.unchanged == plan.files.count + 1)
        #expect(fixture.snapshot() == disk)
    }

    @Test func onlyWhatDiffersIsWritten() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        _ = try await fixture.writer.write(plan)
        try fixture.write("spoilt", to: "out/kk/rules/index.html")
        try fixture.remove("out/ru/rules/1/text.md")
        let again = try await fixture.writer.write(plan)
        #expect(again.written == 2 && again.unchanged == plan.files.count - 1)
        let disk = fixture.snapshot()
        for file in plan.files { #expect(disk[file.path] == Digest(of: try file.bytes()).hex) }
    }

    @Test func whatIsNoLongerPlannedGoesAndNothingElse() async throws {
        let fixture = try SiteFixture()
        _ = try await fixture.writer.write(try await plan(fixture))
        try fixture.write("mine", to: "out/kk/rules/notes.txt")
        try fixture.write("edited", to: "out/ru/rules/1/text.md")
        try fixture.write("mine", to: "out/robots.txt")
        let empty = try await fixture.plan(at: "2026-01-01T00:00:00Z")
        let summary = try await fixture.writer.write(empty)
        #expect(summary.removed == 13)
        #expect(
            summary.findings.map(\.place.file) == ["\(fixture.output)/ru/rules/1/text.md"]
        )
        #expect(summary.findings.map(\.code) == [.outputKept])
        let left = fixture.snapshot().filter { $0.value != "folder" }.keys.sorted()
        let kept = ["kk/rules/notes.txt", "robots.txt", "ru/rules/1/text.md"]
        #expect(left == (empty.files.map(\.path) + ["manifest.json"] + kept).sorted())
        #expect(!fixture.exists("out/kk/rules/1") && !fixture.exists("out/kk/rules/history"))
        let again = try await fixture.writer.write(empty)
        #expect(again.written == 0 && again.removed == 0 && again.findings == [])
    }

    @Test func foreignFilesAreKeptAndStopABuildBeforeItBegins() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        try fixture.write("mine", to: "out/index.html")
        try fixture.write("mine", to: "out/kk/rules/1/text.md")
        try fixture.write("mine", to: "out/other/page.html")
        let before = fixture.snapshot()
        let found = await findings { try await fixture.writer.write(plan) }
        #expect(found?.map(\.code) == [.outputForeign, .outputForeign])
        #expect(
            found?.map(\.place.file) == [
                "\(fixture.output)/index.html", "\(fixture.output)/kk/rules/1/text.md",
            ]
        )
        #expect(fixture.snapshot() == before)
        try fixture.remove("out/index.html")
        try fixture.write(SiteFixture.kk(1), to: "out/kk/rules/1/text.md")
        let summary = try await fixture.writer.write(plan)
        #expect(summary.unchanged == 1)
        #expect(try fixture.text("out/other/page.html") == "mine")
    }

    @Test func symbolicLinksAreNeverFollowed() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        try fixture.write("outside", to: "elsewhere/index.html")
        try fixture.write("mine", to: "out/x")
        try fixture.link("out/kk", to: "../elsewhere")
        try fixture.link("out/policies.json", to: "../elsewhere/index.html")
        let found = await findings { try await fixture.writer.write(plan) }
        #expect(Set(found?.map(\.code) ?? []) == [.outputObstacle])
        #expect(found?.contains { $0.place.file == "\(fixture.output)/policies.json" } == true)
        #expect(fixture.snapshot("elsewhere").count == 1)
        #expect(try fixture.text("elsewhere/index.html") == "outside")
        #expect(!fixture.exists("out/index.html"))
    }

    @Test func aLinkPutInTheWayLaterIsNotFollowedEither() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        _ = try await fixture.writer.write(plan)
        let text = try fixture.text("out/kk/rules/1/text.md")
        try fixture.write(text, to: "elsewhere/1/text.md")
        try fixture.remove("out/kk/rules")
        try fixture.link("out/kk/rules", to: "../../elsewhere")
        let empty = try await fixture.plan(at: "2026-01-01T00:00:00Z")
        let summary = try await fixture.writer.write(empty)
        #expect(summary.findings.allSatisfy { $0.code == .outputKept })
        #expect(try fixture.text("elsewhere/1/text.md") == text)
    }

    @Test func theOutputItselfMayBeALink() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        try fixture.write("x", to: "real/keep.txt")
        try fixture.link("out", to: "real")
        #expect(try await fixture.writer.write(plan).written == plan.files.count + 1)
        #expect(fixture.exists("real/index.html"))
    }

    @Test func aManifestOfSomebodyElseIsRefused() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        let traps = [
            "{}", "", "{\n  \"files\": {\n    \"../elsewhere\": \"sha256:00\"\n  }\n}\n",
            "{\n  \"files\": {\n    \"../x\": \"\(Digest(of: [1]))\"\n  }\n}\n",
        ]
        for trap in traps {
            try fixture.write(trap, to: "out/manifest.json")
            #expect(await names { try await fixture.writer.write(plan) } == ["output-manifest"])
        }
        #expect(fixture.snapshot().count == 1)
    }

    @Test func aBuildThatWasStoppedIsCarriedOn() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        _ = try await fixture.writer.write(plan)
        // As if a first build had been stopped: some files, no manifest, a list of what was meant.
        let digests = fixture.snapshot().filter { $0.value != "folder" }
        try fixture.write(
            digests.map { "sha256:\($1) \($0)\n" }.joined() + "sha256:unfinished",
            to: "out/.kelisim-build"
        )
        try fixture.remove("out/manifest.json")
        try fixture.write("half", to: "out/kk/rules/.index.html.kelisim")
        let later = try await fixture.plan(at: "2026-01-01T00:00:00Z", baseURL: "https://a.kz")
        let summary = try await fixture.writer.write(later)
        #expect(summary.removed == 14 && summary.findings == [])
        let left = fixture.snapshot().filter { $0.value != "folder" }.keys.sorted()
        #expect(left == (later.files.map(\.path) + ["manifest.json"]).sorted())
    }

    @Test func aFolderThatCannotBeMadeIsSaid() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        try fixture.write("a file", to: "out")
        #expect(await names { try await fixture.writer.write(plan) } == ["output-unwritable"])
        let deep = SiteWriter(output: "\(fixture.root)/a/b/c/")
        #expect(try await deep.write(plan).written == plan.files.count + 1)
        #expect(fixture.exists("a/b/c/index.html"))
    }

    @Test func twoBuildsAtOnceWaitForEachOther() async throws {
        let fixture = try SiteFixture()
        let plan = try await plan(fixture)
        let writer = fixture.writer
        let summaries = try await withThrowingTaskGroup(of: SiteWriter.Summary.self) { group in
            for _ in 0..<4 { group.addTask { try await writer.write(plan) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(summaries.map(\.written).sorted() == [0, 0, 0, plan.files.count + 1])
        #expect(try await fixture.writer.write(plan).written == 0)
    }
}
