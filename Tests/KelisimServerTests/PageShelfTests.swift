import Kelisim
import KelisimLog
import NIOCore
import Synchronization
import Testing

@testable import KelisimServer

struct PageShelfTests {
    /// How often each file was made.
    private final class Count: Sendable {
        private let made = Mutex<[String: Int]>([:])

        func add(_ path: String) { made.withLock { $0[path, default: 0] += 1 } }
        var all: [String: Int] { made.withLock { $0 } }
    }

    private let count = Count()

    /// A site of `files`: their paths with the keys that their bytes follow from.
    private func site(_ files: [String: String], size: Int = 10) -> SitePages {
        let made = files.map { [count] path, key in
            let file = SitePages.File(key: key, isPermanent: false) { () throws(Failure) in
                count.add(path)
                return Array(String(repeating: key, count: size).utf8)
            }
            return (path, file)
        }
        return SitePages(
            files: Dictionary(uniqueKeysWithValues: made),
            languages: [],
            baseURL: "https://example.kz/",
            instant: .now
        ) { digests in
            Array(
                digests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined().utf8
            )
        }
    }

    private func text(_ page: ReadyPage) -> String { String(buffer: page.content.plain) }

    @Test func aFileIsMadeOnceHoweverManyAskForIt() async throws {
        let shelf = PageShelf(site(["a.html": "a"]), [])
        try await withThrowingTaskGroup { group in
            for _ in 1...50 { group.addTask { try await shelf.page(at: "a.html") } }
            for try await page in group { #expect(text(page) == "aaaaaaaaaa") }
        }
        #expect(count.all == ["a.html": 1])
    }

    @Test func whatIsReadyStaysWithinItsBounds() async throws {
        let names = (0..<40).map { "\($0).bin" }
        let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "x") })
        let shelf = PageShelf(site(files, size: 100), [], capacity: 1000)
        for name in names + names.reversed() {
            let page = try await shelf.page(at: name)
            shelf.remember(page, askedAt: "/\(name)")
            #expect(text(page).count == 100)
            #expect(shelf.size <= 1000)
        }
        #expect(shelf.page(askedAt: "/0.bin") != nil)
        #expect(names.count { shelf.page(askedAt: "/\($0)") != nil } <= 10)
    }

    @Test func anotherLibraryTakesOverWhatIsTheSame() async throws {
        let old = PageShelf(site(["a.html": "a", "b.html": "b", "c.html": "c"]), [])
        for path in ["a.html", "b.html", "c.html", "manifest.json"] {
            old.remember(try await old.page(at: path), askedAt: "/\(path)")
        }
        let new = PageShelf(site(["a.html": "a", "b.html": "other", "d.html": "d"]), [])
        new.take(from: old)
        #expect(new.page(askedAt: "/b.html") == nil, "an address is looked up anew")
        #expect(text(try await new.page(at: "a.html")) == "aaaaaaaaaa")
        #expect(text(try await new.page(at: "b.html")).hasPrefix("other"))
        #expect(!new.has("c.html") && new.has("d.html"))
        #expect(count.all == ["a.html": 1, "b.html": 2, "c.html": 1])

        let manifest = text(try await new.page(at: "manifest.json"))
        let digest = Digest(of: "aaaaaaaaaa".utf8)
        #expect(manifest.split(separator: "\n").count == 3)
        #expect(manifest.hasPrefix("a.html \(digest)\n"))
        #expect(count.all == ["a.html": 1, "b.html": 2, "c.html": 1, "d.html": 1])
    }

    @Test func aNameWithItsDigestHoldsForEver() async throws {
        let digest = Digest(of: "aaaaaaaaaa".utf8).hex
        let names = [
            "static/style.\(digest.prefix(10)).css": true, "static/\(digest).js": true,
            "static/style.\(digest.prefix(7)).css": false, "static/style.0123456789.css": false,
            "other/style.\(digest.prefix(10)).css": false,
        ]
        let shelf = PageShelf(site(names.mapValues { _ in "a" }), [])
        for (name, isPermanent) in names {
            let caching = try await shelf.page(at: name).caching
            #expect(
                caching == (isPermanent ? "public, max-age=31536000, immutable" : "no-cache"),
                "\(name)"
            )
        }
    }
}
