import Foundation
import KelisimTesting

/// A verifier that nobody here wrote, in Tests/Verifiers: says of folders with logs whether they hold.
enum LogJudge: CaseIterable {
    /// golang.org/x/mod/sumdb: notes, tiles, proofs.
    case go
    /// tlog-scales: notes with cosignatures, tiles, proof files.
    case scales
    /// pymerkle: roots.
    case pymerkle

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// What it says of each of `names` in `folder`: "ok", or what is wrong.
    ///
    /// - Throws: ``Missing`` when it is not installed.
    func verdicts(_ names: [String], in folder: TemporaryFolder) throws -> [String: String] {
        let result = try run(names, in: folder)
        guard result.status == 0 else {
            throw Missing(description: "run scripts/setup tests: \(result.errors)")
        }
        let pairs = result.output.split(separator: "\n").map { $0.split(separator: "\t") }
        return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
    }

    private func run(_ names: [String], in folder: TemporaryFolder) throws -> Command {
        let script: String
        switch self {
        case .go: return try Command.run(try Self.program.get(), names, in: folder.path)
        case .scales: script = "scales"
        case .pymerkle: script = "roots"
        }
        return try Command.run(
            "\(Project.root)/.build/tests-venv/bin/python",
            ["-P", "\(Project.root)/Tests/Verifiers/\(script).py"] + names,
            in: folder.path
        )
    }

    /// The program of Tests/Verifiers/judge.go, built with Debian's Go and its copy of golang.org/x/mod.
    private static let program = Result {
        let path = "\(Project.root)/.build/tests-go"
        let result = try Command.run(
            "/usr/bin/go",
            ["build", "-o", "\(path)/judge", "\(Project.root)/Tests/Verifiers/judge.go"],
            in: Project.root,
            environment: [
                "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": "\(path)/cache",
                "GOFLAGS": "", "GOTOOLCHAIN": "local",
            ]
        )
        guard result.status == 0 else {
            throw Missing(description: "run scripts/setup tests: \(result.errors)")
        }
        return "\(path)/judge"
    }
}
