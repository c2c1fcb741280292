import Foundation
import KelisimTesting
import Testing

/// The completions, asked for with the TAB key in real shells at a terminal.
struct CompletionTests {
    enum Shell: String, CaseIterable, CustomTestStringConvertible {
        case bash
        case zsh
        case fish

        var testDescription: String { rawValue }

        /// How it is started, without anybody's settings.
        var start: String {
            switch self {
            case .bash: "bash --norc --noprofile -i"
            case .zsh: "zsh -f -i"
            case .fish: "fish --no-config --private -i"
            }
        }

        /// Loads what is installed below `share`, lets Control-T print the line and end, says so.
        func preparation(share: String) -> String {
            switch self {
            case .bash:
                """
                source '\(share)/bash-completion/completions/kelisim'
                print_line() { printf '<<%s>>\\n' "$READLINE_LINE"; exit; }
                bind -x '"\\C-t": print_line'
                echo READY
                """
            case .zsh:
                """
                fpath=('\(share)/zsh/site-functions' $fpath)
                autoload -U compinit
                compinit -u -D
                print-line() { print -r -- "<<$BUFFER>>"; exit }
                zle -N print-line
                bindkey '^T' print-line
                print READY
                """
            case .fish:
                """
                source '\(share)/fish/vendor_completions.d/kelisim.fish'
                bind \\ct 'echo "<<"(commandline)">>"; exit'
                echo READY
                """
            }
        }
    }

    /// zsh has what drives a terminal; it drives the other shells too.
    private static let driver = """
        zmodload zsh/zpty
        zpty -b shell "$START"
        zpty -w shell "source '$PREPARATION'"
        zpty -r shell answer '*READY*'
        zpty -w -n shell "$LINE"$'\\t\\x14'
        zpty -r shell answer '*<<*>>*'
        answer=${answer##*<<}
        print -rn -- "${answer%%>>*}"
        zpty -d shell
        """

    /// What is typed, and what TAB makes of it.
    private static let examples = [
        ("kelisim publ", "kelisim publish "),
        ("kelisim check --format sa", "kelisim check --format sarif "),
        ("kelisim show --lang", "kelisim show --language "),
        ("kelisim show ter", "kelisim show terms "),
        ("kelisim publish terms ", "kelisim publish terms 1 "),
        ("kelisim show terms --language kk-", "kelisim show terms --language kk-Latn "),
        ("kelisim diff ter", "kelisim diff terms "), ("kelisim diff dra", "kelisim diff draft.md "),
        ("kelisim diff terms ", "kelisim diff terms 1 "),
        ("kelisim diff draft.md old", "kelisim diff draft.md older.md "),
        ("kelisim --policies oth", "kelisim --policies other/"),
        ("kelisim show --policies other pri", "kelisim show --policies other privacy "),
    ]

    @Test(arguments: Shell.allCases)
    func tabCompletes(_ shell: Shell) throws {
        let sandbox = try Sandbox()
        try sandbox.folder.write("policies/terms/1/kk-Latn.md", "# Pайдалану\n")
        try sandbox.folder.write("other/privacy/7/kk.md", "# Құпиялылық\n")
        for name in ["draft.md", "older.md"] { try sandbox.folder.write(name, "# Шарттар\n") }
        let installed = try InstalledKelisim()
        try installed.folder.write(
            "preparation",
            shell.preparation(share: "\(installed.prefix)/share")
        )
        for (typed, completed) in Self.examples {
            let command = try Command.run(
                "/usr/bin/timeout",
                ["60", "zsh", "-f", "-c", Self.driver],
                in: sandbox.folder.path,
                environment: [
                    "HOME": installed.folder.path, "TERM": "dumb", "START": shell.start,
                    "PREPARATION": installed.folder.path("preparation"), "LINE": typed,
                    "PATH": "\(installed.prefix)/bin:/usr/bin:/bin",
                ]
            )
            #expect(command.output == completed, "\(typed)")
        }
    }
}
