import Foundation
import Kelisim
import KelisimText
import Testing

@testable import KelisimSite

@Suite struct ChangesPageTests {
    private static let now = "2026-05-10T06:00:00Z"
    private static let links = ClauseComparison.Links(new: "../", old: "../../1/", oldName: "first")

    private func comparison(_ new: String, _ old: String) throws -> ClauseComparison {
        ClauseComparison(try PolicyText(Array(new.utf8)), with: try PolicyText(Array(old.utf8)))
    }

    @Test func clausesAreChangedAddedRemovedOrTheSame() throws {
        let found = try comparison(
            "# T\n\n1.1. One &\ntwo.\n\n1.2. Three <b>.\n\n1.4. Four.\n",
            "# T\n\n1.1. One &  two.\n\n1.2. Free.\n\n1.3. Gone.\n"
        )
        #expect(
            found.changedItems(Self.links)
                == "<li><a href=\"../#1.2\">1.2.</a> Three . (<a href=\"../../1/#1.2\">first</a>)</li>\n"
        )
        #expect(found.addedItems(Self.links) == "<li><a href=\"../#1.4\">1.4.</a> Four.</li>\n")
        #expect(
            found.removedItems(Self.links) == "<li><a href=\"../../1/#1.3\">1.3.</a> Gone.</li>\n"
        )
        #expect(found.unchanged == 2)
        #expect(!found.isEmpty)
    }

    @Test func theSameTextHasNoChanges() throws {
        let text = SiteFixture.kk(1)
        let found = try comparison(text, text)
        #expect(found.isEmpty)
        #expect(found.unchanged == (try PolicyText(Array(text.utf8))).tree.clauses.count)
    }

    @Test func blocksWithoutANumberAreNamedByTheirWords() throws {
        let found = try comparison("# T\n\nNew <words> here.\n", "# T\n")
        let item = found.addedItems(Self.links)
        #expect(item.contains("#preamble-1\">New"), "\(item)")
        #expect(!item.contains("<words>"))
    }

    @Test func anEditorialEditionSaysWhyItIsOne() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for path in ["ru/privacy/4/index.html", "ru/privacy/4/changes/index.html"] {
            let page = try SiteFixture.text(plan, path)
            #expect(page.contains("Другой только номер &lt;b&gt;."), "\(path)")
            #expect(page.contains("Почему правка редакционная"), "\(path)")
        }
        let other = try SiteFixture.text(plan, "ru/privacy/2/index.html")
        #expect(!other.contains("Почему правка редакционная"))
    }

    @Test func thePageListsWhatAnEditionChanged() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        let page = try SiteFixture.text(plan, "ru/privacy/2/changes/index.html")
        #expect(
            page.contains(
                "<a href=\"../../1/\">редакция № 1</a> → <a href=\"../\">редакция № 2</a>"
            )
        )
        #expect(page.contains("<a href=\"../#1.2\">1.2.</a> Номер редакции 2."))
        #expect(page.contains("<a href=\"../../1/#1.2\">редакция № 1</a>"))
        #expect(page.contains("Уточнён текст &lt;b&gt;."))
        #expect(!page.contains("Добавлены") && !page.contains("Исключены"))
    }

    @Test func editionsAreComparedWithTheOneBeforeThemOnTheTimeline() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        // Edition 3 was cancelled; it would have replaced the fourth, which came into force before.
        for (number, before) in [(3, 4), (4, 2), (5, 4)] {
            let page = try SiteFixture.text(plan, "kk/privacy/\(number)/changes/index.html")
            #expect(page.contains("<a href=\"../../\(before)/\">\(before)-редакция</a> →"))
        }
    }

    @Test func aFirstEditionHasNoChangesAndNothingLeadsToThem() async throws {
        let plan = try await SiteFixture.full().plan(at: Self.now)
        for path in ["kk/privacy/1/", "kk/rules/1/", "kk/rules/history/"] {
            #expect(plan.file(path + "changes/index.html") == nil)
            #expect(!(try SiteFixture.text(plan, path + "index.html")).contains("changes/"))
        }
        let second = try SiteFixture.text(plan, "kk/privacy/2/index.html")
        #expect(second.contains("<a href=\"changes/\">Өзгерген тармақтар</a>"))
        let history = try SiteFixture.text(plan, "kk/privacy/history/index.html")
        #expect(history.contains("<a href=\"../2/changes/\">Өзгерген тармақтар</a>"))
    }
}
