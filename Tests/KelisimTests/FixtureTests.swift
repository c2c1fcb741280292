import Foundation
import KelisimTesting
import KelisimText
import Testing

@testable import Kelisim

/// The repositories under `Tests/Fixtures`, which look like real input.
///
/// `valid` has nothing wrong with it; each of `invalid` has the one defect that its `ABOUT.txt`
/// names; `timeline` is the history of one operator. Every record in them was written by the
/// library: `KELISIM_RECORD=1 swift test --filter FixtureTests` writes them anew.
struct FixtureTests {
    /// When the fixtures are looked at.
    private static let now = PolicyFixture.instant("2026-03-15T00:00:00Z")

    /// Everything that `check` would say about `fixture`, in one line each.
    private static func findings(in fixture: Fixture) throws -> [String] {
        let folder = try fixture.replayed()
        let root = folder.map { $0.path("policies") } ?? fixture.policies
        let repository = try Repository.read(root)
        return Review.outcome(of: repository, at: now).findings
            .map { finding in
                let place = finding.place
                let path = place.file == root ? "." : String(place.file.dropFirst(root.count + 1))
                return [path, place.line.map(String.init), place.column.map(String.init)]
                    .compactMap(\.self).joined(separator: ":") + " " + finding.code.name
            }
    }

    // MARK: - Valid and invalid

    @Test func thereAreFixtures() {
        #expect(Fixture.all(in: "valid").count >= 7)
        #expect(Fixture.all(in: "invalid").count >= 100)
        let known = Set((Fixture.all(in: "valid") + Fixture.all(in: "invalid")).map(\.name))
        #expect(FixtureActs.all.keys.filter { !known.contains($0) } == ["timeline"])
    }

    @Test(arguments: Fixture.all(in: "valid"))
    func valid(_ fixture: Fixture) throws {
        let found = try Self.findings(in: fixture)
        #expect(found == [])
    }

