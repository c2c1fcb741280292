public import Kelisim

/// How legacy acceptances are imported.
public struct ImportOptions: Sendable {
    /// The time zone of times without an offset; nil when they are errors.
    public var timeZone: TimeZoneRules?
    /// Whether the bad lines are left out; without it a file that has one is not imported at all.
    public var skipsBad = false
    /// Whether nothing is recorded.
    public var isDryRun = false

    /// The defaults.
    public init() {}
}

/// How far an import has come.
public struct ImportProgress: Sendable {
    /// Whether lines are being recorded; before that they are checked.
    public let isRecording: Bool
    /// How many lines were read in this pass.
    public let lines: Int
    /// How much of the file, from 0 to 1.
    public let part: Double
}

/// What came of an import.
public struct ImportOutcome: Sendable {
    /// How many findings are told; there may be millions.
    static let mostFindings = 1000

    /// The file.
    public let file: String
    /// Whether nothing was to be recorded.
    public let isDryRun: Bool
    /// Whether nothing was recorded because of the bad lines.
    public internal(set) var isGivenUp = false
    /// How many lines there are.
    public internal(set) var lines = 0
    /// How many were recorded or, in a dry run, would be.
    public internal(set) var recorded = 0
    /// How many had been recorded before.
    public internal(set) var known = 0
    /// Of the good lines, how many are history only, since edition or language are not known.
    public internal(set) var historyOnly = 0
    /// How many lines are bad.
    public internal(set) var bad = 0
    /// What is wrong with the first of them, in order.
    public internal(set) var findings: [Finding] = []

    /// Takes note of a bad line.
    mutating func refuse(_ findings: [Finding]) {
        bad += 1
        if self.findings.count < ImportOutcome.mostFindings { self.findings += findings }
    }
}
