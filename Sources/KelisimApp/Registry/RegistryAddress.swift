internal import Kelisim

/// Where the registry of decisions is kept.
public enum RegistryAddress: Hashable, Sendable {
    /// In a SQLite database of this machine.
    case sqlite(path: String)
    /// In PostgreSQL, at an address as libpq reads it; it may hold a password.
    case postgres(url: String)

    /// The address written as KELISIM_DATABASE has it, or nil: `sqlite:PATH` or `postgresql://…`.
    public init?(_ text: String) {
        let isPostgres = ["postgresql://", "postgres://"]
            .contains { text.hasPrefix($0) && text != $0 }
        if isPostgres {
            self = .postgres(url: text)
        } else if text.hasPrefix("sqlite:"), text.utf8.count > 7, !text.utf8.contains(0) {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else {
            return nil
        }
    }

    /// The address as people may see it: the path, or hosts and database without user, password and
    /// options.
    public var name: String {
        switch self {
        case .sqlite(let path): return path
        case .postgres(let url):
            let place = url.prefix { $0 != "?" }
            let parts = place.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count > 2 else { return "postgresql:" }
            let hosts = parts[2].split(separator: "@", omittingEmptySubsequences: false).last ?? ""
            return (["postgresql:", "", hosts] + parts.dropFirst(3)).joined(separator: "/")
        }
    }

    /// The address as KELISIM_DATABASE has it, without user and password.
    var text: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres: name
        }
    }

    /// The path of a file or folder named `name` beside the database; in the working folder where the
    /// database is a server.
    func beside(_ name: String) -> String {
        guard case .sqlite(let path) = self, let slash = path.lastIndex(of: "/") else {
            return name
        }
        return path[...slash] + name
    }
}
