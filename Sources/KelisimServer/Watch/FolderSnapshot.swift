internal import Foundation

/// What lies in some folders, without what stands in the files.
struct FolderSnapshot: Equatable, Sendable {
    /// What changes when a file does.
    private struct Stamp: Equatable, Sendable {
        let type: FileAttributeType?
        let file: Int?
        let size: Int?
        let rights: Int?
        let modified: Date?

        init(_ attributes: [FileAttributeKey: Any]) {
            type = attributes[.type] as? FileAttributeType
            file = attributes[.systemFileNumber] as? Int
            size = attributes[.size] as? Int
            rights = attributes[.posixPermissions] as? Int
            modified = attributes[.modificationDate] as? Date
        }
    }

    private var stamps: [String: Stamp] = [:]

    /// Looks through `folders`.
    init(of folders: [String]) {
        for folder in folders {
            FolderSnapshot.walk(folder) { path, _ in
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                stamps[path] = attributes.map(Stamp.init)
            }
        }
    }

    /// Visits the folder at `path`, each folder before it is listed, and all in it but `.git`.
    ///
    /// Links are not followed, except at `path` itself: one that leads elsewhere in the folder
    /// leads to what is visited anyway. What can't be read is left out; who reads it will say so.
    static func walk<Trouble: Error>(
        _ path: String,
        visit: (_ path: String, _ isFolder: Bool) throws(Trouble) -> Void
    ) throws(Trouble) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        try visit(path, isFolder.boolValue)
        var rest = isFolder.boolValue ? [URL(fileURLWithPath: path, isDirectory: true)] : []
        while let folder = rest.popLast() {
            let entries = try? FileManager.default.contentsOfDirectory(
                at: folder,
                includingPropertiesForKeys: [.isDirectoryKey]
            )
            for entry in entries ?? [] where entry.lastPathComponent != ".git" {
                // A link to a folder is no folder here.
                let isFolder =
                    (try? entry.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
                try visit(entry.path, isFolder)
                if isFolder { rest.append(entry) }
            }
        }
    }
}
