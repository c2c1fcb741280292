import Foundation
import KelisimTesting
import Testing

/// Every check is able to fail: what is wrong is named with its page and its rule.
struct SiteJudgeTests {
    @Test func everyFlawOfAPageIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("index.html", SiteFlaw.soundPage)
        try folder.write("style.css", SiteFlaw.style)
        for (index, flaw) in SiteFlaw.all.enumerated() {
            // A class of its own makes each page one of those that the browser opens.
            let page = SiteFlaw.soundPage
                .replacingOccurrences(of: flaw.replaced, with: flaw.html)
                .replacingOccurrences(of: #"class="page""#, with: #"class="flaw-\#(index)""#)
            try folder.write("flaw-\(index).html", page)
        }
        for question in [SiteJudge.Question.files, .browser] {
            let problems = try SiteJudge.problems(question, of: [folder.path])
            for (index, flaw) in SiteFlaw.all.enumerated() where flaw.question == question {
                let found = problems.filter { $0.contains("/flaw-\(index).html | ") }
                #expect(
                    found.contains {
                        $0.contains(" | \(flaw.rule) | ") && $0.contains(flaw.detail)
                    },
                    "\(flaw.rule) of \(flaw.html): \(found)"
                )
            }
            #expect(!problems.contains { $0.contains("/index.html | ") }, "\(problems)")
        }
    }

    @Test func everyDamageToASiteIsNamed() throws {
        var sites = try BuiltSites()
        let cookies = "\(Project.root)/Tests/Fixtures/valid/cookies"
        try sites.build("site", of: [cookies], at: "2026-04-01T00:00:00Z")
        for damage in SiteDamage.all {
            let path = "site/\(damage.file)"
            guard let old = damage.old else {
                try sites.folder.write(path, damage.new)
                continue
            }
            let text = try sites.folder.read(path)
            try #require(text.contains(old), "\(damage.file) has no \(old)")
            try sites.folder.write(path, text.replacingOccurrences(of: old, with: damage.new))
        }
        for question in [SiteJudge.Question.files, .gaps] {
            let problems = try SiteJudge.problems(question, of: [sites.folder.path("site")])
            for damage in SiteDamage.all where damage.question == question {
                let start = "site/\(damage.page) | \(damage.rule) | "
                #expect(problems.contains { $0.hasPrefix(start) }, "\(start)\(problems)")
            }
        }
    }
}
