import Foundation
import KelisimTesting
import Testing

/// What `scripts/run` ends in: a service, a first API key, and lines to try it with.
struct WelcomeTests {
    /// Starts the service at a free port, runs exactly the lines that it prints, and stops it.
    private static let script = """
        set -euo pipefail
        port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
        KELISIM_LISTEN=127.0.0.1:$port "$0/scripts/welcome" "$1" > printed.txt 2>&1 &
        trap 'kill %1; wait %1' EXIT
        for _ in $(seq 100); do grep -q ^Serving printed.txt && break; sleep 0.1; done
        sed -n 's/^  //p' printed.txt > lines.sh
        bash -euo pipefail lines.sh
        stat -c %a data/api.key
        """

    @Test func theLinesThatAreRunAreTrue() throws {
        let folder = try TemporaryFolder()
        try folder.copy("\(Project.root)/policies", to: "policies")
        let command = try Command.run(
            "/bin/bash",
            ["-c", Self.script, Project.root, Project.binary],
            in: folder.path,
            environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        )
        let output = command.output
        #expect(command.status == 0, "\(output) \(command.errors)")
        #expect(output.hasPrefix("# HTTPS://BIRGEOQU.KZ/"))
        #expect(output.contains("\"state\":\"current\""))
        #expect(output.contains("data/receipt.json: holds. accepted by u-8f3"))
        #expect(output.contains("kelisim.local/log\n"))
        #expect(output.hasSuffix("600\n"))
        #expect(try folder.read("data/decision.json").contains("\"act\":\"accepted\""))
    }
}
