import Foundation
import Kelisim
import KelisimTesting
import KelisimText
import Testing

@testable import KelisimSite

@Suite struct TimelineDrawingTests {
    private static func almaty() throws -> TimeZoneRules {
        try #require(TimeZoneRules(identifier: "Asia/Almaty"))
    }

    private static func drawing(
        of name: String,
        in fixture: SiteFixture,
        at instant: String,
        _ language: WordingLanguage
    ) throws -> TimelineDrawing {
        let repository = try Repository.read(fixture.policies)
        let policy = try #require(repository.policies.first { $0.id.slug == name })
        return TimelineDrawing(
            policy,
            title: "Құпиялылық <саясаты>",
            at: SiteFixture.instant(instant),
            rules: try almaty(),
            in: language
        )
    }

    /// With KELISIM_DRAWINGS naming a folder, pages with the drawings are left there to look at.
    private static func leave(_ svg: String, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["KELISIM_DRAWINGS"] else { return }
        let page = "<!doctype html><meta charset=utf-8><body>\(svg)"
        try page.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }

    @Test(arguments: WordingLanguage.allCases) func saysInWordsWhatItDraws(
        language: WordingLanguage
    ) throws {
        let fixture = try SiteFixture.full()
        let drawing = try Self.drawing(
            of: "privacy",
            in: fixture,
            at: "2026-06-15T06:00:00Z",
            language
        )
        try Self.leave(drawing.svg, "privacy-\(language)")
        let svg = drawing.svg
        for number in 1...6 {
            let name = EditionWording.name(number, in: language)
            #expect(svg.contains("<title>\(name): "))
            #expect(drawing.labels.contains { $0.text == name })
        }
        #expect(svg.contains("role=\"img\""))
        #expect(!svg.contains("style="))
        #expect(!svg.contains("<саясаты>"))
        for state in ["superseded", "in-force", "upcoming", "cancelled", "draft"] {
            #expect(svg.contains("<g class=\"\(state)\">"), "\(state)")
        }
        let words = [
            WordingLanguage.kk:
                "3-редакция: Күшіне енгенге дейін күші жойылды: 2026 жылғы 10 сәуір",
            .ru: "редакция № 5: Вступает в силу с 1 сентября 2026 года. Размещена: 1 мая 2026 года",
            .en: "edition 6: Comes into force: 1 October 2026, 09:00 (UTC+5). Draft.",
        ]
        #expect(svg.contains(try #require(words[language])))
        let again = try Self.drawing(
            of: "privacy",
            in: fixture,
            at: "2026-06-15T06:00:00Z",
            language
        )
        #expect(again.svg == svg)
    }

    @Test func aRepealedPolicyHasAnEnd() throws {
        let fixture = try SiteFixture.full()
        let drawing = try Self.drawing(of: "rules", in: fixture, at: "2026-06-15T06:00:00Z", .ru)
        try Self.leave(drawing.svg, "rules")
        #expect(drawing.svg.contains("class=\"end\""))
        #expect(
            drawing.labels.contains { $0.text == "Документ утрачивает силу: 1 мая 2026 года" }
        )
    }

    @Test func aDraftHasNoDates() throws {
        let fixture = try SiteFixture.full()
        let drawing = try Self.drawing(of: "cookies", in: fixture, at: "2026-06-15T06:00:00Z", .kk)
        try Self.leave(drawing.svg, "cookies")
        #expect(drawing.labels.contains { $0.text == "Жоба." })
        #expect(!drawing.svg.contains("class=\"span\""))
        #expect(!drawing.svg.contains("class=\"publication\""))
    }

    /// Timelines of 1 to 40 editions, with instants that are equal, close or centuries apart.
    @Test(arguments: 0..<150 as Range<UInt64>) func textsNeverMeet(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let day: Int64 = 86_400_000
        let reach = random.pick([0, 1, 3, 40, 400, 4_000, 400_000, 1_500_000])
        var moment = Instant(milliseconds: Int64(random.below(20_000)) * day)
        func later(_ random: inout SeededGenerator) -> Instant {
            let days = random.below(4) == 0 ? 0 : Int64(random.below(reach + 1))
            let milliseconds = moment.milliseconds + days * day + Int64(random.below(2)) * 3_600_000
            // The last days of the year 9999 are the last that have a date.
            return Instant(milliseconds: min(milliseconds, 253_402_200_000_000))
        }
        var entries: [Timeline.Entry] = []
        for number in 1...random.pick([1, 2, 5, 40]) {
            let published = later(&random)
            moment = published
            let effective = later(&random)
            let isCancelled = random.below(6) == 0 && effective > published
            entries.append(
                Timeline.Entry(
                    number: number,
                    publishedAt: published,
                    effectiveAt: effective,
                    change: .notice,
                    cancelledAt: isCancelled ? published : nil
                )
            )
        }
        let repealedFrom = random.below(3) == 0 ? later(&random) : nil
        let now = random.pick(entries).effectiveAt
        let timeline = Timeline(entries, repealedFrom: repealedFrom)
        let lanes = entries.map { entry in
            let next = timeline.order.drop { $0.number != entry.number }.dropFirst().first
            return TimelineLane(
                number: entry.number,
                state: timeline.state(of: entry.number, at: now),
                publishedAt: entry.publishedAt,
                effectiveAt: entry.effectiveAt,
                end: [next?.effectiveAt, repealedFrom].compactMap(\.self).min(),
                cancelledAt: entry.cancelledAt
            )
        }
        let drawing = TimelineDrawing(
            name: "p",
            title: "Саясат",
            lanes: lanes,
            repealedFrom: repealedFrom,
            at: now,
            rules: try Self.almaty(),
            in: random.pick(WordingLanguage.allCases)
        )
        if seed < 12 { try Self.leave(drawing.svg, "random-\(seed)") }
        try expectOrder(in: drawing)
    }

    private func expectOrder(in drawing: TimelineDrawing) throws {
        let (width, height) = (TimelineDrawing.width, drawing.height)
        for label in drawing.labels {
            #expect(label.x >= 0 && label.x + label.width <= width, "\(label)")
            #expect(label.y >= 0 && label.y + label.height <= height, "\(label)")
        }
        for (index, one) in drawing.labels.enumerated() {
            for other in drawing.labels[(index + 1)...] {
                let isApart =
                    one.x + one.width <= other.x || other.x + other.width <= one.x
                    || one.y + one.height <= other.y || other.y + other.height <= one.y
                #expect(isApart, "\(one) meets \(other)")
            }
        }
        for number in drawing.svg.matches(of: /[ "](?:x|y|cx|cy|width|height)="(-?\d+)"/) {
            let value = try #require(Int(number.1))
            #expect((0...max(width, height)).contains(value))
        }
        for path in drawing.svg.matches(of: /M(\d+) (\d+)/) {
            #expect((0...width).contains(try #require(Int(path.1))))
            #expect((0...height).contains(try #require(Int(path.2))))
        }
    }
}
