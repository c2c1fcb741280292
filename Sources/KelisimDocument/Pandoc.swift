internal import Foundation
internal import Kelisim

/// Debian's pandoc, run as a program of its own with fixed arguments and no shell.
///
/// What it reads and writes are files in a folder of their own, so neither waits for the other, and its
/// settings and templates are its own and not those of whoever runs it. The documents that it is given
/// name no pictures or other files, so it opens none.
enum Pandoc {
    /// How long it may take; a text of a megabyte takes some seconds.
    private static let seconds = 180

    /// The document in DOCX.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - instant: what it takes for now, so that the same document gives the same bytes.
    /// - Returns: the bytes of the file.
    /// - Throws: ``Failure/impossible(_:)`` when it is not installed or fails.
    static func docx(_ document: PandocDocument, at instant: Instant) throws(Failure) -> [UInt8] {
        guard let program else { throw failure(.pandocMissing) }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("kelisim-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            let input = folder.appendingPathComponent("input.json")
            try JSONEncoder().encode(document).write(to: input)
            try run(program, in: folder, at: instant)
            return Array(try Data(contentsOf: folder.appendingPathComponent("output.docx")))
        } catch let error as Failure {
            throw error
        } catch {
            throw failure(.pandocFailed, error.localizedDescription)
        }
    }

    private static func run(_ program: String, in folder: URL, at instant: Instant) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "--from=json", "--to=docx", "--data-dir=\(folder.path)", "--output=output.docx",
        ]
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path,
            "SOURCE_DATE_EPOCH": String(max(0, instant.milliseconds / 1000)),
        ]
        process.standardInput = try FileHandle(
            forReadingFrom: folder.appendingPathComponent("input.json")
        )
        let complaints = folder.appendingPathComponent("errors.txt")
        try Data().write(to: complaints)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: complaints)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            throw failure(.pandocFailed, "\(seconds) s")
        }
        guard process.terminationStatus == 0 else {
            let said = String(
                decoding: try Data(contentsOf: complaints).prefix(2000),
                as: UTF8.self
            )
            let line = said.split(separator: "\n").last.map(String.init)
            throw failure(.pandocFailed, line ?? "exit \(process.terminationStatus)")
        }
    }

    /// The path of the program, from the PATH.
    private static var program: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/pandoc" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func failure(_ code: FindingCode, _ reason: String = "") -> Failure {
        .impossible([Finding(code, at: Place("pandoc"), ["reason": reason])])
    }
}
