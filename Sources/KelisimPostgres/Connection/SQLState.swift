/// The code that PostgreSQL gives with every error (its manual, appendix A).
struct SQLState: Hashable {
    /// Five characters, the first two of which are the class.
    let code: String

    /// Whether the session is over, or of no use because the server takes no writes.
    var endsSession: Bool {
        switch code {
        // Shutdowns, time-outs of idle sessions, and a server that is a standby.
        case "57P01", "57P02", "57P03", "57P05", "25P03", "25006": true
        default: code.hasPrefix("08")
        }
    }

    /// Whether others' transactions were in the way, so that it may work the next time.
    var isConflict: Bool { code.hasPrefix("40") }

    /// Whether a lock could not be had in time.
    var isLockTimeout: Bool { code == "55P03" }

    /// Whether a row was there already.
    var isDuplicate: Bool { code == "23505" }

    /// Whether what was sent was at fault, and not the state of the server.
    var blamesStatement: Bool { code.hasPrefix("22") || code.hasPrefix("54") }
}
