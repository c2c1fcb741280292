import KelisimTesting

@testable import KelisimLog

extension SampleLog {
    /// Writes the log as it is served, and beside it the keys, proofs of entries and proofs of growth.
    func write(_ name: String, in folder: TemporaryFolder) throws {
        let keys = "\(signer.verifierKey)\n\(witnessKey)\n"
        try folder.write("\(name)/keys", keys)
        let note = try checkpoint(size).description
        try folder.write("\(name)/checkpoint", note)
        for tile in tiles {
            try folder.write("\(name)/\(tile.id.path)", bytes: tile.bytes)
            guard tile.id.level == 0 else { continue }
            let first = Int(tile.id.index) * TileID.fullWidth
            let entries = (first..<first + tile.id.width).map(Self.entry)
            let bundle = try EntryBundle.encode(entries)
            try folder.write("\(name)/\(tile.id.entriesPath)", bytes: bundle)
        }
        for index in 0..<size where size < 300 || index % 1_009 == 0 || index + 3 > size {
            let path = "\(name)/proofs/\(index).\(TlogProof.fileExtension)"
            try folder.write(path, try proof(index).description)
        }
        for old in [1, 2, 3, 64, 100, 255, 256, 257, size - 1, size] where old > 0 && old <= size {
            let hashes = try consistency(old, size).hashes.map(\.base64).joined(separator: "\n")
            try folder.write("\(name)/grown/\(old)", "\(hashes)\n\n\(try checkpoint(old))")
        }
    }
}
