import Foundation

/// One of the real pairs that stand beside the repository, with what is known about it.
struct SharedCase: Sendable {
    let name: String
    let old: [UInt8]
    let new: [UInt8]

    /// The pairs in the order of their names; none where they are absent.
    static func all() throws -> [SharedCase] {
        guard let folder = SharedFiles.folder?.appendingPathComponent("cases") else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.map { name in
            let read = { (file: String) in
                [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name)/\(file)")))
            }
            return SharedCase(name: name, old: try read("old.md"), new: try read("new.md"))
        }
    }
}
