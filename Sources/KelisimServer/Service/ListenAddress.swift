/// Where a service listens: a host and a port.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// The name or number of the host.
    package let host: String
    /// The port, 0 for any free one.
    package let port: Int

    /// The address written as `HOST:PORT`, an IPv6 host in brackets; nil when `text` is none.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: Int(port))
    }

    /// A port of this machine, for itself alone.
    init(port: UInt16) { self.init(host: LoopbackServer.address, port: Int(port)) }

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The same host with the port that was had.
    func with(port: Int) -> ListenAddress { ListenAddress(host: host, port: port) }

    /// The address as it was written.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
