extension FindingCode {
    /// Every code, in the order of the documentation.
    public static let all: [FindingCode] =
        repository + text + parity + changes + justifications + site + application + diff
        + decisions + registry + imports + backups + log + receipts
        + service
}
