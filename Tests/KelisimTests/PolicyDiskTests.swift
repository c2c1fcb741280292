import Foundation
import Testing

@testable import Kelisim

/// A small file system in memory at a folder of its own.
private final class SmallDisk: Sendable {
    let path: String

    /// Mounts it, or gives nil where mounting is not allowed.
    init?(size: String) throws {
        path = "\(NSTemporaryDirectory())/kelisim-disk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(size)") == 0 else {
            rmdir(path)
            return nil
        }
    }

    func makeReadOnly() -> Bool {
        mount("none", path, nil, UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}

@Suite struct PolicyDiskTests {
    private typealias Fixture = PolicyFixture

    private func impossible(_ act: () throws(Failure) -> some Any) -> [String]? {
        do throws(Failure) {
            _ = try act()
            return nil
        } catch {
            guard case .impossible(let findings) = error else { return ["refused"] }
            return findings.map(\.code.name)
        }
    }

    @Test func aFullDiskChangesNothing() throws {
        guard let disk = try SmallDisk(size: "128k") else { return }
        let repository = try TemporaryRepository(Fixture.draft, in: disk.path)
        var filler = [UInt8](repeating: 0, count: 1 << 20)
        var name = 0
        while !filler.isEmpty {
            name += 1
            if (try? repository.write(filler, to: ".filler/\(name)")) == nil {
                try? repository.remove(".filler/\(name)")
                filler.removeLast((filler.count + 1) / 2)
            }
        }
        let before = repository.snapshot()
        let codes = impossible { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes == ["disk-full"])
        #expect(repository.snapshot() == before)
    }

    @Test func aFullDiskLeavesNoHalfEdition() throws {
        guard let disk = try SmallDisk(size: "192k") else { return }
        let repository = try TemporaryRepository(Fixture.draft, in: disk.path)
        for (language, line) in [("kk", "Бір жол мәтін.\n"), ("ru", "Одна строка текста.\n")] {
            let long = "# Т\n\n" + String(repeating: line, count: 1500)
            try repository.write(long, to: "privacy/1/\(language).md")
        }
        _ = try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        let before = repository.snapshot()
        let codes = impossible { () throws(Failure) in
            try repository.writer.new("privacy", now: Fixture.now)
        }
        #expect(codes == ["disk-full"])
        #expect(repository.snapshot() == before)
    }

    @Test func aReadOnlyFolderChangesNothing() throws {
        guard let disk = try SmallDisk(size: "1m") else { return }
        let repository = try TemporaryRepository(Fixture.draft, in: disk.path)
        guard disk.makeReadOnly() else { return }
        let before = repository.snapshot()
        let codes = impossible { () throws(Failure) in
            try repository.writer.publish("privacy", edition: 1, now: Fixture.now)
        }
        #expect(codes == ["cannot-write"])
        #expect(repository.snapshot() == before)
        let dry = try repository.writer.publish(
            "privacy",
            edition: 1,
            now: Fixture.now,
            dryRun: true
        )
        #expect(dry.record.edition == 1)
    }

    @Test func existingFilesAreKept() throws {
        let repository = try TemporaryRepository(["a/b": "old"])
        do throws(SystemError) {
            try DurableFile.write([1], to: repository.path("a/b"), existing: .kept)
            Issue.record("should not be written")
        } catch {
            #expect(error.code == EEXIST)
        }
        do throws(SystemError) {
            try DurableFile.createFolder(repository.path("a"), files: [(name: "c", bytes: [])])
            Issue.record("should not be created")
        } catch {
            #expect(error.code == EEXIST)
        }
        #expect(try repository.text("a/b") == "old")
        try DurableFile.write(Array("new".utf8), to: repository.path("a/b"), existing: .replaced)
        #expect(try repository.text("a/b") == "new")
        #expect(Set(repository.snapshot().keys) == ["a", "a/b"])
    }

    @Test func aFileIsReadUpToItsLimit() throws {
        let repository = try TemporaryRepository(["f": String(repeating: "x", count: 200_000)])
        #expect(try DurableFile.read(repository.path("f"), limit: 200_000).count == 200_000)
        #expect(try DurableFile.read(repository.path("f"), limit: 199_999).count == 200_000)
        #expect(try DurableFile.read(repository.path("f"), limit: 10).count == 11)
    }

    @Test func aLockIsHeldByOneAtATime() async throws {
        let repository = try TemporaryRepository(["count": "0"])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<20 {
                        try? FolderLock(repository.root)
                            .holding {
                                let count = Int((try? repository.text("count")) ?? "") ?? -1
                                try? repository.write("\(count + 1)", to: "count")
                            }
                    }
                }
            }
        }
        #expect(try repository.text("count") == "160")
    }
}