    @Test(arguments: Fixture.all(in: "invalid"))
    func invalid(_ fixture: Fixture) throws {
        let about = try String(contentsOfFile: fixture.path + "/ABOUT.txt", encoding: .utf8)
        let lines = about.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count == 3 && lines[1].hasSuffix(".") && lines[2].isEmpty)
        let found = try Self.findings(in: fixture)
        #expect(found == [String(lines[0])])
    }

    /// The committed records are those that the library writes today.
    @Test(arguments: Fixture.recorded)
    func records(_ fixture: Fixture) throws {
        let replayed = try #require(try fixture.replayed())
        let committed = try TemporaryFolder()
        try committed.copy(fixture.policies, to: "policies")
        let expected = try Fixture.comparable(replayed.snapshot())
        let actual = try Fixture.comparable(committed.snapshot())
        #expect(actual.keys.sorted() == expected.keys.sorted())
        for (file, bytes) in expected { #expect(actual[file] == bytes, "\(file)") }
    }

    // MARK: - The timeline

    private static let timeline = Fixture(path: Fixture.root + "/timeline")

    private func timeline(of policy: String) throws -> Timeline {
        let repository = try Repository.read(Self.timeline.policies)
        return try #require(repository.policies.first { $0.id.slug == policy }).timeline
    }

    @Test func theTimelineHasNoFindings() throws {
        let found = try Self.findings(in: Self.timeline)
        #expect(found == [])
    }

    @Test(arguments: [
        // The first edition takes effect the moment it is published.
        ("2025-08-20T03:59:59.999Z", "dddddd", nil, nil),
        ("2025-08-20T04:00:00Z", "fddddd", 1, 1),
        ("2025-10-01T04:59:59.999Z", "fddddd", 1, 1),
        // The second on a day to come, at 00:00 in Almaty.
        ("2025-10-01T05:00:00Z", "fudddd", 1, 1),
        ("2025-10-31T18:59:59.999Z", "fudddd", 1, 1),
        ("2025-10-31T19:00:00Z", "sfdddd", 2, 2),
        // The third on the eleventh day after the day of its publication.
        ("2026-01-12T06:00:00Z", "sfuddd", 2, 2),
        ("2026-01-22T18:59:59.999Z", "sfuddd", 2, 2),
        ("2026-01-22T19:00:00Z", "ssfddd", 3, 3),
        // The fourth is announced, the fifth mends the third, the fourth is called off.
        ("2026-02-16T05:00:00Z", "ssfudd", 3, 3),
        ("2026-02-20T07:29:59.999Z", "ssfudd", 3, 3),
        ("2026-02-20T07:30:00Z", "sssufd", 5, 3),
        ("2026-03-02T09:59:59.999Z", "sssufd", 5, 3),
        ("2026-03-02T10:00:00Z", "ssscfd", 5, 3),
        // The sixth is recorded on 10 March for a slot in the night to the 17th.
        ("2026-03-10T09:00:00Z", "ssscfd", 5, 3),
        ("2026-03-16T18:59:59.999Z", "ssscfd", 5, 3),
        ("2026-03-16T19:00:00Z", "ssscfu", 5, 3),
        ("2026-04-01T00:00:00Z", "ssscfu", 5, 3),
        ("2026-04-15T03:59:59.999Z", "ssscfu", 5, 3),
        ("2026-04-15T04:00:00Z", "ssscsf", 6, 3),
        ("2030-01-01T00:00:00Z", "ssscsf", 6, 3),
    ])
    func theRules(_ instant: String, _ states: String, _ inForce: Int?, _ reconsent: Int?) throws {
        let timeline = try timeline(of: "rules")
        let now = PolicyFixture.instant(instant)
        #expect((1...6).map { Self.letter(timeline.state(of: $0, at: now)) }.joined() == states)
        #expect(timeline.inForce(at: now) == inForce)
        #expect(timeline.reconsent(at: now) == reconsent)
        #expect(!timeline.isRepealed(at: now))
        let upcoming = (1...6).filter { timeline.state(of: $0, at: now) == .upcoming }
        #expect(timeline.upcoming(at: now) == upcoming)
    }

    private static func letter(_ state: EditionState) -> String {
        switch state {
        case .draft: "d"
        case .upcoming: "u"
        case .inForce: "f"
        case .superseded: "s"
        case .cancelled: "c"
        }
    }

    @Test func whatTheRulesReplace() throws {
        let timeline = try timeline(of: "rules")
        #expect((1...6).map { timeline.replaced(by: $0) } == [nil, 1, 2, nil, 3, 5])
        #expect(timeline.order.map(\.number) == [1, 2, 3, 5, 6])
        var changes: [String] = []
        var now = PolicyFixture.instant("2025-01-01T00:00:00Z")
        while let next = timeline.nextChange(after: now) {
            changes.append("\(next)")
            now = next
        }
        #expect(
            changes == [
                "2025-08-20T04:00:00Z", "2025-10-01T05:00:00Z", "2025-10-31T19:00:00Z",
                "2026-01-12T06:00:00Z", "2026-01-22T19:00:00Z", "2026-02-16T05:00:00Z",
                "2026-02-20T07:30:00Z", "2026-03-02T10:00:00Z", "2026-03-16T19:00:00Z",
                "2026-04-15T04:00:00Z",
            ]
        )
    }

    /// Almaty was six hours ahead of UTC in 2023 and is five since March 2024.
    @Test(arguments: [
        ("2023-09-01T02:59:59.999Z", EditionState.draft, nil, false),
        ("2023-09-01T03:00:00Z", .upcoming, nil, false),
        ("2023-09-03T17:59:59.999Z", .upcoming, nil, false),
        ("2023-09-03T18:00:00Z", .inForce, 1, false),
        ("2025-08-31T18:59:59.999Z", .inForce, 1, false),
        ("2025-08-31T19:00:00Z", .superseded, nil, true),
        ("2030-01-01T00:00:00Z", .superseded, nil, true),
    ])
    func theOldRules(
        _ instant: String,
        _ state: EditionState,
        _ inForce: Int?,
        _ isRepealed: Bool
    ) throws {
        let timeline = try timeline(of: "old-rules")
        let now = PolicyFixture.instant(instant)
        #expect(timeline.state(of: 1, at: now) == state)
        #expect(timeline.inForce(at: now) == inForce)
        #expect(timeline.reconsent(at: now) == inForce)
        #expect(timeline.isRepealed(at: now) == isRepealed)
    }

    @Test func whatTheRecordsSay() throws {
        let repository = try Repository.read(Self.timeline.policies)
        let rules = try #require(repository.policies.first { $0.id.slug == "rules" })
        let old = try #require(repository.policies.first { $0.id.slug == "old-rules" })
        #expect(rules.editions.map { $0.publication?.terms.basedOn } == [nil, 1, 2, 3, 3, 5])
        let grace = rules.editions.map { $0.publication?.terms.acceptWithin?.days }
        #expect(grace == [nil, nil, 30, nil, nil, nil])
        #expect(rules.edition(4)?.cancellation != nil)
        #expect(rules.repeal == nil)
        #expect(old.repeal?.replacedBy == rules.id)
        let backdated = try #require(old.edition(1)?.publication?.backdated)
        #expect(backdated.recordedAt == PolicyFixture.instant("2025-08-18T05:00:00Z"))
    }
}

