extension FindingCode {
    /// Every code, in the order of the documentation.
    public static let all: [FindingCode] =
        repository + text + parity + justifications + site + application + diff
}
