import Foundation
import KelisimTesting
import Testing

/// The site as the service gives it, asked for by curl.
struct ServedSiteTests {
    private let sandbox: Sandbox
    private let service: RunningService

    init() throws {
        sandbox = try Sandbox()
        // A policy that is only a draft is nobody's business.
        try sandbox.folder.copy(sandbox.folder.path("policies/terms"), to: "policies/later")
        try sandbox.kelisim("publish", "terms", "1")
        try sandbox.publishSecond(effective: "on publication")
        service = try RunningService(in: sandbox.folder)
    }

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'"

    @Test func everyFileIsTheOneThatABuildWrites() throws {
        let built = try sandbox.kelisim(
            "build",
            "--output",
            "built",
            "--base-url",
            RunningService.baseURL
        )
        try #require(built.status == 0, "\(built.errors)")
        let files = try FileManager.default.subpathsOfDirectory(
            atPath: sandbox.folder.path("built")
        )
        var count = 0
        for file in files {
            let path = sandbox.folder.path("built/\(file)")
            guard !file.hasPrefix("."), let data = try? Data(contentsOf: URL(fileURLWithPath: path))
            else { continue }
            let bytes = Array(data)
            let answer = try service.ask("/\(file)")
            #expect(answer.status == 200 && answer.body == bytes, "\(file)")
            #expect(answer.fields["content-security-policy"] != nil, "\(file)")
            #expect(answer.fields["x-content-type-options"] == "nosniff")
            #expect(answer.fields["referrer-policy"] == "no-referrer")
            let packed = try service.ask("/\(file)", "--compressed")
            #expect(packed.body == bytes, "\(file), compressed")
            if file.hasSuffix("index.html") {
                #expect(try service.ask("/\(file.dropLast(10))").body == bytes, "\(file)")
            }
            count += 1
        }
        #expect(count > 25)
        #expect(files.contains("manifest.json") && files.contains { $0.hasSuffix(".xlsx") })
    }

