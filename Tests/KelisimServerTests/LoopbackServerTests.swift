import Foundation
import Kelisim
import KelisimTesting
import NIOCore
import Testing

@testable import KelisimServer

@Suite struct LoopbackServerTests {
    @Test func answersWithWhatItIsGiven() async throws {
        try await RunningServer.during { server in
            let page = try await server.ask("/")
            #expect(page.hasPrefix("HTTP/1.1 200 OK"))
            #expect(page.contains("Content-Type: text/html; charset=utf-8\r\n"))
            #expect(page.contains("Cache-Control: no-store\r\n"))
            #expect(page.contains("X-Content-Type-Options: nosniff\r\n"))
            #expect(page.contains("Cross-Origin-Resource-Policy: same-origin\r\n"))
            #expect(page.contains("Content-Security-Policy: default-src 'none'; style-src 'self';"))
            #expect(page.hasSuffix("\r\n\r\n<p>Бет"))
            let style = try await server.ask("/style.css")
            #expect(style.contains("Content-Type: text/css; charset=utf-8\r\n"))
        }
    }

    @Test func headIsTheAnswerWithoutItsBody() async throws {
        try await RunningServer.during { server in
            let head = try await server.ask("/", "--head")
            #expect(head.hasPrefix("HTTP/1.1 200 OK"))
            #expect(head.contains("Content-Length: 9\r\n"))
            #expect(head.hasSuffix("\r\n\r\n"))
            let events = try await server.ask("/.preview/events", "--head")
            #expect(events.contains("Content-Type: text/event-stream"))
        }
    }

    @Test func unknownPathsAreForTheCaller() async throws {
        try await RunningServer.during { server in
            let missing = try await server.ask("/kk/%D2%9B/")
            #expect(missing.hasPrefix("HTTP/1.1 404 Not Found"))
            #expect(missing.hasSuffix("<p>/kk/қ/"))
            for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"]
            {
                let answer = try await server.ask(path)
                #expect(answer.hasPrefix("HTTP/1.1 404"), "\(path)")
                #expect(!answer.contains("root:"), "\(path)")
            }
            #expect(try await server.ask("/%FF").hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test func nothingIsTaken() async throws {
        try await RunningServer.during { server in
            for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
                let answer = try await server.ask("/", "--request", method, "--data", "x")
                #expect(answer.hasPrefix("HTTP/1.1 405"), "\(method)")
                #expect(answer.contains("Allow: GET, HEAD\r\n"))
            }
        }
    }

    @Test func onlyNamesOfThisMachineAreAnswered() async throws {
        try await RunningServer.during { server in
            for host in ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"] {
                let answer = try await server.ask("/", "--header", "Host: \(host)")
                #expect(answer.hasPrefix("HTTP/1.1 200"), "\(host)")
            }
            let others = [
                "example.kz", "example.kz:8000", "localhost.example.kz", "127.0.0.1.example.kz",
                "localhost:8000.example.kz", "localhost:", "[::2]",
            ]
            for host in others {
                for path in ["/", "/.preview/events", "/.preview/reload.js"] {
                    let answer = try await server.ask(path, "--header", "Host: \(host)")
                    #expect(answer.hasPrefix("HTTP/1.1 421"), "\(host)")
                    #expect(!answer.contains("Бет"))
                }
            }
            // HTTP/1.0 needs no name.
            let none = try await server.ask("/", "--http1.0", "--header", "Host:")
            #expect(none.contains(" 421 "))
        }
    }

    @Test func otherMachinesReachNothing() async throws {
        let others = Host.current().addresses
            .filter { !$0.hasPrefix("127.") && $0.contains(".") }
        try await RunningServer.during { server in
            let port = try #require(URL(string: server.url)?.port)
            for address in others {
                let answer = try await RunningServer.curl([
                    "--silent", "--max-time", "5", "http://\(address):\(port)/",
                ])
                #expect(answer.status == 7, "\(address) can be connected to")
            }
        }
    }

    @Test func portInUseIsSaid() async throws {
        try await RunningServer.during { server in
            let port = try #require(URL(string: server.url)?.port)
            let second = LoopbackServer(port: UInt16(port), version: PreviewVersion("b2")) { path in
                PreviewAnswer(file: path, bytes: [])
            }
            await #expect(
                throws: Failure.impossible([
                    Finding(.portInUse, at: Place("127.0.0.1:\(port)"), ["port": String(port)])
                ])
            ) {
                try await second.run(endsOnSignals: false) { _ in }
            }
        }
    }

    @Test func portThatIsNotForEverybodyIsSaid() {
        let facts = ["port": "80", "reason": "Permission denied"]
        let error = IOError(errnoCode: EACCES, reason: "bind")
        #expect(
            LoopbackServer.failure(error, at: ListenAddress(port: 80))
                == .impossible([Finding(.cannotListen, at: Place("127.0.0.1:80"), facts)])
        )
    }

    @Test func contentTypesFollowTheName() {
        let types = [
            "a.html": "text/html; charset=utf-8", "text.md": "text/markdown; charset=utf-8",
            "feed.xml": "application/xml; charset=utf-8", "a.SVG": "image/svg+xml",
            "policies.json": "application/json; charset=utf-8",
            "a.js": "text/javascript; charset=utf-8",
            "a.woff2": "font/woff2", "a.b/none": "application/octet-stream",
        ]
        for (name, type) in types {
            #expect(FileType.contentType(of: name) == type)
        }
    }
}
