import KelisimLog
import KelisimTesting

/// The log with the entries "acceptance 0", "acceptance 1" and so on, as a folder of files.
enum SampleLog {
    static func entry(_ number: Int) -> [UInt8] { Array("acceptance \(number)".utf8) }

    static func leafHash(_ number: Int) -> Digest { MerkleHash.leaf(entry(number)) }
}