// MARK: - The fixtures

/// A folder under `Tests/Fixtures` with a repository `policies`.
struct Fixture: CustomTestStringConvertible {
    static let root = Project.root + "/Tests/Fixtures"

    /// Its path.
    let path: String

    var name: String { URL(fileURLWithPath: path).lastPathComponent }
    var policies: String { path + "/policies" }
    var testDescription: String { name }

    /// The fixtures in a folder, by name.
    static func all(in group: String) -> [Fixture] {
        _ = recording
        let folder = "\(root)/\(group)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { Fixture(path: "\(folder)/\($0)") }
    }

    /// The fixtures with records.
    static var recorded: [Fixture] {
        (all(in: "valid") + all(in: "invalid") + all(in: ".").filter { $0.name == "timeline" })
            .filter { FixtureActs.all[$0.name] != nil }
    }

    /// A copy whose records were written just now, by the acts that belong to the fixture; nil for
    /// one without records.
    func replayed() throws -> TemporaryFolder? {
        guard let acts = FixtureActs.all[name] else { return nil }
        let folder = try TemporaryFolder()
        try folder.copy(policies, to: "policies")
        let manager = FileManager.default
        let names = try manager.subpathsOfDirectory(atPath: folder.path)
        for name in names where name.hasSuffix(".json") {
            try manager.removeItem(atPath: folder.path(name))
        }
        for act in acts { try act.perform(in: folder.path("policies")) }
        return folder
    }

    /// Writes the records of every fixture anew, once, when `KELISIM_RECORD` asks for it.
    private static let recording: Void = {
        guard ProcessInfo.processInfo.environment["KELISIM_RECORD"] != nil else { return }
        for name in FixtureActs.all.keys.sorted() {
            let paths = ["valid/", "invalid/", ""].map { "\(root)/\($0)\(name)" }
            let path = paths.first { FileManager.default.fileExists(atPath: $0) }
            do {
                let fixture = Fixture(path: try #require(path))
                let folder = try #require(try fixture.replayed())
                try FileManager.default.removeItem(atPath: fixture.policies)
                try FileManager.default.copyItem(
                    atPath: folder.path("policies"),
                    toPath: fixture.policies
                )
            } catch {
                Issue.record("\(name): \(error)")
            }
        }
    }()

    /// `files` without what another version of libcmark or of the time zone database changes, when
    /// the fixtures were recorded with another.
    static func comparable(_ files: [String: Data]) throws -> [String: Data] {
        let path = root + "/timeline/policies/rules/1/publication.json"
        let sample = try String(contentsOfFile: path, encoding: .utf8)
        let isSame =
            sample.contains("\"\(TimeZoneRules.dataVersion)\"")
            && sample.contains("\"\(MarkdownDocument.renderer)\"")
        let varying = ["tzdata", "renderer", "texts", "html", "previous", "publication"]
        return isSame
            ? files
            : files.mapValues { data in
                let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
                let kept = lines.filter { line in !varying.contains { line.contains("\"\($0)\"") } }
                return Data(kept.joined(separator: "\n").utf8)
            }
    }
}

/// One step in the history of a fixture; paths are those in the repository.
enum FixtureAct {
    case publish(String, Int, String, at: String? = nil, backdated: String? = nil)
    case cancel(String, Int, String, reason: String)
    case repeal(String, String, effective: String, kk: String? = nil, ru: String, by: String? = nil)
    /// What somebody did to the files afterwards.
    case edit(String, String, String)
    case write(String, String)
    case move(String, to: String)
    case remove(String)

