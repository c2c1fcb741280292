import Foundation
import KelisimTesting
import Testing

@testable import KelisimServer

@Suite struct ReloadTests {
    @Test func openPagesHearOfChangesOnly() async throws {
        try await RunningServer.during { server in
            let folder = try TemporaryFolder()
            let process = try server.readEvents(into: folder.path("events"))
            defer { kill(process.processIdentifier, SIGKILL) }
            func hears(_ events: String) async throws -> Duration? {
                try await waited { (try? folder.read("events"))?.hasSuffix(events) ?? false }
            }
            let first = "\r\n\r\nretry: 500\ndata: a1\n\n"
            #expect(try await hears(first) != nil)
            #expect(try folder.read("events").contains("Content-Type: text/event-stream\r\n"))
            await server.version.announce("a1")
            await server.version.announce("b2")
            let time = try await hears(first + "retry: 500\ndata: b2\n\n")
            print("from the announcement to the page: \(try #require(time))")
            await server.version.announce("b2")
            await server.version.announce("c3")
            #expect(
                try await hears(first + "retry: 500\ndata: b2\n\nretry: 500\ndata: c3\n\n") != nil
            )
        }
    }

    @Test func endsWhileAPageListens() async throws {
        let folder = try TemporaryFolder()
        let (processes, started) = AsyncStream.makeStream(of: Process.self)
        try await RunningServer.during { server in
            let process = try server.readEvents(into: folder.path("events"))
            started.yield(process)
            let heard = try await waited { (try? folder.read("events"))?.contains("a1") ?? false }
            #expect(heard != nil)
        }
        // The server has returned, which it does only when every connection is closed.
        for await process in processes {
            let ended = try await waited { !process.isRunning }
            #expect(ended != nil)
            kill(process.processIdentifier, SIGKILL)
            break
        }
    }

    @Test func aPageThatGoesAwayIsForgotten() async throws {
        try await RunningServer.during { server in
            let folder = try TemporaryFolder()
            let process = try server.readEvents(into: folder.path("events"))
            defer { kill(process.processIdentifier, SIGKILL) }
            #expect(try await waited { await server.version.listenerCount == 1 } != nil)
            kill(process.processIdentifier, SIGKILL)
            #expect(try await waited { await server.version.listenerCount == 0 } != nil)
        }
    }

    @Test func theScriptNamesTheVersionOfItsPage() async throws {
        try await RunningServer.during { server in
            let element = LoopbackServer.scriptElement(version: "a1")
            let path = try #require(element.firstMatch(of: /src="([^"]+)"/)?.1)
            let script = try await server.ask(String(path))
            #expect(script.contains("Content-Type: text/javascript; charset=utf-8\r\n"))
            #expect(script.contains("EventSource(\"/.preview/events\")"))
        }
    }
}
