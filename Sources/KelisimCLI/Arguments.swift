public import ArgumentParser
public import Kelisim
public import KelisimApp
public import KelisimLog

// How the values of the domain are read from the command line.

extension Instant: ExpressibleByArgument {
    /// Reads an instant in RFC 3339, in UTC or with an offset.
    public init?(argument: String) {
        self.init(withOffset: argument)
    }
}

extension PolicyID: ExpressibleByArgument {
    /// Reads a slug.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Language: ExpressibleByArgument {
    /// Reads a BCP 47 tag.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension EffectiveRule: ExpressibleByArgument {
    /// Reads a rule as `edition.yaml` writes it.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Application.TextFormat: ExpressibleByArgument {}

extension Application.ReceiptFormat: ExpressibleByArgument {}

extension DiffFormat: ExpressibleByArgument {}

extension Digest: ExpressibleByArgument {
    /// Reads `sha256:` and 64 hexadecimal digits.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension TimeZoneRules: ExpressibleByArgument {
    /// Reads a name of the IANA database.
    public init?(argument: String) {
        self.init(identifier: argument)
    }
}

extension GuardianshipID: ExpressibleByArgument {
    /// Reads the name of a guardianship.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Act: ExpressibleByArgument {}

extension DecisionMethod: ExpressibleByArgument {}

extension Standing.State: ExpressibleByArgument {}

extension Guardianship.Basis: ExpressibleByArgument {}
