public import Foundation

/// A folder for one test, removed when the test is over.
public final class TemporaryFolder: Sendable {
    /// Its path.
    public let path: String

    /// Makes an empty folder.
    public init() throws {
        let name = "kelisim-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of `name` in it.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders it needs.
    public func write(_ name: String, _ text: String) throws {
        try write(name, bytes: Array(text.utf8))
    }

    /// Writes a file, and the folders it needs.
    public func write(_ name: String, bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// The text of a file.
    public func read(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// Puts `new` in the place of `old` in the file `name`, as an editor does: by a new file.
    ///
    /// - Throws: when the file cannot be read or written, or does not hold `old`.
    public func replace(_ name: String, _ old: String, _ new: String) throws {
        let text = try read(name)
        guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
        try Data(text.replacing(old, with: new).utf8)
            .write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    /// Copies the folder or file at `source` here.
    public func copy(_ source: String, to name: String) throws {
        try FileManager.default.copyItem(atPath: source, toPath: path(name))
    }

    /// Every path below it, with the bytes of files and the destinations of links.
    public func snapshot() throws -> [String: Data] {
        let manager = FileManager.default
        var found: [String: Data] = [:]
        for name in try manager.subpathsOfDirectory(atPath: path) {
            let attributes = try manager.attributesOfItem(atPath: path(name))
            switch attributes[.type] as? FileAttributeType {
            case .typeRegular: found[name] = manager.contents(atPath: path(name))
            case .typeSymbolicLink:
                found[name] = Data(try manager.destinationOfSymbolicLink(atPath: path(name)).utf8)
            default: found[name] = Data()
            }
        }
        return found
    }
}