    @Test func anAnswerSaysHowLongItHolds() throws {
        let page = try service.ask("/kk/terms/1/")
        #expect(page.fields["cache-control"] == "no-cache")
        #expect(page.fields["content-type"] == "text/html; charset=utf-8")
        #expect(page.fields["content-security-policy"] == Self.policy)
        let text = try service.ask("/kk/terms/1/text.md")
        #expect(text.fields["cache-control"] == "public, max-age=31536000, immutable")
        #expect(text.fields["content-type"] == "text/markdown; charset=utf-8")
        #expect(try service.ask("/policies.json").fields["cache-control"] == "no-cache")
        #expect(try service.ask("/kk/terms/").fields["cache-control"] == "no-cache")

        let kept = try service.ask("/kk/terms/1/terms-kk.html")
        let own = try #require(kept.text.firstMatch(of: /'sha256-[^']+'/)?.0)
        #expect(
            kept.fields["content-security-policy"]
                == Self.policy.replacing("style-src 'self'", with: "style-src \(own)")
        )
    }

    @Test func whatIsKnownIsNotSentAgain() throws {
        for coding in ["identity", "gzip"] {
            let asking = "Accept-Encoding: \(coding)"
            let page = try service.ask("/ru/terms/", "--header", asking)
            let tag = try #require(page.fields["etag"])
            let again = try service.ask(
                "/ru/terms/",
                "--header",
                asking,
                "--header",
                "If-None-Match: \"other\", W/\(tag)"
            )
            #expect(again.status == 304 && again.body.isEmpty)
            #expect(again.fields["etag"] == tag && again.fields["content-length"] == nil)
            #expect(again.fields["vary"] == page.fields["vary"])
            #expect(again.fields["cache-control"] == "no-cache")
            let other = try service.ask("/ru/terms/", "--header", "If-None-Match: \"other\"")
            #expect(other.status == 200)
        }
        let failed = try service.ask("/ru/terms/", "--header", "If-Match: \"other\"")
        #expect(failed.status == 412)
    }

    @Test func aPageIsCompressedForThoseWhoTakeIt() throws {
        let plain = try service.ask("/kk/terms/")
        #expect(plain.fields["content-encoding"] == nil)
        #expect(plain.fields["vary"]?.contains("Accept-Encoding") == true)
        let packed = try service.ask("/kk/terms/", "--header", "Accept-Encoding: br, gzip;q=0.5")
        #expect(packed.fields["content-encoding"] == "gzip")
        #expect(packed.fields["etag"] != plain.fields["etag"])
        #expect(packed.body.count < plain.body.count / 2)
        for refusal in ["gzip;q=0", "identity", "gzip;q=0, *"] {
            let answer = try service.ask("/kk/terms/", "--header", "Accept-Encoding: \(refusal)")
            #expect(answer.fields["content-encoding"] == nil, "\(refusal)")
        }
        let head = try service.ask("/kk/terms/", "--head", "--header", "Accept-Encoding: gzip")
        #expect(head.fields["content-length"] == String(packed.body.count))
    }

    @Test func partsAreSent() throws {
        let path = "/kk/terms/1/terms-kk.html"
        let whole = try service.ask(path)
        let size = whole.body.count
        for (range, part) in [
            "0-9": 0..<10, "5-": 5..<size, "-7": (size - 7)..<size,
            "10-99999999999999999999": 10..<size,
        ] {
            let answer = try service.ask(path, "--header", "Range: bytes=\(range)")
            #expect(answer.status == 206, "\(range)")
            #expect(answer.body[...] == whole.body[part], "\(range)")
            #expect(
                answer.fields["content-range"]
                    == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            )
        }
        for range in ["\(size)-", "-0"] {
            let answer = try service.ask(path, "--header", "Range: bytes=\(range)")
            #expect(answer.status == 416 && answer.fields["content-range"] == "bytes */\(size)")
        }
        for range in ["bytes=5-1", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=-"] {
            let answer = try service.ask(path, "--header", "Range: \(range)")
            #expect(answer.status == 200 && answer.body == whole.body, "\(range)")
        }
        let tag = try #require(whole.fields["etag"])
        for (condition, status) in [tag: 206, "\"other\"": 200] {
            let fields = ["--header", "Range: bytes=0-9", "--header", "If-Range: \(condition)"]
            let answer = try service.ask(path, fields[0], fields[1], fields[2], fields[3])
            #expect(answer.status == status)
        }
    }

    @Test func addressesLeadToThePage() throws {
        for (path, target) in [
            "/kk": "./kk/", "/kk/terms": "./terms/", "/kk/terms/1?a=b": "./1/?a=b",
            "/terms": "./terms/",
        ] {
            let answer = try service.ask(path)
            #expect(answer.status == 301 && answer.fields["location"] == target, "\(path)")
        }
        #expect(try service.ask("/kk/%74erms/?query").body == service.ask("/kk/terms/").body)
        for (wish, language) in ["ru": "ru", "de, kk;q=0.5, ru;q=0.4": "kk", "de": "kk"] {
            let answer = try service.ask("/terms/", "--header", "Accept-Language: \(wish)")
            #expect(answer.status == 302)
            #expect(answer.fields["location"] == "../\(language)/terms/")
            #expect(answer.fields["vary"]?.contains("Accept-Language") == true)
        }
        let page = try service.ask("/terms/", "--location", "--header", "Accept-Language: ru")
        #expect(page.status == 200 && page.text.contains("60 дней"))
    }

    @Test func whatIsNotThereIsSaid() throws {
        for path in [
            "/kk/terms/9/", "/nothing/", "/later/", "/later", "/kk/later/1/text.md",
            "/kk/terms/1/timemap", "/../kelisim.yaml", "/%2e%2e/kelisim.yaml",
        ] {
            let browser = try service.ask(path, "--path-as-is", "--header", "Accept: text/html,*/*")
            #expect(browser.status == 404, "\(path)")
            #expect(browser.body == (try service.ask("/404.html").body))
            #expect(browser.fields["content-security-policy"] == Self.policy)
            let program = try service.ask(path, "--path-as-is")
            #expect(program.status == 404)
            #expect(program.fields["content-type"] == "application/problem+json")
        }
        let call = try service.ask("/v1/nothing", "--header", "Accept: text/html")
        #expect(call.status == 404)
        #expect(call.fields["content-type"] == "application/problem+json")
        let written = try service.ask("/kk/terms/", "--data", "x")
        #expect(written.status == 405 && written.fields["allow"] == "GET, HEAD")
    }
}
