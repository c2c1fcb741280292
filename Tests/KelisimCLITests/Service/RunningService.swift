import Foundation
import KelisimTesting
import Testing

/// `kelisim serve`, running as a child of the test on a free port.
final class RunningService {
    /// The address of the site that its pages are made for.
    static let baseURL = "https://example.kz/"

    /// Where it listens, such as `http://127.0.0.1:41234`.
    let address: String

    private let process = Process()
    private let results: TemporaryFolder

    /// An answer.
    struct Answer {
        /// The status.
        let status: Int
        /// The fields by their names in small letters.
        let fields: [String: String]
        /// The body.
        let body: [UInt8]

        /// The body as a text.
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Starts it in `folder` and waits until it says where it is.
    init(in folder: TemporaryFolder, _ environment: [String: String] = [:]) throws {
        results = try TemporaryFolder()
        try results.write("errors", "")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Project.binary)
        process.arguments = ["serve"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let own = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KELISIM_LISTEN": "127.0.0.1:0",
            "KELISIM_BASE_URL": RunningService.baseURL,
        ]
        process.environment = own.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: results.path("errors"))
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let words = line.split(separator: " ")
        let url = try #require(words.first { $0.hasPrefix("http://127.0.0.1:") }, "\(line)")
        address = String(url.dropLast())
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// What it said on standard error.
    var errors: String { (try? results.read("errors")) ?? "" }

    /// Sends it SIGHUP.
    func hangUp() { kill(process.processIdentifier, SIGHUP) }

    /// Asks it to end; its exit status.
    func end() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The answer at `path`, asked by curl with more `arguments`.
    func ask(_ path: String, _ arguments: String...) throws -> Answer {
        let files = try TemporaryFolder()
        let common = ["--silent", "--show-error", "--max-time", "30"]
        let places = ["--dump-header", files.path("head"), "--output", files.path("body")]
        let curl = try Command.run(
            "/usr/bin/curl",
            common + places + arguments + [address + path],
            in: "/"
        )
        try #require(curl.status == 0, "\(path): \(curl.errors)")
        // Of those to which the others have led.
        let head = try #require(try files.read("head").split(separator: "\r\n\r\n").last)
        let lines = head.split(separator: "\r\n")
        let status = try #require(lines.first?.split(separator: " ").dropFirst().first)
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = parts.last.map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
        let body = FileManager.default.contents(atPath: files.path("body")).map(Array.init)
        return Answer(status: try #require(Int(status)), fields: fields, body: body ?? [])
    }

    /// The answer at `path` as soon as `isRight` says so, or at last after half a minute.
    func ask(_ path: String, until isRight: (Answer) -> Bool) async throws -> Answer {
        let end = ContinuousClock.now + .seconds(30)
        while true {
            let answer = try ask(path)
            if isRight(answer) || ContinuousClock.now > end { return answer }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

extension Sandbox {
    /// Publishes edition 2 of the terms, which asks for renewed agreement and gives 60 days, not 30.
    func publishSecond(effective: String) throws {
        try kelisim("new", "terms")
        try folder.write(
            "policies/terms/2/edition.yaml",
            """
            effective: \(effective)
            change: reconsent
            basedOn: 1
            summary: {kk: Мерзім ұзарды., ru: Срок увеличен.}

            """
        )
        try folder.replace("policies/terms/2/kk.md", "30 күн", "60 күн")
        try folder.replace("policies/terms/2/ru.md", "30 дней", "60 дней")
        let command = try kelisim("publish", "terms", "2")
        try #require(command.status == 0, "\(command.output)\(command.errors)")
    }
}
