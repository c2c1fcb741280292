extension FindingCode {
    /// Everything that reading a policy repository and acting on it can report.
    public static let repository: [FindingCode] =
        repositoryFiles
        + repositoryCharacters
        + repositoryMetadata
        + repositoryValues
        + repositoryEditions
        + repositoryRecords
        + repositoryEndings
        + repositoryActs
        + acceptedWarnings
}
