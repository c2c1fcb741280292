import Foundation
import KelisimTesting
import Testing

/// nginx with the site of packaging/nginx.conf in front of two services, without TLS, at a free port.
final class NginxProcess {
    /// Its address, without a slash at its end.
    let url: String

    private let folder: TemporaryFolder
    private let process: RunningProcess

    private struct Silent: Error, CustomStringConvertible {
        let description: String
    }

    init(before services: [ServiceProcess]) async throws {
        folder = try TemporaryFolder()
        let port = try FreePort.find()
        url = "http://127.0.0.1:\(port)"
        let ports = services.compactMap { $0.url.split(separator: ":").last.map(String.init) }
        try #require(ports.count == 2)
        try folder.write("site.conf", try NginxProcess.site(port, ports, folder.path))
        try folder.write("nginx.conf", NginxProcess.frame(folder.path))
        process = try RunningProcess(
            [
                "/usr/sbin/nginx", "-p", folder.path, "-c", folder.path("nginx.conf"), "-e",
                folder.path("error.log"),
            ],
            in: folder.path,
            log: folder.path("output")
        )
        for _ in 0..<400 {
            let answer = try Command.run(
                "/usr/bin/curl",
                ["--silent", "--fail", url + "/healthz"],
                in: "/"
            )
            if answer.status == 0 { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        let log = [try? folder.read("output"), try? folder.read("error.log")].compactMap(\.self)
        throw Silent(description: log.joined(separator: "\n"))
    }

    deinit {
        process.end(SIGTERM)
    }

    /// The site as it is delivered, but for the certificate and the addresses.
    private static func site(_ port: Int, _ services: [String], _ folder: String) throws -> String {
        let path = "\(Project.root)/packaging/nginx.conf"
        let changes = [
            ("127.0.0.1:8080", "127.0.0.1:\(services[0])"),
            ("# server 127.0.0.1:8081", "server 127.0.0.1:\(services[1])"),
            ("listen 443 ssl http2", "listen 127.0.0.1:\(port)"),
            ("/var/log/nginx/", "\(folder)/"),
        ]
        var text = try String(contentsOfFile: path, encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return text.split(separator: "\n")
            .filter { !$0.contains("ssl_certificate") && !$0.contains("listen [::]") }
            .joined(separator: "\n")
    }

    /// What Debian's nginx.conf has around a site.
    private static func frame(_ folder: String) -> String {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "    \($0)_temp_path \(folder)/\($0);" }
        return """
            daemon off;
            \(getuid() == 0 ? "user root;" : "")
            worker_processes 1;
            pid \(folder)/nginx.pid;
            events { worker_connections 1024; }
            http {
            \(temporary.joined(separator: "\n"))
                include \(folder)/site.conf;
            }

            """
    }
}
