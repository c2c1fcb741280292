import Foundation
import KelisimTesting
import Testing

/// What `scripts/install` puts where, and what of it programs make.
struct InstallTests {
    @Test(arguments: [
        ("/usr/local", false, "zsh/site-functions"), ("/usr", true, "zsh/vendor-completions"),
    ])
    func everythingHasItsPlace(_ prefix: String, _ isStaged: Bool, _ zsh: String) throws {
        let installed = try InstalledKelisim(prefix: prefix, isStaged: isStaged)
        let files = try installed.folder.snapshot().filter { !$0.value.isEmpty }.keys
        #expect(
            files.sorted()
                == [
                    "bin/kelisim", "share/bash-completion/completions/kelisim",
                    "share/fish/vendor_completions.d/kelisim.fish", "share/man/man1/kelisim.1.gz",
                    "share/\(zsh)/_kelisim",
                ]
                .map { "\(prefix.dropFirst())/\($0)" }
        )
        let binary = try Command.run("\(installed.prefix)/bin/kelisim", ["--version"], in: "/")
        #expect(binary.status == 0)
    }

    @Test func theManualPageIsGood() throws {
        let installed = try InstalledKelisim()
        let page = "\(installed.prefix)/share/man/man1/kelisim.1.gz"
        let shown = try Command.run(
            "/usr/bin/man",
            ["-l", page],
            in: "/",
            environment: ["MANWIDTH": "80"]
        )
        #expect(shown.status == 0)
        #expect(shown.output.contains("kelisim — Keeps the legal texts that people agree to."))
        for word in ["import", "publish", "--base-url", "# the site as it is now"] {
            #expect(shown.output.contains(word), "\(word)")
        }
        let lint = try Command.run(
            "/bin/sh",
            ["-c", "zcat -- \"$1\" | mandoc -Tlint -Wwarning", "sh", page],
            in: "/"
        )
        // The three that the generator of swift-argument-parser makes itself.
        let known = [
            "blank line in fill mode, using .sp", "new sentence, new line",
            "skipping paragraph macro: Pp before It",
        ]
        let others = lint.output.split(separator: "\n")
            .filter { line in
                !known.contains { line.hasSuffix("WARNING: \($0)") }
            }
        #expect(others.isEmpty, "\(others.joined(separator: "\n"))\(lint.errors)")
    }
}