    func perform(in root: String) throws {
        let writer = RepositoryWriter(root: root)
        let manager = FileManager.default
        switch self {
        case .publish(let policy, let edition, let now, let at, let reason):
            _ = try writer.publish(
                policy,
                edition: edition,
                now: PolicyFixture.instant(now),
                at: at.map(PolicyFixture.instant),
                backdated: reason
            )
        case .cancel(let policy, let edition, let now, let reason):
            _ = try writer.cancel(
                policy,
                edition: edition,
                reason: reason,
                now: PolicyFixture.instant(now)
            )
        case .repeal(let policy, let now, let effective, let kk, let ru, let replacement):
            let entries = try [("kk", kk), ("ru", ru)]
                .compactMap { tag, text in
                    try text.map { LocalizedText.Entry(try PolicyFixture.language(tag), $0) }
                }
            _ = try writer.repeal(
                policy,
                effective: try #require(EffectiveRule(effective)),
                reason: LocalizedText(entries),
                replacedBy: replacement,
                now: PolicyFixture.instant(now)
            )
        case .edit(let path, let old, let new):
            let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
            try #require(text.contains(old), "\(path): \(old)")
            try FixtureAct.write(path, text.replacing(old, with: new)).perform(in: root)
        case .write(let path, let text):
            let url = URL(fileURLWithPath: "\(root)/\(path)")
            try manager.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
        case .move(let path, let target):
            try manager.moveItem(atPath: "\(root)/\(path)", toPath: "\(root)/\(target)")
        case .remove(let path): try manager.removeItem(atPath: "\(root)/\(path)")
        }
    }
}

/// How the fixtures with records came about.
enum FixtureActs {
    private static let first = "2026-01-12T06:00:00Z"
    private static let second = "2026-02-10T06:00:00Z"
    private static let record = "rental/1/publication.json"
    private static let newer = "rental/2/publication.json"
    private static let one = FixtureAct.publish("rental", 1, first)
    private static let two = FixtureAct.publish("rental", 2, second)

    /// The acts, by the name of the fixture.
    static let all = valid.merging(invalid) { $1 }.merging(["timeline": timeline]) { $1 }

    private static let timeline: [FixtureAct] = [
        .publish(
            "old-rules",
            1,
            "2025-08-18T05:00:00Z",
            at: "2023-09-01T03:00:00Z",
            backdated: "Тәртіп 2023 жылы қағаз түрінде бекітілген. "
                + "Распорядок утверждён на бумаге в 2023 году."
        ),
        .publish("rules", 1, "2025-08-20T04:00:00Z"),
        .repeal(
            "old-rules",
            "2025-08-20T04:30:00Z",
            effective: "2025-09-01",
            kk: "Сабақтар онлайн платформаға көшірілді.",
            ru: "Занятия переведены на онлайн-платформу.",
            by: "rules"
        ),
        .publish("rules", 2, "2025-10-01T05:00:00Z"),
        .publish("rules", 3, "2026-01-12T06:00:00Z"),
        .publish("rules", 4, "2026-02-16T05:00:00Z"),
        .publish("rules", 5, "2026-02-20T07:30:00Z"),
        .cancel(
            "rules",
            4,
            "2026-03-02T10:00:00Z",
            reason: "Ата-аналардың ескертулері ескерілді. Учтены замечания родителей."
        ),
        .publish("rules", 6, "2026-03-10T09:00:00Z", at: "2026-03-16T19:00:00Z"),
    ]

    private static let valid: [String: [FixtureAct]] = [
        "accepted": [.publish("rental", 1, first)],
        "articles": [.publish("library", 1, "2025-08-20T05:00:00Z")],
        "cookies": [.publish("cookies", 1, "2026-01-20T05:00:00Z")],
        "insertions": [
            .publish("delivery", 1, "2025-06-10T05:00:00Z"),
            .publish("delivery", 2, "2026-01-15T05:00:00Z"),
        ],
        "time-zone": [.publish("school", 1, "2026-03-02T09:00:00Z")],
        "unofficial": [.publish("privacy", 1, "2026-03-02T05:00:00Z")],
    ]

