import Foundation
import GRDB
import Kelisim
import KelisimLog
import KelisimTesting
import Testing

@testable import KelisimSQLite

@Suite struct DiskTests {
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

        deinit {
            umount2(path, Int32(MNT_DETACH))
            rmdir(path)
        }
    }

    @Test func aFullDiskStopsNothingForGood() async throws {
        guard let disk = try SmallDisk(size: "2m") else { return }
        let clock = ManualClock(RegistryRoom.morning)
        var options = SQLiteRegistry.Options()
        options.clock = { clock.now }
        options.onFatal = { Issue.record("fatal: \($0)") }
        let registry = try SQLiteRegistry(path: "\(disk.path)/kelisim.db", options: options)
        let room = RegistryRoom(registry, clock)
        _ = try await room.published()
        var recorded: [Answer.Recorded] = []
        // Until the disk is full.
        let filler = "\(disk.path)/filler"
        try Data(count: 1 << 20).write(to: URL(fileURLWithPath: filler))
        var failure: RegistryError?
        while failure == nil, recorded.count < 20_000 {
            do {
                recorded.append(try await room.decide(of: "u-\(recorded.count)"))
            } catch let error as RegistryError {
                failure = error
            }
        }
        guard case .unavailable = failure else {
            Issue.record("\(String(describing: failure)) after \(recorded.count)")
            return
        }
        let size = registry.head().size
        #expect(size == UInt64(recorded.count) + 1)
        await #expect(throws: RegistryError.self) { try await room.decide(of: "u-more") }
        // Nothing that was answered is lost, and reading goes on.
        #expect(try await room.rows().count == Int(size))
        // There is space again.
        try FileManager.default.removeItem(atPath: filler)
        #expect(try await room.decide(of: "u-more").index == size)
        #expect(try await registry.check().isEmpty)
        await registry.close()
        let next = try SQLiteRegistry(path: "\(disk.path)/kelisim.db", options: options)
        for answer in recorded {
            #expect(try next.entry(of: answer.decision.id)?.leafHash == answer.leafHash)
        }
        await next.close()
    }

    @Test func aBackupThatFindsNoSpaceLeavesNothing() async throws {
        guard let disk = try SmallDisk(size: "64k") else { return }
        let place = try RegistryFolder()
        let registry = try place.open()
        let room = place.room(registry)
        _ = try await room.published()
        for number in 1...200 { try await room.decide(of: "u-\(number)") }
        await #expect(throws: RegistryError.self) {
            try await registry.backup(to: "\(disk.path)/copy.db")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
        await registry.close()
    }

    @Test func errorsOfTheDiskAreToldFromLackOfSpace() {
        let kinds: [(ResultCode, isDisk: Bool, isSpace: Bool)] = [
            (.SQLITE_IOERR_FSYNC, true, false), (.SQLITE_IOERR_WRITE, true, false),
            (.SQLITE_IOERR_READ, true, false), (.SQLITE_IOERR, true, false),
            (.SQLITE_IOERR_SHMSIZE, false, true), (.SQLITE_FULL, false, true),
            (.SQLITE_BUSY, false, false), (.SQLITE_CORRUPT, false, false),
        ]
        for (code, isDisk, isSpace) in kinds {
            let error = DatabaseError(resultCode: code)
            #expect(error.isOfDisk == isDisk, "\(code)")
            #expect(error.isOfSpace == isSpace, "\(code)")
        }
    }
}
