import Foundation
import KelisimTesting
import Testing

@testable import KelisimServer

/// One way in which a folder becomes other than it was.
struct Save: CustomTestStringConvertible, Sendable {
    let name: String
    let act: @Sendable (TemporaryFolder) throws -> Void

    var testDescription: String { name }

    static let all: [Save] = [
        Save(name: "write in place") { folder in
            let file = try #require(FileHandle(forWritingAtPath: folder.path("p/a/1/kk.md")))
            try file.write(contentsOf: Data("Жаңа".utf8))
            try file.close()
        },
        Save(name: "rename over") { folder in
            try folder.write("p/a/1/.kk.md.tmp", "Жаңа")
            rename(folder.path("p/a/1/.kk.md.tmp"), folder.path("p/a/1/kk.md"))
        },
        Save(name: "rename from outside") { folder in
            try folder.write("new.md", "Жаңа")
            rename(folder.path("new.md"), folder.path("p/a/1/kk.md"))
        },
        Save(name: "create") { try $0.write("p/a/1/ru.md", "Новый") },
        Save(name: "delete") { unlink($0.path("p/a/1/kk.md")) },
        Save(name: "touch") { folder in
            let times = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 0)]
            try FileManager.default.setAttributes(times, ofItemAtPath: folder.path("p/a/1/kk.md"))
        },
        Save(name: "new folders") { try $0.write("p/b/1/deep/er/kk.md", "Жаңа") },
        Save(name: "move a folder away") { rename($0.path("p/a/1"), $0.path("gone")) },
        Save(name: "delete the watched folder") { folder in
            try FileManager.default.removeItem(atPath: folder.path("p"))
        },
        Save(name: "move the watched folder away") { rename($0.path("p"), $0.path("gone")) },
        Save(name: "move a folder above it away") { rename($0.path("s"), $0.path("gone")) },
        Save(name: "create a watched folder that was not there") { folder in
            try folder.write("s/site/templates/a.mustache", "")
        },
    ]
}

@Suite struct FolderWatchTests {
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("p/a/1/kk.md", "Мәтін")
        try folder.write("s/other", "")
        try folder.write("s/site/x", "")
        try FileManager.default.removeItem(atPath: folder.path("s/site"))
        return folder
    }

    private static func watch(_ folder: TemporaryFolder, looksOnly: Bool = false) -> FolderWatch {
        FolderWatch([folder.path("p"), folder.path("s/site")], looksOnly: looksOnly)
    }

    /// The next change, and how long it took; nil when there is none within `limit`.
    private static func next(
        _ changes: AsyncStream<FolderWatch.Change>,
        within limit: Duration = .seconds(10)
    ) async -> (change: FolderWatch.Change, time: Duration)? {
        let start = ContinuousClock.now
        return await withTaskGroup(of: FolderWatch.Change?.self) { group in
            group.addTask { await changes.first { _ in true } }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = await group.next(), let change = first else { return nil }
            return (change, ContinuousClock.now - start)
        }
    }

    @Test(arguments: Save.all, [false, true]) func noticesEverySave(
        save: Save,
        looksOnly: Bool
    ) async throws {
        // Nobody is above a folder that is not there, for who only looks.
        if looksOnly, save.name == "move a folder above it away" { return }
        let folder = try Self.folder()
        let changes = try Self.watch(folder, looksOnly: looksOnly).changes()
        try save.act(folder)
        let (change, time) = try #require(await Self.next(changes))
        #expect(change.warning == nil)
        print("\(save.name)\(looksOnly ? ", looking" : ""): noticed after \(time)")
    }

    @Test func noticesWhatHappensInFoldersThatCameLater() async throws {
        let folder = try Self.folder()
        let watch = Self.watch(folder)
        // One stream for each, as a stream ends with its reader; the watch stays the same value.
        for step in 0..<3 {
            let changes = try watch.changes()
            switch step {
            case 0: try folder.write("p/b/2/kk.md", "Жаңа")
            case 1: try folder.write("p/b/2/kk.md", "Тағы")
            default: try FileManager.default.removeItem(atPath: folder.path("p/b"))
            }
            #expect(await Self.next(changes) != nil, "step \(step)")
        }
    }

    @Test func theWatchedFolderMayComeBack() async throws {
        let folder = try Self.folder()
        let changes = try Self.watch(folder).changes()
        let (heard, tell) = AsyncStream.makeStream(of: Void.self)
        let listener = Task {
            for await _ in changes { tell.yield() }
            tell.finish()
        }
        var iterator = heard.makeAsyncIterator()
        try FileManager.default.removeItem(atPath: folder.path("p"))
        await iterator.next()
        try folder.write("p/a/1/kk.md", "Мәтін")
        await iterator.next()
        try await Task.sleep(for: .milliseconds(300))
        try folder.write("p/a/1/kk.md", "Жаңа мәтін")
        await iterator.next()
        listener.cancel()
        await listener.value
        #expect(await iterator.next() == nil)
    }

    @Test(arguments: [false, true]) func nothingIsSaidOfOtherFiles(looksOnly: Bool) async throws {
        let folder = try Self.folder()
        try folder.write("p/.git/HEAD", "")
        let changes = try Self.watch(folder, looksOnly: looksOnly).changes()
        try folder.write("q/kk.md", "Басқа")
        try folder.write("s/other", "Басқа")
        try folder.write("p/.git/index", "")
        _ = try folder.read("p/a/1/kk.md")
        #expect(await Self.next(changes, within: .milliseconds(700)) == nil)
    }

    @Test func manySavesAreOneChange() async throws {
        let folder = try Self.folder()
        let changes = try Self.watch(folder).changes()
        for number in 0..<500 { try folder.write("p/a/\(number)/kk.md", "\(number)") }
        try await Task.sleep(for: .milliseconds(500))
        #expect(await Self.next(changes) != nil)
    }

    @Test func linksThatLeadInCirclesAreNotFollowed() async throws {
        let folder = try Self.folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("p/a/loop"),
            withDestinationPath: ".."
        )
        let changes = try Self.watch(folder).changes()
        try folder.write("p/a/1/kk.md", "Жаңа")
        #expect(await Self.next(changes) != nil)
        #expect(FolderSnapshot(of: [folder.path("p")]) == FolderSnapshot(of: [folder.path("p")]))
    }
}