    private static let invalid: [String: [FixtureAct]] = [
        "published-file-missing": [
            .write("rental/1/edition.yaml", "effective: on publication\nchange: reconsent\n"), one,
            .remove("rental/1/edition.yaml"),
        ],
        "publication-edited": [one, .edit(record, "\n  ", "\n    ")],
        "publication-other-policy": [
            .move("hire", to: "rental"), one, .move("rental", to: "hire"),
        ],
        "chain-broken": [
            one, two, .remove(record), .publish("rental", 1, "2026-01-13T06:00:00Z"),
        ],
        "published-out-of-order": [one, two, .remove(record)],
        "published-before-previous": [one, two, .edit(newer, second, "2026-01-10T06:00:00Z")],
        "effective-before-publication": [one, .edit(record, first, "2026-02-12T06:00:00Z")],
        "effective-mismatch": [
            one, .edit(record, "2026-01-31T19:00:00Z", "2026-02-01T00:00:00Z"),
        ],
        "time-zone-data-changed": [
            one, .edit(record, "2026-01-31T19:00:00Z", "2026-01-31T18:00:00Z"),
            .edit(record, TimeZoneRules.dataVersion, "2023c"),
        ],
        "text-changed": [
            .edit("rental/1/ru.md", "чистым и исправным", "чистым"), one,
            .edit("rental/1/ru.md", "чистым", "чистым и исправным"),
        ],
        "html-changed": [one, .edit(record, "sha256:6af8", "sha256:7af8")],
        "renderer-differs": [
            one, .edit(record, "sha256:6af8", "sha256:7af8"),
            .edit(record, MarkdownDocument.renderer, "libcmark 0.29.0"),
        ],
        "edition-changed-after-publication": [
            .edit("rental/1/edition.yaml", "2026-05-01", "2026-04-01"), one,
            .edit("rental/1/edition.yaml", "2026-04-01", "2026-05-01"),
        ],
        "policy-changed-since-publication": [
            .edit("rental/policy.yaml", "ТОО", "ИП"), one,
            .edit("rental/policy.yaml", "ИП", "ТОО"),
        ],
        "backdating-too-late": [
            one, two,
            .edit(
                newer,
                #""backdated": null"#,
                #""backdated": {"reason": "На бумаге.", "recordedAt": "2026-02-12T06:00:00Z"}"#
            ),
        ],
        "backdating-not-past": [
            .publish("rental", 1, second, at: first, backdated: "Условия висели в зале выдачи."),
            .edit(record, second, "2026-01-10T06:00:00Z"),
        ],
        "cancellation-without-publication": [one, two, cancelTwo, .remove(newer)],
        "cancelled-out-of-time": [
            one, two, cancelTwo,
            .edit("rental/2/cancellation.json", "2026-02-12T", "2026-02-25T"),
        ],
        "cancellation-of-other-publication": [
            one, two, cancelTwo, .remove(newer),
            .move("rental/2/cancellation.json", to: "kept.json"),
            .publish("rental", 2, "2026-02-11T06:00:00Z"),
            .move("kept.json", to: "rental/2/cancellation.json"),
        ],
        "repeal-without-edition": [
            one, .repeal("rental", second, effective: "on publication", ru: "Прокат закрыт."),
            .remove(record),
        ],
        "edition-after-repeal": [
            one, two,
            .repeal(
                "rental",
                "2026-02-20T06:00:00Z",
                effective: "2026-06-01",
                ru: "Прокат закрыт."
            ),
            .edit("rental/repeal.json", "2026-05-31T", "2026-03-24T"),
            .edit("rental/repeal.json", "2026-06-01", "2026-03-25"),
        ],
        "unknown-replacement": [
            one, .write("tools/policy.yaml", "title: {ru: Правила проката}\n"),
            .repeal(
                "rental",
                second,
                effective: "2026-03-01",
                ru: "Утверждены новые правила.",
                by: "tools"
            ),
            .remove("tools"),
        ],
        "shorter-notice": [.publish("pool", 1, first)],
    ]

    private static let cancelTwo = FixtureAct.cancel(
        "rental",
        2,
        "2026-02-12T06:00:00Z",
        reason: "Плата за просрочку пересматривается."
    )
}
