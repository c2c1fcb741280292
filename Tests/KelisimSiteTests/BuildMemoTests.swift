import Foundation
import Kelisim
import Testing

@testable import KelisimSite

/// Whatever a build remembers, the folder is afterwards what the plan says.
@Suite struct BuildMemoTests {
    private let fixture: SiteFixture

    init() throws {
        fixture = try SiteFixture.full()
    }

    private func writer(_ program: String = "1") -> SiteWriter {
        SiteWriter(output: fixture.output, memory: "\(fixture.root)/memory", program: program)
    }

    private func plan(_ instant: String = "2026-05-10T06:00:00Z") async throws -> SitePlan {
        try await fixture.plan(at: instant)
    }

    private func expectPlanned(_ plan: SitePlan) throws {
        let found = fixture.snapshot().filter { $0.value != "folder" && $0.key != "manifest.json" }
        let contents = try SiteFixture.contents(plan)
        #expect(found.keys.sorted() == contents.keys.sorted())
        for (path, bytes) in contents {
            let file = FileManager.default.contents(atPath: "\(fixture.output)/\(path)")
            #expect(file == Data(bytes), "\(path)")
        }
    }

    private var memo: String {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: "\(fixture.root)/memory"
            )
            return "memory/\(try #require(names.first))"
        }
    }

    @Test func nothingIsDoneTwice() async throws {
        let plan = try await plan()
        #expect(try await writer().write(plan).written == plan.files.count + 1)
        let again = try await writer().write(plan)
        #expect(again.written == 0 && again.unchanged == plan.files.count + 1)
        try expectPlanned(plan)
    }

    @Test func whatSomebodyTouchedIsPutRight() async throws {
        let plan = try await plan()
        _ = try await writer().write(plan)
        let page = try fixture.text("out/ru/index.html")
        // As many bytes as before, so that only the times tell.
        try fixture.write(String(page.reversed()), to: "out/ru/index.html")
        try fixture.remove("out/kk/privacy/1/text.md")
        #expect(try await writer().write(plan).written == 2)
        try expectPlanned(plan)
    }

    @Test func laterStatesAreBuiltUponEarlierOnes() async throws {
        for instant in ["2026-03-01T06:00:00Z", "2026-05-10T06:00:00Z", "2026-11-01T00:00:00Z"] {
            let plan = try await plan(instant)
            _ = try await writer().write(plan)
            try expectPlanned(plan)
        }
    }

    @Test func aMemoThatIsDamagedOrOfAnotherProgramIsNone() async throws {
        let plan = try await plan()
        _ = try await writer().write(plan)
        let text = try fixture.text(memo)
        for damaged in ["", "nonsense\n", String(text.dropLast(40)), text + "one two\n"] {
            try fixture.write(damaged, to: memo)
            #expect(try await writer().write(plan).written == 0)
            try expectPlanned(plan)
        }
        #expect(try await writer("2").write(plan).written == 0)
        try expectPlanned(plan)
    }

    @Test func aManifestThatIsGoneIsWrittenAgain() async throws {
        let plan = try await plan()
        _ = try await writer().write(plan)
        try fixture.remove("out/manifest.json")
        #expect(try await writer().write(plan).written == 1)
        let earlier = try await self.plan("2026-03-01T06:00:00Z")
        _ = try await writer().write(earlier)
        try expectPlanned(earlier)
    }
}
