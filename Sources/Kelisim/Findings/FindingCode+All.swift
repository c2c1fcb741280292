extension FindingCode {
    /// Every code, in the order of the documentation.
    public static let all: [FindingCode] = repository + text + parity + site + application + diff
}
