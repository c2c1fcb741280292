import KelisimTesting
import Testing

@testable import KelisimLog

/// Checkpoints as texts.
struct CheckpointTests {
    private static let root = MerkleHash.emptyTree

    @Test(arguments: [0, 1, 20_852_163, UInt64.max])
    func aCheckpointIsReadAsItIsWritten(size: UInt64) throws {
        let checkpoint = try #require(
            Checkpoint(origin: "log.example", size: size, root: Self.root)
        )
        #expect(checkpoint.body == "log.example\n\(size)\n\(Self.root.base64)\n")
        #expect(Checkpoint(body: checkpoint.body) == checkpoint)
    }

    @Test func linesOfOtherLogsAreKept() throws {
        let body = "Journal № 1\n5\n\(Self.root.base64)\nsomething\nmore +\n"
        let checkpoint = try #require(Checkpoint(body: body))
        #expect(checkpoint.origin == "Journal № 1")
        #expect(checkpoint.extensions == ["something", "more +"])
        #expect(checkpoint.body == body)
    }

    @Test func otherTextsAreNotRead() {
        let root = Self.root.base64
        let bad = [
            "", "\n", "log\n5\n", "log\n5\n\(root)", "\n5\n\(root)\n", "log\n\n\(root)\n",
            "log\n05\n\(root)\n", "log\n+5\n\(root)\n", "log\n-5\n\(root)\n", "log\n5 \n\(root)\n",
            "log\n18446744073709551616\n\(root)\n", "log\n5\n\(root.dropLast())\n",
            "log\n5\n\(root)=\n", "log\n5\n \(root)\n", "log\n5\n\(root.dropLast(2))V=\n",
            "log\n5\n\(Base64.encode(Self.root.bytes + [0]))\n", "log\n5\n\(Self.root.hex)\n",
            "log\n5\n\(root)\n\n", "log\n5\n\(root)\nx\n\n", "log\n5\n\n\(root)\n",
            "l\tog\n5\n\(root)\n", "log\r\n5\n\(root)\n", "log\n5\n\(root)\r\n",
        ]
        for body in bad { #expect(Checkpoint(body: body) == nil, "\(body.debugDescription)") }
        #expect(Checkpoint(origin: "", size: 0, root: Self.root) == nil)
        #expect(Checkpoint(origin: "a\nb", size: 0, root: Self.root) == nil)
        #expect(Checkpoint(origin: "a", size: 0, root: Self.root, extensions: [""]) == nil)
    }

    /// A text that differs is no checkpoint or another one.
    @Test func noMangledCheckpointIsTheSame() throws {
        let checkpoint = try #require(Checkpoint(origin: "log.example", size: 42, root: Self.root))
        let bytes = Array(checkpoint.body.utf8)
        for changed in Array(Mangling.flipped(bytes)) + Array(Mangling.cut(bytes)) {
            guard let text = String(validating: changed, as: UTF8.self),
                let read = Checkpoint(body: text)
            else { continue }
            #expect(read != checkpoint)
            #expect(Array(read.body.utf8) == changed)
        }
    }
}
