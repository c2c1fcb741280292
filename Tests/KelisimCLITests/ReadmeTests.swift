import Foundation
import KelisimTesting
import Testing

/// The transcript in the README: every command is run, and must answer what stands there.
struct ReadmeTests {
    private struct Step {
        var command: String
        var answer: [Substring] = []
    }

    private static let path = "\(Project.root)/README.md"

    /// The commands of all `console` blocks; lines after `> ` continue a command.
    private static func steps(_ readme: String) -> [Step] {
        var steps: [Step] = []
        var isTranscript = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isTranscript = line == "```console"
            } else if isTranscript, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if isTranscript, line.hasPrefix("> "), let last = steps.indices.last {
                steps[last].command += "\n" + line.dropFirst(2)
            } else if isTranscript, let last = steps.indices.last {
                steps[last].answer.append(line)
            }
        }
        return steps
    }

    /// What a step leaves running must not hold what Foundation waits with for its end.
    private static let alone =
        "for file in /proc/$$/fd/*; do file=${file##*/}; [ $file -le 2 ] || eval \"exec $file>&-\"; done"

    /// With KELISIM_RECORD=1 in the environment the answers in the README are written anew.
    @Test func theTranscriptIsTrue() throws {
        let folder = try TemporaryFolder()
        try folder.copy("\(Project.root)/policies", to: "policies")
        try folder.write("bin/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("bin/kelisim"),
            withDestinationPath: Project.binary
        )
        let readme = try String(contentsOfFile: Self.path, encoding: .utf8)
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        var answers: [[Substring]] = []
        let steps = Self.steps(readme)
        #expect(!steps.isEmpty)
        for step in steps {
            let command = try Command.run(
                "/bin/bash",
                ["-c", "\(Self.alone)\n{ \(step.command)\n} 2>&1"],
                in: folder.path,
                environment: ["PATH": "\(folder.path("bin")):\(search)"]
            )
            var answer = command.output.split(separator: "\n", omittingEmptySubsequences: false)
            if answer.last == "" { answer.removeLast() }
            answers.append(answer)
        }
        if ProcessInfo.processInfo.environment["KELISIM_RECORD"] == "1" {
            try Self.record(answers, in: readme)
            return
        }
        for (step, answer) in zip(steps, answers) {
            #expect(
                step.answer.joined(separator: "\n") == answer.joined(separator: "\n"),
                "$ \(step.command)"
            )
        }
    }

    private static func record(_ answers: [[Substring]], in readme: String) throws {
        var lines: [Substring] = []
        var next = 0
        var isTranscript = false
        var pending: [Substring] = []
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                lines += pending
                pending = []
                isTranscript = line == "```console"
                lines.append(line)
            } else if isTranscript, line.hasPrefix("$ ") {
                lines += pending
                lines.append(line)
                pending = answers[next]
                next += 1
            } else if !isTranscript || line.hasPrefix("> ") {
                lines.append(line)
            }
        }
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
