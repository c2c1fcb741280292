import Foundation
import KelisimTesting
import Testing

@testable import KelisimLog

/// What verifiers that nobody here wrote say of logs that Kelisim wrote.
struct LogJudgeTests {
    @Test func logsOfEverySizeHold() throws {
        let folder = try TemporaryFolder()
        let sizes = [0, 1, 255, 256, 257, 70_000]
        for size in sizes { try SampleLog(size).write("\(size)", in: folder) }
        for judge in LogJudge.allCases {
            let verdicts = try judge.verdicts(sizes.map(String.init), in: folder)
            for size in sizes {
                #expect(verdicts["\(size)"] == "ok", "\(judge), \(size) entries")
            }
        }
    }

    /// Something that is done to the copy of a log, and whether it can be seen from the entries alone.
    private struct Tampering: Sendable {
        let description: String
        let touchesEntries: Bool
        let apply: @Sendable (TemporaryFolder, String) throws -> Void

        init(
            _ description: String,
            touchesEntries: Bool = false,
            apply: @escaping @Sendable (TemporaryFolder, String) throws -> Void
        ) {
            self.description = description
            self.touchesEntries = touchesEntries
            self.apply = apply
        }

        /// One that changes the bytes of a file.
        static func bytes(
            _ description: String,
            of file: String,
            touchesEntries: Bool = false,
            _ change: @escaping @Sendable (inout [UInt8]) -> Void
        ) -> Tampering {
            Tampering(description, touchesEntries: touchesEntries) { folder, log in
                let path = "\(log)/\(file)"
                let original = try [UInt8](Data(contentsOf: URL(filePath: folder.path(path))))
                var bytes = original
                change(&bytes)
                #expect(bytes != original, "\(description) changed nothing")
                try folder.write(path, bytes: bytes)
            }
        }

        /// One that changes the lines of a file.
        static func lines(
            _ description: String,
            of file: String,
            touchesEntries: Bool = false,
            _ change: @escaping @Sendable (inout [String]) -> Void
        ) -> Tampering {
            bytes(description, of: file, touchesEntries: touchesEntries) { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                var lines = text.components(separatedBy: "\n")
                change(&lines)
                bytes = Array(lines.joined(separator: "\n").utf8)
            }
        }
    }

    private static let otherRoot = "W4iWTe5IP2iP2WHD7rAjX5krcLi32V0mEkaIgPV48Zo="
    private static let otherHash = "Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="
    private static let proof = "proofs/100.tlog-proof"

    private static let tamperings: [Tampering] = [
        .lines("another size", of: "checkpoint", touchesEntries: true) { $0[1] = "256" },
        .lines("another root", of: "checkpoint", touchesEntries: true) { $0[2] = otherRoot },
        .lines("another origin", of: "checkpoint") { $0[0] += "2" },
        .lines("a signature flipped", of: "checkpoint") { lines in
            let place = lines[4].index(lines[4].endIndex, offsetBy: -20)
            lines[4].replaceSubrange(place...place, with: lines[4][place] == "A" ? "B" : "A")
        },
        .lines("no signature of the log", of: "checkpoint") { $0.remove(at: 4) },
        .lines("another key", of: "keys") { lines in
            let other = NoteSigner(name: SampleLog.origin, seed: Array(7..<39))
            lines[0] = other?.verifierKey.description ?? ""
        },
        .bytes("a leaf hash flipped", of: "tile/0/000") { $0[5 * 32 + 7] ^= 4 },
        .bytes("a leaf hash of a partial tile flipped", of: "tile/0/001.p/1") { $0[31] ^= 1 },
        .bytes("an upper hash flipped", of: "tile/1/000.p/1") { $0[0] ^= 128 },
        .bytes("a tile cut", of: "tile/0/000") { $0.removeLast(32) },
        .bytes("a tile cut within a hash", of: "tile/0/000") { $0.removeLast() },
        .bytes("a hash dropped", of: "tile/0/000") { $0.removeSubrange(32..<64) },
        .bytes("two hashes swapped", of: "tile/0/000") { bytes in
            bytes.swapAt(64, 96)
            bytes.swapAt(65, 97)
        },
        .bytes("an empty tile", of: "tile/0/000") { $0 = [] },
        .bytes("an entry flipped", of: "tile/entries/000", touchesEntries: true) {
            $0[9] ^= 1
        },
        .bytes("a bundle cut", of: "tile/entries/000", touchesEntries: true) {
            $0.removeLast()
        },
        .bytes("an entry dropped", of: "tile/entries/000", touchesEntries: true) {
            $0.removeFirst(2 + SampleLog.entry(0).count)
        },
        .bytes("two entries swapped", of: "tile/entries/000", touchesEntries: true) { bytes in
            let length = 2 + SampleLog.entry(0).count
            bytes = Array(bytes[length..<2 * length] + bytes[..<length] + bytes[(2 * length)...])
        },
        .lines("a hash of a proof changed", of: proof) { $0[2] = otherHash },
        .lines("a hash of a proof dropped", of: proof) { $0.remove(at: 4) },
        .lines("the last hash of a proof dropped", of: proof) { $0.remove(at: 10) },
        .lines("a hash of a proof doubled", of: proof) { $0.insert($0[4], at: 4) },
        .lines("two hashes of a proof swapped", of: proof) { $0.swapAt(4, 5) },
        .lines("a proof of the neighbour", of: proof) { $0[1] = "index 101" },
        .lines("a proof of nothing", of: proof) { $0[1] = "index 257" },
        .lines("a proof with another checkpoint", of: proof) { lines in
            lines[13] = "256"
        },
        .lines("a hash of growth changed", of: "grown/100") { $0[1] = otherHash },
        .lines("a hash of growth dropped", of: "grown/100") { $0.remove(at: 0) },
        .lines("a hash of growth doubled", of: "grown/100") { $0.insert($0[2], at: 2) },
        Tampering("a proof of another growth") { folder, log in
            let hashes = try folder.read("\(log)/grown/64").components(separatedBy: "\n\n")[0]
            let note = try SampleLog(257).checkpoint(100)
            try folder.write("\(log)/grown/100", "\(hashes)\n\n\(note)")
        },
        Tampering("a log that signs the root of another", touchesEntries: true) { folder, log in
            var sample = try SampleLog(257)
            sample.pretend(Digest(base64: otherRoot))
            try folder.write("\(log)/checkpoint", try sample.checkpoint(257).description)
            for index in 0..<257 {
                let proof = try sample.proof(index)
                try folder.write("\(log)/proofs/\(index).tlog-proof", proof.description)
            }
        },
    ]

    @Test func noTamperedCopyHolds() throws {
        let folder = try TemporaryFolder()
        try SampleLog(257).write("log", in: folder)
        for (number, tampering) in Self.tamperings.enumerated() {
            try folder.copy(folder.path("log"), to: "\(number)")
            try tampering.apply(folder, "\(number)")
        }
        for judge in LogJudge.allCases {
            let names = Self.tamperings.indices.map(String.init)
            let verdicts = try judge.verdicts(names + ["log"], in: folder)
            #expect(verdicts["log"] == "ok")
            for (number, tampering) in Self.tamperings.enumerated()
            where judge != .pymerkle || tampering.touchesEntries {
                let verdict = try #require(verdicts["\(number)"])
                #expect(verdict != "ok", "\(judge), \(tampering.description)")
            }
        }
    }
}
