import Foundation
import KelisimLog
import Testing

@testable import Kelisim

/// A policy repository in a temporary folder that goes away with the value.
final class TemporaryRepository: Sendable {
    /// The path of the folder.
    let root: String

    /// Writes `files`, by their paths in the repository, below `parent`.
    init(_ files: [String: String] = [:], in parent: String = NSTemporaryDirectory()) throws {
        root = "\(parent)/kelisim-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: root,
            withIntermediateDirectories: true
        )
        for (path, text) in files { try write(text, to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// The absolute path of `path`.
    func path(_ path: String) -> String { "\(root)/\(path)" }

    /// Writes `text` to `path`, and the folders it needs.
    func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// Writes `bytes` to `path`, and the folders it needs.
    func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: self.path(path))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// The text at `path`.
    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: self.path(path))), as: UTF8.self)
    }

    /// Replaces `old` by `new` in the file at `path`.
    func replace(_ old: String, with new: String, in path: String) throws {
        let before = try text(path)
        try #require(before.contains(old))
        try write(before.replacing(old, with: new), to: path)
    }

    /// Removes what is at `path`.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: self.path(path))
    }

    /// Makes a symbolic link at `path`.
    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: self.path(path),
            withDestinationPath: target
        )
    }

    /// Every path with the digest of its bytes.
    func snapshot() -> [String: String] {
        var snapshot: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            let data = FileManager.default.contents(atPath: self.path(path))
            snapshot[path] = data.map { Digest(of: $0).description } ?? "folder"
        }
        return snapshot
    }

    /// The repository, read afresh.
    func read() throws -> Repository { try Repository.read(root) }

    /// The writer for it.
    var writer: RepositoryWriter { RepositoryWriter(root: root) }

    /// `findings` in one line each: path, line, column and code.
    func lines(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            let place = finding.place
            let path = place.file == root ? "." : String(place.file.dropFirst(root.count + 1))
            return [path, place.line.map(String.init), place.column.map(String.init)]
                .compactMap(\.self).joined(separator: ":") + " " + finding.code.name
        }
    }

    /// What is wrong with the files, in one line each.
    func findings() throws -> [String] { lines(try read().findings) }
}
